#include "thesaurus/endings.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "thesaurus_tables.hpp"

namespace izde::thesaurus {
namespace {

using analysis::Language;

constexpr std::size_t kShortestPart = 2;  ///< letters that never change: уф|а
constexpr std::size_t kShortestBare = 3;  ///< letters of a form without ending: орд, but уф is a sigh

struct Ending {
  std::u32string letters;
  bool may_go_on = false;
};

struct Paradigm {
  Language language = Language::other;
  std::vector<std::u32string> citations;  ///< endings of the label's word; empty: words that no other row fits
  std::vector<Ending> endings;
};

/// Kazakh is compared as Arabic letters show it, so that ның and نىڭ are one.
std::u32string letters(std::string_view word, Language language) {
  return analysis::letters_of(language == Language::kk ? analysis::arabic_grade(word) : std::string(word));
}

Ending read_ending(std::string_view cell, Language language) {
  if (cell == "-") return {};
  const bool goes_on = cell.ends_with('+');
  if (goes_on) cell.remove_suffix(1);
  return {letters(cell, language), goes_on};
}

std::vector<Paradigm> read_paradigms() {
  std::vector<Paradigm> paradigms;
  for (const analysis::Row& row : analysis::rows_of(tables::case_endings)) {
    const std::optional<Language> language = analysis::language_of_tag(row[0]);
    if (!language) continue;
    Paradigm& paradigm = paradigms.emplace_back();
    paradigm.language = *language;
    for (const std::string_view cell : analysis::parts_of(row[1], ' ')) {
      if (cell != "*") paradigm.citations.push_back(letters(cell, *language));
    }
    for (const std::string_view cell : analysis::parts_of(row[2], ' ')) {
      paradigm.endings.push_back(read_ending(cell, *language));
    }
  }
  return paradigms;
}

const std::vector<Paradigm>& paradigms() {
  static const std::vector<Paradigm> rows = read_paradigms();
  return rows;
}

bool names(const Paradigm& row, std::u32string_view citation) {
  return std::any_of(row.citations.begin(), row.citations.end(),
                     [&](const std::u32string& ending) { return citation.ends_with(ending); });
}

/// The paradigms that a name may follow.
std::vector<const Paradigm*> paradigms_of(std::u32string_view citation, Language language) {
  std::vector<const Paradigm*> named, others;
  for (const Paradigm& row : paradigms()) {
    if (row.language != language) continue;
    if (row.citations.empty()) others.push_back(&row);
    if (names(row, citation)) named.push_back(&row);
  }
  return named.empty() ? others : named;
}

bool is_ending(std::u32string_view rest, const Paradigm& paradigm) {
  return std::any_of(paradigm.endings.begin(), paradigm.endings.end(), [&](const Ending& ending) {
    return ending.may_go_on ? rest.starts_with(ending.letters) : rest == ending.letters;
  });
}

/// қ ғ, к г and п б stand for each other at the end of a Kazakh stem: Ақбұлақ, Ақбұлағы.
bool alternate(char32_t a, char32_t b) {
  const auto pair = [&](char32_t voiceless, char32_t voiced) {
    return (a == voiceless && b == voiced) || (a == voiced && b == voiceless);
  };
  return pair(U'қ', U'ғ') || pair(U'к', U'г') || pair(U'п', U'б');
}

/// Whether both words are one part of at least kShortestPart and at most `common` letters, and an ending of the
/// paradigm. The part may be shorter than what is common: временно|е, временно|го, but временн|ое, временн|ого.
bool share_part(std::u32string_view name, std::u32string_view word, const Paradigm& paradigm, std::size_t common) {
  for (; common >= kShortestPart; --common) {
    if (common < kShortestBare && word.size() == common) continue;
    if (is_ending(name.substr(common), paradigm) && is_ending(word.substr(common), paradigm)) return true;
    if (paradigm.language == Language::kk) return false;  // there the part is all that is common
  }
  return false;
}

/// How many letters two words begin alike with; at most one too many, where they differ within a letter.
std::size_t common_letters(std::string_view one, std::string_view other) {
  const auto end = std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first;
  return static_cast<std::size_t>(std::count_if(one.begin(), end, [](char c) { return (c & '\xC0') != '\x80'; }));
}

}  // namespace

bool is_form_of(std::string_view form, std::string_view citation, Language language) {
  if (form == citation) return true;
  if (language == Language::ru && common_letters(form, citation) < kShortestPart) return false;  // most words
  const std::u32string name = letters(citation, language);
  const std::u32string word = letters(form, language);
  const auto end = std::mismatch(name.begin(), name.end(), word.begin(), word.end()).first;
  auto common = static_cast<std::size_t>(end - name.begin());
  const bool both_go_on = common < name.size() && common < word.size();
  if (language == Language::kk && both_go_on && alternate(name[common], word[common])) ++common;
  const std::vector<const Paradigm*> rows = paradigms_of(name, language);
  return std::any_of(rows.begin(), rows.end(),
                     [&](const Paradigm* row) { return share_part(name, word, *row, common); });
}

Parts russian_parts(std::string_view plain) {
  static const std::unordered_set<std::string> endings = [] {
    std::unordered_set<std::string> all;
    for (const Paradigm& row : paradigms()) {
      if (row.language != Language::ru) continue;
      for (const Ending& ending : row.endings) all.insert(analysis::utf8_of(ending.letters));
    }
    return all;
  }();
  Parts parts;
  std::string ending;
  for (std::size_t cut = plain.size(); parts.count < parts.part.size(); --cut) {
    ending.assign(plain.substr(cut));
    if (cut > 0 && endings.contains(ending)) parts.part[parts.count++] = plain.substr(0, cut);
    while (cut > 0 && (plain[cut - 1] & '\xC0') == '\x80') --cut;  // to the first byte of the letter before
    if (cut == 0 || ending.size() > 6) break;
  }
  return parts;
}

std::string_view case_endings() { return tables::case_endings; }

}  // namespace izde::thesaurus
