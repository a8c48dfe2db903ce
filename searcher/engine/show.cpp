#include "searcher/engine/show.hpp"

#include "schema/record.hpp"
#include "searcher/engine/facets.hpp"
#include "searcher/engine/hit_filler.hpp"
#include "searcher/engine/passage_ids.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/ranking.hpp"
#include "searcher/engine/surface.hpp"

#include <algorithm>

namespace izde::searcher {
namespace {

std::string id_of(const std::string& document, std::size_t number) { return document + "#p" + std::to_string(number); }

// Reads passages one after the other.
class Shower {
 public:
  Shower(const Snapshot& snapshot, const Knowledge& knowledge)
      : snapshot_(snapshot), thesaurus_(knowledge.thesaurus), filler_(no_words_, snapshot, knowledge.thesaurus) {}

  ShownPassage read(Xapian::docid passage) {
    ShownPassage shown;
    shown.hit = filler_.fill({passage, 0, "", 0, 0}, Unit::passage);
    tell_mentions(passage, shown);
    return shown;
  }

 private:
  void tell_mentions(Xapian::docid passage, ShownPassage& shown) const {
    std::string buffer;
    const Shard& shard = snapshot_.shards()[snapshot_.shard_of(passage)];
    const schema::PassageRecord record = schema::passage_from_data(snapshot_.data(passage, buffer), shard.lexicon);
    std::vector<analysis::Span> words;  // of the text, by position
    for (const analysis::Token& token : shard.analyzer.analyze(record.passage.text, record.passage.reading))
      if (token.width == 1) words.push_back(token.span);
    for (const schema::Mention& mention : record.passage.mentions) {
      const std::int64_t index = thesaurus_.find(mention.concept_id);
      if (index < 0) continue;
      const thesaurus::Concept& named = thesaurus_.concepts()[static_cast<std::size_t>(index)];
      mention_of(named, record.passage.reading, list_of(named, shown))
          .words.push_back(words_of(mention, record, words, shard.lexicon));
    }
  }

  static NamedMention::Words words_of(const schema::Mention& mention, const schema::PassageRecord& record,
                                      const std::vector<analysis::Span>& words, const schema::Lexicon& lexicon) {
    const std::size_t end = std::size_t{mention.position} + mention.width;
    if (mention.section != schema::section_text || mention.width == 0 || end > words.size())
      return {mention.section,
              surface(lexicon, record.stream.sections[mention.section], mention.position, mention.width),
              {}};
    const analysis::Span span{words[mention.position].begin, words[end - 1].end};
    return {mention.section, record.passage.text.substr(span.begin, span.end - span.begin), span};
  }

  static std::vector<NamedMention>& list_of(const thesaurus::Concept& named, ShownPassage& shown) {
    const auto facet = facet_of(named);
    if (!facet) return shown.peoples;
    return facet == Facet::people ? shown.people : facet == Facet::places ? shown.places : shown.institutions;
  }

  static NamedMention& mention_of(const thesaurus::Concept& named, const analysis::Reading& reading,
                                  std::vector<NamedMention>& list) {
    const auto known =
        std::find_if(list.begin(), list.end(), [&](const NamedMention& mention) { return mention.id == named.id; });
    if (known != list.end()) return *known;
    list.push_back({named.id, std::string(named.name(analysis::code(reading.language))), {}});
    return list.back();
  }

  const Snapshot& snapshot_;
  const thesaurus::Thesaurus& thesaurus_;
  const Plan no_words_;
  HitFiller filler_;
};

}  // namespace

ShownPassage shown_passage(Xapian::docid passage, const Snapshot& snapshot, const Knowledge& knowledge) {
  return Shower(snapshot, knowledge).read(passage);
}

Showing show(const ShowRequest& request, const Snapshot& snapshot, const Knowledge& knowledge) {
  Shower shower(snapshot, knowledge);
  Showing showing;
  showing.id = request.id;
  std::size_t first = 1;
  std::size_t last = passages_of(request.id, snapshot);
  if (last > 0) {
    showing.document = request.id;
    last = std::min(last, request.count);
  } else {
    const ShownPassage asked = shower.read(passage_named(request.id, snapshot));
    showing.document = asked.hit.passage.document;
    const std::size_t number = asked.hit.passage.number;
    first = number > request.context ? number - request.context : 1;
    last = number + std::min(request.context, passages_of(showing.document, snapshot));
  }
  for (std::size_t number = first; number <= last; ++number) {
    const auto passage = find_passage(id_of(showing.document, number), snapshot);
    if (!passage) continue;
    showing.shown.push_back(shower.read(*passage));
    showing.shown.back().asked = showing.shown.back().hit.id == request.id;
  }
  showing.passages = passages_of(showing.document, snapshot);
  showing.metadata = metadata_of(snapshot, showing.document);
  return showing;
}

}  // namespace izde::searcher
