// The part of a passage worth showing: the window that holds most of the query, cut at words.
#pragma once

#include "searcher/engine/response.hpp"

#include <string_view>
#include <vector>

namespace izde::searcher {

/// `marks` rise and do not overlap; `size` is in code points. The whole text where it is no longer than that.
Excerpt choose_excerpt(std::string_view text, const std::vector<Mark>& marks, std::size_t size);

}  // namespace izde::searcher
