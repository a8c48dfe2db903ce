#include "analysis/ngrams.hpp"

#include <algorithm>
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

char32_t small_letter(char32_t raw) {
  const char32_t c = lower(raw);
  return c == 0x2019 || c == 0x2BC ? U'\'' : c;
}

Language language_of_class(std::string_view name) {
  return language_of_tag(name.substr(0, name.find('_'))).value_or(Language::other);
}

}  // namespace

NgramModel::NgramModel(std::string_view table) {
  for (const std::string_view name : parts_of(header_of(table)[1], ',')) {
    if (classes_.size() < kClasses) classes_.push_back(language_of_class(name));
  }
  const auto rows = rows_of(table);
  grams_.resize(std::bit_ceil(rows.size() * 2 + 2));
  weights_.resize(grams_.size());
  shift_ = 32 - static_cast<int>(std::bit_width(grams_.size() - 1));
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
  for (char32_t c = 0; c < codes_.size(); ++c) codes_as_written_[c] = code(small_letter(c));
}

void NgramModel::add(Gram gram, std::string_view weights) {
  std::size_t at = (gram * kMultiplier) >> shift_;
  while (grams_[at] != 0) at = (at + 1) & (grams_.size() - 1);
  grams_[at] = gram;
  for (std::size_t i = 0; i < weights.size() && i < classes_.size(); ++i) {
    weights_[at][i] = static_cast<std::uint8_t>(kScale.find(weights[i]));
  }
}

const NgramModel::Weights* NgramModel::find(Gram gram) const {
  std::size_t at = (gram * kMultiplier) >> shift_;
  while (grams_[at] != 0) {
    if (grams_[at] == gram) return &weights_[at];
    at = (at + 1) & (grams_.size() - 1);
  }
  return nullptr;
}

std::uint8_t NgramModel::code(char32_t letter) const {
  if (letter < codes_.size()) return codes_[letter];
  const auto found = far_codes_.find(letter);
  return found == far_codes_.end() ? 0 : found->second;
}

std::uint8_t NgramModel::code_as_written(char32_t letter) const {
  return letter < codes_as_written_.size() ? codes_as_written_[letter] : code(small_letter(letter));
}

/// Where a word ends, or its first `letters` letters do; takes those off `letters`.
std::size_t NgramModel::word_end(std::string_view text, std::size_t begin, std::size_t& letters) const {
  std::size_t at = begin;
  for (; at < text.size() && letters > 0; --letters) {
    const Letter letter = letter_at(text, at);
    if (code_as_written(letter.value) == 0) break;
    at += letter.bytes;
  }
  return at;
}

/// Where a capitalised word that is passed over ends, at the latest before its next apostrophe.
std::size_t NgramModel::capitalised_end(std::string_view text, std::size_t at) const {
  while (at < text.size()) {
    const Letter letter = letter_at(text, at);
    if (code_as_written(letter.value) == 0 || small_letter(letter.value) == U'\'') break;
    at += letter.bytes;
  }
  return at;
}

void NgramModel::add_word(std::string_view word, Scores& scores) const {
  const auto count = [this, &scores](Gram gram) {
    for (const Gram mask : {0xFFU, 0xFFFFU, 0xFFFFFFU, 0xFFFFFFFFU}) {
      // n-grams that would reach back before the edge of the word, and the edge alone, are none.
      if (mask != 0xFF && (gram & mask) <= (mask >> 8)) break;
      if (const Weights* weights = find(gram & mask); weights != nullptr) {
        for (std::size_t i = 0; i < kClasses; ++i) scores[i] += (*weights)[i];
      }
    }
  };
  Gram gram = kEdge;
  for (std::size_t at = 0; at < word.size();) {
    const Letter letter = letter_at(word, at);
    at += letter.bytes;
    gram = gram << 8 | code_as_written(letter.value);
    count(gram);
  }
  count(gram << 8 | kEdge);
}

NgramModel::Scores NgramModel::score(std::string_view text, std::size_t letters, Words words, Memo& memo) const {
  Scores scores{};
  for (std::size_t at = 0; at < text.size() && letters > 0;) {
    const Letter first = letter_at(text, at);
    const char32_t small = small_letter(first.value);
    if (small == U'\'' || code_as_written(first.value) == 0) {  // no word begins with an apostrophe
      at += first.bytes;
      continue;
    }
    if (words == Words::uncapitalised && lower(first.value) != first.value) {
      at = capitalised_end(text, at);
      continue;
    }
    const std::size_t begin = at;
    at = word_end(text, begin, letters);
    const std::string_view word = text.substr(begin, at - begin);
    if (word.size() > Memo::kLongest) {
      add_word(word, scores);
      continue;
    }
    const WordScores known = memo.get(word, 0, [&] {
      Scores made{};
      add_word(word, made);
      WordScores small_made;
      std::transform(made.begin(), made.end(), small_made.sums.begin(),
                     [](std::int32_t sum) { return static_cast<std::uint16_t>(sum); });
      return small_made;
    });
    for (std::size_t i = 0; i < kClasses; ++i) scores[i] += known.sums[i];
  }
  return scores;
}

}  // namespace izde::analysis
