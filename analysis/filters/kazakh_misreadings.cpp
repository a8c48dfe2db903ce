#include "analysis/filters/kazakh_misreadings.hpp"

#include <algorithm>
#include <map>

#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr std::size_t kReplacedOneByOne = 12;
constexpr std::size_t kRestored = 6;
constexpr std::size_t kLeastLetters = 2;

struct Misreadings {
  std::map<char32_t, std::u32string> instead;  ///< ғ → г f
  std::map<char32_t, char32_t> meant_by;       ///< typed к → қ; none that are one in the key of all scripts
};

Misreadings load() {
  Misreadings misreadings;
  for (const Row& row : rows_of(tables::kk_misreadings)) {
    const char32_t letter = letter_at(row[0], 0).value;
    for (const std::string_view other : parts_of(row[1], ' ')) {
      misreadings.instead[letter] += letter_at(other, 0).value;
    }
    const char32_t typed = misreadings.instead[letter].front();
    if (arabic_grade(row[0]) != arabic_grade(utf8_of({&typed, 1}))) misreadings.meant_by.emplace(typed, letter);
  }
  return misreadings;
}

const Misreadings& misreadings() {
  static const Misreadings loaded = load();
  return loaded;
}

class Spellings {
 public:
  explicit Spellings(std::string_view word) : word_(word) {}

  void add(std::u32string_view letters) {
    std::string spelling = utf8_of(letters);
    if (letters.size() < kLeastLetters || spelling == word_) return;
    if (std::find(all_.begin(), all_.end(), spelling) == all_.end()) all_.push_back(std::move(spelling));
  }
  std::vector<std::string> take() { return std::move(all_); }

 private:
  std::string_view word_;
  std::vector<std::string> all_;
};

}  // namespace

bool has_kazakh_letter(std::string_view text) {
  const auto& instead = misreadings().instead;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    if (is_cyrillic(letter.value) && instead.contains(lower(letter.value))) return true;
    at += letter.bytes;
  }
  return false;
}

std::vector<std::string> damaged_spellings(std::string_view word) {
  const auto& instead = misreadings().instead;
  const std::u32string letters = letters_of(word);
  Spellings spellings(word);
  std::u32string replaced = letters;
  std::u32string left;
  for (char32_t& c : replaced) {
    const auto row = instead.find(c);
    if (row == instead.end())
      left += c;
    else
      c = row->second.front();
  }
  spellings.add(replaced);
  for (std::size_t i = 0, tried = 0; i < letters.size() && tried < kReplacedOneByOne; ++i) {
    const auto row = instead.find(letters[i]);
    if (row == instead.end()) continue;
    ++tried;
    for (const char32_t other : row->second) {
      std::u32string one = letters;
      one[i] = other;
      spellings.add(one);
    }
  }
  spellings.add(left);
  return spellings.take();
}

std::vector<std::string> restored_spellings(std::string_view word) {
  const auto& meant_by = misreadings().meant_by;
  const std::u32string letters = letters_of(word);
  std::vector<std::u32string> so_far{letters};
  std::size_t tried = 0;
  for (std::size_t i = 0; i < letters.size() && tried < kRestored; ++i) {
    const auto row = meant_by.find(letters[i]);
    if (row == meant_by.end()) continue;
    ++tried;
    const std::size_t before = so_far.size();
    for (std::size_t k = 0; k < before; ++k) {
      so_far.push_back(so_far[k]);
      so_far.back()[i] = row->second;
    }
  }
  Spellings spellings(word);
  for (const std::u32string& one : so_far) spellings.add(one);
  return spellings.take();
}

}  // namespace izde::analysis
