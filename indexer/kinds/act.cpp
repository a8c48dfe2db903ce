#include "indexer/kinds/act.hpp"

#include "analysis/dates/both_styles.hpp"
#include "analysis/dates/calendar.hpp"
#include "analysis/table.hpp"
#include "indexer/kinds/act_date.hpp"
#include "indexer/kinds/act_issuer.hpp"
#include "indexer/kinds/act_telling.hpp"
#include "indexer/kinds/act_title.hpp"

#include <algorithm>
#include <optional>

namespace izde::indexer {
namespace {

using analysis::FoundDate;
using Body = Named::Told::Body;

constexpr std::string_view kDefaultType = "resolution";
constexpr std::string_view kDeclaration = "other";  // what a government declares
constexpr std::string_view kAnyType = "any";        // of a noun that does not say

void add_once(std::vector<std::string>& ids, std::string id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
}

/// The noun that a title is about: one that says what kind of act it is, if there is; in Kazakh, where it stands last,
/// the last one.
const FoundCue* named_in(const std::vector<FoundCue>& cues, analysis::Language language) {
  const FoundCue* named = nullptr;
  for (const FoundCue& cue : cues) {
    if (cue.name != "act" && cue.name != "paper") continue;
    const bool says_more = named != nullptr && is_general_noun(*named) && !is_general_noun(cue);
    const bool is_later = named != nullptr && is_general_noun(*named) == is_general_noun(cue);
    if (named == nullptr || says_more || (is_later && language == analysis::Language::kk)) named = &cue;
  }
  return named;
}

/// Reads the main act; what the text does not tell of it, the heading and the title may.
class Reading {
 public:
  Reading(const schema::Passage& passage, const PassageFacts& facts, const thesaurus::Thesaurus& thesaurus)
      : passage_(passage),
        facts_(facts),
        thesaurus_(thesaurus),
        named_(passage, facts, thesaurus),
        dates_(facts, passage.text, passage.reading.language) {
    read_above();
    const auto is_foreign = [&](const FoundCue& cue, const Sentence& sentence) {
      const Named::Told told = named_.told_with(cue, sentence);
      return !above_issuer_.empty() && !told.issuer.empty() && told.issuer != above_issuer_;
    };
    read_telling({facts, passage.reading.language, is_foreign});
    // Where all acts told are of others than the title says, the passage is about these.
    const bool is_vague = telling_.cue == nullptr || telling_.cue->name == "paper";
    if (is_vague && !above_issuer_.empty() && !named_.names(above_issuer_))
      read_telling({facts, passage.reading.language, [](const FoundCue&, const Sentence&) { return false; }});
    if (telling_.cue != nullptr) told_ = named_.told_with(*telling_.cue, *telling_.sentence);
  }

  schema::ActRecord read() const {
    schema::ActRecord act;
    const FoundDate* date = date_told();
    std::string issuer = issuer_told(date);
    read_name(act, issuer);
    read_date(act, date, issuer);
    if (!issuer.empty()) act.issuers.push_back(std::move(issuer));
    read_signatories(act);
    return act;
  }

 private:
  void read_telling(const ActTeller& teller) {
    telling_ = teller.main_telling();
    type_ = teller.type_told(telling_);
  }

  void read_above() {
    above_ = named_in(facts_.heading_cues, passage_.reading.language);
    in_heading_ = above_ != nullptr;
    if (!in_heading_) above_ = named_in(facts_.title_cues, passage_.reading.language);
    if (above_ == nullptr) return;
    above_issuer_ = issuer_by_noun(*above_, in_heading_ ? facts_.heading_words : facts_.title_words,
                                   passage_.reading.language, thesaurus_);
  }

  /// A heading or title that names an act and its day speaks of that act, whatever other acts the text names.
  bool rules_above() const {
    const FactSet told = in_heading_ ? facts_.heading : facts_.title;
    return above_ != nullptr && (told & fact("day")) != 0;
  }

  void read_name(schema::ActRecord& act, std::string_view issuer) const {
    const bool is_noun = telling_.cue != nullptr && is_act_noun(*telling_.cue);
    const bool is_above_vague = above_ == nullptr || is_general_noun(*above_);
    const bool here = telling_.cue != nullptr && !rules_above() && (is_noun || is_above_vague);
    std::string_view type = here ? type_ : std::string_view();
    const bool is_vague = !here || (is_noun && is_general_noun(*telling_.cue) && type_ == telling_.cue->sense);
    if (is_vague && !is_above_vague) type = above_->sense;
    if (here && telling_.cue->name == "proclaim" && !issuer.empty() && !meeting_of(issuer, thesaurus_))
      type = kDeclaration;
    act.type = type.empty() ? kDefaultType : type == kAnyType ? "other" : type;
    if (here) {
      const analysis::Span noun = facts_.span_of(*telling_.cue);
      const analysis::Span sentence = bytes_of(*telling_.sentence);
      const bool is_by_number = telling_.cue->name == "reply";  // of all answers one that has a number is an act
      act.number = act_number(passage_.text, is_by_number ? sentence : noun, sentence);
      if (is_noun) act.title = act_title(passage_.text, noun, passage_.reading.language);
    }
    if (act.title.empty() && above_ != nullptr) act.title = in_heading_ ? passage_.heading : passage_.title;
  }

  /// The date told with the act, else above it, else before it.
  const FoundDate* date_told() const {
    const FoundDate* date = rules_above() ? date_above() : nullptr;
    if (date == nullptr && telling_.cue != nullptr) {
      const Sentence& sentence = *telling_.sentence;
      date = dates_.nearest(*telling_.cue, sentence.first, sentence.end);
      if (date != nullptr && date->kind == analysis::DateKind::month)
        if (const FoundDate* day = dates_.day_in(*date, sentence.first, sentence.end)) date = day;
      const auto is_fine = [](const FoundDate* found) { return found != nullptr && is_of_month(*found); };
      const auto take = [&](const FoundDate* found) {
        if (date == nullptr || (!is_fine(date) && is_fine(found))) date = found;
      };
      const auto take_fine = [&](const FoundDate* found) {
        if (is_fine(found)) take(found);
      };
      if (above_ != nullptr) take(date_above());
      const FoundDate* before = dates_.nearest(*telling_.cue, 0, sentence.first);
      if (date != nullptr && before != nullptr && date == date_above() && is_day_in(*before, *date)) date = before;
      take_fine(before);
      take_fine(date_above());
      if (date == nullptr) take_fine(dates_.nearest(*telling_.cue, sentence.end, facts_.words.size()));
    }
    return date == nullptr ? date_above() : date;
  }

  /// What a meeting issued is of its days.
  void read_date(schema::ActRecord& act, const FoundDate* date, std::string_view issuer) const {
    const auto meeting = meeting_of(issuer, thesaurus_);
    if (meeting && (date == nullptr || !meeting->holds(*date))) {
      date = date_of(*meeting);
      if (is_told(meeting->month)) act.date = meeting->month;
    }
    if (date == nullptr) return;
    if (const auto one_day = one_day_of(*date)) {
      act.date = analysis::iso_day(*one_day);
      act.os_date = analysis::iso_day(date->days.first);
      return;
    }
    const analysis::BothStyles day = analysis::both_styles(*date);
    act.date = date_of_act(day);
    act.os_date = day.os_date;
  }

  std::string issuer_told(const FoundDate* date) const {
    std::string issuer = told_.issuer;
    if (date != nullptr && told_.by_word && !was_on(issuer, *date, thesaurus_)) return {};
    if (was_founded_on(issuer, date)) issuer.clear();
    if (issuer.empty()) issuer = told_.body == Body::local ? local_meeting(date) : issuer_untold(date);
    if (was_founded_on(issuer, date)) issuer.clear();
    const auto meeting = meeting_of(issuer, thesaurus_);
    if (date == nullptr || !meeting || meeting->holds(*date)) return issuer;
    std::string other = told_.issuer.empty() ? meeting_on(*date, thesaurus_) : std::string();
    return other.empty() ? issuer : other;
  }

  bool was_founded_on(std::string_view body, const FoundDate* date) const {
    return date != nullptr && !meeting_of(body, thesaurus_) && began_on(body, *date, thesaurus_);
  }

  /// A regional congress that is not named (19–22 апреля прошел областной съезд) by all its days; many met in one
  /// month.
  std::string local_meeting(const FoundDate* date) const {
    if (date == nullptr || date->kind != analysis::DateKind::range || (facts_.text & fact("congress")) == 0) return {};
    std::string meeting = meeting_on(*date, thesaurus_);
    return named_.may_be_there(meeting, *telling_.sentence) ? meeting : std::string();
  }

  /// Of an act whose sentence names none.
  std::string issuer_untold(const FoundDate* date) const {
    if (told_.body == Body::meeting) {
      std::string meeting = date == nullptr ? std::string() : meeting_on(*date, thesaurus_);
      if (!named_.may_be_there(meeting, *telling_.sentence)) meeting.clear();
      return meeting.empty() ? issuer_elsewhere(true, date) : meeting;
    }
    std::string body = telling_.cue == nullptr ? std::string() : named_.signed_for(*telling_.sentence, date);
    if (body.empty()) body = above_issuer_;
    if (!body.empty() && date != nullptr && began_in(body, *date, thesaurus_)) {
      // Of the body whose acts the title names there were none yet: it is an earlier meeting's.
      if (std::string meeting = meeting_on(*date, thesaurus_); !meeting.empty()) body = std::move(meeting);
    }
    if (body.empty()) body = issuer_elsewhere(false, date);
    const auto meeting = meeting_of(body, thesaurus_);
    if (date != nullptr && !(meeting ? meeting->holds(*date) : was_on(body, *date, thesaurus_))) body.clear();
    if (body.empty() && date != nullptr && (facts_.text & fact("congress")) != 0) body = meeting_on(*date, thesaurus_);
    for (const Sentence& sentence : facts_.sentences)
      if (body.empty()) body = named_.signed_for(sentence, date);
    if (!body.empty()) return body;
    if (date == nullptr) return (facts_.text & fact("congress")) == 0 ? body : meeting_in_heading();
    body = named_.only_issuer();
    return was_on(body, *date, thesaurus_) ? body : std::string();
  }

  std::string issuer_elsewhere(bool meeting, const FoundDate* date) const {
    std::string issuer;
    if (telling_.cue != nullptr) issuer = named_.last_before(telling_.cue->token, meeting ? nullptr : date);
    if (meeting && !meeting_of(issuer, thesaurus_)) issuer.clear();
    if (issuer.empty()) issuer = issuer_in(facts_.heading_words, facts_.heading_cues, thesaurus_, meeting);
    if (issuer.empty()) issuer = issuer_in(facts_.title_words, facts_.title_cues, thesaurus_, meeting);
    return issuer;
  }

  void read_signatories(schema::ActRecord& act) const {
    for (const Sentence& sentence : facts_.sentences) {
      if ((sentence.facts & fact("sign")) == 0) continue;
      const bool is_of_act = (sentence.facts & (fact("act") | fact("paper") | fact("quote"))) != 0 ||
                             (sentence.facts & (fact("happen") | fact("date"))) == 0;
      if (!is_of_act) continue;
      for (std::string& id : named_.persons(sentence)) add_once(act.signatories, std::move(id));
    }
  }

  /// The congress of a month that the heading names without its year: Декабрьское постановление.
  std::string meeting_in_heading() const {
    for (const FoundCue& cue : facts_.heading_cues)
      if (cue.name == "in-month") return meeting_in(analysis::number_of(cue.sense), thesaurus_);
    return {};
  }

  const FoundDate* date_of(const Meeting& meeting) const {
    for (const auto* dates : {&facts_.dates, &facts_.heading_dates, &facts_.title_dates})
      for (const FoundDate& date : *dates)
        if (meeting.holds(date)) return &date;
    return nullptr;
  }
  /// Whether a month is named without its year: декабрьский съезд.
  bool is_told(std::string_view month) const {
    const int number = analysis::number_of(month.substr(month.find('-') + 1));
    const auto names_it = [&](const FoundCue& cue) {
      return cue.name == "in-month" && analysis::number_of(cue.sense) == number;
    };
    const auto& above = facts_.heading_cues;
    return std::any_of(above.begin(), above.end(), names_it) ||
           std::any_of(facts_.cues.begin(), facts_.cues.end(),
                       [&](const FoundCue& cue) { return names_it(cue) && !is_in_date(facts_, facts_.span_of(cue)); });
  }
  const FoundDate* date_above() const {
    if (!facts_.heading_dates.empty()) return &facts_.heading_dates.front();
    return facts_.title_dates.empty() ? nullptr : &facts_.title_dates.front();
  }
  static analysis::Span bytes_of(const Sentence& sentence) {
    return {static_cast<std::uint32_t>(sentence.begin_byte), static_cast<std::uint32_t>(sentence.end_byte)};
  }

  const schema::Passage& passage_;
  const PassageFacts& facts_;
  const thesaurus::Thesaurus& thesaurus_;
  Named named_;
  ActDates dates_;
  const FoundCue* above_ = nullptr;  // the act that the heading or the title names
  bool in_heading_ = false;
  std::string above_issuer_;
  Telling telling_;
  std::string_view type_;
  Named::Told told_;
};

}  // namespace

schema::ActRecord act_of(const schema::Passage& passage, const PassageFacts& facts,
                         const thesaurus::Thesaurus& thesaurus) {
  return Reading(passage, facts, thesaurus).read();
}

}  // namespace izde::indexer
