#include "searcher/options/typed.hpp"

namespace izde::searcher {
namespace {

constexpr auto kTimelineFooter =
    "\nA day before 14 February 1918 is told in New Style with Old Style beside it: 1917-12-26 (O.S. 13); with (O.S. "
    "13?)\n"
    "no source says which calendar it is, and Old Style, which Russia then wrote, is supposed.\n"
    "\nExamples:\n"
    "  izde-search timeline 'Алаш-Орда'                       what is told of it, in order of time\n"
    "  izde-search timeline съезд --from 1917-04 --to 1917-12\n"
    "  izde-search timeline --kind decree земля               acts only\n"
    "  izde-search timeline --format csv -n 500 Semey > semey.csv\n"
    "  izde-search timeline --all-dates Букейханов            every date beside him, births and deaths too\n"
    "\nExit code: 0 found, 1 nothing found, 2 failed.\n";

void add_timeline_options(CLI::App& app, Typed& typed, Options& options) {
  options.request.count = kTimelineLines;
  app.add_option("QUERY", typed.words, "What to search for")->required();
  add_index_options(app, typed);
  app.add_option("-n,--count", options.request.count, "Lines to list; of more, those of the best hits")
      ->capture_default_str()
      ->check(at_least_one());
  add_filter_options(app, typed);
  app.add_flag("--all-dates", options.request.all_dates,
               "Every date that the passages name, also of those that are neither decrees nor events");
  add_word_options(app, typed, options);
  app.add_option("--format", typed.format, "Output: text, json, csv or markdown (default text)")
      ->check(CLI::IsMember({"text", "json", "csv", "markdown"}));
  add_color(app, typed);
}

}  // namespace

const CommandRow kTimelineRow{
    "timeline", Command::timeline,

    "Lists what was found in order of time: a line for each dated happening or act, with every source that tells it.\n"
    "What several sources tell of one day and the same people, bodies or places is one line, in whatever languages.",
    kTimelineFooter, add_timeline_options};

}  // namespace izde::searcher
