// Who is who, in every language: concepts with their labels, loaded from SKOS Turtle (skos.hpp), found in tokens
// (mentions.hpp), and looked up by what a user types. Immutable once loaded; shared by threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.hpp"
#include "analysis/date.hpp"
#include "analysis/token.hpp"

namespace izde::thesaurus {

struct ThesaurusError : std::runtime_error {
  using std::runtime_error::runtime_error;
};  ///< names file and line

enum class LabelKind : std::uint8_t {
  preferred,
  alternative,
  hidden,
  exact  ///< matched letter for letter and capitalised only, for names that inflect into common words (Семей)
};

struct Label {
  std::string text;  ///< as in the file, NFC
  std::string tag;   ///< BCP 47: "ru-petr1708"; may be empty
  LabelKind kind = LabelKind::preferred;
  std::optional<analysis::DayRange> valid = {};  ///< when it meant this concept (validity.hpp); nothing: always
  friend bool operator==(const Label&, const Label&) = default;
};

struct Concept {
  std::string id;      ///< last part of its URI: "L001"
  std::string scheme;  ///< last part of skos:inScheme: "places"
  std::vector<Label> labels;
  std::vector<std::string> broader, related;  ///< concept ids
  std::string note;                           ///< skos:scopeNote
  /// izde:date: when it was, in the Gregorian calendar; of a person the life, of a meeting its days.
  std::optional<analysis::DayRange> date = {};
  /// The label to show in a language ("vi", "kk", "ru", "en"): preferred of that language, else any preferred, else
  /// any label, else the id.
  std::string_view name(std::string_view language) const;
  /// Of the scheme "terms": a word, not a name. It is not found in texts; a Dictionary takes its labels.
  bool is_term() const { return scheme == "terms"; }
  /// Of the scheme "peoples": found in texts like a name, but so common a word that a query is not narrowed to it.
  bool is_people() const { return scheme == "peoples"; }
};

/// A concept found in tokens: positions as in Token.
struct Found {
  std::uint32_t concept_index = 0;  ///< into Thesaurus::concepts()
  std::uint32_t position = 0;
  std::uint32_t width = 1;
  bool dated = false;  ///< by a label that does not mean this concept at all times
  friend bool operator==(const Found&, const Found&) = default;
};

struct SkosFile;

/// Must go before main() ends: a thread builds it from tables that go then.
class Thesaurus {
 public:
  Thesaurus();
  ~Thesaurus();
  Thesaurus(Thesaurus&&) noexcept;
  Thesaurus& operator=(Thesaurus&&) noexcept;

  /// Adds the concepts of a .ttl file, or of all .ttl files of a folder in order of name. A concept that is already
  /// there gets the new labels as well. Throws ThesaurusError.
  void load(const std::filesystem::path& path);
  /// The same for files and folders of the user, all at once, as one may speak of another: what is wrong with them is
  /// noted (check.hpp), and the rest used.
  void load_checked(const std::vector<std::filesystem::path>& paths);
  /// What was wrong with the files, as "file:line: what; what was done".
  const std::vector<std::string>& notes() const { return notes_; }
  /// Builds the matchers; call once after the last load(), before the functions below.
  void build(const analysis::Analyzer& analyzer);

  const std::vector<Concept>& concepts() const;
  /// Index of the concept of that id, or -1.
  std::int64_t find(std::string_view id) const;

  /// Concepts named in a passage's tokens: the longest match at each place, and inside it the shorter ones of other
  /// concepts (Alash in "Alash Orda"). In rising order of position, longer first. `times`: when the passage may have
  /// been written; a label that meant the concept at none of them is not found. Without any, nobody knows, and all
  /// labels are. A dated label inside a longer name of its scheme is not found: киргиз in кара-киргиз.
  std::vector<Found> mentions(const analysis::Tokens& tokens, std::span<const analysis::DayRange> times = {}) const;

  /// Concepts whose label is typed as words [first, first+width) of a query, longest first; case does not matter, any
  /// script, any label kind. `tokens` are those of one reading of the query.
  std::vector<Found> labels_typed(const analysis::Tokens& tokens) const;

  /// 16 hex digits over all labels and dates: changes when the matchers may find anything else, or a concept was at
  /// another time.
  std::string fingerprint() const { return fingerprint_.empty() ? make_fingerprint() : fingerprint_; }

 private:
  struct Matchers;

  void take_in(SkosFile file);

  std::string make_fingerprint() const;

  std::vector<Concept> concepts_;
  std::string fingerprint_;  // once built: every query asks for it
  std::vector<std::string> notes_;
  std::unordered_map<std::string, std::size_t> index_of_;  ///< id → place in concepts_
  std::unique_ptr<Matchers> matchers_;
};

}  // namespace izde::thesaurus
