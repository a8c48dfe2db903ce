// What a list shows of a passage: its record, its document's metadata, names instead of ids, marks and excerpt.
#pragma once

#include "searcher/engine/matches.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/snapshot.hpp"
#include "thesaurus/thesaurus.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct RankedPassage;

/// A hit of which nothing is told but its id and score.
Hit named(const RankedPassage& ranked, Unit unit);

/// Fills hits from the index. Lives no longer than what it is made of.
class HitFiller {
 public:
  HitFiller(const Plan& plan, const Snapshot& snapshot, const thesaurus::Thesaurus& thesaurus)
      : plan_(plan), snapshot_(snapshot), thesaurus_(thesaurus), matcher_(plan) {}

  /// All but the rank.
  Hit fill(const RankedPassage& ranked, Unit unit);

 private:
  void describe(Hit& hit);
  void name_mentions(Hit& hit) const;
  std::vector<std::string> names_of(const std::vector<std::string>& ids, std::string_view language) const;

  const Plan& plan_;
  const Snapshot& snapshot_;
  const thesaurus::Thesaurus& thesaurus_;
  Matcher matcher_;
  std::map<std::string, schema::Metadata> metadata_;
};

}  // namespace izde::searcher
