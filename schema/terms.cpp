#include "schema/terms.hpp"

#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/unicode.hpp"
#include "schema/bytes.hpp"

#include <map>

namespace izde::schema {
namespace {

using analysis::Faces;
using analysis::Language;
using analysis::Token;

constexpr std::size_t kMaxTermBytes = 240;  // Xapian refuses more than 245; a zero byte would count twice

// Five letters of thirty bits.
std::string short_hash(std::uint64_t hash) {
  constexpr std::string_view kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-";
  std::string letters;
  for (unsigned shift = 0; shift < 30; shift += 6) letters.push_back(kLetters[hash >> shift & 63U]);
  return letters;
}

}  // namespace

std::string keyword_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (prefix.size() + value.size() <= kMaxTermBytes) return term.append(value);
  std::size_t cut = kMaxTermBytes - prefix.size() - 17;
  while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0) == 0x80) --cut;
  return term.append(value.substr(0, cut)).append("#").append(hex(hash64(value)));
}

std::string keyword_value(std::string_view value) {
  std::string folded;
  for (const char c : analysis::lower_case(value)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) folded.push_back(c);
    if (blank && !folded.empty() && folded.back() != ' ') folded.push_back(' ');
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::string stem_term(const Faces& word) {
  switch (word.language) {
    case Language::ru:
      return keyword_term("R", word.stem);
    case Language::kk:
      return keyword_term("K", word.key);
    case Language::vi:
      return keyword_term("V", word.key);
    case Language::other:
      break;
  }
  return keyword_term("O", word.key);
}

std::string beginning_of(Language language, std::string_view plain) {
  return language == Language::kk ? analysis::arabic_grade(plain, kBeginning) : std::string();
}

std::string beginning_term(const Faces& word) {
  return word.language == Language::kk ? keyword_term("G", beginning_of(word.language, word.plain)) : std::string();
}

std::string name_term(std::string_view name_key) {
  return name_key.empty() ? std::string() : keyword_term("N", name_key);
}

std::string pair_term(const Faces& first, const Faces& second) {
  if (first.language != Language::vi || second.language != Language::vi) return {};
  return "B" + short_hash(hash64(second.key, hash64(" ", hash64(first.key))));
}

bool is_pair(std::string_view term) { return term.starts_with('B'); }

std::vector<std::pair<std::string, std::uint32_t>> terms_of(const analysis::Tokens& tokens) {
  std::map<std::string, std::uint32_t> counts;
  const Token* previous = nullptr;
  for (const Token& token : tokens) {
    ++counts[stem_term(*token)];
    if (auto term = beginning_term(*token); !term.empty()) ++counts[std::move(term)];
    if (auto term = name_term(token->name); !term.empty()) ++counts[std::move(term)];
    if (token.width > 1) continue;
    const bool follows = previous != nullptr && previous->position + 1 == token.position;
    // Both words of an expansion may stand where one abbreviation does: TK, thế kỷ.
    const bool beside = previous != nullptr && previous->width == 0 && previous->position == token.position;
    if (follows || beside) {
      if (auto term = pair_term(**previous, *token); !term.empty()) ++counts[std::move(term)];
    }
    previous = &token;
  }
  return {counts.begin(), counts.end()};
}

std::string concept_term(std::string_view concept_id) { return keyword_term("C", concept_id); }
std::string issuer_term(std::string_view concept_id) { return keyword_term("A", concept_id); }
std::string document_term(std::string_view document_id) { return keyword_term("D", document_id); }
std::string segment_term(std::string_view name) { return keyword_term("S", name); }
std::string number_term(std::uint32_t number) { return "P" + std::to_string(number); }
std::uint64_t document_key(std::string_view document_id) { return hash64(document_term(document_id)); }
std::string language_term(analysis::Language language) { return keyword_term("L", analysis::code(language)); }

}  // namespace izde::schema
