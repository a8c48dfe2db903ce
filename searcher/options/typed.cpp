#include "searcher/options/typed.hpp"

#include <array>
#include <charconv>

namespace izde::searcher {

// CLI11 lets a vector option swallow every word after it; here each use takes one value.
CLI::Option* add_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& target,
                          const std::string& help) {
  return app.add_option(name, target, help)->expected(1)->take_all()->allow_extra_args(false);
}

void add_listed(CLI::App& app, const std::string& name, std::vector<std::string>& target, const std::string& help) {
  app.add_option(name, target, help)->delimiter(',')->allow_extra_args(false)->expected(1)->take_all();
}

CLI::Validator digits_only() {
  return {[](const std::string& text) {
            return text.find_first_not_of("0123456789") == std::string::npos
                       ? ""
                       : "“" + text + "” is no number; write 0 or more";
          },
          "NUMBER"};
}

CLI::Validator at_least_one() {
  return {[](const std::string& text) {
            const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
            return digits && text.find_first_not_of('0') != std::string::npos
                       ? ""
                       : "“" + text + "” is no number; write 1 or more";
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

void add_color(CLI::App& app, Typed& typed) {
  app.add_option("--color", typed.color, "auto, always or never; auto heeds NO_COLOR")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
}

void add_page_options(CLI::App& app, Options& options) {
  app.add_option("-n,--count", options.request.count, "Hits to show")->capture_default_str()->check(at_least_one());
  app.add_option("--offset", options.request.offset, "Leave out the first hits")
      ->capture_default_str()
      ->check(digits_only());
  app.add_flag("--all", options.request.all, "Every hit, with an exact total");
  app.add_option("--per-language", options.request.per_language,
                 "The best hits of each of vi, kk and ru, so many of each, in one list")
      ->check(at_least_one())
      ->excludes("--count", "--offset", "--all");  // which make no sense beside it
}

void add_answer_options(CLI::App& app, Typed& typed, Options& options, const std::string& usual) {
  app.add_flag("--explain", options.request.explain, "Show how the query was understood and why each word was found");
  std::string names;
  for (const OutputRow& row : outputs()) names += (names.empty() ? "" : "|") + std::string(row.name);
  app.add_option("--format", typed.format, "Output: " + names + usual);
  app.add_option("--cite", typed.cite,
                 "A citation of each hit, from its front matter: gost, chicago or bibtex (csv, markdown: gost)")
      ->check(CLI::IsMember({"gost", "chicago", "bibtex"}));
  add_color(app, typed);
}

void add_weights(CLI::App& app, Typed& typed) {
  std::string names;
  for (const WeightRow& row : weight_rows()) {
    std::array<char, 32> usual{};
    const auto end = std::to_chars(usual.data(), usual.data() + usual.size(), row.usual).ptr;
    names += (names.empty() ? "" : ", ") + std::string(row.name) + " " + std::string(usual.data(), end);
  }
  add_repeated(app, "--weight", typed.weights,
               "For experiments: weigh something otherwise, title=0 (" + names + "; docs/RANKING.md)")
      ->type_name("NAME=NUMBER");
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

}  // namespace izde::searcher
