// A lexicon as a file: tab-separated, the first line names the columns by language (others are ignored), a cell holds
// word[:weight]|word… What is wrong with a line is told with its number, and the line left out.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace izde::thesaurus {

/// Names the file.
struct LexiconError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The languages of a lexicon: those of the texts, and English for queries.
enum class Tongue : std::uint8_t { vi, kk, ru, en };
inline constexpr std::size_t kTongues = 4;

struct CellWord {
  std::string_view text;
  float weight = 1;  ///< above 0, at most 1
  friend bool operator==(const CellWord&, const CellWord&) = default;
};

/// The words of a cell without the blanks around them and those of weight 0; an empty cell has none. Nothing where a
/// word is empty or what follows its last colon is no weight.
std::optional<std::vector<CellWord>> words_of_cell(std::string_view cell);

using LexiconLine = std::array<std::string_view, kTongues>;  ///< its cells, by Tongue

struct LexiconFile {
  std::vector<LexiconLine> lines;
  std::vector<std::string> faults;  ///< "file:line: reason" of the first hundred lines left out
  std::size_t fault_count = 0;
};

/// Any bytes; `name` stands for the file in errors. The cells are views of `text`. Throws LexiconError where no first
/// line names two of the languages.
LexiconFile parse_lexicon(std::string_view text, std::string_view name);

/// The text of a file, composed (NFC). Throws LexiconError where it cannot be read or has more than 64 MB.
std::string read_lexicon(const std::filesystem::path& path);

}  // namespace izde::thesaurus
