#include "analysis/ngrams.hpp"

#include <bit>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"

namespace izde::analysis {
namespace {

constexpr std::string_view kScale = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::uint8_t kEdge = 1;
constexpr std::uint8_t kFirstCode = 2;
constexpr std::uint32_t kMultiplier =
    0x9E3779B1U;  // 2^32 over the golden ratio: the upper bits of a product are well mixed

Language language_of_class(std::string_view name) {
  return language_of_tag(name.substr(0, name.find('_'))).value_or(Language::other);
}

}  // namespace

NgramModel::NgramModel(std::string_view table) {
  for (const std::string_view name : parts_of(header_of(table)[1], ',')) {
    if (classes_.size() < kClasses) classes_.push_back(language_of_class(name));
  }
  const auto rows = rows_of(table);
  slots_.resize(std::bit_ceil(rows.size() * 2 + 2));
  shift_ = 32 - static_cast<int>(std::bit_width(slots_.size() - 1));
  std::uint8_t next_code = kFirstCode;
  for (const Row& row : rows) {
    Gram gram = 0;
    for (const char32_t c : letters_of(row[0])) {
      std::uint8_t known = c == U'_' ? kEdge : code(c);
      if (known == 0) {
        known = next_code++;
        if (c < codes_.size()) {
          codes_[c] = known;
        } else {
          far_codes_.emplace(c, known);
        }
      }
      gram = gram << 8 | known;
    }
    add(gram, row[1]);
  }
}

void NgramModel::add(Gram gram, std::string_view weights) {
  std::size_t at = (gram * kMultiplier) >> shift_;
  while (slots_[at].gram != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at].gram = gram;
  for (std::size_t i = 0; i < weights.size() && i < classes_.size(); ++i) {
    slots_[at].weights[i] = static_cast<std::uint8_t>(kScale.find(weights[i]));
  }
}

const NgramModel::Slot* NgramModel::find(Gram gram) const {
  std::size_t at = (gram * kMultiplier) >> shift_;
  while (slots_[at].gram != 0) {
    if (slots_[at].gram == gram) return &slots_[at];
    at = (at + 1) & (slots_.size() - 1);
  }
  return nullptr;
}

std::uint8_t NgramModel::code(char32_t letter) const {
  if (letter < codes_.size()) return codes_[letter];
  const auto found = far_codes_.find(letter);
  return found == far_codes_.end() ? 0 : found->second;
}

NgramModel::Scores NgramModel::score(std::string_view text, std::size_t letters, Words words) const {
  Scores scores{};
  const auto count = [this, &scores](Gram gram) {
    for (const Gram mask : {0xFFU, 0xFFFFU, 0xFFFFFFU, 0xFFFFFFFFU}) {
      // n-grams that would reach back before the edge of the word, and the edge alone, are none.
      if (mask != 0xFF && (gram & mask) <= (mask >> 8)) break;
      if (const Slot* slot = find(gram & mask); slot != nullptr) {
        for (std::size_t i = 0; i < kClasses; ++i) scores[i] += slot->weights[i];
      }
    }
  };
  Gram gram = kEdge;
  bool skipping = false;  // the rest of a capitalised word
  for (std::size_t at = 0; at < text.size() && letters > 0;) {
    const Letter raw = letter_at(text, at);
    at += raw.bytes;
    char32_t c = lower(raw.value);
    const bool capital = c != raw.value;
    if (c == 0x2019 || c == 0x2BC) c = U'\'';
    const std::uint8_t next = c == U'\'' && gram == kEdge ? 0 : code(c);
    skipping = next != 0 && (skipping || (capital && gram == kEdge && words == Words::uncapitalised));
    if (skipping) continue;
    if (next == 0) {
      if (gram != kEdge) count(gram << 8 | kEdge);
      gram = kEdge;
      continue;
    }
    gram = gram << 8 | next;
    count(gram);
    --letters;
  }
  if (gram != kEdge) count(gram << 8 | kEdge);
  return scores;
}

}  // namespace izde::analysis
