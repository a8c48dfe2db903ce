#include "indexer/readers/bounds.hpp"

namespace izde::indexer {

std::string shortened(std::string_view text, std::size_t most) {
  constexpr std::string_view kMore = "…";
  if (text.size() <= most) return std::string(text);
  std::size_t end = most - kMore.size();
  for (int i = 0; i < 3 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80; ++i) --end;  // to a lead byte
  return std::string(text.substr(0, end)).append(kMore);
}

std::string told_cut(std::string_view what, std::size_t most) {
  return std::string(what).append(" has more than ").append(std::to_string(most)).append(" bytes; cut");
}

}  // namespace izde::indexer
