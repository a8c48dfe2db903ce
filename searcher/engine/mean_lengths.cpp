#include "searcher/engine/mean_lengths.hpp"

#include <algorithm>
#include <cmath>

namespace izde::searcher {
namespace {

constexpr double kUsual = 1.5;  // times longer or shorter than what competes: docs/RANKING.md

}  // namespace

MeanLengths::MeanLengths(std::span<const DocumentLength> documents, double mean_of_index) {
  std::array<double, 4> logarithms{};
  std::array<double, 4> counts{};
  for (const DocumentLength& document : documents) {
    const auto language = static_cast<std::size_t>(document.language);
    logarithms[language] += std::log(std::max(1.0, document.words));
    ++counts[language];
  }
  for (std::size_t i = 0; i < means_.size(); ++i) {
    const double here = std::exp(logarithms[i] / std::max(1.0, counts[i]));
    means_[i] = std::clamp(mean_of_index, here / kUsual, here * kUsual);
  }
}

}  // namespace izde::searcher
