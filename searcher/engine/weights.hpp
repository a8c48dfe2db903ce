// What a score weighs beside the words themselves, a row each: its usual weight stands in weights.cpp, a request may
// set another, and scripts/evaluate ablate tells what each row earns.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace izde::searcher {

/// The signals in the order of rerank's table, then what is weighed inside the words' share.
enum class Weighed : std::uint8_t { exact, near, title, heading, dates, kind, act, pairs, coverage };
inline constexpr std::size_t kWeighed = 9;

using Weights = std::array<double, kWeighed>;

struct WeightRow {
  std::string_view name;
  double usual;
};
/// By Weighed.
std::span<const WeightRow, kWeighed> weight_rows();

Weights usual_weights();

/// By its name.
std::optional<Weighed> weighed_named(std::string_view name);

}  // namespace izde::searcher
