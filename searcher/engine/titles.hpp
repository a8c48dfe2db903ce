// Which titles speak of one thing: texts name one act in several ways, and several acts of one day are told together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// Of titles in one language, those that name something else than `what` and than each other, in their order: that
/// share no more than half of the words of the shorter one. Words of old spelling and in other endings are the same.
std::vector<std::string> other_titles(std::string_view what, const std::vector<std::string>& titles);

}  // namespace izde::searcher
