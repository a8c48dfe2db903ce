// What CLI11 fills in for izde-search, before it is made into Options, and the options that several commands share.
// Only the files of this folder and options.cpp name CLI11.
#pragma once

#include "searcher/options.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct Typed {
  std::vector<std::string> weights, words, databases, thesauri, lexicons, languages, kinds;
  std::vector<Facet> facets;
  std::string from, to, unit = "passage", format, color = "auto", language;
  std::string timeline, sort = "score", cite;
  bool undated = false, with_facets = false, no_aliases = false, no_translate = false;
};

/// A command: its first word, what --help says of it, and its options. What to write to add one is told in
/// docs/ARCHITECTURE.md, “Where do I add …”.
struct CommandRow {
  std::string_view name;  ///< "" is searching itself
  Command command;
  const char* description;
  const char* footer;
  void (*add_options)(CLI::App&, Typed&, Options&);
};
extern const CommandRow kSearchRow, kLikeRow, kCompareRow, kTimelineRow, kShowRow, kEvalRow, kWhyRow, kVariantsRow,
    kAnalyzeRow, kDetectRow, kDatesRow;

/// A repeatable option; each use takes one value.
CLI::Option* add_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& target,
                          const std::string& help);
/// One value or several with commas between; each use takes one word of the command line.
void add_listed(CLI::App& app, const std::string& name, std::vector<std::string>& target, const std::string& help);
/// --db, --thesaurus, --lexicon.
void add_index_options(CLI::App& app, Typed& typed);
void add_unit(CLI::App& app, Typed& typed);
void add_color(CLI::App& app, Typed& typed);
/// -n, --offset, --all, --per-language.
void add_page_options(CLI::App& app, Options& options);
/// --explain, --format, --cite, --color; `usual` tells which output is used without --format.
void add_answer_options(CLI::App& app, Typed& typed, Options& options, const std::string& usual);
/// --lang, --kind, --from, --to, --undated.
void add_filter_options(CLI::App& app, Typed& typed);
/// --weight, for experiments.
void add_weights(CLI::App& app, Typed& typed);
/// --exact, --no-aliases, --no-translate.
void add_word_options(CLI::App& app, Typed& typed, Options& options);

/// Numbers of something: 0 and more; 1 and more.
CLI::Validator digits_only();
CLI::Validator at_least_one();

}  // namespace izde::searcher
