#include "searcher/engine/variants.hpp"

#include "analysis/date.hpp"
#include "analysis/unicode.hpp"
#include "schema/record.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/compile.hpp"
#include "searcher/engine/matches.hpp"
#include "searcher/engine/surface.hpp"
#include "searcher/engine/understand.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::Language;

// A stretch of words of a passage.
struct Place {
  schema::Section section;
  std::uint32_t position, width;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// By what the words at a place answer the query.
struct Belonging {
  Reason reason;
  std::set<std::string> concepts;  // ids
};

struct FormKey {
  std::string form;
  Language language;
  friend auto operator<=>(const FormKey&, const FormKey&) = default;
};

struct Gathered {
  Belonging belonging;
  std::map<int, std::size_t> decades;
  std::size_t undated = 0;
};

std::optional<int> decade_of(const schema::PassageView& passage) {
  if (!passage.written) return std::nullopt;
  const int year = analysis::year_of(passage.written->first);
  return year - year % 10;
}

// A name as typed is told by its concept, at whose place it stands.
std::map<Place, Belonging> places_of(const Plan& plan, const Matches& matches) {
  std::map<Place, Belonging> places;
  const auto add = [&](const Occurrence& match, bool as_typed) {
    const Alternative& alternative = plan.atoms[match.atom].alternatives[match.alternative];
    if (alternative.inside_mention != as_typed) return;
    const Place place{match.section, match.position, match.width};
    if (as_typed && !places.contains(place)) return;
    Belonging& belonging = places.try_emplace(place, Belonging{match.reason, {}}).first->second;
    belonging.reason = std::min(belonging.reason, match.reason);
    if (!alternative.concept_id.empty()) belonging.concepts.insert(alternative.concept_id);
  };
  for (const bool as_typed : {false, true})
    for (const Occurrence& match : matches) add(match, as_typed);
  return places;
}

class FormCounter {
 public:
  FormCounter(const Plan& plan, const Snapshot& snapshot)
      : plan_(plan), snapshot_(snapshot), matcher_(plan), terms_(snapshot.database()) {}

  void read(Xapian::docid id) {
    const std::string_view data = snapshot_.data(id, buffer_);
    const std::size_t shard = snapshot_.shard_of(id);
    schema::read_for_matching(data, view_, stream_);
    const Matches& matches = matcher_.find(shard, view_, stream_);
    if (!matcher_.accepts(matches, {id, view_, terms_})) return;
    any_ = true;
    const Matches lit = matcher_.lit(matches);
    const bool above = std::any_of(lit.begin(), lit.end(),
                                   [](const Occurrence& match) { return match.section != schema::section_text; });
    const std::set<schema::Section> sections = above ? sections_here(shard, data) : std::set{schema::section_text};
    std::map<FormKey, Belonging> forms;  // of this passage
    for (auto& [place, belonging] : places_of(plan_, lit)) {
      if (!sections.contains(place.section)) continue;
      merge(forms.try_emplace(key_of(shard, place), belonging).first->second, belonging);
    }
    for (const auto& [key, belonging] : forms) count(key, belonging, decade_of(view_));
  }

  bool any() const { return any_; }  // passages accepted
  std::map<FormKey, Gathered> forms() && { return std::move(forms_); }

 private:
  // A title and a heading are stored with every passage below them; they stand above the first, which is read first.
  std::set<schema::Section> sections_here(std::size_t shard, std::string_view data) {
    const schema::Passage passage = schema::passage_from_data(data, snapshot_.shards()[shard].lexicon).passage;
    std::set<schema::Section> sections{schema::section_text};
    if (met_.insert({passage.document, schema::section_title, ""}).second) sections.insert(schema::section_title);
    if (met_.insert({passage.document, schema::section_heading, passage.heading}).second)
      sections.insert(schema::section_heading);
    return sections;
  }

  FormKey key_of(std::size_t shard, const Place& place) const {
    const schema::Lexicon& lexicon = snapshot_.shards()[shard].lexicon;
    const auto& words = stream_.sections[place.section];
    const auto word = std::find_if(words.begin(), words.end(),
                                   [&](const schema::StreamWord& row) { return row.position == place.position; });
    const Language language = word == words.end() ? Language::other : lexicon.form(word->form).language;
    return {surface(lexicon, words, place.position, place.width), language};
  }

  static void merge(Belonging& belonging, const Belonging& more) {
    belonging.reason = std::min(belonging.reason, more.reason);
    belonging.concepts.insert(more.concepts.begin(), more.concepts.end());
  }

  void count(const FormKey& key, const Belonging& belonging, std::optional<int> decade) {
    Gathered& gathered = forms_.try_emplace(key, Gathered{belonging, {}, 0}).first->second;
    merge(gathered.belonging, belonging);
    ++(decade ? gathered.decades[*decade] : gathered.undated);
  }

  const Plan& plan_;
  const Snapshot& snapshot_;
  Matcher matcher_;
  const PassageTerms terms_;
  std::string buffer_;
  schema::PassageView view_;
  schema::TokenStream stream_;
  std::set<std::tuple<std::string, schema::Section, std::string>> met_;  // titles and headings counted
  std::map<FormKey, Gathered> forms_;
  bool any_ = false;
};

// All candidates, in the order of indexing.
void read_all(const Plan& plan, const Request& request, const Snapshot& snapshot, FormCounter& counter) {
  Xapian::Enquire enquire(snapshot.database());
  enquire.set_query(compile(plan, request));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, snapshot.database().get_doccount());
  for (auto row = found.begin(); row != found.end(); ++row)
    if (!snapshot.is_gone(*row)) counter.read(*row);
}

Variant variant_of(const FormKey& key, Gathered gathered, const thesaurus::Thesaurus& thesaurus) {
  Variant variant{key.form, key.language, analysis::script_of(key.form), gathered.belonging.reason, {}, 0, {}, 0};
  for (const std::string& id : gathered.belonging.concepts) {
    const std::int64_t index = thesaurus.find(id);
    variant.concepts.emplace_back(index < 0 ? id : thesaurus.concepts()[static_cast<std::size_t>(index)].name("en"));
  }
  variant.decades = std::move(gathered.decades);
  variant.undated = variant.passages = gathered.undated;
  for (const auto& [decade, passages] : variant.decades) variant.passages += passages;
  return variant;
}

}  // namespace

Variants variants(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge) {
  Understood understood = understand(request, snapshot, knowledge);
  FormCounter counter(understood.plan, snapshot);
  read_all(understood.plan, request, snapshot, counter);
  if (!counter.any() && relax(understood.plan)) read_all(understood.plan, request, snapshot, counter);
  Variants out{std::move(understood.said), {}};
  for (auto& [key, gathered] : std::move(counter).forms())
    out.forms.push_back(variant_of(key, std::move(gathered), knowledge.thesaurus));
  std::stable_sort(out.forms.begin(), out.forms.end(), [](const Variant& a, const Variant& b) {
    return std::tuple(analysis::code(a.script), analysis::code(a.language), b.passages, std::string_view(a.form)) <
           std::tuple(analysis::code(b.script), analysis::code(b.language), a.passages, std::string_view(b.form));
  });
  return out;
}

}  // namespace izde::searcher
