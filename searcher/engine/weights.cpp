#include "searcher/engine/weights.hpp"

namespace izde::searcher {
namespace {

constexpr std::array<WeightRow, kWeighed> kRows{{
    {"exact", 0.1},
    {"near", 0.2},
    {"title", 0.05},
    {"heading", 0.02},
    {"dates", 1.1},
    {"kind", 0.1},
    {"act", 0.6},
    {"pairs", 0.3},
    {"coverage", 0.25},
}};

}  // namespace

std::span<const WeightRow, kWeighed> weight_rows() { return kRows; }

Weights usual_weights() {
  Weights weights{};
  for (std::size_t i = 0; i < kWeighed; ++i) weights[i] = kRows[i].usual;
  return weights;
}

std::optional<Weighed> weighed_named(std::string_view name) {
  for (std::size_t i = 0; i < kWeighed; ++i)
    if (kRows[i].name == name) return static_cast<Weighed>(i);
  return std::nullopt;
}

}  // namespace izde::searcher
