// A quotation pasted into the search box brings its edition's brackets along: Бук[ейханов] is the word Букейханов, and
// square brackets mean nothing in a query.
#pragma once

#include <string>
#include <string_view>

namespace izde::searcher {

/// The text with square brackets inside words and around parts of words taken out; other brackets stay.
std::string without_editors_marks(std::string_view query);

}  // namespace izde::searcher
