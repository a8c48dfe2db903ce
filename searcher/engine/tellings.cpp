#include "searcher/engine/tellings.hpp"

#include "analysis/date.hpp"
#include "analysis/dates/both_styles.hpp"
#include "analysis/numbers.hpp"
#include "analysis/sentences.hpp"
#include "schema/dates.hpp"
#include "searcher/engine/facets.hpp"
#include "searcher/engine/folding.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::DateKind;
using analysis::FoundDate;
using analysis::Span;

constexpr std::int64_t kWidest = 400;           // days: a year, or a winter in two
constexpr std::uint32_t kBroader = 40;          // bytes that a month counts as farther away than a day, a year than it
constexpr std::size_t kAbbreviation = 7;        // bytes of a word that a full stop may belong to: ст., авг.
constexpr std::string_view kEvents = "events";  // scheme of the thesaurus

std::int64_t length(const analysis::DayRange& days) { return std::int64_t{days.last} - days.first + 1; }

// Whether something can have happened then, to speak of.
bool dates_something(const FoundDate& date) {
  const auto searched = schema::searched_days(date);
  const bool is_open = date.kind == DateKind::before || date.kind == DateKind::after;
  return searched && !is_open && date.kind < DateKind::decade && length(searched->days) <= kWidest;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  return begin == text.npos ? "" : std::string(text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin));
}

// A day 0, a month 1, more 2.
int breadth(const FoundDate& date) {
  const std::int64_t days = length(date.days);
  return days < 17 ? 0 : days < 32 ? 1 : 2;
}

ToldDate read(const FoundDate& date) {
  const analysis::BothStyles styles = analysis::both_styles(date);
  return {styles.date, styles.os_date, styles.supposed, analysis::parse_date(styles.date).value_or(date.days)};
}

// The day of the document itself; nothing where it has only a year or a span.
std::optional<ToldDate> own_day(const schema::Metadata& metadata) {
  const auto days = schema::date_of(metadata);
  if (!days || days->first != days->last) return std::nullopt;
  const std::string day = analysis::iso_day(days->first);
  const std::string given(schema::value_of(metadata, "date"));
  return ToldDate{day, given == day ? "" : given, false, *days};
}

class Teller {
 public:
  Teller(const Hit& hit, const TellingTools& tools) : hit_(hit), passage_(hit.passage), tools_(tools) {
    starts_ = analysis::sentence_starts(passage_.text);
    for (const FoundDate& date : passage_.dates)
      if (dates_something(date) && !repeats_last(date)) dates_.push_back(&date);
    for (const auto& text : {passage_.heading, passage_.title})
      for (FoundDate& date : analysis::find_dates(text, passage_.reading.language))
        if (dates_something(date)) above_.push_back(std::move(date));
    begin_sentences_at_dates();
    place_mentions();
  }

  std::optional<Telling> act() const {
    if (!passage_.act) return std::nullopt;
    const schema::ActRecord& act = *passage_.act;
    const auto days = analysis::parse_date(act.date);
    if (!days) return std::nullopt;
    Telling telling = begun({act.date, act.os_date, false, *days});
    std::optional<std::size_t> sentence;
    for (const FoundDate* date : dates_)
      if (told(*date).date == act.date && !sentence) {
        sentence = sentence_at(date->span.begin);
        telling.when.supposed = told(*date).supposed;
      }
    if (!sentence)
      telling.when.supposed = std::any_of(above_.begin(), above_.end(), [&](const FoundDate& date) {
        return told(date).date == act.date && told(date).supposed;
      });
    telling.act = act;
    name(telling, sentence);
    if (sentence) number(telling, *sentence);
    telling.concepts.insert(act.issuers.begin(), act.issuers.end());
    telling.what = !act.title.empty() ? act.title : trimmed(text_of(sentence.value_or(best_sentence())));
    telling.is_there = !act.title.empty() || sentence.has_value();
    return telling;
  }

  std::vector<Telling> happenings() const {
    std::vector<Telling> tellings;
    for (const Chosen& one : chosen()) tellings.push_back(happening(told(*one.date), one.first, one.last));
    if (!tellings.empty() || !dates_.empty()) return tellings;
    if (!above_.empty()) tellings.push_back(dated_elsewhere(told(above_.front())));
    return tellings;
  }

  std::vector<Telling> every_date() const {
    std::vector<Telling> tellings;
    for (const FoundDate* date : dates_) {
      const std::size_t sentence = sentence_at(date->span.begin);
      tellings.push_back(happening(told(*date), sentence, sentence));
    }
    return tellings;
  }

  Telling by_document(const ToldDate& day) const {
    Telling telling = dated_elsewhere(day);
    telling.act = passage_.act;
    telling.is_there = telling.act && !telling.act->title.empty();
    if (telling.is_there) telling.what = telling.act->title;
    return telling;
  }

 private:
  struct Named {
    std::uint32_t at = 0;
    const thesaurus::Concept* named = nullptr;
  };

  // Whether it is the last date over again in New Style: 12–18 ноября (25 ноября – 1 декабря). That one is then no
  // supposition any more.
  bool repeats_last(const FoundDate& date) {
    if (dates_.empty()) return false;
    const FoundDate& last = *dates_.back();
    const std::string_view text = passage_.text;
    if (date.span.begin < last.span.end || text.substr(last.span.end, date.span.begin - last.span.end) != " (")
      return false;
    const bool is_repeated = as_written(read(date)) == read(last).days;
    if (is_repeated) confirmed_.insert(&last);
    return is_repeated;
  }

  ToldDate told(const FoundDate& date) const {
    ToldDate when = read(date);
    when.supposed = when.supposed && !confirmed_.contains(&date);
    return when;
  }

  // The rules of Unicode begin no sentence at a number before small letters: … съезд. 5 июля открылся …
  void begin_sentences_at_dates() {
    const std::string_view text = passage_.text;
    for (const FoundDate& date : passage_.dates) {
      const std::size_t end = text.find_last_not_of(" \n", date.span.begin == 0 ? 0 : date.span.begin - 1);
      if (date.span.begin == 0 || end == text.npos || end + 1 >= date.span.begin || text[end] != '.') continue;
      const std::size_t word = text.find_last_of(" \n.(", end - std::min<std::size_t>(end, 1));
      const bool is_abbreviation = end - (word == text.npos ? 0 : word) <= kAbbreviation;
      if (!is_abbreviation) starts_.push_back(date.span.begin);
    }
    std::sort(starts_.begin(), starts_.end());
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  }

  void place_mentions() {
    std::vector<std::uint32_t> places;  // of words, by position
    const std::vector<analysis::Token> tokens = tools_.analyzer.analyze(passage_.text, passage_.reading);
    for (const analysis::Token& token : tokens)
      if (token.width == 1) places.push_back(token.span.begin);
    place_numbers(tokens);
    for (const schema::Mention& mention : passage_.mentions) {
      const std::int64_t index = tools_.thesaurus.find(mention.concept_id);
      if (index < 0 || mention.section != schema::section_text || mention.position >= places.size()) continue;
      const thesaurus::Concept& named = tools_.thesaurus.concepts()[static_cast<std::size_t>(index)];
      if (facet_of(named) && !is_inside(mention)) named_.push_back({places[mention.position], &named});
    }
  }

  void place_numbers(const std::vector<analysis::Token>& tokens) {
    for (const analysis::FoundNumber& number : analysis::find_numbers(tokens)) {
      const bool is_of_date = std::any_of(passage_.dates.begin(), passage_.dates.end(), [&](const FoundDate& date) {
        return date.span.begin <= number.span.begin && number.span.end <= date.span.end;
      });
      if (!is_of_date) numbers_.emplace_back(number.span.begin, std::string(number.value));
    }
  }

  // Whether it is a part of a longer name: Alash in Alash Orda.
  bool is_inside(const schema::Mention& mention) const {
    return std::any_of(passage_.mentions.begin(), passage_.mentions.end(), [&](const schema::Mention& other) {
      return other.section == mention.section && other.width > mention.width && other.position <= mention.position &&
             other.position + other.width >= mention.position + mention.width;
    });
  }

  std::size_t sentence_at(std::uint32_t byte) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), std::size_t{byte});
    return after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
  }

  Span bytes_of(std::size_t sentence) const {
    const auto at = [&](std::size_t i) {
      return static_cast<std::uint32_t>(i < starts_.size() ? starts_[i] : passage_.text.size());
    };
    return {at(sentence), at(sentence + 1)};
  }

  std::string text_of(std::size_t sentence) const {
    const Span span = bytes_of(sentence);
    return passage_.text.substr(span.begin, span.end - span.begin);
  }

  // Where the first word that was found stands.
  std::size_t best_sentence() const { return hit_.marks.empty() ? 0 : sentence_at(hit_.marks.front().span.begin); }

  // By a place in the text, or all of it.
  void name(Telling& telling, std::optional<std::size_t> sentence) const {
    for (const Named& mention : named_) {
      if (sentence && sentence_at(mention.at) != *sentence) continue;
      telling.concepts.insert(mention.named->id);
      if (mention.named->scheme == kEvents) telling.events.insert(mention.named->id);
    }
  }

  void number(Telling& telling, std::size_t sentence) const {
    for (const auto& [at, value] : numbers_)
      if (sentence_at(at) == sentence) telling.numbers.insert(value);
  }

  Telling begun(ToldDate when) const {
    Telling telling;
    telling.when = std::move(when);
    telling.passage = passage_.id();
    telling.language = passage_.reading.language;
    telling.score = hit_.score;
    return telling;
  }

  Telling happening(ToldDate when, std::size_t first, std::size_t last) const {
    Telling telling = begun(std::move(when));
    for (std::size_t sentence = first; sentence <= last; ++sentence) {
      telling.what += text_of(sentence);
      name(telling, sentence);
      number(telling, sentence);
    }
    telling.what = trimmed(telling.what);
    if (telling.concepts.empty()) name(telling, std::nullopt);
    return telling;
  }

  // What was found, of a date that no sentence has.
  Telling dated_elsewhere(ToldDate when) const {
    Telling telling = happening(std::move(when), best_sentence(), best_sentence());
    telling.is_there = false;
    return telling;
  }

  // Of a sentence, the date nearest to a word.
  const FoundDate* nearest(const Span& mark, std::size_t sentence) const {
    const FoundDate* best = nullptr;
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    for (const FoundDate* date : dates_) {
      if (sentence_at(date->span.begin) != sentence) continue;
      const std::uint32_t gap = date->span.begin >= mark.end ? date->span.begin - mark.end
                                                             : mark.begin - std::min(mark.begin, date->span.end);
      const std::uint32_t distance = gap + kBroader * static_cast<std::uint32_t>(breadth(*date));
      if (distance >= least) continue;
      least = distance;
      best = date;
    }
    return best;
  }

  // A date that what was found belongs to, and the sentences that tell it: from the date's to the word's.
  struct Chosen {
    const FoundDate* date = nullptr;
    std::size_t first = 0, last = 0;
  };

  // Dates of the sentences where words were found; only if there are none, of the sentences just before these.
  std::vector<Chosen> chosen() const {
    std::vector<Chosen> dates;
    for (const std::size_t before : {0U, 1U}) {
      for (const Mark& mark : hit_.marks) {
        const std::size_t sentence = sentence_at(mark.span.begin);
        if (sentence < before) continue;
        const FoundDate* date = nearest(mark.span, sentence - before);
        if (date == nullptr || (before > 0 && breadth(*date) > 1)) continue;
        const bool is_new = std::none_of(dates.begin(), dates.end(), [&](const Chosen& c) { return c.date == date; });
        if (is_new) dates.push_back({date, sentence - before, sentence});
      }
      if (!dates.empty()) return dates;
    }
    if (!hit_.marks.empty() || dates_.empty()) return dates;
    const FoundDate* finest = *std::min_element(
        dates_.begin(), dates_.end(), [](const FoundDate* a, const FoundDate* b) { return breadth(*a) < breadth(*b); });
    const std::size_t sentence = sentence_at(finest->span.begin);
    return {{finest, sentence, sentence}};
  }

  const Hit& hit_;
  const schema::Passage& passage_;
  const TellingTools& tools_;
  std::vector<std::size_t> starts_;
  std::vector<const FoundDate*> dates_;
  std::set<const FoundDate*> confirmed_;
  std::vector<FoundDate> above_;  // in the heading, then in the title
  std::vector<Named> named_;
  std::vector<std::pair<std::uint32_t, std::string>> numbers_;  // by place, without those of dates
};

bool is_of(const Hit& hit, schema::PassageKind kind) {
  return std::any_of(hit.passage.kinds.begin(), hit.passage.kinds.end(),
                     [kind](const schema::KindMark& mark) { return mark.kind == kind; });
}

}  // namespace

std::vector<Telling> tellings_of(const Hit& hit, const TellingTools& tools) {
  const Teller teller(hit, tools);
  const bool is_event = is_of(hit, schema::PassageKind::event);
  std::vector<Telling> tellings;
  const auto add = [&](Telling telling) {
    const bool is_told = std::any_of(tellings.begin(), tellings.end(),
                                     [&](const Telling& other) { return is_same_time(other.when, telling.when); });
    if (!is_told) tellings.push_back(std::move(telling));
  };
  if (auto act = teller.act()) add(std::move(*act));
  if (tools.all_dates) {
    for (Telling& telling : teller.every_date()) add(std::move(telling));
  } else if (is_event) {
    for (Telling& telling : teller.happenings()) add(std::move(telling));
  }
  const bool is_told_of = is_event || is_of(hit, schema::PassageKind::decree) || tools.all_dates;
  if (tellings.empty() && is_told_of)
    if (const auto day = own_day(hit.metadata)) add(teller.by_document(*day));
  std::stable_sort(tellings.begin(), tellings.end(),
                   [](const Telling& a, const Telling& b) { return a.when.days.first < b.when.days.first; });
  return tellings;
}

}  // namespace izde::searcher
