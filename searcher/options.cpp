#include "searcher/options.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <cstdlib>
#include <sstream>

#include <sys/ioctl.h>
#include <unistd.h>

namespace izde::searcher {
namespace {

constexpr int kUsageError = 2;

constexpr auto kSearchFooter =
    "\nCommands, each with a --help of its own (only as the first word):\n"
    "  why        tell why a passage is found, or is not\n"
    "  variants   list the forms in which words stand in the index\n"
    "  eval       measure the ranking against judgments\n"
    "  analyze    show how each word of a text is read\n"
    "  detect     tell language and script of each line\n"
    "  dates      find the dates in each line\n"
    "\nExamples:\n"
    "  izde-search Semey                       every name and script of the city\n"
    "  izde-search '\"Alash Orda\" kind:act'      a phrase, in acts only\n"
    "  izde-search 'съезд NEAR/5 Семипалатинск' --lang ru\n"
    "  izde-search 'съезд person:Букейханов'    only where he is mentioned, under any name, in any language\n"
    "  izde-search --people съезд               who is mentioned beside it, and how often\n"
    "  izde-search --per-language 3 Алашорда    the best three of each language\n"
    "  izde-search --all --format tsv Алашорда > hits.tsv\n"
    "\nThe query language: docs/QUERY.md. Exit code: 0 found, 1 nothing found, 2 failed.\n";

constexpr auto kWhyFooter =
    "\nExamples:\n"
    "  izde-search why ru/act-1918-06.md#p2 съезд земля      where the words stand, and the score\n"
    "  izde-search why vi/report.md#p1 '\"Alash Orda\"' --lang ru\n"
    "  izde-search --all --format tsv QUERY | cut -f3        the ids of what a query finds\n"
    "\nExit code: 0 the passage is a hit, 1 it is none, 2 there is no such passage, or failed.\n";

constexpr auto kDatesFooter =
    "\nPrints a line for each date, tab-separated: first and last byte, the date in New Style (EDTF), the same in Old\n"
    "Style where the text tells it, its kind, how sure it is (0 to 1), and the words. An empty line ends each text.\n"
    "  1917-12-13  a day        1917-12  a month       192X  a decade     XXXX-12-13  the year is left out\n"
    "  A/B  from A to B         ../A  up to A          A/..  from A on    1917~  about    1917?  doubtful\n"
    "Kinds that need a word: double is one day told in both styles, 11 (24) June; double? may also be a range;\n"
    "double! is written like one, but its days are not 13 apart; os and ns are days marked Old and New Style.\n"
    "\nExamples:\n"
    "  izde-search dates '11 (24) июня 1918 г.'\n"
    "  izde-search dates --lang vi 'từ ngày 5 đến ngày 13 tháng 12 năm 1917'\n"
    "  izde-search dates < chronicle.txt\n";

constexpr auto kVariantsFooter =
    "\nExamples:\n"
    "  izde-search variants Семей                  the town in every script, spelling and name\n"
    "  izde-search variants земля --no-translate   its Russian forms, and Kazakh ones that are spelt alike\n"
    "  izde-search variants --format tsv Алаш Орда --kind newspaper > forms.tsv\n"
    "\nWORD may be anything that QUERY may. Exit code: 0 found, 1 nothing found, 2 failed.\n";

std::string default_database() {
  const char* named = std::getenv("IZDE_DB");
  return named != nullptr && *named != '\0' ? named : "izde.db";
}

// What CLI11 fills in, before it is made into Options.
struct Typed {
  std::vector<std::string> words, databases, thesauri, lexicons, languages, kinds;
  std::vector<Facet> facets;
  std::string from, to, unit = "passage", format, color = "auto", language;
  std::string timeline, sort = "score";
  bool undated = false, with_facets = false, no_aliases = false, no_translate = false;
};

// CLI11 lets a vector option swallow every word after it; here each use takes one value.
template <class Target>
CLI::Option* add_repeated(CLI::App& app, const std::string& name, Target& target, const std::string& help) {
  return app.add_option(name, target, help)->expected(1)->take_all()->allow_extra_args(false);
}

CLI::Validator digits_only() {
  return {[](const std::string& text) {
            return text.find_first_not_of("0123456789") == std::string::npos ? ""
                                                                             : "“" + text + "” is no number of hits";
          },
          "NUMBER"};
}

CLI::Validator at_least_one() {
  return {[](const std::string& text) {
            const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
            return digits && text.find_first_not_of('0') != std::string::npos
                       ? ""
                       : "“" + text + "” is no number of hits; write 1 or more";
          },
          "≥1"};
}

void add_index_options(CLI::App& app, Typed& typed) {
  add_repeated(app, "--db", typed.databases,
               "Index: a folder, a stub file or HOST:PORT; repeat to search several (default: $IZDE_DB, else izde.db)")
      ->type_name("PLACE");
  add_repeated(app, "--thesaurus", typed.thesauri, "Also use the names of this .ttl file or folder")->type_name("PATH");
  add_repeated(app, "--lexicon", typed.lexicons, "Also use the translations of this .tsv file or folder")
      ->type_name("PATH");
}

void add_unit(CLI::App& app, Typed& typed) {
  app.add_option("--unit", typed.unit, "What a hit is")
      ->check(CLI::IsMember({"passage", "document"}))
      ->capture_default_str();
}

// One value or several with commas between; each use takes one word of the command line.
void add_listed(CLI::App& app, const std::string& name, std::vector<std::string>& target, const std::string& help) {
  app.add_option(name, target, help)->delimiter(',')->allow_extra_args(false)->expected(1)->take_all();
}

void add_filter_options(CLI::App& app, Typed& typed) {
  add_listed(app, "--lang", typed.languages, "Only passages in these languages: vi,kk,ru");
  add_listed(
      app, "--kind", typed.kinds,
      "Only passages of these kinds: decree,event, or as the front matter of their document says: act,newspaper");
  app.add_option("--from", typed.from,
                 "Only passages that name a date on or after: 1917, 1917-12, 1917-12-13, os:1917-12-05\n"
                 "(of those that name none, their document's date counts)");
  app.add_option("--to", typed.to, "Only passages that name a date on or before");
  app.add_flag("--undated", typed.undated, "With --from, --to or date: also passages without any date");
}

void add_word_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_flag("--exact", options.request.exact_only, "Words as typed: no inflections, other spellings or names");
  app.add_flag("--no-aliases", typed.no_aliases, "Names only as typed: no other names, no names that sound alike");
  app.add_flag("--no-translate", typed.no_translate, "Words only in the language of the query");
}

// After -n, --offset and --all, which make no sense beside --per-language.
void add_per_language(CLI::App& app, Options& options) {
  app.add_option("--per-language", options.request.per_language,
                 "The best hits of each of vi, kk and ru, so many of each, in one list")
      ->check(at_least_one())
      ->excludes("--count", "--offset", "--all");
}

void add_facets(CLI::App& app, Typed& typed) {
  const auto add = [&](const std::string& name, Facet facet, const std::string& help) {
    app.add_flag_callback(
        name, [&typed, facet] { typed.facets.push_back(facet); }, help);
  };
  add("--people", Facet::people, "Instead of hits, the people mentioned in all of them, with the number of hits");
  add("--places", Facet::places, "The same of places");
  add("--institutions", Facet::institutions, "The same of institutions");
  add("--languages", Facet::languages, "The same of the languages and scripts of the hits");
  add("--acts", Facet::acts, "The same of the types of the acts that the hits state: decree, resolution, law, …");
  add("--issuers", Facet::issuers, "The same of who issued those acts");
  app.add_option("--timeline", typed.timeline, "Instead of hits, how many name each year, month or day")
      ->check(CLI::IsMember({"year", "month", "day"}));
  app.add_option("--sort", typed.sort, "Order of the hits")
      ->check(CLI::IsMember({"score", "date"}))
      ->capture_default_str();
  app.add_flag("--facets", typed.with_facets, "With --format json: all these counts beside the hits, and the kinds");
}

void add_search_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("QUERY", typed.words, "What to search for");
  add_index_options(app, typed);
  app.add_option("-n,--count", options.request.count, "Hits to show")->capture_default_str()->check(at_least_one());
  app.add_option("--offset", options.request.offset, "Leave out the first hits")
      ->capture_default_str()
      ->check(digits_only());
  app.add_flag("--all", options.request.all, "Every hit, with an exact total");
  add_per_language(app, options);
  add_filter_options(app, typed);
  add_unit(app, typed);
  app.add_flag("--fold", options.request.fold, "One hit a document");
  add_word_options(app, typed, options);
  add_facets(app, typed);
  app.add_flag("--explain", options.request.explain, "Show how the query was understood and why each word was found");
  std::string names;
  for (const OutputRow& row : outputs()) names += (names.empty() ? "" : "|") + std::string(row.name);
  app.add_option("--format", typed.format, "Output: " + names + " (default text; trec with --queries)");
  app.add_option("--color", typed.color, "auto, always or never; auto heeds NO_COLOR")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  app.add_option("--queries", options.queries_file, "Batch: a file of lines “id<TAB>query”; - is standard input")
      ->type_name("FILE");
  app.add_flag("--timing", options.timing, "“id<TAB>milliseconds” of each query on standard error");
}

void add_why_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("ID", options.passage, "The passage, as <document>#p<number>")->required();
  app.add_option("QUERY", typed.words, "What is searched for")->required();
  add_index_options(app, typed);
  add_filter_options(app, typed);
  add_word_options(app, typed, options);
  app.add_option("--format", typed.format, "Output: text or json")->check(CLI::IsMember({"text", "json"}));
}

void add_variants_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("WORD", typed.words, "The words to look for")->required();
  add_index_options(app, typed);
  add_filter_options(app, typed);
  add_word_options(app, typed, options);
  app.add_option("--format", typed.format, "Output: text, tsv or json")->check(CLI::IsMember({"text", "tsv", "json"}));
}

void add_eval_options(CLI::App& app, Typed& typed, Options& options) {
  add_index_options(app, typed);
  app.add_option("--queries", options.queries_file, "Lines “id<TAB>query”; - is standard input")->type_name("FILE");
  app.add_option("--qrels", options.qrels_file, "Judgments: lines “id 0 document grade”")
      ->type_name("FILE")
      ->required();
  app.add_option("--run", options.run_file, "Measure this TREC run instead of searching")->type_name("FILE");
  app.add_flag("--per-query", options.per_query, "A line for each query before the mean");
  add_listed(app, "--lang", typed.languages, "Only passages in these languages");
  add_unit(app, typed);
}

void add_analyze_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("TEXT", options.texts, "Texts to read; lines of standard input if none");
  app.add_option("--lang", typed.language, "Read as this language: vi, kk or ru (default: detected)");
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
  return range;
}

void complete_output(Options& options, const Typed& typed) {
  const bool counts = !typed.facets.empty();
  const std::string usual = options.queries_file.empty() ? "text" : counts ? "json" : "trec";
  const std::string format = typed.format.empty() ? usual : typed.format;
  options.output = find_output(format);
  if (options.output == nullptr)
    throw CLI::ValidationError("--format", "“" + format + "” is not an output; see izde-search --help");
  if (counts && options.output->render_facets == nullptr)
    throw CLI::ValidationError("--format", "counts are shown as text, tsv or json, not as " + format);
  if (typed.with_facets && !counts && format != "json")
    throw CLI::ValidationError("--facets",
                               "add --format json, or ask for --people, --places, --institutions or "
                               "--languages to read the counts");
  if (!typed.timeline.empty() && (counts || (format != "text" && format != "json")))
    throw CLI::ValidationError("--timeline", "a timeline is shown as text or json, without other counts");
  options.request.facets = counts              ? Counting::instead_of_hits
                           : typed.with_facets ? Counting::beside_hits
                                               : Counting::none;
  options.render = {is_terminal_colored(typed.color), options.request.explain, terminal_width(), typed.facets};
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
  complete_output(options, typed);
  if (options.command == Command::search && options.request.query.empty() && options.queries_file.empty() &&
      options.request.facets != Counting::instead_of_hits)
    throw CLI::ValidationError("QUERY", "nothing to search for; try: izde-search Semey (or --help)");
  if (options.command == Command::eval && options.queries_file.empty() == options.run_file.empty())
    throw CLI::ValidationError("eval", "name either --queries or --run");
}

Command take_command(int& argc, char**& argv) {
  constexpr std::array<std::pair<std::string_view, Command>, 6> commands{{{"eval", Command::eval},
                                                                          {"why", Command::why},
                                                                          {"variants", Command::variants},
                                                                          {"analyze", Command::analyze},
                                                                          {"detect", Command::detect},
                                                                          {"dates", Command::dates}}};
  if (argc < 2) return Command::search;
  for (const auto& [name, command] : commands) {
    if (argv[1] != name) continue;
    --argc;
    ++argv;
    return command;
  }
  return Command::search;
}

void set_up(CLI::App& app, Options& options, Typed& typed) {
  app.set_version_flag("--version", "izde-search " IZDE_VERSION);
  switch (options.command) {
    case Command::search:
      app.name("izde-search")
          ->description("Searches historical documents in Vietnamese, Kazakh and Russian.")
          ->footer(kSearchFooter);
      return add_search_options(app, typed, options);
    case Command::eval:
      app.name("izde-search eval")->description("Measures the ranking: nDCG@10, MRR@10, Recall@100, MAP.");
      return add_eval_options(app, typed, options);
    case Command::why:
      app.name("izde-search why")
          ->description(
              "Tells why a passage is found by a query, or is not: each word, the rank, the score taken apart.")
          ->footer(kWhyFooter);
      return add_why_options(app, typed, options);
    case Command::variants:
      app.name("izde-search variants")
          ->description(
              "Lists every form in which the index has the words: spellings, inflections, scripts, names, "
              "translations;\n"
              "with how it belongs to the words, the passages that have it, and these by decade of the document's "
              "date.")
          ->footer(kVariantsFooter);
      return add_variants_options(app, typed, options);
    case Command::analyze:
      app.name("izde-search analyze")
          ->description(
              "Prints a line for each word, tab-separated: written, plain, stem, key, first and last byte, language.\n"
              "Why did this not match? Two words match when their stems (or keys) are the same.");
      return add_analyze_options(app, typed, options);
    case Command::detect:
      app.name("izde-search detect")
          ->description("Prints language, script and confidence of each line of standard input.");
      return;
    case Command::dates:
      app.name("izde-search dates")
          ->description("Finds the dates of a text, in the words, scripts and calendars of its time.")
          ->footer(kDatesFooter);
      return add_analyze_options(app, typed, options);
  }
}

}  // namespace

ParsedOptions parse_options(int argc, char** argv) {
  Options options;
  Typed typed;
  options.command = take_command(argc, argv);
  CLI::App app;
  set_up(app, options, typed);
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
