#include "searcher/options/typed.hpp"

namespace izde::searcher {
namespace {

constexpr auto kShowFooter =
    "\nExamples:\n"
    "  izde-search show ru/act-1918-06.md#p2               with the passages before and after it\n"
    "  izde-search show ru/act-1918-06.md#p2 --context 3   with three of each\n"
    "  izde-search show ru/act-1918-06.md -n 50            the document from its beginning\n"
    "  izde-search --format tsv QUERY | cut -f3            the ids of what a query finds\n"
    "\nExit code: 0 shown, 2 there is no such passage, or failed.\n";

void add_show_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("ID", options.passage, "A passage, as <document>#p<number>, or a document")->required();
  add_index_options(app, typed);
  app.add_option("--context", options.context, "Passages of the same document to show before and after it")
      ->capture_default_str()
      ->check(digits_only());
  app.add_option("-n,--count", options.request.count, "Of a document, passages to show")
      ->capture_default_str()
      ->check(at_least_one());
  app.add_option("--format", typed.format, "Output: text or json")->check(CLI::IsMember({"text", "json"}));
  add_color(app, typed);
}

}  // namespace

const CommandRow kShowRow{
    "show", Command::show,

    "Shows a passage with its neighbours and all that is known of it: the description of its document, its kinds\n"
    "and act, its dates as printed and as read, and whom and what it names by which words.",
    kShowFooter, add_show_options};

}  // namespace izde::searcher
