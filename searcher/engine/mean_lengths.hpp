// How long the documents are among which one is ranked, so that its words count against what is usual there.
#pragma once

#include "analysis/language.hpp"

#include <array>
#include <cstddef>
#include <span>

namespace izde::searcher {

struct DocumentLength {
  analysis::Language language = analysis::Language::other;
  double words = 0;
};

/// The mean of the index, unless what competes for a query in a language is of another kind: then so near to the
/// geometric mean of that as is still usual. So an encyclopaedia's articles of sixty words that share an index with
/// newspapers are not all short, and languages in which the same text is shorter or longer are still compared.
class MeanLengths {
 public:
  explicit MeanLengths(std::span<const DocumentLength> documents, double mean_of_index);

  /// Against which a document of the language is long or short, in words; more than 0.
  double of(analysis::Language language) const { return means_[static_cast<std::size_t>(language)]; }

 private:
  std::array<double, 4> means_{};
};

}  // namespace izde::searcher
