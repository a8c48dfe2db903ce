#include "searcher/output/variants.hpp"
#include "searcher/commands/commands.hpp"
#include "searcher/commands/sources.hpp"

namespace izde::searcher {

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

}  // namespace izde::searcher
