#include "indexer/kinds/kinds.hpp"

#include "analysis/table.hpp"
#include "indexer_tables.hpp"
#include "schema/bytes.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace izde::indexer {
namespace {

using Where = KindFeature::Where;

constexpr std::array<std::pair<std::string_view, Where>, 3> kPlaces{
    {{"text:", Where::text}, {"title:", Where::title}, {"heading:", Where::heading}}};

double decimal(std::string_view cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

KindFeature feature_of(const analysis::Row& row) {
  KindFeature feature;
  feature.name = row[0];
  for (std::size_t kind = 0; kind < schema::kPassageKinds; ++kind) feature.weights[kind] = decimal(row[kind + 1]);
  std::string_view facts = row[0];
  if (facts == "bias") {
    feature.where = Where::text;
    return feature;
  }
  for (const auto& [prefix, where] : kPlaces) {
    if (!facts.starts_with(prefix)) continue;
    feature.where = where;
    facts.remove_prefix(prefix.size());
  }
  if (const std::size_t star = facts.find('*'); star != facts.npos) {
    feature.times = static_cast<std::size_t>(analysis::number_of(facts.substr(star + 1)));
    facts = facts.substr(0, star);
  }
  char sign = '+';
  while (!facts.empty()) {
    const std::size_t end = std::min(facts.find_first_of("+-"), facts.size());
    (sign == '+' ? feature.wanted : feature.unwanted) |= fact(facts.substr(0, end));
    if (end == facts.size()) break;
    sign = facts[end];
    facts.remove_prefix(end + 1);
  }
  return feature;
}

std::vector<KindFeature> read_features() {
  std::vector<KindFeature> features;
  for (const analysis::Row& row : analysis::rows_of(tables::kind_weights)) features.push_back(feature_of(row));
  return features;
}

}  // namespace

const std::vector<KindFeature>& kind_features() {
  static const std::vector<KindFeature> features = read_features();
  return features;
}

bool holds(const PassageFacts& facts, const KindFeature& feature) {
  const auto fits = [&](FactSet set) {
    return (set & feature.wanted) == feature.wanted && (set & feature.unwanted) == 0;
  };
  switch (feature.where) {
    case Where::text:
      return fits(facts.text);
    case Where::title:
      return fits(facts.title);
    case Where::heading:
      return fits(facts.heading);
    case Where::sentence:
      break;
  }
  const auto found = std::count_if(facts.sentences.begin(), facts.sentences.end(),
                                   [&](const Sentence& sentence) { return fits(sentence.facts); });
  return static_cast<std::size_t>(found) >= feature.times;
}

std::vector<schema::KindMark> kinds_of(const PassageFacts& facts) {
  std::array<double, schema::kPassageKinds> sums{};
  for (const KindFeature& feature : kind_features()) {
    if (!holds(facts, feature)) continue;
    for (std::size_t kind = 0; kind < sums.size(); ++kind) sums[kind] += feature.weights[kind];
  }
  std::vector<schema::KindMark> marks;
  for (std::size_t kind = 0; kind < sums.size(); ++kind) {
    const double confidence = 1 / (1 + std::exp(-sums[kind]));
    if (confidence >= 0.5) marks.push_back({static_cast<schema::PassageKind>(kind), static_cast<float>(confidence)});
  }
  return marks;
}

std::uint64_t kinds_fingerprint() {
  std::uint64_t sum = 0;
  for (const std::string_view table : {tables::kind_weights, tables::kind_cues, tables::issuers, tables::act_words})
    sum = schema::hash64(table, sum);
  return sum;
}

}  // namespace izde::indexer
