#include "searcher/engine/rerank.hpp"

#include "searcher/engine/dating.hpp"

#include <algorithm>
#include <array>

namespace izde::searcher {
namespace {

// BM25 (Robertson & Zaragoza 2009) with its usual values; checked, not tuned, on the dev halves (docs/RANKING.md).
constexpr double kK1 = 1.2;
constexpr double kB = 0.75;
constexpr std::array<double, schema::kSections> kSectionWeight{2, 1, 1};
constexpr double kTitleOfPassage = 1;

double section_weight(schema::Section section, const Candidate& candidate) {
  return section == schema::section_title && !candidate.of_document ? kTitleOfPassage : kSectionWeight[section];
}

double saturate(double frequency, const Candidate& candidate) {
  const double norm = 1 - kB + kB * candidate.length / candidate.mean_length;
  return frequency * (kK1 + 1) / (frequency + kK1 * norm);
}

// Share of the query's weight whose words the test accepts.
template <class Test>
double share(const Candidate& candidate, const Scorer& scorer, Test test) {
  std::vector<char>& found = scorer.unmarked();
  for (const Occurrence& match : *candidate.matches)
    if (test(match)) found[match.atom] = 1;
  const Scorer::Idfs& idfs = scorer.idfs(candidate.language);
  double got = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i] != 0) got += idfs.of_atoms[i];
  return idfs.sum == 0 ? 0 : got / idfs.sum;
}

// Found as a word of its own right, not by its beginning only or with other marks.
bool is_strong(const Occurrence& match, const Plan& plan) {
  const Alternative& alternative = plan.atoms[match.atom].alternatives[match.alternative];
  return !alternative.adds && alternative.weight >= 0.5;
}

// In the very form that was typed, in whatever spelling or script.
double exactness(const Candidate& candidate, const Scorer& scorer) {
  return share(candidate, scorer, [](const Occurrence& match) {
    return match.reason == Reason::exact || match.reason == Reason::old_spelling || match.reason == Reason::script;
  });
}

double in_title(const Candidate& candidate, const Scorer& scorer) {
  return share(candidate, scorer, [&](const Occurrence& match) {
    return match.section == schema::section_title && is_strong(match, scorer.plan());
  });
}

double in_heading(const Candidate& candidate, const Scorer& scorer) {
  return share(candidate, scorer, [&](const Occurrence& match) {
    return match.section == schema::section_heading && is_strong(match, scorer.plan());
  });
}

// How often the two words of a pair stand next to each other, in the order of the query.
double adjacent(const Matches& matches, const Pair& pair) {
  double count = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i].atom != pair.first) continue;
    for (std::size_t k = i + 1; k < matches.size() && matches[k].section == matches[i].section; ++k) {
      if (matches[k].position > matches[i].position + matches[i].width) break;
      if (matches[k].atom == pair.second && matches[k].position == matches[i].position + matches[i].width) {
        count += std::min(matches[i].weight, matches[k].weight);
        break;
      }
    }
  }
  return count;
}

double nearness(const Candidate& candidate, const Scorer& scorer) {
  const Plan& plan = scorer.plan();
  if (plan.pairs.empty()) return 0;
  double met = 0;
  for (const Pair& pair : plan.pairs) met += adjacent(*candidate.matches, pair) > 0 ? 1 : 0;
  return met / static_cast<double>(plan.pairs.size());
}

// A passage on one day tells more of it than a table of many; never enough to outweigh how well the day agrees.
double focus(const std::vector<schema::DatedDays>& dates, const Plan& plan) {
  constexpr double kOthers = 0.1;
  const auto asked = std::count_if(dates.begin(), dates.end(),
                                   [&](const schema::DatedDays& date) { return is_asked_for(date.days, plan); });
  return dates.empty() ? 1 : 1 - kOthers + kOthers * static_cast<double>(asked) / static_cast<double>(dates.size());
}

// Share of the dates asked for that the passage holds, each as far as it agrees.
double dated(const Candidate& candidate, const Scorer& scorer) {
  const Plan& plan = scorer.plan();
  if (plan.dates.empty() || candidate.dates == nullptr) return 0;
  double sum = 0;
  double count = 0;
  for (const AskedDate& asked : plan.dates) {
    if (!asked.ranks) continue;
    sum += agreement(asked, *candidate.dates);
    ++count;
  }
  return count == 0 ? 0 : sum / count * focus(*candidate.dates, plan);
}

// Whether the passage is of a kind that the query asks for: the share of the kinds asked for, by how sure they are.
double kind(const Candidate& candidate, const Scorer& scorer) {
  const Plan& plan = scorer.plan();
  double asked = 0;
  double got = 0;
  for (std::size_t i = 0; i < plan.intent.size(); ++i) {
    if (!plan.intent[i]) continue;
    ++asked;
    got += static_cast<double>(candidate.kinds[i]);
  }
  return asked == 0 ? 0 : got / asked;
}

// Whether some name of the query is whose act the passage states.
bool is_issuer_asked(const schema::ActRecord& act, const Plan& plan) {
  for (const Atom& atom : plan.atoms)
    for (const Alternative& alternative : atom.alternatives)
      if (!alternative.issuer_id.empty() &&
          std::find(act.issuers.begin(), act.issuers.end(), alternative.issuer_id) != act.issuers.end())
        return true;
  return false;
}

// The act that is asked for by who issued it and when, as far as its day agrees.
double act(const Candidate& candidate, const Scorer& scorer) {
  const Plan& plan = scorer.plan();
  if (plan.dates.empty() || candidate.act.empty()) return 0;
  const auto record = schema::act_from(candidate.act);
  const auto days = record ? schema::searched_days(*record) : std::nullopt;
  if (!days || !is_issuer_asked(*record, plan)) return 0;
  double best = 0;
  for (const AskedDate& asked : plan.dates)
    if (asked.ranks) best = std::max(best, agreement(asked, {*days}));
  return best;
}

// A row of the ranking: score = words' share + Σ weight · value. Values lie in 0..1.
struct Signal {
  Weighed row;
  double (*value)(const Candidate&, const Scorer&);
};

constexpr std::array<Signal, 7> kSignals{{
    {Weighed::exact, exactness},
    {Weighed::near, nearness},
    {Weighed::title, in_title},
    {Weighed::heading, in_heading},
    {Weighed::dates, dated},
    {Weighed::kind, kind},
    {Weighed::act, act},
}};

double weight(const Plan& plan, Weighed row) { return plan.weights[static_cast<std::size_t>(row)]; }

// The alternative worth most among those that only add, or among the others; nullptr if none of them was found.
AlternativePart* best_of(const Atom& atom, std::span<AlternativePart> parts, bool adds) {
  AlternativePart* best = nullptr;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (atom.alternatives[i].adds == adds && parts[i].frequency > 0 &&
        (best == nullptr || parts[i].worth > best->worth))
      best = &parts[i];
  return best;
}

// The best alternative of each word counts once; what only adds (the same beginning) is counted beside it.
double weigh_word(const Atom& atom, std::span<AlternativePart> parts, const Candidate& candidate) {
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].frequency > 0)
      parts[i].worth = atom.alternatives[i].weight * atom.alternatives[i].idf * saturate(parts[i].frequency, candidate);
  double worth = 0;
  for (const bool adds : {false, true})
    if (AlternativePart* best = best_of(atom, parts, adds)) {
      best->counts = true;
      worth += best->worth;
    }
  return worth;
}

// What the best of a word's alternatives in the passage is worth once: a passage that has the word in another language
// than its own (a Russian term quoted in Vietnamese) is held to what it is worth there.
double best_found(const Atom& atom, const WordPart& word, const ScoreParts& parts) {
  double best = 0;
  for (std::size_t i = 0; i < atom.alternatives.size(); ++i)
    if (parts.alternatives[word.first + i].frequency > 0)
      best = std::max(best, atom.alternatives[i].weight * atom.alternatives[i].idf);
  return best;
}

void add_words(ScoreParts& parts, const Candidate& candidate, const Scorer& scorer) {
  const Plan& plan = scorer.plan();
  const std::vector<double>& idfs = scorer.idfs(candidate.language).of_atoms;
  std::size_t alternatives = 0;
  parts.words.reserve(plan.atoms.size());
  for (const Atom& atom : plan.atoms) {
    parts.words.push_back({alternatives, 0, 0});
    alternatives += atom.alternatives.size();
  }
  parts.alternatives.resize(alternatives);
  for (const Occurrence& match : *candidate.matches)
    parts.alternatives[parts.words[match.atom].first + match.alternative].frequency +=
        static_cast<double>(match.weight) * section_weight(match.section, candidate);
  for (std::size_t i = 0; i < plan.atoms.size(); ++i) {
    WordPart& word = parts.words[i];
    const std::span all(parts.alternatives);
    word.worth = weigh_word(plan.atoms[i], all.subspan(word.first, plan.atoms[i].alternatives.size()), candidate);
    word.most = std::max(idfs[i], best_found(plan.atoms[i], word, parts)) * (kK1 + 1);
    word.worth = std::min(word.worth, word.most);
    parts.worth += word.worth;
    parts.most += word.most;
  }
}

void add_pairs(ScoreParts& parts, const Candidate& candidate, const Plan& plan) {
  for (const Pair& pair : plan.pairs) {
    if (pair.terms.empty()) continue;
    double idf = 0;
    for (const Alternative& term : pair.terms)
      if (term.language == candidate.language) idf = std::max(idf, term.idf);
    const double count = adjacent(*candidate.matches, pair);
    const double most = weight(plan, Weighed::pairs) * idf * (kK1 + 1);
    const double worth = count > 0 ? weight(plan, Weighed::pairs) * idf * saturate(count, candidate) : 0;
    parts.pairs.push_back({pair.first, pair.second, count, worth, most});
    parts.worth += worth;
    parts.most += parts.pairs.back().most;
  }
}

}  // namespace

std::array<float, schema::kPassageKinds> confidences(const std::vector<schema::KindMark>& kinds) {
  std::array<float, schema::kPassageKinds> sure{};
  for (const schema::KindMark& mark : kinds) sure[static_cast<std::size_t>(mark.kind)] = mark.confidence;
  return sure;
}

double ScoreParts::words_share() const { return most == 0 ? 0 : worth / most; }

double ScoreParts::total() const {
  double total = words_share() * coverage_factor;
  for (const SignalPart& signal : signals) total += signal.weight * signal.value;
  return total;
}

Scorer::Scorer(const Plan& plan) : plan_(plan) {
  for (std::size_t language = 0; language < idfs_.size(); ++language) {
    Idfs& idfs = idfs_[language];
    for (const Atom& atom : plan.atoms) {
      idfs.of_atoms.push_back(atom.best_idf(static_cast<analysis::Language>(language)));
      idfs.sum += idfs.of_atoms.back();
    }
  }
}

std::vector<char>& Scorer::unmarked() const {
  marks_.assign(plan_.atoms.size(), 0);
  return marks_;
}

const ScoreParts& Scorer::parts(const Candidate& candidate) {
  parts_.alternatives.clear();
  parts_.words.clear();
  parts_.pairs.clear();
  parts_.signals.clear();
  parts_.worth = parts_.most = 0;
  add_words(parts_, candidate, *this);
  add_pairs(parts_, candidate, plan_);
  parts_.coverage = share(candidate, *this, [](const Occurrence&) { return true; });
  parts_.coverage_factor = 1 + weight(plan_, Weighed::coverage) * parts_.coverage;
  for (const Signal& signal : kSignals)
    parts_.signals.push_back({signal.row, signal.value(candidate, *this), weight(plan_, signal.row)});
  return parts_;
}

}  // namespace izde::searcher
