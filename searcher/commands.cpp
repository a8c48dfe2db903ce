#include "searcher/commands.hpp"

#include "analysis/analyzer.hpp"
#include "analysis/dates/find_dates.hpp"
#include "analysis/detect.hpp"
#include "schema/index.hpp"
#include "searcher/engine/engine.hpp"
#include "searcher/eval/judgments.hpp"
#include "searcher/eval/metrics.hpp"
#include "searcher/eval/run_file.hpp"
#include "searcher/output/variants.hpp"
#include "searcher/output/why.hpp"
#include "thesaurus/shipped.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <istream>
#include <ostream>
#include <stdexcept>

namespace izde::searcher {
namespace {

constexpr std::size_t kEvaluatedDepth = 1000;

std::ifstream open_text(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  return file;
}

// Whether there is nothing to show: no hit on the page or, where hits are only counted, none at all.
bool is_empty(const Response& response, const Options& options) {
  return options.render.facets.empty() ? response.hits.empty() : response.total.count == 0;
}

void render(const Response& response, const Options& options, std::ostream& out) {
  const auto renderer = options.render.facets.empty() ? options.output->render : options.output->render_facets;
  renderer(response, options.render, out);
}

void tell(const Understanding& said, const std::string& from, std::ostream& err) {
  for (const Diagnostic& diagnostic : said.diagnostics) err << from << diagnostic.message << '\n';
  for (const Suggestion& suggestion : said.suggestions)
    err << from << "“" << suggestion.word << "” is not in the index; did you mean “" << suggestion.instead << "”?\n";
}

// Machine formats keep stdout to themselves: what people should hear goes to stderr, in a batch with the query's id.
void tell(const Response& response, const Options& options, std::ostream& err) {
  const bool batch = !options.queries_file.empty();
  const bool silent = batch && is_empty(response, options);  // nothing is rendered then
  if (options.output->name == "json" || (options.output->name == "text" && !silent)) return;
  tell({response.query, response.understood, response.diagnostics, response.suggestions},
       batch ? "izde-search: " + response.qid + ": " : "izde-search: ", err);
}

// The thesaurus and the lexicon, those of the user with those shipped.
class Sources {
 public:
  Sources(const Options& options, std::ostream& err)
      : thesaurus_(thesaurus::open_with(options.thesauri)),
        dictionary_(thesaurus::open_dictionary(options.lexicons, thesaurus_)) {
    for (const std::string& note : thesaurus_.notes()) err << "izde-search: " << note << '\n';
    for (const std::string& fault : dictionary_.faults()) err << "izde-search: " << fault << "; left out\n";
    const std::size_t untold = dictionary_.fault_count() - dictionary_.faults().size();
    if (untold > 0) err << "izde-search: and " << untold << " more lines of lexicons; left out\n";
  }
  Knowledge knowledge() const { return {thesaurus_, dictionary_}; }

 private:
  thesaurus::Thesaurus thesaurus_;
  thesaurus::Dictionary dictionary_;
};

int search_one(const Options& options, const Streams& streams) {
  const Sources sources(options, streams.err);
  Engine engine(options.databases, sources.knowledge());
  const Response response = engine.search(options.request);
  if (options.timing) streams.err << options.request.qid << '\t' << 1000 * response.seconds << '\n';
  render(response, options, streams.out);
  tell(response, options, streams.err);
  return is_empty(response, options) ? 1 : 0;
}

int explain_passage(const Options& options, const Streams& streams) {
  const Sources sources(options, streams.err);
  const Why why = Engine(options.databases, sources.knowledge()).why(options.passage, options.request);
  options.output->name == "json" ? render_why_json(why, streams.out) : render_why(why, streams.out);
  return why.is_hit() ? 0 : 1;
}

int list_variants(const Options& options, const Streams& streams) {
  const Sources sources(options, streams.err);
  const Variants variants = Engine(options.databases, sources.knowledge()).variants(options.request);
  const std::string_view format = options.output->name;
  if (format == "json") {
    render_variants_json(variants, streams.out);
  } else if (format == "tsv") {
    render_variants_tsv(variants, streams.out);
    tell(variants.said, "izde-search: ", streams.err);
  } else {
    render_variants(variants, streams.out);
  }
  return variants.forms.empty() ? 1 : 0;
}

Batch batch_of(const Options& options, std::istream& in) {
  if (options.queries_file == "-") return read_queries(in, "standard input");
  std::ifstream file = open_text(options.queries_file);
  return read_queries(file, options.queries_file);
}

// A line that is no query is told, and the others are searched.
int search_batch(const Options& options, const Streams& streams) {
  const auto [queries, faults] = batch_of(options, streams.in);
  for (const std::string& fault : faults) streams.err << "izde-search: " << fault << "; left out\n";
  const Sources sources(options, streams.err);
  Engine engine(options.databases, sources.knowledge());
  Request request = options.request;
  for (const auto& [qid, text] : queries) {
    request.qid = qid;
    request.query = text;
    const Response response = engine.search(request);
    if (options.timing) streams.err << qid << '\t' << 1000 * response.seconds << '\n';
    tell(response, options, streams.err);
    if (is_empty(response, options) && options.output->name != "json") continue;
    render(response, options, streams.out);
    streams.out.flush();
  }
  return faults.empty() ? 0 : 2;
}

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

analysis::Reading reading_for(std::string_view text, std::optional<analysis::Language> language) {
  if (!language) return analysis::detect(text);
  const analysis::Reading detected = analysis::detect(text, *language);
  if (detected.language == *language) return detected;
  for (const analysis::Reading& reading : analysis::Analyzer().readings(text))
    if (reading.language == *language) return reading;
  return {*language, detected.script, analysis::Alphabet::none, false, 0};
}

void print_tokens(std::string_view text, const Options& options, std::ostream& out) {
  for (const analysis::Token& token : analysis::Analyzer().analyze(text, reading_for(text, options.language)))
    out << token->written << '\t' << token->plain << '\t' << token->stem << '\t' << token->key << '\t'
        << token.span.begin << '\t' << token.span.end << '\t' << analysis::code(token->language) << '\n';
  out << '\n' << std::flush;
}

int analyze(const Options& options, const Streams& streams) {
  for (const std::string& text : options.texts) print_tokens(text, options, streams.out);
  if (!options.texts.empty()) return 0;
  for (std::string line; std::getline(streams.in, line);) print_tokens(line, options, streams.out);
  return 0;
}

void print_dates(std::string_view text, const Options& options, std::ostream& out) {
  const analysis::Language language = options.language ? *options.language : analysis::detect(text).language;
  for (const analysis::FoundDate& date : analysis::find_dates(text, language)) {
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.2f", static_cast<double>(date.confidence));
    std::string words(text.substr(date.span.begin, date.span.end - date.span.begin));
    for (char& c : words)
      if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    out << date.span.begin << '\t' << date.span.end << '\t' << date.edtf << '\t' << date.os_edtf << '\t'
        << analysis::name(date.kind) << '\t' << confidence << '\t' << words << '\n';
  }
  out << '\n' << std::flush;
}

int find_dates(const Options& options, const Streams& streams) {
  for (const std::string& text : options.texts) print_dates(text, options, streams.out);
  if (!options.texts.empty()) return 0;
  for (std::string line; std::getline(streams.in, line);) print_dates(line, options, streams.out);
  return 0;
}

int detect(const Streams& streams) {
  for (std::string line; std::getline(streams.in, line);) {
    const analysis::Reading reading = analysis::detect(line);
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.3f", static_cast<double>(reading.confidence));
    streams.out << analysis::code(reading.language) << '\t' << analysis::code(reading.script) << '\t' << confidence
                << '\n'
                << std::flush;
  }
  return 0;
}

}  // namespace

int run(const Options& options, const Streams& streams) {
  switch (options.command) {
    case Command::eval:
      return evaluate_lists(options, streams);
    case Command::why:
      return explain_passage(options, streams);
    case Command::variants:
      return list_variants(options, streams);
    case Command::analyze:
      return analyze(options, streams);
    case Command::detect:
      return detect(streams);
    case Command::dates:
      return find_dates(options, streams);
    case Command::search:
      break;
  }
  return options.queries_file.empty() ? search_one(options, streams) : search_batch(options, streams);
}

}  // namespace izde::searcher
