#include "searcher/engine/spelling.hpp"

#include "analysis/letters.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace izde::searcher {
namespace {

using FormMatch = WordExpander::FormMatch;

// Letters of one script are all this tells apart: enough to keep corrections within a script.
int script_of(char32_t letter) {
  if (letter >= 0x0400 && letter < 0x0530) return 1;
  if (letter >= 0x0600 && letter < 0x0700) return 2;
  return 0;
}

// What every word that fits a pattern has at least.
schema::Shape least_shape(std::string_view pattern) {
  std::string letters;
  std::size_t any = 0;
  for (const char c : pattern) {
    if (c == '?') ++any;
    if (c != '?' && c != '*') letters.push_back(c);
  }
  schema::Shape shape = schema::shape_of(letters + std::string(any, 'a'));
  shape.letters = schema::shape_of(letters).letters;
  return shape;
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  thread_local std::vector<std::size_t> before;
  thread_local std::vector<std::size_t> row;
  thread_local std::vector<std::size_t> next;
  for (auto* cells : {&before, &row, &next}) cells->resize(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    next[0] = j;
    std::size_t least = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      next[i] = std::min({row[i] + 1, next[i - 1] + 1, row[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        next[i] = std::min(next[i], before[i - 2] + 1);
      least = std::min(least, next[i]);
    }
    if (least > limit) return limit + 1;
    before.swap(row);
    row.swap(next);
  }
  return std::min(row[a.size()], limit + 1);
}

DistanceFrom::DistanceFrom(std::u32string word) : word_(std::move(word)) {
  if (word_.size() > kMostLetters) return;
  for (std::size_t i = 0; i < word_.size(); ++i) {
    const std::size_t place = place_of(word_[i]);
    letters_[place] = word_[i];
    places_[place] |= std::uint64_t{1} << i;
  }
}

// The row of a letter, or the free one where it would be.
std::size_t DistanceFrom::place_of(char32_t letter) const {
  std::size_t place = letter % letters_.size();
  while (places_[place] != 0 && letters_[place] != letter) place = (place + 1) % letters_.size();
  return place;
}

std::size_t DistanceFrom::to(std::u32string_view other, std::size_t limit) const {
  const std::size_t longer = std::max(word_.size(), other.size());
  if (longer - std::min(word_.size(), other.size()) > limit) return limit + 1;
  if (word_.empty() || word_.size() > kMostLetters) return edit_distance(word_, other, limit);
  return counted(other, limit);
}

// Each step is a column of edit_distance()'s table, as the differences between neighbouring cells: above each other
// (`more` and `less` down the word) and beside each other.
std::size_t DistanceFrom::counted(std::u32string_view other, std::size_t limit) const {
  const std::uint64_t last = std::uint64_t{1} << (word_.size() - 1);
  std::uint64_t more = ~std::uint64_t{0};
  std::uint64_t less = 0;
  std::uint64_t diagonal = 0;  // cells that are no more than the one before them in the word and in `other`
  std::uint64_t before = 0;    // places of the letter before
  std::size_t distance = word_.size();
  for (std::size_t i = 0; i < other.size(); ++i) {
    const std::uint64_t same = places_[place_of(other[i])];
    const std::uint64_t swapped = (~diagonal & same) << 1 & before;
    diagonal = (((same & more) + more) ^ more) | same | less | swapped;
    const std::uint64_t right_more = less | ~(diagonal | more);
    const std::uint64_t right_less = diagonal & more;
    if ((right_more & last) != 0) ++distance;
    if ((right_less & last) != 0) --distance;
    if (distance > limit + (other.size() - 1 - i)) return limit + 1;  // the letters that are left save one each
    const std::uint64_t shifted = right_more << 1 | 1;
    more = right_less << 1 | ~(diagonal | shifted);
    less = shifted & diagonal;
    before = same;
  }
  return distance;
}

bool fits(std::u32string_view pattern, std::u32string_view word) {
  std::size_t p = 0;
  std::size_t w = 0;
  std::size_t star = std::u32string_view::npos;
  std::size_t resume = 0;
  while (w < word.size()) {
    if (p < pattern.size() && (pattern[p] == U'?' || pattern[p] == word[w])) {
      ++p;
      ++w;
    } else if (p < pattern.size() && pattern[p] == U'*') {
      star = p++;
      resume = w;
    } else if (star != std::u32string_view::npos) {
      p = star + 1;
      w = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == U'*') ++p;
  return p == pattern.size();
}

std::vector<FormMatch> forms_like_pattern(const Shard& shard, std::string_view pattern) {
  const std::u32string wanted = analysis::letters_of(pattern);
  const std::size_t fixed = std::min(pattern.find_first_of("*?"), pattern.size());
  const std::string_view beginning = pattern.substr(0, fixed);
  const bool only_beginning = pattern.substr(fixed) == "*";
  const auto is_like = [&](std::string_view word) {
    return word.starts_with(beginning) && (only_beginning || fits(wanted, analysis::letters_of(word)));
  };
  std::vector<FormMatch> found;
  for (const schema::FormId id : shard.lexicon.find_with(least_shape(pattern))) {
    const schema::Form form = shard.lexicon.form(id);
    if (is_like(form.plain) || (form.written != form.plain && is_like(form.written))) found.push_back({id, 1});
  }
  return found;
}

std::vector<FormMatch> forms_near(const Shard& shard, std::string_view plain, std::size_t distance) {
  const std::u32string wanted = analysis::letters_of(plain);
  std::vector<FormMatch> found;
  if (wanted.empty()) return found;
  const DistanceFrom from(wanted);
  std::u32string letters;
  for (const schema::FormId id : shard.lexicon.find_near(schema::shape_of(plain), distance)) {
    letters.clear();
    const std::string_view other = shard.lexicon.plain(id);
    for (std::size_t at = 0; at < other.size();) {
      const analysis::Letter letter = analysis::letter_at(other, at);
      letters.push_back(letter.value);
      at += letter.bytes;
    }
    if (letters.empty() || script_of(letters[0]) != script_of(wanted[0])) continue;
    const std::size_t edits = from.to(letters, distance);
    if (edits <= distance) found.push_back({id, 1.0 / static_cast<double>(1 + edits)});
  }
  return found;
}

}  // namespace izde::searcher
