// The one thing that is indexed and found: a paragraph, or paragraphs merged, or a paragraph cut at sentence ends, of
// about 60 to 150 words, with where it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/dates/find_dates.hpp"
#include "analysis/language.hpp"
#include "schema/kinds.hpp"

namespace izde::schema {

/// The parts of a passage's token stream. A title belongs to the first passage of its document, a heading to the first
/// one under it, when it comes to naming something; their words are searched with every passage.
enum Section : std::uint8_t { section_title = 0, section_heading = 1, section_text = 2 };
inline constexpr std::size_t kSections = 3;

/// A concept of the thesaurus named in a passage: `width` words from word `position` of a section on.
struct Mention {
  std::string concept_id;
  Section section = section_text;
  std::uint32_t position = 0;
  std::uint32_t width = 1;
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct Passage {
  std::string document;      ///< id of its document
  std::uint32_t number = 1;  ///< from 1, in the order of the text; the passage's id is <document>#p<number>
  std::string title;         ///< of the document
  std::string heading;
  std::string page;
  std::string text;
  analysis::Reading reading;
  std::vector<Mention> mentions;
  std::vector<analysis::FoundDate> dates;     ///< in the text, by where they begin
  std::optional<analysis::DayRange> written;  ///< its document's own date
  std::vector<KindMark> kinds;
  std::optional<ActRecord> act;  ///< of a passage of kind decree
  friend bool operator==(const Passage&, const Passage&) = default;

  std::string id() const { return document + "#p" + std::to_string(number); }
};

}  // namespace izde::schema
