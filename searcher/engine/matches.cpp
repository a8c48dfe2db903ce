#include "searcher/engine/matches.hpp"

#include "searcher/engine/dating.hpp"
#include "searcher/engine/entries.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;

// A stretch of words that fulfils a node.
struct Stretch {
  schema::Section section;
  std::uint32_t begin, end;  // positions, end exclusive
  friend auto operator<=>(const Stretch&, const Stretch&) = default;
};
using Stretches = std::vector<Stretch>;

void sort_unique(Stretches& stretches) {
  std::sort(stretches.begin(), stretches.end());
  stretches.erase(std::unique(stretches.begin(), stretches.end()), stretches.end());
}

Stretches stretches_of(const PlanNode& node, const Matches& matches);

// Each word follows the one before at once.
Stretches phrase_stretches(const PlanNode& node, const Matches& matches) {
  Stretches so_far = stretches_of(node.children.at(0), matches);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    const Stretches next = stretches_of(node.children[i], matches);
    Stretches grown;
    for (const Stretch& left : so_far) {
      const auto from = std::lower_bound(next.begin(), next.end(), Stretch{left.section, left.end, 0});
      for (auto right = from; right != next.end() && right->section == left.section && right->begin == left.end;
           ++right)
        grown.push_back({left.section, left.begin, right->end});
    }
    sort_unique(grown);
    so_far = std::move(grown);
  }
  return so_far;
}

// A choice of one stretch for each operand of NEAR so far.
struct Gathering {
  Stretch hull;
  Stretches members;
};

constexpr std::size_t kMostGatherings = 1000;  // for passages that repeat the words hundreds of times

// What a gathering becomes with a stretch of the next operand; nothing if that is too far or stands there already.
std::optional<Gathering> joined(const Gathering& gathering, const Stretch& next, std::uint32_t distance) {
  const Stretch& hull = gathering.hull;
  if (hull.section != next.section) return std::nullopt;
  if (next.begin > hull.end && next.begin - hull.end > distance) return std::nullopt;
  if (hull.begin > next.end && hull.begin - next.end > distance) return std::nullopt;
  for (const Stretch& member : gathering.members)
    if (member.begin < next.end && next.begin < member.end) return std::nullopt;
  Gathering grown{{hull.section, std::min(hull.begin, next.begin), std::max(hull.end, next.end)}, gathering.members};
  grown.members.push_back(next);
  return grown;
}

// Each operand within the distance of what is gathered, in any order, and each by words of its own.
Stretches near_stretches(const PlanNode& node, const Matches& matches) {
  std::vector<Gathering> so_far;
  for (const Stretch& first : stretches_of(node.children.at(0), matches)) so_far.push_back({first, {first}});
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    const Stretches next = stretches_of(node.children[i], matches);
    std::vector<Gathering> grown;
    for (const Gathering& gathering : so_far)
      for (const Stretch& stretch : next)
        if (grown.size() < kMostGatherings)
          if (auto more = joined(gathering, stretch, node.distance)) grown.push_back(std::move(*more));
    so_far = std::move(grown);
  }
  Stretches hulls;
  for (const Gathering& gathering : so_far) hulls.push_back(gathering.hull);
  sort_unique(hulls);
  return hulls;
}

Stretches stretches_of(const PlanNode& node, const Matches& matches) {
  if (node.kind == Kind::phrase) return phrase_stretches(node, matches);
  if (node.kind == Kind::near) return near_stretches(node, matches);
  Stretches stretches;
  if (node.kind == Kind::atom) {
    for (const Occurrence& found : matches)
      if (found.atom == node.atom) stretches.push_back({found.section, found.position, found.position + found.width});
  }
  for (const PlanNode& child : node.children) {
    const Stretches more = stretches_of(child, matches);
    stretches.insert(stretches.end(), more.begin(), more.end());
  }
  sort_unique(stretches);
  return stretches;
}

// Reads a query tree against one passage.
class Judge {
 public:
  Judge(const Plan& plan, const Matched& matched) : plan_(plan), matches_(matched.matches), source_(matched.source) {}

  bool fulfilled(const PlanNode& node) const {
    const auto child_fulfilled = [this](const PlanNode& child) { return fulfilled(child); };
    switch (node.kind) {
      case Kind::nothing:
        return false;
      case Kind::term:
        return std::any_of(node.terms.begin(), node.terms.end(),
                           [this](const auto& term) { return source_.terms.has(source_.id, term); });
      case Kind::dates:
        return fulfils_dates(node, source_.passage);
      case Kind::atom:
        return std::any_of(matches_.begin(), matches_.end(), [&](const Occurrence& found) {
          return found.atom == node.atom && answers(found, matches_, plan_.atoms);
        });
      case Kind::phrase:
      case Kind::near:
        return !stretches_of(node, matches_).empty();
      case Kind::all:
        return std::all_of(node.children.begin(), node.children.end(), child_fulfilled);
      case Kind::any:
        return std::any_of(node.children.begin(), node.children.end(), child_fulfilled);
      case Kind::best:
        return fulfilled_best(node);
      case Kind::except:
        return fulfilled(node.children[0]) && !fulfilled(node.children[1]);
    }
    return false;
  }

 private:
  bool fulfilled_best(const PlanNode& node) const {
    bool any = false;
    bool any_may = false;
    for (const PlanNode& child : node.children) {
      const bool here = (child.occur == Occur::may && any) || fulfilled(child);
      if (child.occur == Occur::must_not && here) return false;
      if (child.occur == Occur::must && !here) return false;
      any_may |= child.occur == Occur::may;
      any |= here && child.occur != Occur::must_not;
    }
    return any || !any_may;
  }

  const Plan& plan_;
  const Matches& matches_;
  const Source& source_;
};

constexpr std::size_t kMostSearched = 3;  // forms; a stream is decoded in the time that some more are looked for

// Whether nothing fulfils a node where no word is found.
bool needs_a_word(const PlanNode& node) {
  const auto needs = [](const PlanNode& child) { return needs_a_word(child); };
  const auto may = [](const PlanNode& child) { return child.occur == Occur::may && needs_a_word(child); };
  switch (node.kind) {
    case Kind::atom:
    case Kind::phrase:
    case Kind::near:
      return true;
    case Kind::all:
      return std::any_of(node.children.begin(), node.children.end(), needs);
    case Kind::any:
      return std::all_of(node.children.begin(), node.children.end(), needs);
    case Kind::best:
      return !node.children.empty() && std::all_of(node.children.begin(), node.children.end(), may);
    default:
      return false;
  }
}

void collect_atoms(const PlanNode& node, std::vector<bool>& wanted) {
  if (node.kind == Kind::atom) wanted[node.atom] = true;
  for (const PlanNode& child : node.children) collect_atoms(child, wanted);
}

// The plan's atoms are numbered below `atom_count`.
void light(const PlanNode& node, const Matches& matches, std::size_t atom_count, std::vector<bool>& lit) {
  if (node.occur == Occur::must_not) return;
  if (node.kind == Kind::except) return light(node.children[0], matches, atom_count, lit);
  if (node.kind == Kind::phrase || node.kind == Kind::near) {
    std::vector<bool> atoms(atom_count);
    collect_atoms(node, atoms);
    for (const Stretch& stretch : stretches_of(node, matches))
      for (std::size_t i = 0; i < matches.size(); ++i)
        if (atoms[matches[i].atom] && matches[i].section == stretch.section && matches[i].position >= stretch.begin &&
            matches[i].position + matches[i].width <= stretch.end)
          lit[i] = true;
    return;
  }
  if (node.kind == Kind::atom) {
    for (std::size_t i = 0; i < matches.size(); ++i)
      if (matches[i].atom == node.atom) lit[i] = true;
  }
  for (const PlanNode& child : node.children) light(child, matches, atom_count, lit);
}

}  // namespace

Matcher::Matcher(const Plan& plan) : plan_(plan), sequences_(plan) {
  for (std::uint32_t atom = 0; atom < plan.atoms.size(); ++atom) {
    const auto& shards = plan.atoms[atom].forms;
    if (answers_.size() < shards.size()) answers_.resize(shards.size());
    for (std::size_t shard = 0; shard < shards.size(); ++shard)
      for (const auto& [form, grade] : shards[shard]) answers_[shard].push_back({form, atom, grade});
    for (const Alternative& alternative : plan.atoms[atom].alternatives) {
      asks_mentions_ = asks_mentions_ || !alternative.concept_id.empty();
      asks_issuers_ = asks_issuers_ || !alternative.issuer_id.empty();
    }
  }
  sieves_.resize(std::max<std::size_t>({1, answers_.size(), sequences_.shards()}));
  for (std::size_t shard = 0; shard < answers_.size(); ++shard) {
    auto& answers = answers_[shard];
    std::stable_sort(answers.begin(), answers.end(), [](const Answer& a, const Answer& b) {
      return std::tuple(a.form, a.atom, a.grade.alternative) < std::tuple(b.form, b.atom, b.grade.alternative);
    });
    for (const Answer& answer : answers) sieves_[shard].add(answer.form);
  }
  for (std::size_t shard = 0; shard < sequences_.shards(); ++shard) sequences_.add_forms(shard, sieves_[shard]);
  prepare_searches();
}

void Matcher::prepare_searches() {
  if (asks_mentions_ || asks_issuers_ || sequences_.shards() > 0 || !needs_a_word(plan_.root)) return;
  for (const auto& answers : answers_) {
    std::vector<schema::FormId> forms;
    for (const Answer& answer : answers)
      if (forms.empty() || forms.back() != answer.form) forms.push_back(answer.form);
    if (forms.size() > kMostSearched) return searches_.clear();
    searches_.emplace_back(std::move(forms));
  }
}

void Matcher::find_words(std::size_t shard, const schema::TokenStream& stream) {
  if (shard >= answers_.size()) return;
  const auto& answers = answers_[shard];
  for (std::size_t section = 0; section < schema::kSections; ++section) {
    for (const schema::StreamWord& word : stream.sections[section]) {
      if (!sieves_[shard].may_hold(word.form)) continue;
      auto answer = std::lower_bound(answers.begin(), answers.end(), word.form,
                                     [](const Answer& row, schema::FormId form) { return row.form < form; });
      for (; answer != answers.end() && answer->form == word.form; ++answer) {
        const auto& [form, atom, grade] = *answer;
        if ((plan_.atoms[atom].sections >> section & 1) == 0) continue;
        const bool abbreviated = word.width == 0;
        if (abbreviated && plan_.atoms[atom].as_written) continue;
        matches_.push_back({atom, grade.alternative, word.position, abbreviated ? 1 : word.width,
                            static_cast<schema::Section>(section), abbreviated ? Reason::abbreviation : grade.reason,
                            grade.weight});
      }
    }
  }
}

void Matcher::find_mentions(const schema::PassageView& passage) {
  for (const schema::Mention& mention : passage.mentions)
    for (std::uint32_t atom = 0; atom < plan_.atoms.size(); ++atom)
      for (std::uint32_t i = 0; i < plan_.atoms[atom].alternatives.size(); ++i)
        if (const Alternative& alternative = plan_.atoms[atom].alternatives[i];
            alternative.concept_id == mention.concept_id && (plan_.atoms[atom].sections >> mention.section & 1) != 0)
          matches_.push_back({atom, i, mention.position, mention.width, mention.section, alternative.reason, 1});
  if (!asks_issuers_) return;
  if (const auto act = schema::act_from(passage.act)) find_issuers(*act);
}

// Stands nowhere: it is told of the act, as its title is.
void Matcher::find_issuers(const schema::ActRecord& act) {
  for (const std::string& issuer : act.issuers)
    for (std::uint32_t atom = 0; atom < plan_.atoms.size(); ++atom)
      for (std::uint32_t i = 0; i < plan_.atoms[atom].alternatives.size(); ++i)
        if (const Alternative& alternative = plan_.atoms[atom].alternatives[i]; alternative.issuer_id == issuer)
          matches_.push_back({atom, i, 0, 0, schema::section_title, alternative.reason, 1});
}

const Matches& Matcher::find(std::size_t shard, const schema::PassageView& passage, const schema::TokenStream& stream) {
  matches_.clear();
  find_words(shard, stream);
  for (std::size_t section = 0; section < schema::kSections; ++section)
    sequences_.find(shard, static_cast<schema::Section>(section), stream.sections[section], matches_);
  find_mentions(passage);
  if (matches_.size() > 1)
    std::stable_sort(matches_.begin(), matches_.end(), [](const Occurrence& a, const Occurrence& b) {
      return std::tuple(a.section, a.position, a.atom) < std::tuple(b.section, b.position, b.atom);
    });
  drop_loose_names();
  drop_parts();
  return matches_;
}

// đất inside đất đai is not found a second time, where both are translations of one word.
void Matcher::drop_parts() {
  const auto is_part = [this](const Occurrence& found) {
    return std::any_of(matches_.begin(), matches_.end(), [&](const Occurrence& other) {
      return other.atom == found.atom && other.alternative == found.alternative && other.width > found.width &&
             other.section == found.section && other.position <= found.position &&
             found.position + found.width <= other.position + other.width;
    });
  };
  const bool any_long = std::any_of(matches_.begin(), matches_.end(), [](const Occurrence& found) {
    return found.reason == Reason::translation && found.width > 1;
  });
  if (!any_long) return;
  Matches kept;
  for (const Occurrence& found : matches_)
    if (found.reason != Reason::translation || !is_part(found)) kept.push_back(found);
  matches_ = std::move(kept);
}

// A word spelt like the name is the name only where the thesaurus found it (Семей at the start of a sentence about
// families is not): otherwise a word and its negation would both find the passage, or neither.
void Matcher::drop_loose_names() {
  const auto is_mention = [this](const Occurrence& found) {
    return !plan_.atoms[found.atom].alternatives[found.alternative].concept_id.empty();
  };
  const auto is_loose = [&](const Occurrence& found) {
    if (!plan_.atoms[found.atom].alternatives[found.alternative].inside_mention) return false;
    return std::none_of(matches_.begin(), matches_.end(), [&](const Occurrence& other) {
      return is_mention(other) && other.atom == found.atom && other.section == found.section &&
             other.position <= found.position && found.position + found.width <= other.position + other.width;
    });
  };
  if (std::none_of(matches_.begin(), matches_.end(), is_loose)) return;
  Matches kept;
  for (const Occurrence& found : matches_)
    if (!is_loose(found)) kept.push_back(found);
  matches_ = std::move(kept);
}

bool fulfils(const PlanNode& node, const Plan& plan, const Matched& passage) {
  return Judge(plan, passage).fulfilled(node);
}

bool Matcher::accepts(const Matches& matches, const Source& source) const {
  return fulfils(plan_.root, plan_, {matches, source});
}

Matches Matcher::lit(const Matches& matches) const {
  std::vector<bool> lit(matches.size());
  light(plan_.root, matches, plan_.atoms.size(), lit);
  Matches kept;
  for (std::size_t i = 0; i < matches.size(); ++i)
    if (lit[i]) kept.push_back(matches[i]);
  return kept;
}

}  // namespace izde::searcher
