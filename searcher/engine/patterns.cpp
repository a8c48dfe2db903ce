#include "searcher/engine/patterns.hpp"

#include "analysis/analyzer.hpp"
#include "searcher/engine/spelling.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace izde::searcher {
namespace {

constexpr std::size_t kMostForms = 20000;

// The letters between the signs in plain spelling, the signs kept.
std::string plain_pattern(std::string_view text, const analysis::Reading& reading) {
  std::string pattern;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t sign = std::min(text.find_first_of("*?", i), text.size());
    if (sign > i) pattern += analysis::Analyzer().plain(text.substr(i, sign - i), reading);
    if (sign < text.size()) pattern.push_back(text[sign]);
    i = sign + 1;
  }
  return pattern;
}

std::vector<WordExpander::FormMatch> forms_like(const std::set<std::string>& patterns, const Shard& shard) {
  std::map<schema::FormId, double> forms;
  for (const std::string& pattern : patterns)
    for (const auto& match : forms_like_pattern(shard, pattern)) forms.emplace(match.form, match.weight);
  std::vector<WordExpander::FormMatch> matches;
  matches.reserve(forms.size());
  for (const auto& [form, weight] : forms) matches.push_back({form, weight});
  return matches;
}

}  // namespace

Atom atom_of(const Node& leaf) {
  Atom atom;
  atom.word = leaf.text;
  atom.span = leaf.span;
  return atom;
}

PatternAtom atom_of_pattern(const Node& leaf, const Snapshot& snapshot, const WordExpander& words) {
  PatternAtom out{atom_of(leaf), std::nullopt};
  std::set<std::string> patterns;
  for (const analysis::Reading& reading : analysis::Analyzer().readings(leaf.text))
    patterns.insert(plain_pattern(leaf.text, reading));
  for (std::size_t shard = 0; shard < snapshot.shards().size(); ++shard) {
    auto matches = forms_like(patterns, snapshot.shards()[shard]);
    if (matches.size() > kMostForms) {
      out.diagnostic = Diagnostic{leaf.span, "“" + leaf.text + "” stands for " + std::to_string(matches.size()) +
                                                 " words; only the first " + std::to_string(kMostForms) +
                                                 " are searched, type more letters"};
      matches.resize(kMostForms);
    }
    words.add_forms(out.atom, shard, matches, Reason::wildcard);
  }
  return out;
}

Atom atom_of_fuzzy(const Node& leaf, const Snapshot& snapshot, const WordExpander& words) {
  Atom atom = atom_of(leaf);
  const analysis::Analyzer analyzer;
  std::set<std::string> plains;
  for (const analysis::Reading& reading : analyzer.readings(leaf.text))
    plains.insert(analyzer.plain(leaf.text, reading));
  for (const std::string& plain : plains)
    for (std::size_t shard = 0; shard < snapshot.shards().size(); ++shard)
      words.add_forms(atom, shard, forms_near(snapshot.shards()[shard], plain, std::max(1U, leaf.distance)),
                      Reason::fuzzy);
  return atom;
}

}  // namespace izde::searcher
