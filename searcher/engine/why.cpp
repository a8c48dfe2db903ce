#include "searcher/engine/why.hpp"

#include "schema/terms.hpp"
#include "searcher/engine/dating.hpp"
#include "searcher/engine/entries.hpp"
#include "searcher/engine/findings.hpp"
#include "searcher/engine/passage_ids.hpp"
#include "searcher/engine/ranking.hpp"
#include "searcher/engine/understand.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;

// Which words every hit must have, and which none.
void tell_occur(const PlanNode& node, Occur occur, std::vector<Occur>& of_atoms) {
  if (node.kind == Kind::atom) of_atoms[node.atom] = occur;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const PlanNode& child = node.children[i];
    Occur below = occur;
    if (occur == Occur::must && node.kind == Kind::any) below = Occur::may;
    if (occur == Occur::must && node.kind == Kind::best && node.children.size() > 1) below = child.occur;
    const bool excluded = node.kind == Kind::best && child.occur == Occur::must_not;
    if (excluded || (node.kind == Kind::except && i == 1)) below = Occur::must_not;
    tell_occur(child, below, of_atoms);
  }
}

WhyScore score_of(const ScoreParts& parts, const Plan& plan) {
  WhyScore score{parts.total(), parts.worth, parts.most, parts.coverage, parts.coverage_factor, {}, {}, {}};
  for (std::size_t atom = 0; atom < plan.atoms.size(); ++atom) {
    const WordPart& word = parts.words[atom];
    WhyScore::Share share{plan.atoms[atom].word, word.worth, word.most, {}};
    for (std::size_t i = 0; i < plan.atoms[atom].alternatives.size(); ++i) {
      const AlternativePart& part = parts.alternatives[word.first + i];
      const Alternative& alternative = plan.atoms[atom].alternatives[i];
      std::string asked = alternative.any_of.empty() ? alternative.term : alternative.shown;
      if (part.counts) share.parts.push_back({std::move(asked), alternative.reason, part.frequency, part.worth});
    }
    score.words.push_back(std::move(share));
  }
  for (const PairPart& pair : parts.pairs)
    score.pairs.push_back(
        {plan.atoms[pair.first].word + " " + plan.atoms[pair.second].word, pair.worth, pair.most, {}});
  for (const SignalPart& signal : parts.signals)
    score.signals.push_back(
        {std::string(weight_rows()[static_cast<std::size_t>(signal.row)].name), signal.value, signal.weight});
  return score;
}

// What the request ranks, as single passages and from the first on.
Request first_passages(Request request) {
  request.unit = Unit::passage;
  request.offset = 0;
  request.count = Why::kRanked;
  request.all = request.fold = false;
  return request;
}

class Inquiry {
 public:
  Inquiry(Xapian::docid passage, const Request& request, const Snapshot& snapshot, const Knowledge& knowledge)
      : passage_(passage),
        request_(request),
        snapshot_(snapshot),
        knowledge_(knowledge),
        understood_(understand(request, snapshot, knowledge)),
        ranking_(rank_or_relax(understood_.plan, first_passages(request), snapshot)),
        inspection_(inspect(understood_.plan, passage, snapshot)) {}

  Why answer() && {
    Why why;
    const schema::Passage& passage = inspection_.record.passage;
    const schema::Metadata metadata = metadata_of(snapshot_, passage.document);
    const PassageTerms terms(snapshot_.database());
    const Source source{passage_, inspection_.view, terms};
    why.failures =
        failures_of(plan(), request_, {passage, metadata, inspection_.matches, source, knowledge_.thesaurus});
    tell_words(why);
    tell_rank(why);
    if (why.is_hit()) why.score = score_of(Scorer(plan()).parts(candidate()), plan());
    why.said = std::move(understood_.said);
    why.passage = std::move(inspection_.record.passage);
    return why;
  }

 private:
  const Plan& plan() const { return understood_.plan; }

  void tell_words(Why& why) const {
    std::vector<Occur> occur(plan().atoms.size(), Occur::may);
    tell_occur(plan().root, Occur::must, occur);
    auto found = findings(plan(), inspection_, knowledge_.thesaurus);
    for (std::size_t i = 0; i < plan().atoms.size(); ++i) {
      const Atom& atom = plan().atoms[i];
      WhyWord word{atom.word, occur[i], std::move(found[i]), explain(atom, knowledge_.thesaurus).lines, {}, {}};
      if (word.found.empty() && word.occur != Occur::must_not) word.otherwise = otherwise(atom.word);
      why.words.push_back(std::move(word));
    }
    tell_elsewhere(why.words);
  }

  Candidate candidate() {
    Candidate made = passage_candidate(inspection_.matches, inspection_.record.passage.reading.language,
                                       inspection_.record.stream, snapshot_);
    dates_ = inspection_.view.dates;
    if (dates_.empty()) dates_ = own_date(inspection_.view);
    made.dates = &dates_;
    made.kinds = confidences(inspection_.record.passage.kinds);
    act_ = schema::act_bytes(inspection_.record.passage.act);
    made.act = act_;
    return made;
  }

  // As the word by itself, with nothing of the request to narrow it.
  std::vector<Found> otherwise(const std::string& word) const {
    Request request;
    request.query = word;
    const Understood loose = understand(request, snapshot_, knowledge_);
    std::vector<Found> all;
    for (auto& found : findings(loose.plan, inspect(loose.plan, passage_, snapshot_), knowledge_.thesaurus))
      std::move(found.begin(), found.end(), std::back_inserter(all));
    return all;
  }

  void tell_elsewhere(std::vector<WhyWord>& words) const {
    const auto is_missing = [](const WhyWord& word) { return word.found.empty() && word.occur != Occur::must_not; };
    if (std::none_of(words.begin(), words.end(), is_missing)) return;
    Matcher matcher(plan());
    schema::PassageView view;
    schema::TokenStream stream;
    const std::string siblings = schema::document_term(inspection_.record.passage.document);
    std::string buffer;
    for (const Xapian::docid sibling : snapshot_.all_with(siblings)) {
      if (sibling == passage_) continue;
      const std::string_view data = snapshot_.data(sibling, buffer);
      schema::read_for_matching(data, view, stream);
      const Matches& matches = matcher.find(snapshot_.shard_of(sibling), view, stream);
      if (matches.empty()) continue;
      const std::uint32_t number = view.number;
      for (std::uint32_t atom = 0; atom < words.size(); ++atom)
        if (is_missing(words[atom]) && stands_in(matches, atom)) words[atom].elsewhere.push_back(number);
    }
    for (WhyWord& word : words) std::sort(word.elsewhere.begin(), word.elsewhere.end());
  }

  bool stands_in(const Matches& matches, std::uint32_t atom) const {
    return std::any_of(matches.begin(), matches.end(), [&](const Occurrence& match) {
      return match.atom == atom && answers(match, matches, plan().atoms);
    });
  }

  void tell_rank(Why& why) const {
    why.total = ranking_.total;
    const std::size_t end = std::min(ranking_.ranked.size(), Why::kRanked);
    for (std::size_t i = 0; i < end && why.rank == 0; ++i)
      if (ranking_.ranked[i].passage == passage_) {
        why.rank = i + 1;
        why.listed = ranking_.ranked[i].score;
      }
  }

  Xapian::docid passage_;
  const Request& request_;
  const Snapshot& snapshot_;
  const Knowledge& knowledge_;
  Understood understood_;
  Ranking ranking_;
  Inspection inspection_;
  std::string act_;  // its record
  std::vector<schema::DatedDays> dates_;
};

}  // namespace

Why why(const std::string& passage, const Request& request, const Snapshot& snapshot, const Knowledge& knowledge) {
  return Inquiry(passage_named(passage, snapshot), request, snapshot, knowledge).answer();
}

}  // namespace izde::searcher
