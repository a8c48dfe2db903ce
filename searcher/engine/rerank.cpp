#include "searcher/engine/rerank.hpp"

#include <algorithm>
#include <array>

namespace izde::searcher {
namespace {

// BM25 (Robertson & Zaragoza 2009) with its usual values; checked, not tuned, on the dev halves (docs/RANKING.md).
constexpr double kK1 = 1.2;
constexpr double kB = 0.75;
constexpr double kPairWeight = 0.3;
constexpr double kCoverage = 0.25;
constexpr std::array<double, schema::kSections> kSectionWeight{2, 1, 1};

double saturate(double frequency, const Candidate& candidate) {
  const double norm = 1 - kB + kB * candidate.length / candidate.mean_length;
  return frequency * (kK1 + 1) / (frequency + kK1 * norm);
}

// Share of the query's weight whose words the test accepts.
template <class Test>
double share(const Candidate& candidate, const Plan& plan, Test test) {
  std::vector<bool> found(plan.atoms.size());
  for (const Occurrence& match : *candidate.matches)
    if (test(match)) found[match.atom] = true;
  double got = 0;
  double all = 0;
  for (std::size_t i = 0; i < plan.atoms.size(); ++i) {
    const double idf = plan.atoms[i].best_idf();
    all += idf;
    if (found[i]) got += idf;
  }
  return all == 0 ? 0 : got / all;
}

// Found as a word of its own right, not by its beginning only or with other marks.
bool is_strong(const Occurrence& match, const Plan& plan) {
  const Alternative& alternative = plan.atoms[match.atom].alternatives[match.alternative];
  return !alternative.adds && alternative.weight >= 0.5;
}

// In the very form that was typed, in whatever spelling or script.
double exactness(const Candidate& candidate, const Plan& plan) {
  return share(candidate, plan, [](const Occurrence& match) {
    return match.reason == Reason::exact || match.reason == Reason::old_spelling || match.reason == Reason::script;
  });
}

double in_title(const Candidate& candidate, const Plan& plan) {
  return share(candidate, plan, [&](const Occurrence& match) {
    return match.section == schema::section_title && is_strong(match, plan);
  });
}

double in_heading(const Candidate& candidate, const Plan& plan) {
  return share(candidate, plan, [&](const Occurrence& match) {
    return match.section == schema::section_heading && is_strong(match, plan);
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

double nearness(const Candidate& candidate, const Plan& plan) {
  if (plan.pairs.empty()) return 0;
  double met = 0;
  for (const Pair& pair : plan.pairs) met += adjacent(*candidate.matches, pair) > 0 ? 1 : 0;
  return met / static_cast<double>(plan.pairs.size());
}

constexpr std::array<Signal, 4> kSignals{{
    {"exact", 0.1, exactness},
    {"near", 0.2, nearness},
    {"title", 0.05, in_title},
    {"heading", 0.02, in_heading},
}};

// The best alternative of each word counts once; what only adds (the same beginning) is counted beside it.
double word_score(const Atom& atom, const double* frequencies, const Candidate& candidate) {
  double best = 0;
  double beside = 0;
  for (std::size_t i = 0; i < atom.alternatives.size(); ++i) {
    if (frequencies[i] == 0) continue;
    const Alternative& alternative = atom.alternatives[i];
    const double worth = alternative.weight * alternative.idf * saturate(frequencies[i], candidate);
    if (alternative.adds)
      beside = std::max(beside, worth);
    else
      best = std::max(best, worth);
  }
  return best + beside;
}

}  // namespace

std::span<const Signal> signals() { return kSignals; }

double score(const Candidate& candidate, const Plan& plan) {
  std::vector<std::size_t> first;  // of each atom's alternatives
  std::size_t alternatives = 0;
  for (const Atom& atom : plan.atoms) {
    first.push_back(alternatives);
    alternatives += atom.alternatives.size();
  }
  std::vector<double> frequencies(alternatives);
  for (const Occurrence& match : *candidate.matches)
    frequencies[first[match.atom] + match.alternative] +=
        static_cast<double>(match.weight) * kSectionWeight[match.section];
  double sum = 0;
  double most = 0;
  for (std::size_t i = 0; i < plan.atoms.size(); ++i) {
    sum += word_score(plan.atoms[i], frequencies.data() + first[i], candidate);
    most += plan.atoms[i].best_idf(candidate.language) * (kK1 + 1);
  }
  for (const Pair& pair : plan.pairs) {
    if (pair.terms.empty()) continue;
    double idf = 0;
    for (const Alternative& term : pair.terms) idf = std::max(idf, term.idf);
    most += kPairWeight * idf * (kK1 + 1);
    if (const double count = adjacent(*candidate.matches, pair); count > 0)
      sum += kPairWeight * idf * saturate(count, candidate);
  }
  if (most == 0) return 0;
  const double covered = share(candidate, plan, [](const Occurrence&) { return true; });
  double total = sum / most * (1 + kCoverage * covered);
  for (const Signal& signal : signals()) total += signal.weight * signal.value(candidate, plan);
  return total;
}

}  // namespace izde::searcher
