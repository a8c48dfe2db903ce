#include "analysis/abbreviations.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "analysis/filters/homoglyphs.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

/// The longest first part of an abbreviation, and how far from it a neighbour may stand (". " and a bracket).
constexpr std::size_t kLongest = 12;
constexpr std::size_t kReach = 4;
constexpr std::size_t kLettersAsTheyAre = 2;
/// A part without a full stop is told by its capitals: nothing longer than this is looked up.
constexpr std::size_t kLongestCapitals = 3;

enum class Neighbour : std::uint8_t { number, roman, adjective, name };

struct Part {
  std::string_view letters;  ///< as in the table
  bool stop = false;         ///< a full stop must follow
};

struct Meaning {
  Language language;
  std::vector<Part> parts;                                ///< of the abbreviation
  std::vector<std::vector<std::string_view>> expansions;  ///< words of each
  std::vector<Neighbour> before, after;
};

using Meanings = std::map<std::string, std::vector<Meaning>, std::less<>>;  // by the first part in small letters

std::string small(std::string_view word) {
  std::u32string letters = letters_of(word);
  std::transform(letters.begin(), letters.end(), letters.begin(), lower);
  return utf8_of(letters);
}

std::vector<Part> parts_of_abbreviation(std::string_view cell) {
  std::vector<Part> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= cell.size(); ++at) {
    const bool end = at == cell.size() || cell[at] == '.' || cell[at] == ' ';
    if (!end) continue;
    if (at > begin) parts.push_back({cell.substr(begin, at - begin), at < cell.size() && cell[at] == '.'});
    begin = at + 1;
  }
  return parts;
}

std::vector<Neighbour> neighbours_of(std::string_view cell) {
  static const std::map<std::string_view, Neighbour> names{{"number", Neighbour::number},
                                                           {"roman", Neighbour::roman},
                                                           {"adjective", Neighbour::adjective},
                                                           {"name", Neighbour::name}};
  std::vector<Neighbour> neighbours;
  for (const std::string_view name : parts_of(cell, '|')) neighbours.push_back(names.at(name));
  return neighbours;
}

Meanings load() {
  Meanings meanings;
  for (const Row& row : rows_of(tables::abbreviations)) {
    const auto language = language_of_tag(row[1]);
    if (!language) continue;
    Meaning meaning{*language, parts_of_abbreviation(row[0]), {}, neighbours_of(row[3]), neighbours_of(row[4])};
    for (const std::string_view words : parts_of(row[2], '|')) meaning.expansions.push_back(parts_of(words, ' '));
    meanings[small(meaning.parts.front().letters)].push_back(std::move(meaning));
  }
  for (auto& [first, all] : meanings) {  // ст. ст. before ст.
    std::stable_sort(all.begin(), all.end(),
                     [](const Meaning& a, const Meaning& b) { return a.parts.size() > b.parts.size(); });
  }
  return meanings;
}

const Meanings& all_meanings() {
  static const Meanings meanings = load();
  return meanings;
}

/// An adjective in -ск- by its letters: семипалатинской, семипалатинскаго.
bool is_adjective(std::string_view written) {
  constexpr std::size_t kEnding = 10;  // bytes: ск and three letters
  const std::string_view tail = written.substr(written.size() - std::min(written.size(), kEnding));
  return tail.find("ск") != std::string_view::npos && written.size() > tail.size();
}

class Reader {
 public:
  Reader(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  std::vector<ScannedWord> read() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].width == 1 && tokens_[i].position >= next_ && may_abbreviate(tokens_[i])) look_up(i);
    }
    return std::move(found_);
  }

 private:
  bool stop_follows(const Token& token) const { return token.span.end < text_.size() && text_[token.span.end] == '.'; }

  /// Looks at the text only: faces lie too far away to be asked for each word.
  bool may_abbreviate(const Token& token) const {
    const std::size_t bytes = token.span.end - token.span.begin;
    if (bytes > kLongest) return false;
    const char first = text_[token.span.begin];
    return stop_follows(token) || (bytes <= kLongestCapitals && first >= 'A' && first <= 'Z');
  }

  void look_up(std::size_t i) {
    const auto row = all_meanings().find(tokens_[i]->written);
    if (row == all_meanings().end()) return;
    for (const Meaning& meaning : row->second) {
      const auto last = last_of(i, meaning);
      if (last && neighbours_agree(i, *last, meaning)) return add(i, *last, meaning);
    }
  }

  /// The token of the abbreviation's last part; nothing if the text has another word there.
  std::optional<std::size_t> last_of(std::size_t i, const Meaning& meaning) const {
    if (tokens_[i]->language != meaning.language) return std::nullopt;
    for (std::size_t part = 0; part < meaning.parts.size(); ++part) {
      if (part > 0) {
        const auto following = after(i);
        if (!following) return std::nullopt;
        i = *following;
      }
      if (!is_part(tokens_[i], meaning.parts[part])) return std::nullopt;
    }
    return i;
  }

  bool is_part(const Token& token, const Part& part) const {
    if (part.stop && !stop_follows(token)) return false;
    const std::string_view as_it_is = text_.substr(token.span.begin, token.span.end - token.span.begin);
    return letters_of(part.letters).size() <= kLettersAsTheyAre ? as_it_is == part.letters
                                                                : token->written == part.letters;
  }

  std::optional<std::size_t> after(std::size_t i) const {
    std::size_t next = i + 1;
    while (next < tokens_.size() && (tokens_[next].width != 1 || tokens_[next].position == tokens_[i].position)) ++next;
    if (next == tokens_.size() || tokens_[next].span.begin - tokens_[i].span.end > kReach) return std::nullopt;
    return next;
  }

  std::optional<std::size_t> before(std::size_t i) const {
    std::size_t previous = i;
    do {
      if (previous == 0) return std::nullopt;
      --previous;
    } while (tokens_[previous].width != 1);
    if (tokens_[i].span.begin - tokens_[previous].span.end > kReach) return std::nullopt;
    return previous;
  }

  bool is_one_of(const std::vector<Neighbour>& wanted, std::optional<std::size_t> i) const {
    if (!i) return false;
    const Token& token = tokens_[*i];
    const std::string_view as_it_is = text_.substr(token.span.begin, token.span.end - token.span.begin);
    return std::any_of(wanted.begin(), wanted.end(), [&](Neighbour neighbour) {
      switch (neighbour) {
        case Neighbour::number:
          return is_digit(letter_at(token->written, 0).value);
        case Neighbour::roman:
          return is_roman_numeral(letters_of(as_it_is)) || is_digit(letter_at(token->written, 0).value);
        case Neighbour::adjective:
          return is_adjective(token->written);
        case Neighbour::name:
          return token->capitalised;
      }
      return false;
    });
  }

  bool neighbours_agree(std::size_t first, std::size_t last, const Meaning& meaning) const {
    if (meaning.before.empty() && meaning.after.empty()) return true;
    return is_one_of(meaning.before, before(first)) || is_one_of(meaning.after, after(last));
  }

  /// The words of an expansion stand at the places of the parts; what is longer ends at the last of them.
  void add(std::size_t first, std::size_t last, const Meaning& meaning) {
    for (const auto& words : meaning.expansions) {
      std::size_t at = first;
      for (const std::string_view word : words) {
        found_.push_back({word, tokens_[at].span, tokens_[at].position, 0});
        at = std::min(last, after(at).value_or(last));
      }
    }
    next_ = tokens_[last].position + 1;
    std::stable_sort(found_.begin(), found_.end(),
                     [](const ScannedWord& a, const ScannedWord& b) { return a.position < b.position; });
  }

  std::string_view text_;
  const Tokens& tokens_;
  std::vector<ScannedWord> found_;
  std::uint32_t next_ = 0;  ///< position behind the last abbreviation
};

}  // namespace

std::vector<ScannedWord> expansions(std::string_view text, const Tokens& tokens) { return Reader(text, tokens).read(); }

}  // namespace izde::analysis
