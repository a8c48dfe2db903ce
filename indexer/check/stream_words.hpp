// The terms that the words of a token stream are posted under, without the texts: a passage is found by the words that
// it holds, and by no others.
#pragma once

#include "schema/lexicon.hpp"
#include "schema/token_stream.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace izde::indexer {

class StreamWords {
 public:
  /// The lexicon must outlive this.
  explicit StreamWords(const schema::Lexicon& lexicon) : lexicon_(lexicon), sums_(lexicon.size()) {}

  /// As Posted::words. Nothing where a form is not in the lexicon.
  std::optional<std::uint64_t> sum(const schema::TokenStream& stream);

 private:
  // Hashes of the terms of a form, added up, once it was met.
  struct OfForm {
    bool is_known = false;
    std::uint64_t hashes = 0;
  };
  std::uint64_t of_form(schema::FormId form);
  std::uint64_t of_section(const std::vector<schema::StreamWord>& words);

  const schema::Lexicon& lexicon_;
  std::vector<OfForm> sums_;
};

}  // namespace izde::indexer
