// Which quotation marks of a query belong together: "…", «…», “…”, „…“ in any of the ways they are typed, also mixed
// (“…", “…“). A mark without partner is no quotation.
#pragma once

#include "searcher/query/node.hpp"
#include "searcher/query/signs.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace izde::searcher {

class QuotePairs {
 public:
  explicit QuotePairs(std::u32string_view signs);

  /// The sign that closes the quotation opened at `at`; nothing if none is opened there or none closes it.
  std::optional<std::size_t> partner(std::size_t at) const;
  /// Whether the sign can only have been meant to open a quotation.
  bool opens(std::size_t at) const;

 private:
  std::u32string_view signs_;
  std::vector<std::size_t> partners_;  // 0: none; a mark at 0 closes nothing
};

/// The phrase of signs [begin, end): words and what stands between them, other quotation marks and runs of white space
/// as one space. `nothing` if there is no letter or number.
Node phrase_between(const QueryText& text, std::size_t begin, std::size_t end);

}  // namespace izde::searcher
