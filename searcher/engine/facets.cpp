#include "searcher/engine/facets.hpp"

#include "schema/terms.hpp"
#include "searcher/engine/ranking.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace izde::searcher {
namespace {

constexpr std::array<std::string_view, 4> kLanguages{"Other languages", "Vietnamese", "Kazakh", "Russian"};
constexpr std::array<std::string_view, 4> kScripts{"other script", "Latin script", "Cyrillic script", "Arabic script"};

class Counter {
 public:
  Counter(const Request& request, const Snapshot& snapshot, const Naming& naming)
      : by_document_(request.fold || request.unit == Unit::document), snapshot_(snapshot), naming_(naming) {}

  void add(const schema::PassageView& hit) {
    ++passages_;
    auto [row, is_new] = documents_.try_emplace(std::string(hit.document));
    Document& document = row->second;
    if (is_new) {
      document.number = documents_.size();
      for (const auto& [name, value] : metadata_of(snapshot_, row->first))
        if (name == "kind") document.kinds.push_back(schema::keyword_value(value));
    }
    const std::size_t unit = by_document_ ? document.number : passages_;
    for (const std::string& kind : document.kinds) count(Facet::kinds, kind, unit);
    for (const schema::KindMark& mark : hit.kinds)
      count(Facet::kinds, std::string(schema::kKindNames[static_cast<std::size_t>(mark.kind)]), unit);
    if (const auto act = schema::act_from(hit.act)) {
      count(Facet::acts, act->type, unit);
      for (const std::string& issuer : act->issuers)
        if (find(issuer) != nullptr) count(Facet::issuers, issuer, unit);
    }
    count(Facet::languages, language_of(hit), unit);
    for (const schema::Mention& mention : hit.mentions)
      if (const thesaurus::Concept* named = find(mention.concept_id))
        if (const auto facet = facet_of(*named)) count(*facet, named->id, unit);
  }

  Counted counted() const {
    Counted out;
    out.hits = by_document_ ? documents_.size() : passages_;
    for (std::size_t facet = 0; facet < kFacets; ++facet) {
      std::vector<FacetRow>& rows = out.facets[facet];
      for (const auto& [id, tally] : tallies_[facet])
        rows.push_back({id, name_of(static_cast<Facet>(facet), id), tally.hits});
      std::sort(rows.begin(), rows.end(), [](const FacetRow& a, const FacetRow& b) {
        return std::tie(b.count, a.name, a.id) < std::tie(a.count, b.name, b.id);
      });
    }
    return out;
  }

 private:
  struct Document {
    std::size_t number = 0;  // from 1
    std::vector<std::string> kinds;
  };
  struct Tally {
    std::size_t hits = 0;
    std::size_t last = 0;  // hit that was counted: one may have a value several times
    std::unordered_set<std::size_t> documents;
  };

  void count(Facet facet, const std::string& id, std::size_t unit) {
    Tally& tally = tallies_[static_cast<std::size_t>(facet)][id];
    const bool is_new = by_document_ ? tally.documents.insert(unit).second : std::exchange(tally.last, unit) != unit;
    if (is_new) ++tally.hits;
  }

  static schema::PassageView read_as(std::size_t language, std::size_t script) {
    schema::PassageView view;
    view.language = static_cast<std::uint8_t>(language);
    view.script = static_cast<std::uint8_t>(script);
    return view;
  }
  static std::string language_of(const schema::PassageView& hit) {
    return std::string(analysis::code(static_cast<analysis::Language>(hit.language))) + "-" +
           std::string(analysis::code(static_cast<analysis::Script>(hit.script)));
  }

  const thesaurus::Concept* find(const std::string& id) const {
    const std::int64_t index = naming_.thesaurus.find(id);
    return index < 0 ? nullptr : &naming_.thesaurus.concepts()[static_cast<std::size_t>(index)];
  }

  std::string name_of(Facet facet, const std::string& id) const {
    if (facet == Facet::kinds || facet == Facet::acts) return id;
    if (facet != Facet::languages) return std::string(find(id)->name(naming_.language));
    for (std::size_t language = 0; language < kLanguages.size(); ++language)
      for (std::size_t script = 0; script < kScripts.size(); ++script)
        if (language_of(read_as(language, script)) == id)
          return std::string(kLanguages[language]) + ", " + std::string(kScripts[script]);
    return id;
  }

  const bool by_document_;
  const Snapshot& snapshot_;
  const Naming& naming_;
  std::size_t passages_ = 0;
  std::unordered_map<std::string, Document> documents_;
  std::array<std::map<std::string, Tally>, kFacets> tallies_;
};

}  // namespace

std::optional<Facet> facet_of(const thesaurus::Concept& named) {
  if (named.is_people()) return std::nullopt;
  if (named.scheme == "persons") return Facet::people;
  return named.scheme == "places" ? Facet::places : Facet::institutions;
}

Counted count_facets(const Plan& plan, const Request& request, const Snapshot& snapshot, const Naming& naming) {
  Counter counter(request, snapshot, naming);
  for_each_hit(plan, request, snapshot, [&](const schema::PassageView& hit) { counter.add(hit); });
  return counter.counted();
}

}  // namespace izde::searcher
