#include "searcher/output/why.hpp"
#include "searcher/commands/commands.hpp"
#include "searcher/commands/sources.hpp"

namespace izde::searcher {

int explain_passage(const Options& options, const Streams& streams) {
  const Sources sources(options, streams.err);
  const Why why = Engine(options.databases, sources.knowledge()).why(options.passage, options.request);
  options.output->name == "json" ? render_why_json(why, streams.out) : render_why(why, streams.out);
  return why.is_hit() ? 0 : 1;
}

}  // namespace izde::searcher
