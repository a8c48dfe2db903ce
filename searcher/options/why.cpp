#include "searcher/options/typed.hpp"

namespace izde::searcher {
namespace {

constexpr auto kWhyFooter =
    "\nExamples:\n"
    "  izde-search why ru/act-1918-06.md#p2 съезд земля      where the words stand, and the score\n"
    "  izde-search why vi/report.md#p1 '\"Alash Orda\"' --lang ru\n"
    "  izde-search --all --format tsv QUERY | cut -f3        the ids of what a query finds\n"
    "\nExit code: 0 the passage is a hit, 1 it is none, 2 there is no such passage, or failed.\n";

void add_why_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("ID", options.passage, "The passage, as <document>#p<number>")->required();
  app.add_option("QUERY", typed.words, "What is searched for")->required();
  add_index_options(app, typed);
  add_filter_options(app, typed);
  add_word_options(app, typed, options);
  add_weights(app, typed);
  app.add_option("--format", typed.format, "Output: text or json")->check(CLI::IsMember({"text", "json"}));
}

}  // namespace

const CommandRow kWhyRow{
    "why", Command::why,

    "Tells why a passage is found by a query, or is not: each word, the rank, the score taken apart.", kWhyFooter,
    add_why_options};

}  // namespace izde::searcher
