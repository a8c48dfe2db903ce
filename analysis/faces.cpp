#include "analysis/faces.hpp"

#include <algorithm>
#include <cstring>
#include <random>

#include "analysis/filters/homoglyphs.hpp"
#include "analysis/filters/kazakh_support.hpp"
#include "analysis/filters/name_key.hpp"
#include "analysis/languages/languages.hpp"
#include "analysis/letters.hpp"
#include "analysis/numbers.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

bool may_be_name(std::string_view word, const Faces& faces) {
  if (faces.language == Language::other && is_roman_numeral(letters_of(word))) return false;
  return faces.capitalised || script_of(faces.written) == Script::arabic;
}

/// The word in one script, its hyphens kept. Yañalif borrows letters that would pass for Cyrillic.
std::string letters_of_parts(std::string_view word, const Reading& reading) {
  if (reading.alphabet == Alphabet::kk_yanalif) return std::string(word);
  std::string letters;
  for (const std::string_view part : parts_of(word, '-')) {
    if (!letters.empty()) letters += '-';
    letters += one_script(part);
  }
  return letters;
}

/// The product of two numbers, its halves laid over each other so that every bit counts.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t low = (a & 0xFFFFFFFFU) * b;
  const std::uint64_t high = (a >> 32) * b;
  return low ^ (high << 32 | high >> 32) ^ a >> 29;
}

}  // namespace

SharedFaces::SharedFaces(const Faces& faces) {
  std::string letters;
  Faces views = faces;
  const std::array<std::string_view*, 5> all{&views.written, &views.plain, &views.stem, &views.key, &views.name};
  std::array<std::size_t, 5> begins{};
  for (std::size_t i = 0; i < all.size(); ++i) {
    begins[i] = letters.find(*all[i]);
    if (begins[i] != std::string::npos) continue;
    begins[i] = letters.size();
    letters += *all[i];
  }
  void* const memory = ::operator new(sizeof(Counted) + letters.size());
  char* const own = static_cast<char*>(memory) + sizeof(Counted);
  std::copy(letters.begin(), letters.end(), own);
  for (std::size_t i = 0; i < all.size(); ++i) *all[i] = {own + begins[i], all[i]->size()};
  counted_ = new (memory) Counted{{1}, views};
}

void SharedFaces::destroy(Counted* counted) {
  counted->~Counted();
  ::operator delete(counted);
}

/// A number is the same in every language; it goes with its passage. A joined word is spelt part by part and inflected
/// in its last part only: Қарым-қатынасы → қарымқатынасы → қарым + қатынас.
SharedFaces faces_of(std::string_view word, const WordContext& context) {
  const Reading& reading = context.reading;
  if (is_digit(letter_at(word, 0).value)) {
    const std::string number = plain_number(word);
    return SharedFaces({word, number, number, number, {}, reading.language, false});
  }
  const std::string letters = letters_of_parts(word, reading);
  const LanguageRow& row = row_of(language_of(letters, reading));
  std::string written;
  std::string plain;
  std::string last;
  const std::vector<std::string_view> parts = parts_of(letters, '-');
  for (const std::string_view part : parts) {
    const std::string small = row.written(part, reading);
    last = row.plain(small, reading);
    written += small;
    plain += last;
  }
  if (parts.size() > 1) plain = row.plain(plain, reading);  // as if it were typed in one
  Faces faces{written, plain, {}, {}, {}, row.language, is_upper(letter_at(letters, 0).value)};
  const std::size_t head = plain.ends_with(last) ? plain.size() - last.size() : 0;
  const std::string stem =
      plain.substr(0, head) + row.stem(faces.plain.substr(head), faces.capitalised, context.support);
  const std::string key = row.key(stem);
  std::string name;
  if (may_be_name(word, faces)) {
    name = row.language == Language::ru ? key : name_key(stem, row.language, script_of(faces.plain));
  }
  faces.stem = stem;
  faces.key = key;
  faces.name = name;
  return SharedFaces(faces);
}

FacesStore::FacesStore() : shelves_(kShelves) {}

WordMarks::WordMarks() {
  std::random_device random;
  const auto draw = [&random] { return std::uint64_t{random()} << 32 | random(); };
  seeds_ = {draw(), draw()};
}

/// Eight bytes at a time, each multiplied into both halves.
WordMarks::Mark WordMarks::of(std::string_view word, std::uint64_t context) const {
  std::uint64_t first = seeds_[0] ^ context;
  std::uint64_t second = seeds_[1] + word.size();
  for (std::size_t at = 0; at < word.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, word.data() + at, std::min<std::size_t>(8, word.size() - at));
    first = mixed(first ^ bytes, 0x9E3779B97F4A7C15U);
    second = mixed(second + bytes, 0xD6E8FEB86659FD93U);
  }
  return {mixed(first, seeds_[1] | 1U), mixed(second, seeds_[0] | 1U)};
}

std::uint64_t WordMarks::number_of(const WordContext& context) {
  const Reading& reading = context.reading;
  const std::uint32_t read =
      static_cast<std::uint32_t>(reading.language) | static_cast<std::uint32_t>(reading.script) << 8 |
      static_cast<std::uint32_t>(reading.alphabet) << 16 | (reading.old_spelling ? 1U << 24 : 0U);
  constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;
  return (context.support.fingerprint() * kSpread + read) * kSpread;
}

void FacesStore::add_tokens(std::span<const ScannedWord> words, const WordContext& context, Tokens& tokens) {
  const std::uint64_t number = WordMarks::number_of(context);
  std::array<WordMarks::Mark, kTogether> marks;
  for (std::size_t i = 0; i < words.size(); ++i) {
    marks[i] = marks_.of(words[i].text, number);
    __builtin_prefetch(&shelf_of(marks[i]));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& places = shelf_of(marks[i]).places;
    const auto found =
        std::find_if(places.begin(), places.end(), [&](const Place& p) { return p.mark == marks[i].word; });
    if (found != places.end()) __builtin_prefetch(found->faces.get(), 1);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ScannedWord& word = words[i];
    tokens.push_back({find(marks[i], word.text, context), word.span, word.position, word.width});
  }
}

const SharedFaces& FacesStore::find(const WordMarks::Mark& mark, std::string_view word, const WordContext& context) {
  auto& places = shelf_of(mark).places;
  const auto found = std::find_if(places.begin(), places.end(), [&](const Place& place) {
    return place.mark == mark.word && place.faces.get() != nullptr;
  });
  if (found == places.end()) {
    Place made{mark.word, faces_of(word, context)};
    std::rotate(places.begin(), places.end() - 1, places.end());
    places.front() = std::move(made);
  } else if (found != places.begin()) {
    std::rotate(places.begin(), found, found + 1);
  }
  return places.front().faces;
}

}  // namespace izde::analysis
