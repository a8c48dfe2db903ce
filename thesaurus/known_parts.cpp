#include "thesaurus/known_parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace izde::thesaurus {

using analysis::Token;
using analysis::Tokens;

Tokens parts_of(const Tokens& tokens) {
  Tokens parts;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(parts), [](const Token& t) { return t.width == 1; });
  return parts;
}

const Tokens& KnownParts::of(std::string_view text, analysis::Language language, const analysis::Analyzer& analyzer) {
  if (count_ == kMost) {
    by_analyzer_.clear();
    count_ = 0;
  }
  Known& known = by_analyzer_[analyzer.fingerprint()][static_cast<std::size_t>(language)];
  if (const auto found = known.find(text); found != known.end()) return found->second;
  ++count_;
  Tokens parts = parts_of(analyzer.analyze(text, analysis::printed_reading(language)));
  return known.emplace(text, std::move(parts)).first->second;
}

KnownParts& known_parts() {
  thread_local KnownParts parts;
  return parts;
}

}  // namespace izde::thesaurus
