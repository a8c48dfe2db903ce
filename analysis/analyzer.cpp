#include "analysis/analyzer.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "analysis/abbreviations.hpp"
#include "analysis/faces.hpp"
#include "analysis/filters/kazakh_support.hpp"
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

/// What the abbreviations of a text stand for, behind them.
void add_expansions(std::string_view text, const WordContext& context, Tokens& tokens) {
  const std::vector<ScannedWord> words = expansions(text, tokens);
  if (words.empty()) return;
  const auto own = static_cast<std::ptrdiff_t>(tokens.size());
  for (std::size_t i = 0; i < words.size(); i += FacesStore::kTogether) {
    const std::size_t count = std::min(FacesStore::kTogether, words.size() - i);
    store().add_tokens(std::span(words).subspan(i, count), context, tokens);
  }
  std::inplace_merge(tokens.begin(), tokens.begin() + own, tokens.end(),
                     [](const Token& a, const Token& b) { return a.position < b.position; });
}

std::string_view analysis_version() { return "11"; }

const KazakhSupport& Analyzer::support() const { return learned_ == nullptr ? KazakhSupport::shipped() : *learned_; }

std::uint64_t Analyzer::fingerprint() const { return support().fingerprint(); }

Tokens Analyzer::analyze(std::string_view text, const Reading& reading) const {
  Tokens tokens;
  tokens.reserve(text.size() / kBytesToAWord + 1);
  Scanner scanner(text, apostrophe_letters(reading));
  std::array<ScannedWord, FacesStore::kTogether> words;
  for (std::size_t count = scanner.next(words); count > 0; count = scanner.next(words)) {
    store().add_tokens({words.data(), count}, {reading, support()}, tokens);
  }
  add_expansions(text.substr(0, kLongestText), {reading, support()}, tokens);
  return tokens;
}

std::string Analyzer::plain(std::string_view fragment, const Reading& reading) const {
  std::string plain;
  Scanner scanner(fragment, apostrophe_letters(reading));
  std::array<ScannedWord, 1> word;
  while (scanner.next(word) > 0) {
    if (word[0].width == 1) plain += faces_of(word[0].text, {reading, support()}).get()->plain;
  }
  return plain;
}

}  // namespace izde::analysis
