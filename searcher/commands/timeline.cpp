#include "searcher/commands/commands.hpp"
#include "searcher/commands/sources.hpp"
#include "searcher/options/command_line.hpp"
#include "searcher/output/chronicle.hpp"

namespace izde::searcher {

int list_timeline(const Options& options, const Streams& streams) {
  const Sources sources(options, streams.err);
  const Chronicle chronicle = Engine(options.databases, sources.knowledge()).chronicle(options.request);
  RenderOptions how = options.render;
  how.rerun = command_line(options);
  const std::string_view format = options.output->name;
  if (format == "json") {
    render_chronicle_json(chronicle, how, streams.out);
  } else if (format == "csv") {
    render_chronicle_csv(chronicle, how, streams.out);
  } else if (format == "markdown") {
    render_chronicle_markdown(chronicle, how, streams.out);
  } else {
    render_chronicle(chronicle, how, streams.out);
  }
  if (format == "csv" || format == "markdown") tell(chronicle.said, "izde-search: ", streams.err);
  return chronicle.entries.empty() ? 1 : 0;
}

}  // namespace izde::searcher
