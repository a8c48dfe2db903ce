#include "indexer/readers/blocks.hpp"

#include "indexer/characters.hpp"

namespace izde::indexer {

void Blocks::add(std::string_view text, std::string_view heading, std::string_view page) {
  constexpr std::size_t kKeptApart = 10'000;  // blocks
  constexpr std::size_t kJoined = 400;        // bytes
  constexpr std::string_view kBlankLine = "\n\n";
  const std::string_view content = trimmed(text);
  if (content.empty()) return;
  if (blocks_.size() > kKeptApart) {
    schema::Block& last = blocks_.back();
    const bool short_enough = last.text.size() + kBlankLine.size() + content.size() <= kJoined;
    if (short_enough && last.heading == heading && last.page == page) {
      last.text.append(kBlankLine).append(content);
      return;
    }
  }
  blocks_.push_back({std::string(content), std::string(heading), std::string(page)});
}

}  // namespace izde::indexer
