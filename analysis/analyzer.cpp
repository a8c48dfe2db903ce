#include "analysis/analyzer.hpp"

#include "analysis/faces.hpp"
#include "analysis/languages/languages.hpp"
#include "analysis/scanner.hpp"

namespace izde::analysis {
namespace {

/// Bytes of running text to a word, at the least; to make room for its tokens at once.
constexpr std::size_t kBytesToAWord = 6;

FacesStore& store() {
  thread_local FacesStore store;
  return store;
}

}  // namespace

std::string_view analysis_version() { return "1"; }

Tokens Analyzer::analyze(std::string_view text, const Reading& reading) const {
  Tokens tokens;
  tokens.reserve(text.size() / kBytesToAWord + 1);
  FacesStore& faces = store();
  Scanner scanner(text, apostrophe_letters(reading));
  for (ScannedWord word; scanner.next(word);) {
    tokens.push_back({faces.find(word.text, reading), word.span, word.position, word.width});
  }
  return tokens;
}

std::string Analyzer::plain(std::string_view fragment, const Reading& reading) const {
  std::string plain;
  Scanner scanner(fragment, apostrophe_letters(reading));
  for (ScannedWord word; scanner.next(word);) {
    if (word.width == 1) plain += faces_of(word.text, reading).plain;
  }
  return plain;
}

}  // namespace izde::analysis
