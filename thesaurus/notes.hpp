// What is wrong with a user's file, a thesaurus or a lexicon, and what was done about it. A slip made on every line of
// a large file is told three times and then counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace izde::thesaurus {

/// The notes of one file.
class Notes {
 public:
  static constexpr std::size_t kToldInFull = 3;  ///< of one reason

  explicit Notes(std::string_view file = {}) : file_(file) {}

  /// `reason` says what further ones have in common ("lines with a NUL byte; left out") and is kept as a view: a
  /// constant. `what` is the whole sentence, "has a NUL byte; left out".
  void add(std::size_t line, std::string_view reason, std::string_view what);

  /// "file:12: what" in the order they were added; after the third of a reason "file:20–90: 5 more reason".
  std::vector<std::string> told() const;

 private:
  struct Entry {
    std::string what;
    std::size_t line = 0;  ///< where it stands, or the first of those that are counted
    std::size_t last = 0;
    std::size_t count = 0;  ///< of those that are counted; 0: told in full
  };
  struct Reason {
    std::string_view text;
    std::size_t count = 0;
    std::size_t entry = 0;  ///< that counts the further ones
  };

  std::string file_;
  std::vector<Entry> entries_;
  std::vector<Reason> reasons_;
};

}  // namespace izde::thesaurus
