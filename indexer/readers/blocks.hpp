// Blocks in the making: for readers, which meet paragraphs one by one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/document.hpp"

namespace izde::indexer {

/// Takes paragraphs in the order of the text. A block costs a hundred bytes beside its text, so where there are more
/// than 10,000 of them, short ones under one heading and on one page are joined ("\n\n") as soon as they come, up to
/// 400 bytes. The splitter would join them anyway.
class Blocks {
 public:
  /// White space at the ends is left out, and so is a text that is nothing else.
  void add(std::string_view text, std::string_view heading, std::string_view page);

  std::vector<schema::Block> finished() { return std::move(blocks_); }

 private:
  std::vector<schema::Block> blocks_;
};

}  // namespace izde::indexer
