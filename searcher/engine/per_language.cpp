#include "searcher/engine/per_language.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

namespace izde::searcher {

using analysis::Language;

std::vector<Language> languages_beside_each_other(const Request& request) {
  std::vector<Language> languages;
  const auto& asked = request.languages;
  for (const Language language : {Language::vi, Language::kk, Language::ru})
    if (asked.empty() || std::find(asked.begin(), asked.end(), language) != asked.end()) languages.push_back(language);
  return languages;
}

Ranking rank_per_language(const Plan& plan, const Request& request, const Snapshot& snapshot) {
  const bool by_document = request.fold || request.unit == Unit::document;
  Request part = request;
  part.offset = 0;
  part.count = request.per_language;
  Ranking together;
  for (const Language language : languages_beside_each_other(request)) {
    part.languages = {language};
    Ranking one = rank(plan, part, snapshot);
    together.total.count += one.total.count;
    together.total.exact &= one.total.exact;
    if (one.ranked.size() > request.per_language) one.ranked.resize(request.per_language);
    std::move(one.ranked.begin(), one.ranked.end(), std::back_inserter(together.ranked));
  }
  std::sort(together.ranked.begin(), together.ranked.end(), [](const RankedPassage& a, const RankedPassage& b) {
    return std::tuple(-a.score, a.passage) < std::tuple(-b.score, b.passage);
  });
  if (!by_document) return together;
  std::unordered_set<std::string> met;
  std::erase_if(together.ranked, [&](const RankedPassage& hit) { return !met.insert(hit.document).second; });
  part.languages = languages_beside_each_other(request);
  together.total = rank(plan, part, snapshot).total;
  return together;
}

}  // namespace izde::searcher
