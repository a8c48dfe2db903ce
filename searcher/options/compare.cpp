#include "searcher/options/typed.hpp"

namespace izde::searcher {
namespace {

constexpr auto kCompareFooter =
    "\nOf each other document the best passage is taken that surely tells the same: that states an act of the same "
    "day\n"
    "and of the same type or issuer, or names the same day or event and enough of the same people, places and\n"
    "institutions. Dates are New Style, with what is printed; numbers stand together where they count the same thing.\n"
    "\nExamples:\n"
    "  izde-search compare ru/act-1918-06.md#p1               in what the sources agree, and in what not\n"
    "  izde-search compare ru/act-1918-06.md#p1 --lang kk,vi  against sources in these languages only\n"
    "  izde-search like ru/act-1918-06.md#p1                  also what is only near it\n"
    "\nExit code: 0 other sources were found, 1 none, 2 there is no such passage, or failed.\n";

void add_compare_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("ID", options.request.like, "The passage, as <document>#p<number>")->required();
  add_index_options(app, typed);
  app.add_option("-n,--count", options.request.count, "Other sources at most")
      ->capture_default_str()
      ->check(at_least_one());
  add_filter_options(app, typed);
  app.add_option("--format", typed.format, "Output: text or json")->check(CLI::IsMember({"text", "json"}));
}

}  // namespace

const CommandRow kCompareRow{
    "compare", Command::compare,

    "Sets the tellings of one act or event side by side: the sources, and the dates, numbers, people, places and\n"
    "institutions in which they differ, that only some of them tell, and that all tell.",
    kCompareFooter, add_compare_options};

}  // namespace izde::searcher
