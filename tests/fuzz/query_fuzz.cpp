// Any bytes give a tree, and the tree printed gives the tree again.
#include "searcher/query/parser.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const izde::searcher::Node tree = izde::searcher::parse(text, {"title", "lang"}).root;
  if (izde::searcher::parse(izde::searcher::print(tree), {"title", "lang"}).root != tree) std::abort();
  return 0;
}
