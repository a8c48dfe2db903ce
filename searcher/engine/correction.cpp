#include "searcher/engine/correction.hpp"

#include "analysis/letters.hpp"
#include "searcher/engine/labels.hpp"
#include "searcher/engine/spelling.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace izde::searcher {
namespace {

constexpr std::size_t kMostCorrections = 3;
constexpr std::size_t kLeastLetters = 4;   // shorter words have too many neighbours
constexpr std::size_t kLettersForTwo = 7;  // from here on two slips are forgiven
constexpr double kCorrectionWeight = 0.5;  // of what is one edit away; less for two
constexpr double kCorrectedName = 0.5;

struct Neighbour {
  double weight = 0;
  std::size_t passages = 0;
};

// Plain spellings near the word that occur in the index.
std::map<std::string, Neighbour> neighbours(const analysis::Tokens& readings, const Snapshot& snapshot) {
  std::map<std::string, Neighbour> found;
  std::set<std::string_view> looked_for;  // several readings may spell the word alike
  for (const analysis::Token& token : readings) {
    if (!looked_for.insert(token->plain).second) continue;
    const std::size_t letters = analysis::letters_of(token->plain).size();
    if (letters < kLeastLetters || token->plain.find_first_of("0123456789") != std::string::npos) continue;
    for (const Shard& shard : snapshot.shards())
      for (const auto& match : forms_near(shard, token->plain, letters >= kLettersForTwo ? 2 : 1)) {
        const schema::Form form = shard.lexicon.form(match.form);
        const std::size_t passages = snapshot.frequency(stem_term(form));
        if (passages == 0 || form.plain == token->plain) continue;  // the word itself, in another language
        Neighbour& neighbour = found[std::string(form.plain)];
        neighbour.weight = std::max(neighbour.weight, match.weight);
        neighbour.passages = std::max(neighbour.passages, passages);
      }
  }
  return found;
}

std::vector<WordExpander::FormMatch> forms_of(const std::string& plain, const Shard& shard, double weight) {
  using analysis::Language;
  std::vector<WordExpander::FormMatch> forms;
  for (const Language language : {Language::other, Language::vi, Language::kk, Language::ru})
    for (const schema::FormId id : shard.lexicon.find(schema::Face::plain, language, plain))
      forms.push_back({id, weight});
  return forms;
}

void add_name(Atom& atom, const std::string& corrected, const WordExpander& words,
              const thesaurus::Thesaurus& thesaurus) {
  Node meant;
  meant.op = Operator::word;
  meant.text = corrected;
  for (const TypedLabel& label : find_labels({&meant, 1}, thesaurus))
    for (const std::string& id : label.concepts) {
      words.add_concept(atom, id);
      atom.alternatives.back().reason = Reason::correction;
      atom.alternatives.back().weight = kCorrectedName;
    }
}

}  // namespace

std::optional<Suggestion> correct(Atom& atom, const analysis::Tokens& readings, const Snapshot& snapshot,
                                  const WordExpander& words, const thesaurus::Thesaurus& thesaurus) {
  const auto found = neighbours(readings, snapshot);
  std::vector<std::pair<std::string, Neighbour>> ranked(found.begin(), found.end());
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.weight, a.second.passages) > std::pair(b.second.weight, b.second.passages);
  });
  if (ranked.size() > kMostCorrections) ranked.resize(kMostCorrections);
  for (const auto& [plain, neighbour] : ranked)
    for (std::size_t shard = 0; shard < snapshot.shards().size(); ++shard)
      words.add_forms(atom, shard, forms_of(plain, snapshot.shards()[shard], 2 * kCorrectionWeight * neighbour.weight),
                      Reason::correction);
  if (ranked.empty()) return std::nullopt;
  add_name(atom, ranked[0].first, words, thesaurus);
  return Suggestion{atom.word, ranked[0].first};
}

}  // namespace izde::searcher
