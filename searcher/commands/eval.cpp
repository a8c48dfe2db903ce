#include "searcher/commands/commands.hpp"
#include "searcher/commands/sources.hpp"
#include "searcher/eval/metrics.hpp"
#include "searcher/eval/run_file.hpp"

#include <cstdio>
#include <ostream>
#include <stdexcept>

namespace izde::searcher {
namespace {

constexpr std::size_t kEvaluatedDepth = 1000;

RankedLists search_lists(const Options& options, const Streams& streams) {
  const auto [queries, faults] = batch_of(options, streams.in);
  if (!faults.empty()) throw std::runtime_error(faults.front());  // a mean over some of the queries would mislead
  const Sources sources(options, streams.err);
  Engine engine(options.databases, sources.knowledge());
  Request request = options.request;
  request.count = kEvaluatedDepth;
  RankedLists lists;
  for (const auto& [qid, text] : queries) {
    request.query = text;
    std::vector<std::string>& ids = lists[qid];
    for (const Hit& hit : engine.search(request).hits) ids.push_back(hit.id);
  }
  return lists;
}

void print_measures(std::ostream& out, const std::string& name, const Measures& measures) {
  char line[160];
  std::snprintf(line, sizeof line, "\tnDCG@10 %.4f\tMRR@10 %.4f\tRecall@100 %.4f\tMAP %.4f\n", measures.ndcg10,
                measures.mrr10, measures.recall100, measures.map);
  out << name << line;
}

}  // namespace

int evaluate_lists(const Options& options, const Streams& streams) {
  std::ifstream qrels = open_text(options.qrels_file);
  const Judgments judgments = read_judgments(qrels, options.qrels_file);
  RankedLists lists;
  if (options.run_file.empty()) {
    lists = search_lists(options, streams);
  } else {
    std::ifstream run = open_text(options.run_file);
    lists = read_run(run, options.run_file);
  }
  if (judgments.empty()) throw std::runtime_error(options.qrels_file + ": holds no judgment");
  const Evaluation evaluation = evaluate(lists, judgments, options.request.unit == Unit::document);
  if (options.per_query)
    for (const auto& [qid, measures] : evaluation.queries) print_measures(streams.out, qid, measures);
  print_measures(streams.out, "mean of " + std::to_string(evaluation.queries.size()), evaluation.mean);
  return 0;
}

}  // namespace izde::searcher
