#include "analysis/faces.hpp"

#include <algorithm>
#include <functional>

#include "analysis/filters/homoglyphs.hpp"
#include "analysis/filters/name_key.hpp"
#include "analysis/languages/languages.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"

namespace izde::analysis {
namespace {

/// A number is the same in every language; it goes with its passage.
Faces number(std::string_view word, const Reading& reading) {
  Faces faces;
  faces.written = faces.plain = faces.stem = faces.key = word;
  faces.language = reading.language;
  return faces;
}

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

/// All of a reading that the faces of a word depend on.
std::uint32_t number_of(const Reading& reading) {
  return static_cast<std::uint32_t>(reading.language) | static_cast<std::uint32_t>(reading.script) << 8 |
         static_cast<std::uint32_t>(reading.alphabet) << 16 | (reading.old_spelling ? 1U << 24 : 0U);
}

}  // namespace

/// A joined word is spelt part by part and inflected in its last part only: Қарым-қатынасы → қарымқатынасы → қарым +
/// қатынас.
Faces faces_of(std::string_view word, const Reading& reading) {
  if (is_digit(letter_at(word, 0).value)) return number(word, reading);
  const std::string letters = letters_of_parts(word, reading);
  const LanguageRow& row = row_of(language_of(letters, reading));
  Faces faces;
  faces.language = row.language;
  faces.capitalised = is_upper(letter_at(letters, 0).value);
  std::string last;
  const std::vector<std::string_view> parts = parts_of(letters, '-');
  for (const std::string_view part : parts) {
    const std::string written = row.written(part, reading);
    last = row.plain(written, reading);
    faces.written += written;
    faces.plain += last;
  }
  if (parts.size() > 1) faces.plain = row.plain(faces.plain, reading);  // as if it were typed in one
  const std::size_t head = faces.plain.ends_with(last) ? faces.plain.size() - last.size() : 0;
  const std::string_view plain = faces.plain;
  faces.stem = std::string(plain.substr(0, head)).append(row.stem(plain.substr(head), faces.capitalised));
  faces.key = row.key(faces.stem);
  if (may_be_name(word, faces)) faces.name = name_key(faces.stem, faces.language, script_of(faces.plain));
  return faces;
}

const std::shared_ptr<const Faces>& FacesStore::find(std::string_view word, const Reading& reading) {
  const std::uint32_t wanted = number_of(reading);
  const std::uint64_t hash = std::hash<std::string_view>()(word) + wanted * 0x9E3779B97F4A7C15U;
  auto& places = shelves_[(hash >> 32) % kShelves].places;
  const auto found = std::find_if(places.begin(), places.end(), [&](const Place& place) {
    return place.hash == hash && place.reading == wanted && place.word == word;
  });
  if (found == places.end()) {
    Place made{hash, wanted, std::string(word), std::make_shared<const Faces>(faces_of(word, reading))};
    std::rotate(places.begin(), places.end() - 1, places.end());
    places.front() = std::move(made);
    return places.front().faces;
  }
  if (found != places.begin()) std::iter_swap(found, found - 1);
  return found == places.begin() ? found->faces : (found - 1)->faces;
}

}  // namespace izde::analysis
