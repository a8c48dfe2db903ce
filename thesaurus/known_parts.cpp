#include "thesaurus/known_parts.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "analysis/filters/english_stem.hpp"
#include "analysis/letters.hpp"
#include "thesaurus/dictionary.hpp"

namespace izde::thesaurus {
namespace {

using analysis::Token;
using analysis::Tokens;

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(text) >> 16) | 1U;
}

std::uint32_t hash_of_beginning(std::string_view plain) {
  std::size_t end = 0;
  for (std::size_t letters = 0; letters < kLongWord; ++letters) {
    if (end >= plain.size()) return 0;
    end += analysis::letter_at(plain, end).bytes;
  }
  return hash_of(plain.substr(0, end));
}

}  // namespace

Tokens parts_of(const Tokens& tokens) {
  Tokens parts;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(parts), [](const Token& t) { return t.width == 1; });
  return parts;
}

WordMarks marks_of(const analysis::Faces& word, Tongue tongue) {
  const std::uint32_t plain = hash_of(word.plain);
  switch (tongue) {
    case Tongue::vi:
      return {plain, hash_of(word.key), 0};
    case Tongue::kk:
      return {plain, hash_of(word.key), hash_of_beginning(word.plain)};
    case Tongue::ru:
      return {plain, hash_of(word.stem), 0};
    case Tongue::en:
      break;
  }
  return {plain, hash_of(analysis::english_stem(word.plain)), 0};
}

std::uint32_t KnownParts::least_words(std::string_view text) {
  std::uint32_t words = 0;
  bool between = true;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool ascii = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (between && (ascii || byte == 0xD0 || byte == 0xD1)) ++words;  // Latin, or Cyrillic from Ѐ to ѿ
    between = c == ' ';
  }
  return words;
}

std::vector<KnownHeadword>& KnownParts::added(const Place& place, std::size_t count) {
  if (count_ + count > kMost) {
    buckets_.clear();
    count_ = 0;
  }
  count_ += count;
  return buckets_.emplace(place, std::vector<KnownHeadword>(count)).first->second;
}

KnownParts& known_parts() {
  thread_local KnownParts parts;
  return parts;
}

void analyse(KnownHeadword& known, std::string_view text, Tongue tongue, const analysis::Analyzer& analyzer) {
  if (known.analysed) return;
  const analysis::Language language = language_of(tongue).value_or(analysis::Language::other);
  known.parts = parts_of(analyzer.analyze(text, analysis::printed_reading(language)));
  if (!known.parts.empty()) known.first = marks_of(*known.parts.front(), tongue);
  known.analysed = true;
}

}  // namespace izde::thesaurus
