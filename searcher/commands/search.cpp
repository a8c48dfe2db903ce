#include "searcher/commands/commands.hpp"
#include "searcher/commands/sources.hpp"
#include "searcher/options/command_line.hpp"

#include <istream>
#include <ostream>

namespace izde::searcher {
namespace {

// Whether there is nothing to show: no hit on the page or, where hits are only counted, none at all.
bool is_empty(const Response& response, const Options& options) {
  return options.render.facets.empty() ? response.hits.empty() : response.total.count == 0;
}

// In a batch, of the query that this is the answer to.
std::string command_of(const Response& response, Options options) {
  options.request.query = response.query;
  return command_line(options);
}

void render(const Response& response, const Options& options, std::ostream& out) {
  const auto renderer = options.render.facets.empty() ? options.output->render : options.output->render_facets;
  RenderOptions how = options.render;
  how.rerun = command_of(response, options);
  renderer(response, how, out);
}

// Machine formats keep stdout to themselves: what people should hear goes to stderr, in a batch with the query's id.
void tell_aside(const Response& response, const Options& options, std::ostream& err) {
  const bool batch = !options.queries_file.empty();
  const bool silent = batch && is_empty(response, options);  // nothing is rendered then
  if (options.output->name == "json" || (options.output->name == "text" && !silent)) return;
  tell({response.query, response.understood, response.diagnostics, response.suggestions},
       batch ? "izde-search: " + response.qid + ": " : "izde-search: ", err);
}

}  // namespace

int search_one(const Options& options, const Streams& streams) {
  const Sources sources(options, streams.err);
  Engine engine(options.databases, sources.knowledge());
  const Response response = engine.search(options.request);
  if (options.timing) streams.err << options.request.qid << '\t' << 1000 * response.seconds << '\n';
  render(response, options, streams.out);
  tell_aside(response, options, streams.err);
  return is_empty(response, options) ? 1 : 0;
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
    tell_aside(response, options, streams.err);
    if (is_empty(response, options) && options.output->name != "json") continue;
    render(response, options, streams.out);
    streams.out.flush();
  }
  return faults.empty() ? 0 : 2;
}

}  // namespace izde::searcher
