#include "indexer/kinds/cues.hpp"

#include "analysis/table.hpp"
#include "indexer_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace izde::indexer {
namespace {

using analysis::Language;
using analysis::Token;

constexpr std::array<std::pair<std::string_view, Language>, 3> kLanguages{
    {{"vi", Language::vi}, {"kk", Language::kk}, {"ru", Language::ru}}};
constexpr std::string_view kNone = "none";
constexpr std::size_t kAhead = 8;          // tokens whose memory is asked for beforehand
constexpr std::size_t kLettersBefore = 2;  // of an ending, in code points

/// What cues are compared by: stems; of Kazakh their key, in which all scripts meet; of Vietnamese the syllable.
std::string_view stem_face(const Token& token) { return token->language == Language::kk ? token->key : token->stem; }

std::string tagged(Language language, std::string_view face) {
  std::string letters;
  letters.reserve(face.size() + 4);
  return letters.append(analysis::code(language)).append(":").append(face);
}

std::string plain_face(Language language, std::string_view face) {
  std::string letters;
  letters.reserve(face.size() + 4);
  return letters.append("=").append(analysis::code(language)).append(":").append(face);
}

/// Vietnamese typed without marks is met without them: then no syllable of the text has any.
bool lacks_marks(const analysis::Tokens& tokens) {
  return std::none_of(tokens.begin(), tokens.end(),
                      [](const Token& token) { return token->language == Language::vi && token->plain != token->key; });
}

std::string unmarked_face(std::string_view key) { return "vi-:" + std::string(key); }

/// Whether nothing but punctuation follows before the next word, or nothing at all: қаулы қылды. / қылды, …
bool ends_clause(std::string_view text, const Token& token) {
  std::size_t at = token.span.end;
  if (at >= text.size()) return true;
  if (text[at] != ' ') return true;
  while (at < text.size() && text[at] == ' ') ++at;
  return at == text.size() || std::string_view("-\xE2\xDB\n;:").find(text[at]) != std::string_view::npos;
}

std::size_t letters_in(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

analysis::Tokens single_words(const analysis::Tokens& tokens) {
  analysis::Tokens words;
  words.reserve(tokens.size());
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(words),
               [](const Token& token) { return token.width == 1; });
  return words;
}

Cues::Cues(const analysis::Analyzer& analyzer) {
  const analysis::Row header = analysis::header_of(tables::kind_cues);
  for (const analysis::Row& row : analysis::rows_of(tables::kind_cues)) {
    const auto number = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back({row[0], row[1]});
    for (const auto& [name, language] : kLanguages) {
      const auto column = static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
      for (const std::string_view cue : analysis::parts_of(row[column], '|')) add(cue, number, analyzer, language);
    }
  }
}

void Cues::add(std::string_view cue, std::uint32_t row, const analysis::Analyzer& analyzer, Language language) {
  Cue made{row, Face::stem, {}};
  if (cue.starts_with('-')) {
    made.face = cue.ends_with('.') ? Face::clause_ending : Face::ending;
    made.words.emplace_back(cue.substr(1, cue.size() - (made.face == Face::clause_ending ? 2 : 1)));
    endings_.emplace_back(language, std::move(made));
    return;
  }
  if (cue.starts_with('=')) {
    made.face = Face::plain;
    cue.remove_prefix(1);
  }
  const analysis::Tokens words = single_words(analyzer.analyze(cue, analysis::printed_reading(language)));
  std::vector<std::string> unmarked;
  for (const Token& word : words) {
    made.words.push_back(made.face == Face::plain ? plain_face(language, word->plain)
                                                  : tagged(language, stem_face(word)));
    unmarked.push_back(unmarked_face(word->key));
  }
  if (made.words.empty()) return;
  if (language == Language::vi) keep({row, Face::stem, std::move(unmarked)});
  keep(std::move(made));
}

void Cues::keep(Cue cue) {
  const std::string& first = cue.words.front();
  first_words_.add(std::string_view(first).substr(first.find(':') + 1));
  const auto [group, is_new] = by_first_word_.emplace(first, static_cast<std::uint16_t>(groups_.size()));
  if (is_new) groups_.emplace_back();
  std::vector<Cue>& others = groups_[group->second];
  const bool known = std::any_of(others.begin(), others.end(), [&](const Cue& other) {
    return other.row == cue.row && other.words == cue.words;  // forms of one stem
  });
  if (!known) others.push_back(std::move(cue));
}

void Cues::compare(std::uint16_t group, const analysis::Tokens& tokens, std::size_t at,
                   std::vector<FoundCue>& found) const {
  const auto fits = [&](const std::string& word, const Token& token) {
    if (word.starts_with('=')) return word == plain_face(token->language, token->plain);
    if (word.starts_with("vi-:")) return token->language == Language::vi && word == unmarked_face(token->key);
    return word == tagged(token->language, stem_face(token));
  };
  for (const Cue& cue : groups_[group]) {
    if (at + cue.words.size() > tokens.size()) continue;
    bool all = true;
    for (std::size_t i = 1; all && i < cue.words.size(); ++i) all = fits(cue.words[i], tokens[at + i]);
    if (all) found.push_back({rows_[cue.row].name, rows_[cue.row].sense, at, cue.words.size()});
  }
}

void Cues::add_endings(const Token& token, std::string_view text, std::size_t at, std::vector<FoundCue>& found) const {
  if (token->capitalised) return;
  for (const auto& [language, cue] : endings_) {
    const std::string& ending = cue.words.front();
    if (language != token->language || !token->plain.ends_with(ending)) continue;
    if (letters_in(token->plain.substr(0, token->plain.size() - ending.size())) < kLettersBefore) continue;
    if (cue.face == Face::ending || ends_clause(text, token))
      found.push_back({rows_[cue.row].name, rows_[cue.row].sense, at, 1});
  }
}

Cues::Beginning Cues::beginning_of(const Token& token) const {
  const Language language = token->language;
  Beginning beginning;
  beginning.ending = !token->capitalised && std::any_of(endings_.begin(), endings_.end(), [&](const auto& ending) {
    return ending.first == language && token->plain.ends_with(ending.second.words.front());
  });
  const auto group_of = [this](std::string_view word, const auto& face) -> std::uint16_t {
    if (!first_words_.may_hold(word)) return 0;
    const auto group = by_first_word_.find(face());
    return group == by_first_word_.end() ? std::uint16_t{0} : group->second;
  };
  beginning.stem = group_of(stem_face(token), [&] { return tagged(language, stem_face(token)); });
  beginning.plain = group_of(token->plain, [&] { return plain_face(language, token->plain); });
  if (language == Language::vi) beginning.unmarked = group_of(token->key, [&] { return unmarked_face(token->key); });
  return beginning;
}

std::vector<FoundCue> Cues::find(const analysis::Tokens& tokens, std::string_view text) const {
  thread_local analysis::FacesMemo<Beginning> beginnings;
  std::optional<bool> unmarked;  // once it is asked for
  std::vector<FoundCue> all;
  std::vector<FoundCue> here;
  std::size_t kept_from = 0;  // tokens before it are something else
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (at + kAhead < tokens.size()) beginnings.expect(tokens[at + kAhead].faces);
    const Token& token = tokens[at];
    const Beginning beginning = beginnings.get(number_, token.faces, [&] { return beginning_of(token); });
    if (beginning == Beginning{}) continue;
    if (beginning.ending) add_endings(token, text, at, all);
    here.clear();
    compare(beginning.stem, tokens, at, here);
    compare(beginning.plain, tokens, at, here);
    if (beginning.unmarked != 0 && !unmarked) unmarked = lacks_marks(tokens);
    if (beginning.unmarked != 0 && *unmarked) compare(beginning.unmarked, tokens, at, here);
    for (const FoundCue& cue : here)
      if (cue.name == kNone) kept_from = std::max(kept_from, at + cue.width);
    std::copy_if(here.begin(), here.end(), std::back_inserter(all),
                 [&](const FoundCue& cue) { return at + cue.width > kept_from; });
  }
  return all;
}

}  // namespace izde::indexer
