#include "searcher/output/show.hpp"
#include "searcher/commands/commands.hpp"
#include "searcher/commands/sources.hpp"

namespace izde::searcher {

int show_passage(const Options& options, const Streams& streams) {
  const Sources sources(options, streams.err);
  const ShowRequest request{options.passage, options.context, options.request.count};
  const Showing showing = Engine(options.databases, sources.knowledge()).show(request);
  if (options.output->name == "json")
    render_show_json(showing, streams.out);
  else
    render_show(showing, options.render, streams.out);
  return 0;
}

}  // namespace izde::searcher
