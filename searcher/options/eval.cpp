#include "searcher/options/typed.hpp"

namespace izde::searcher {
namespace {

void add_eval_options(CLI::App& app, Typed& typed, Options& options) {
  add_index_options(app, typed);
  app.add_option("--queries", options.queries_file, "Lines “id<TAB>query”; - is standard input")->type_name("FILE");
  app.add_option("--qrels", options.qrels_file, "Judgments: lines “id 0 document grade”")
      ->type_name("FILE")
      ->required();
  app.add_option("--run", options.run_file, "Measure this TREC run instead of searching")->type_name("FILE");
  app.add_flag("--per-query", options.per_query, "A line for each query before the mean");
  add_listed(app, "--lang", typed.languages, "Only passages in these languages");
  add_unit(app, typed);
  add_weights(app, typed);
}

}  // namespace

const CommandRow kEvalRow{"eval", Command::eval, "Measures the ranking: nDCG@10, MRR@10, Recall@100, MAP.", "",
                          add_eval_options};

}  // namespace izde::searcher
