#include "searcher/options/typed.hpp"

namespace izde::searcher {
namespace {

constexpr auto kVariantsFooter =
    "\nExamples:\n"
    "  izde-search variants Семей                  the town in every script, spelling and name\n"
    "  izde-search variants земля --no-translate   its Russian forms, and Kazakh ones that are spelt alike\n"
    "  izde-search variants --format tsv Алаш Орда --kind newspaper > forms.tsv\n"
    "\nWORD may be anything that QUERY may. Exit code: 0 found, 1 nothing found, 2 failed.\n";

void add_variants_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("WORD", typed.words, "The words to look for")->required();
  add_index_options(app, typed);
  add_filter_options(app, typed);
  add_word_options(app, typed, options);
  app.add_option("--format", typed.format, "Output: text, tsv or json")->check(CLI::IsMember({"text", "tsv", "json"}));
}

}  // namespace

const CommandRow kVariantsRow{
    "variants", Command::variants,

    "Lists every form in which the index has the words: spellings, inflections, scripts, names, "
    "translations;\n"
    "with how it belongs to the words, the passages that have it, and these by decade of the document's "
    "date.",
    kVariantsFooter, add_variants_options};

}  // namespace izde::searcher
