// Which kinds a passage is of. Every feature is a few facts that stand together in a sentence, in the title, in the
// heading or anywhere; its weights stand in tables/kind_weights.tsv, fitted by scripts/train_kinds from
// corpus/labels.tsv. The logistic of their sum is how sure the kind is.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "indexer/kinds/facts.hpp"
#include "schema/kinds.hpp"

namespace izde::indexer {

/// A row of the table: "act+decide", "title:act", "text:letter", "day+happen*2" (in two sentences at least),
/// "act-doubt" (where no doubt stands beside it).
struct KindFeature {
  enum class Where { sentence, text, title, heading };
  std::string_view name;
  Where where = Where::sentence;
  FactSet wanted = 0, unwanted = 0;
  std::size_t times = 1;
  std::array<double, schema::kPassageKinds> weights{};
};

/// The rows of the table, the bias (which wants nothing) among them.
const std::vector<KindFeature>& kind_features();

/// Whether a passage has it.
bool holds(const PassageFacts& facts, const KindFeature& feature);

/// The kinds whose confidence reaches one half.
std::vector<schema::KindMark> kinds_of(const PassageFacts& facts);

/// Of the tables: changes whenever a passage may get other kinds or another record.
std::uint64_t kinds_fingerprint();

}  // namespace izde::indexer
