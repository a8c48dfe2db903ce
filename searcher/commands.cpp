#include "searcher/commands.hpp"

#include "searcher/commands/commands.hpp"

#include <istream>
#include <ostream>
#include <stdexcept>

namespace izde::searcher {

std::ifstream open_text(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  return file;
}

void tell(const Understanding& said, const std::string& from, std::ostream& err) {
  for (const Diagnostic& diagnostic : said.diagnostics) err << from << diagnostic.message << '\n';
  for (const Suggestion& suggestion : said.suggestions)
    err << from << "did you mean “" << suggestion.instead << "” instead of “" << suggestion.word << "”?\n";
}

Batch batch_of(const Options& options, std::istream& in) {
  if (options.queries_file == "-") return read_queries(in, "standard input");
  std::ifstream file = open_text(options.queries_file);
  return read_queries(file, options.queries_file);
}

int run(const Options& options, const Streams& streams) {
  switch (options.command) {
    case Command::eval:
      return evaluate_lists(options, streams);
    case Command::show:
      return show_passage(options, streams);
    case Command::why:
      return explain_passage(options, streams);
    case Command::variants:
      return list_variants(options, streams);
    case Command::analyze:
      return analyze(options, streams);
    case Command::detect:
      return detect(options, streams);
    case Command::dates:
      return find_dates(options, streams);
    case Command::timeline:
      return list_timeline(options, streams);
    case Command::compare:
      return compare_tellings(options, streams);
    case Command::like:
    case Command::search:
      break;
  }
  return options.queries_file.empty() ? search_one(options, streams) : search_batch(options, streams);
}

}  // namespace izde::searcher
