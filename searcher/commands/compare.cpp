#include "searcher/output/compare.hpp"
#include "searcher/commands/commands.hpp"
#include "searcher/commands/sources.hpp"

namespace izde::searcher {

int compare_tellings(const Options& options, const Streams& streams) {
  const Sources sources(options, streams.err);
  const Comparison comparison = Engine(options.databases, sources.knowledge()).compare(options.request);
  if (options.output->name == "json")
    render_comparison_json(comparison, streams.out);
  else
    render_comparison(comparison, options.render, streams.out);
  return comparison.tellings.size() > 1 ? 0 : 1;
}

}  // namespace izde::searcher
