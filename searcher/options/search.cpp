#include "searcher/options/typed.hpp"

namespace izde::searcher {
namespace {

constexpr auto kSearchFooter =
    "\nCommands, each with a --help of its own (only as the first word):\n"
    "  like       find passages on the same matter in every language\n"
    "  compare    set the tellings of one act or event side by side\n"
    "  show       show a passage with its neighbours and all that is known of it\n"
    "  why        tell why a passage is found, or is not\n"
    "  variants   list the forms in which words stand in the index\n"
    "  timeline   list what was found in order of time, each happening or act once\n"
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
    "  izde-search --cite gost земство           with a citation of each hit\n"
    "  izde-search --format csv -n 50 земство > hits.csv        for a spreadsheet; markdown for notes\n"
    "  izde-search --format bibtex --all земство > sources.bib\n"
    "\nThe query language: docs/QUERY.md. Exit code: 0 found, 1 nothing found, 2 failed.\n";

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
  add_page_options(app, options);
  add_filter_options(app, typed);
  add_unit(app, typed);
  app.add_flag("--fold", options.request.fold, "One hit a document");
  add_word_options(app, typed, options);
  add_facets(app, typed);
  add_weights(app, typed);
  add_answer_options(app, typed, options, " (default text; trec with --queries)");
  app.add_option("--queries", options.queries_file, "Batch: a file of lines “id<TAB>query”; - is standard input")
      ->type_name("FILE");
  app.add_flag("--timing", options.timing, "“id<TAB>milliseconds” of each query on standard error");
}

}  // namespace

const CommandRow kSearchRow{"", Command::search, "Searches historical documents in Vietnamese, Kazakh and Russian.",
                            kSearchFooter, add_search_options};

}  // namespace izde::searcher
