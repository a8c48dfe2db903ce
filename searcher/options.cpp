#include "searcher/options.hpp"

#include "searcher/options/typed.hpp"
#include "searcher/query/date_range.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <sstream>

#include <sys/ioctl.h>
#include <unistd.h>

namespace izde::searcher {
namespace {

constexpr int kUsageError = 2;
constexpr double kMostWeight = 100;

std::string default_database() {
  const char* named = std::getenv("IZDE_DB");
  return named != nullptr && *named != '\0' ? named : "izde.db";
}

bool is_terminal_colored(const std::string& choice) {
  if (choice != "auto") return choice == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

std::size_t terminal_width() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    return size.ws_col;
  return 100;
}

analysis::Language language_named(const std::string& name) {
  const auto language = analysis::language_of_tag(name);
  if (!language) throw CLI::ValidationError("--lang", "“" + name + "” is not a language of Izde; choose vi, kk or ru");
  return *language;
}

std::optional<analysis::DayRange> dates_named(const Typed& typed) {
  if (typed.from.empty() && typed.to.empty()) return std::nullopt;
  const auto range = analysis::parse_date_range(typed.from + ".." + typed.to);
  if (!range)
    throw CLI::ValidationError(
        "--from/--to",
        "“" + typed.from + ".." + typed.to +
            "” is no span of time, or ends before it begins; write 1917, 1917-12, 1917-12-05 or os:1917-12-05");
  if (!is_within_years(*range))
    throw CLI::ValidationError("--from/--to", "“" + typed.from + ".." + typed.to + "”: years go from 1 to 2100");
  return range;
}

Weights weights_named(const std::vector<std::string>& typed) {
  Weights weights = usual_weights();
  for (const std::string& text : typed) {
    const std::size_t sign = text.find('=');
    const auto row = weighed_named(std::string_view(text).substr(0, sign));
    double value = -1;
    const char* end = text.data() + text.size();
    const bool number = sign != text.npos && std::from_chars(text.data() + sign + 1, end, value).ptr == end;
    if (!row || !number || !(value >= 0 && value <= kMostWeight))
      throw CLI::ValidationError("--weight",
                                 "“" + text + "” is no NAME=NUMBER from 0 to 100, such as title=0; see --help");
    weights[static_cast<std::size_t>(*row)] = value;
  }
  return weights;
}

void complete_output(Options& options, const Typed& typed) {
  const bool counts = !typed.facets.empty();
  const std::string usual = options.queries_file.empty() ? "text" : counts ? "json" : "trec";
  const std::string format = typed.format.empty() ? usual : typed.format;
  options.output = find_output(format);
  if (options.output == nullptr)
    throw CLI::ValidationError("--format", "“" + format + "” is not an output; see izde-search --help");
  options.request.only_ids = options.output->only_ids;
  if (counts && options.output->render_facets == nullptr)
    throw CLI::ValidationError("--format", "counts are shown as text, tsv or json, not as " + format);
  if (typed.with_facets && !counts && format != "json")
    throw CLI::ValidationError("--facets",
                               "add --format json, or ask for --people, --places, --institutions, "
                               "--languages, --acts or --issuers to read the counts");
  if (!typed.timeline.empty() && (counts || (format != "text" && format != "json")))
    throw CLI::ValidationError("--timeline", "a timeline is shown as text or json, without other counts");
  options.request.facets = counts              ? Counting::instead_of_hits
                           : typed.with_facets ? Counting::beside_hits
                                               : Counting::none;
  if (options.output->is_file && !options.queries_file.empty())
    throw CLI::ValidationError("--format", format + " is a file of one query; ask each by itself, without --queries");
  if (!typed.cite.empty() && (!options.output->cites || counts))
    throw CLI::ValidationError("--cite",
                               "citations are shown with hits as text, json, jsonl, csv or markdown, not as " +
                                   (counts ? "counts" : format) + "; --format bibtex is a .bib file");
  options.render = {is_terminal_colored(typed.color),
                    options.request.explain,
                    terminal_width(),
                    typed.facets,
                    citation_style(typed.cite),
                    ""};
}

void complete(Options& options, const Typed& typed) {
  options.databases = typed.databases.empty() ? std::vector{default_database()} : typed.databases;
  options.thesauri.assign(typed.thesauri.begin(), typed.thesauri.end());
  options.lexicons.assign(typed.lexicons.begin(), typed.lexicons.end());
  options.request.aliases = !typed.no_aliases;
  options.request.translate = !typed.no_translate;
  for (const std::string& name : typed.languages) options.request.languages.push_back(language_named(name));
  if (!typed.language.empty()) options.language = language_named(typed.language);
  options.request.kinds = typed.kinds;
  options.request.weights = weights_named(typed.weights);
  options.request.dates = dates_named(typed);
  options.request.undated = typed.undated;
  options.request.sort = typed.sort == "date" ? Sorting::date : Sorting::score;
  if (!typed.timeline.empty())
    options.request.timeline = typed.timeline == "year"    ? Grain::year
                               : typed.timeline == "month" ? Grain::month
                                                           : Grain::day;
  options.request.unit = typed.unit == "document" ? Unit::document : Unit::passage;
  for (const std::string& word : typed.words)
    options.request.query += (options.request.query.empty() ? "" : " ") + word;
  if (!options.request.like.empty()) options.request.query = "like " + options.request.like;
  complete_output(options, typed);
  if (options.command == Command::search && options.request.query.empty() && options.queries_file.empty() &&
      options.request.facets != Counting::instead_of_hits)
    throw CLI::ValidationError("QUERY", "nothing to search for; try: izde-search Semey (or --help)");
  if (options.command == Command::eval && options.queries_file.empty() == options.run_file.empty())
    throw CLI::ValidationError("eval", "name either --queries or --run");
}

// Takes the command off the arguments, if the first of them is one.
const CommandRow& take_command(int& argc, char**& argv) {
  static constexpr std::array kCommands{&kLikeRow,     &kCompareRow, &kTimelineRow, &kShowRow,   &kWhyRow,
                                        &kVariantsRow, &kEvalRow,    &kAnalyzeRow,  &kDetectRow, &kDatesRow};
  for (const CommandRow* row : kCommands) {
    if (argc < 2 || argv[1] != row->name) continue;
    --argc;
    ++argv;
    return *row;
  }
  return kSearchRow;
}

void set_up(CLI::App& app, const CommandRow& row, Options& options, Typed& typed) {
  options.command = row.command;
  app.set_version_flag("--version", "izde-search " IZDE_VERSION);
  app.name("izde-search" + (row.name.empty() ? "" : " " + std::string(row.name)));
  app.description(row.description)->footer(row.footer);
  row.add_options(app, typed, options);
}

}  // namespace

ParsedOptions parse_options(int argc, char** argv) {
  Options options;
  Typed typed;
  CLI::App app;
  set_up(app, take_command(argc, argv), options, typed);
  try {
    app.parse(argc, argv);
    complete(options, typed);
    return {std::move(options), "", 0};
  } catch (const CLI::ExtrasError& error) {
    return {std::nullopt,
            std::string(error.what()) +
                "\nSee --help. A query that begins with a hyphen needs -- before it: izde-search -- -word other\n",
            kUsageError};
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = app.exit(error, out, err);
    return {std::nullopt, code == 0 ? out.str() : err.str(), code == 0 ? 0 : kUsageError};
  }
}

}  // namespace izde::searcher
