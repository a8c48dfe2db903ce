// A source text as a reader delivers it, and what an index remembers of it. One Document becomes one document record
// and many passages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/date.hpp"

namespace izde::schema {

/// Descriptive fields by their lower-case name (title, lang, date, author, kind, fond, …), values in the order given.
/// Names are those of schema/fields.hpp; unknown ones are kept and shown but not searchable.
using Metadata = std::vector<std::pair<std::string, std::string>>;

/// The value of a field, or "" where the document has none.
std::string_view value_of(const Metadata& metadata, std::string_view name);

/// Years that a source can be of: others are slips.
inline constexpr int kFirstYear = 1, kLastYear = 2100;

/// Whether a value of `date` can be read and is of such a year, by either calendar.
bool is_likely_date(std::string_view date);

/// The document's own date, by the calendar it names ("julian"); nothing where it has none that can be read, or of no
/// year that a source can be of.
std::optional<analysis::DayRange> date_of(const Metadata& metadata);

/// A paragraph-like unit: never cut across, merged only with its neighbours under the same heading.
struct Block {
  std::string text;     ///< UTF-8 as printed in the source, without markup
  std::string heading;  ///< headings it stands under, outermost first, joined by " › "; may be empty
  std::string page;     ///< page as printed, if the format knows it
};

/// Something the user should hear about a source, without it being a failure: "line 12: no text; skipped".
struct Note {
  std::string where;  ///< "line 12", "byte 4711", "front matter, line 3" or ""
  std::string what;   ///< a sentence: what it is and what was done
};

struct Document {
  std::string id;        ///< stable, unique in an index, without spaces or control characters
  std::string path;      ///< where it was read: file, and line for JSONL
  std::string encoding;  ///< of the file, as read: "UTF-8", "windows-1251", …
  Metadata metadata;
  std::vector<Block> blocks;
  std::vector<Note> notes;
  std::vector<std::string> places;  ///< where each of `metadata` stands, as in Note::where; empty if not known
};

}  // namespace izde::schema
