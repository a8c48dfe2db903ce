#include "analysis/dates/date_words.hpp"

#include <array>
#include <charconv>
#include <map>
#include <string>
#include <unordered_map>

#include "analysis/dates/numerals.hpp"
#include "analysis/filters/homoglyphs.hpp"
#include "analysis/filters/kazakh_scripts.hpp"
#include "analysis/filters/russian_spelling.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis/unicode.hpp"
#include "analysis/word_memo.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis::dates {
namespace {

/// One way to look a word up: Russian in today's spelling, Kazakh by the key its scripts share, Vietnamese as it is
/// and, where a text has no marks, without them.
enum Way : std::uint8_t { russian, kazakh, vietnamese, bare, kWays };
using Key = std::uint32_t;  ///< of a word in the tables; 0 for any other
using Keys = std::array<Key, kWays>;

struct Step {
  std::map<Key, std::size_t> next;
  std::vector<Reading> readings;
};

std::string small(std::string_view word) { return lower_case(word); }

std::string without_marks(std::string_view word) {
  std::u32string letters = letters_of(without_accents(word));
  for (char32_t& letter : letters)
    if (letter == U'đ') letter = U'd';
  return utf8_of(letters);
}

class Vocabulary {
 public:
  Vocabulary() {
    std::map<std::string_view, std::vector<std::string_view>> endings{{"", {""}}};
    for (const Row& row : rows_of(tables::date_endings)) endings[row[0]] = cells_of(row[1]);
    for (const Row& row : rows_of(tables::date_words)) {
      const Reading reading{name_of(row[1]), number_of(row[2])};
      for (const std::string_view form : parts_of(row[3], '|'))
        for (const std::string_view ending : endings.at(row[4])) add(row[0], std::string(form).append(ending), reading);
    }
  }

  Key key(Way way, const std::string& letters) const {
    if (!sieves_[way].may_hold(letters)) return 0;
    const auto known = keys_[way].find(letters);
    return known == keys_[way].end() ? 0 : known->second;
  }
  const Step* step(Way way, const Step* from, Key key) const {
    const Step& step = from == nullptr ? steps_[way].front() : *from;
    const auto next = step.next.find(key);
    return key == 0 || next == step.next.end() ? nullptr : &steps_[way][next->second];
  }

 private:
  /// Parts of a cell, an empty first one among them.
  static std::vector<std::string_view> cells_of(std::string_view cell) {
    std::vector<std::string_view> parts = parts_of(cell, '|');
    if (cell.starts_with('|') && (parts.empty() || !parts.front().empty())) parts.insert(parts.begin(), "");
    return parts;
  }

  void add(std::string_view language, const std::string& form, Reading reading) {
    const std::vector<Symbol> symbols = scan(form);
    if (language == "ru") return add(russian, symbols, reading);
    if (language == "kk") return add(kazakh, symbols, reading);
    add(vietnamese, symbols, reading);
    add(bare, symbols, reading);
  }

  void add(Way way, const std::vector<Symbol>& symbols, Reading reading) {
    if (steps_[way].empty()) steps_[way].emplace_back();
    std::size_t at = 0;
    for (const Symbol& symbol : symbols) {
      const auto known = keys_[way].emplace(spelt(way, symbol), keys_[way].size() + 1).first;
      sieves_[way].add(known->first);
      const Key key = known->second;
      const auto [next, added] = steps_[way][at].next.emplace(key, steps_[way].size());
      at = next->second;
      if (added) steps_[way].emplace_back();
    }
    for (const Reading& known : steps_[way][at].readings)
      if (known.name == reading.name && known.value == reading.value) return;
    steps_[way][at].readings.push_back(reading);
  }

  static std::string spelt(Way way, const Symbol& symbol) {
    if (symbol.kind == SymbolKind::number) return std::to_string(symbol.value);
    if (symbol.kind == SymbolKind::sign) return std::string(symbol.text);
    const std::string word = small(symbol.text);
    if (way == russian) return modern_russian(word);
    if (way == kazakh) return arabic_grade(word);
    return way == bare ? without_marks(word) : word;
  }

  std::array<std::unordered_map<std::string, Key>, kWays> keys_;
  std::array<WordSieve, kWays> sieves_;  ///< of keys_
  std::array<std::vector<Step>, kWays> steps_;
};

const Vocabulary& vocabulary() {
  static const Vocabulary words;
  return words;
}

bool has_vietnamese_marks(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    if ((letter.value >= 0x1EA0 && letter.value <= 0x1EF9) || letter.value == 0x111 || letter.value == 0x1B0 ||
        letter.value == 0x1A1 || letter.value == 0x103)
      return true;
    at += letter.bytes;
  }
  return false;
}

/// What a symbol says by itself.
struct Found {
  Keys keys{};
  std::uint8_t roman = 0;  ///< value of a numeral
  bool says_anything() const { return keys != Keys{} || roman > 0; }
};

/// Looks the words of one text up.
class Dictionary {
 public:
  /// What no word's keys depend on is not asked of the text.
  Dictionary(std::string_view text, Language language)
      : language_(language), marks_(!is_ours_with_cases(language) && has_vietnamese_marks(text)) {
    if (language == Language::kk || (language == Language::other && !marks_)) alphabet_ = kazakh_alphabet(text);
    if (alphabet_ == Alphabet::none || alphabet_ == Alphabet::kk_cyrillic) alphabet_ = Alphabet::kk_latin_2021;
    context_ = static_cast<std::uint8_t>(static_cast<unsigned>(language_) | (marks_ ? 4U : 0U) |
                                         static_cast<unsigned>(alphabet_) << 3);
  }

  /// Of a word that will soon be looked up.
  void expect(const Symbol& symbol) const {
    if (symbol.kind == SymbolKind::word) memo_.expect(symbol.text, context_);
  }

  Found find(const Symbol& symbol) const {
    const bool is_word = symbol.kind == SymbolKind::word;
    const auto look_up = [&] {
      return Found{keys(symbol), is_word ? static_cast<std::uint8_t>(roman_value(symbol.text)) : std::uint8_t{0}};
    };
    if (symbol.damaged || is_long(symbol)) return look_up();
    if (symbol.kind != SymbolKind::number) return memo_.get(symbol.text, context_, look_up);
    std::array<char, 16> digits{};
    const char* const end = std::to_chars(digits.begin(), digits.end(), symbol.value).ptr;
    const std::size_t size = symbol.digits == 0 ? 0 : static_cast<std::size_t>(end - digits.begin());
    return memo_.get({digits.data(), size}, context_, look_up);  // no word is made of digits alone
  }

 private:
  static constexpr std::size_t kLongestWord = 64;  // bytes

  /// Large: a word that is not held costs more than a look far away.
  using Memo = WordMemo<Found, std::size_t{1} << 15>;
  static Memo& memo() {
    thread_local Memo made;
    return made;
  }

  static bool is_ours_with_cases(Language language) { return language == Language::kk || language == Language::ru; }
  static bool is_long(const Symbol& symbol) { return symbol.span.end - symbol.span.begin > kLongestWord; }

  Keys keys(const Symbol& symbol) const {
    Keys keys{};
    if (symbol.damaged || is_long(symbol)) return keys;
    if (symbol.kind != SymbolKind::word) {
      const std::string letters = symbol.kind == SymbolKind::sign ? std::string(symbol.text)
                                  : symbol.digits == 0            ? ""
                                                                  : std::to_string(symbol.value);
      for (std::uint8_t way = 0; way < kWays; ++way) keys[way] = vocabulary().key(static_cast<Way>(way), letters);
      return keys;
    }
    const std::string word = small(one_script(symbol.text));
    const Script script = script_of(word);
    if (script == Script::cyrillic) {
      keys[russian] = vocabulary().key(russian, modern_russian(word));
      keys[kazakh] = vocabulary().key(kazakh, arabic_grade(word));
    } else if (script == Script::arabic) {
      keys[kazakh] = vocabulary().key(kazakh, arabic_grade(kazakh_cyrillic(word, Alphabet::kk_arabic)));
    } else if (script == Script::latin) {
      read_latin(word, keys);
    }
    return keys;
  }

  void read_latin(const std::string& word, Keys& keys) const {
    keys[russian] = vocabulary().key(russian, word);
    if (language_ != Language::kk && language_ != Language::ru) {
      keys[vietnamese] = vocabulary().key(vietnamese, word);
      if (!marks_) keys[bare] = vocabulary().key(bare, word);
    }
    if (language_ == Language::kk || (language_ == Language::other && !marks_))
      keys[kazakh] = vocabulary().key(kazakh, arabic_grade(kazakh_cyrillic(word, alphabet_)));
  }

  Memo& memo_ = memo();
  Language language_;
  bool marks_;
  Alphabet alphabet_ = Alphabet::none;
  std::uint8_t context_ = 0;  ///< all of them
};

/// The longest run of symbols that the tables know, and what it means.
struct Meaning {
  std::size_t symbols = 0;
  std::vector<Reading> readings;
};

Meaning meaning_at(const std::vector<Found>& found, const std::vector<Symbol>& symbols, std::size_t begin) {
  Meaning meaning;
  if (found[begin].keys == Keys{}) return meaning;  // most words
  for (std::uint8_t way = 0; way < kWays; ++way) {
    const Step* step = nullptr;
    for (std::size_t at = begin; at < symbols.size(); ++at) {
      if (at > begin && symbols[at].apart) break;
      step = vocabulary().step(static_cast<Way>(way), step, found[at].keys[way]);
      if (step == nullptr) break;
      const std::size_t length = at - begin + 1;
      if (step->readings.empty() || length < meaning.symbols) continue;
      if (length > meaning.symbols) meaning = {length, {}};
      meaning.readings.insert(meaning.readings.end(), step->readings.begin(), step->readings.end());
    }
  }
  return meaning;
}

}  // namespace

std::vector<Symbol> with_meanings(std::vector<Symbol> symbols, std::string_view text, Language language) {
  constexpr std::size_t kAhead = 6;  // symbols
  const Dictionary dictionary(text, language);
  std::vector<Found> found;
  found.reserve(symbols.size());
  bool any = false;
  for (std::size_t at = 0; at < symbols.size(); ++at) {
    if (at + kAhead < symbols.size()) dictionary.expect(symbols[at + kAhead]);
    found.push_back(dictionary.find(symbols[at]));
    any = any || found.back().says_anything() || symbols[at].digits > 0;
  }
  if (!any) symbols.clear();  // no row of the tables is made of signs alone
  std::size_t read = 0;       // symbols, in the place of the longer row of those not read yet
  for (std::size_t at = 0; at < symbols.size();) {
    Meaning meaning = meaning_at(found, symbols, at);
    const std::size_t count = std::max<std::size_t>(1, meaning.symbols);
    Symbol& symbol = symbols[read];
    if (read != at) symbol = std::move(symbols[at]);
    if (count > 1) symbol.span.end = symbols[at + count - 1].span.end;
    symbol.readings = std::move(meaning.readings);
    if (symbol.kind == SymbolKind::number && count > 1) symbol.digits = 0;
    if (count == 1 && found[at].roman > 0) symbol.readings.push_back({name_of("roman"), found[at].roman});
    ++read;
    at += count;
  }
  symbols.resize(read);
  return with_numbers(std::move(symbols));
}

}  // namespace izde::analysis::dates
