// When a label meant its concept: киргиз was a Kazakh until 1925 and is a Kyrgyz since. Read from a thesaurus as an
// EDTF interval, and held against the time of a passage when mentions are found. A concept's own time is written so
// too.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "analysis/date.hpp"

namespace izde::thesaurus {

/// The days of an EDTF date or interval, of which one side may be open: "1918", "1920-08/1925-05", "../1925-05",
/// "1925-06/.."; a sign of doubt (1893?/1918) is passed over. Nothing if it is neither, if both sides are open, or if
/// it ends before it begins.
std::optional<analysis::DayRange> parse_validity(std::string_view edtf);

/// Whether something may be valid in a text of one of these times. Nothing speaks against it where either is unknown.
bool is_valid(const std::optional<analysis::DayRange>& validity, std::span<const analysis::DayRange> times);

}  // namespace izde::thesaurus
