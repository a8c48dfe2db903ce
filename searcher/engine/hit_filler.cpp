#include "searcher/engine/hit_filler.hpp"

#include "analysis/date.hpp"
#include "schema/record.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/excerpt.hpp"
#include "searcher/engine/facets.hpp"
#include "searcher/engine/lighting.hpp"
#include "searcher/engine/ranking.hpp"

#include <algorithm>

namespace izde::searcher {
namespace {

constexpr std::size_t kExcerptSize = 320;  // code points: three or four lines of a terminal

void add(const std::string& name, std::vector<std::string>& names) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

// Days of the Gregorian calendar; a month or a year of the Julian one is no month or year of it.
std::string edtf_of(const analysis::DayRange& days) {
  const std::string first = analysis::iso_day(days.first);
  return days.first == days.last ? first : first + "/" + analysis::iso_day(days.last);
}

// Those of the text; where it has none, its document's.
void date(Hit& hit) {
  for (const analysis::FoundDate& found : hit.passage.dates) {
    add(found.edtf, hit.dates);
    add(found.os_edtf, hit.os_dates);
  }
  if (!hit.dates.empty()) return;
  const bool is_julian = schema::keyword_value(schema::value_of(hit.metadata, "calendar")) == "julian";
  for (const auto& [name, value] : hit.metadata) {
    if (name != "date" || !schema::is_likely_date(value)) continue;
    const auto days = is_julian ? analysis::parse_date(value, true) : std::nullopt;
    add(days ? edtf_of(*days) : value, hit.dates);
    if (days) add(value, hit.os_dates);
  }
}

}  // namespace

Hit named(const RankedPassage& ranked, Unit unit) {
  Hit hit;
  hit.score = ranked.score;
  hit.more = ranked.more;
  hit.passage.document = ranked.document;
  hit.passage.number = ranked.number;
  hit.id = unit == Unit::document ? hit.passage.document : hit.passage.id();
  return hit;
}

Hit HitFiller::fill(const RankedPassage& ranked, Unit unit) {
  Hit hit;
  hit.score = ranked.score;
  hit.more = ranked.more;
  std::string buffer;
  const std::size_t shard = snapshot_.shard_of(ranked.passage);
  schema::PassageRecord record =
      schema::passage_from_data(snapshot_.data(ranked.passage, buffer), snapshot_.shards()[shard].lexicon);
  schema::PassageView view;
  view.mentions = record.passage.mentions;
  const Matches& found = matcher_.find(shard, view, record.stream);
  const Matches lit = matcher_.lit(found);
  hit.marks = marks_of(record.passage, lit, plan_, snapshot_.shards()[shard].analyzer);
  for (const Occurrence& match : lit) {
    hit.in_title |= match.section == schema::section_title;
    hit.in_heading |= match.section == schema::section_heading;
  }
  hit.passage = std::move(record.passage);
  hit.id = unit == Unit::document ? hit.passage.document : hit.passage.id();
  hit.excerpt = choose_excerpt(hit.passage.text, hit.marks, kExcerptSize);
  describe(hit);
  return hit;
}

void HitFiller::describe(Hit& hit) {
  auto [row, is_new] = metadata_.try_emplace(hit.passage.document);
  if (is_new) row->second = metadata_of(snapshot_, hit.passage.document);
  hit.metadata = row->second;
  const std::string_view language = analysis::code(hit.passage.reading.language);
  for (const schema::KindMark& mark : hit.passage.kinds)
    hit.kinds.emplace_back(schema::kKindNames[static_cast<std::size_t>(mark.kind)]);
  if (hit.passage.act) {
    hit.issuers = names_of(hit.passage.act->issuers, language);
    hit.signatories = names_of(hit.passage.act->signatories, language);
  }
  for (const auto& [name, value] : hit.metadata) {
    if (name == "kind" && std::find(hit.kinds.begin(), hit.kinds.end(), value) == hit.kinds.end())
      hit.kinds.push_back(value);
  }
  date(hit);
  name_mentions(hit);
}

void HitFiller::name_mentions(Hit& hit) const {
  const std::string_view language = analysis::code(hit.passage.reading.language);
  for (const schema::Mention& mention : hit.passage.mentions) {
    const std::int64_t index = thesaurus_.find(mention.concept_id);
    if (index < 0) continue;
    const thesaurus::Concept& named = thesaurus_.concepts()[static_cast<std::size_t>(index)];
    const auto facet = facet_of(named);
    if (!facet) continue;
    std::vector<std::string>& names = facet == Facet::people   ? hit.people
                                      : facet == Facet::places ? hit.places
                                                               : hit.institutions;
    add(std::string(named.name(language)), names);
  }
}

// A concept that this thesaurus does not know is shown by its id.
std::vector<std::string> HitFiller::names_of(const std::vector<std::string>& ids, std::string_view language) const {
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    const std::int64_t index = thesaurus_.find(id);
    names.emplace_back(index < 0 ? id : thesaurus_.concepts()[static_cast<std::size_t>(index)].name(language));
  }
  return names;
}

}  // namespace izde::searcher
