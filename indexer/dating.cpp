#include "indexer/dating.hpp"

#include "analysis/date.hpp"
#include "schema/dates.hpp"
#include "schema/terms.hpp"

namespace izde::indexer {
namespace {

constexpr int kLastOwnTime = 1950;   // a later text that leaves a year out is likely to tell of earlier times
constexpr std::int32_t kMonth = 31;  // days
constexpr float kTrusted = 0.7F;     // a year that later passages take over

/// The one year a date lies in, if it does.
std::optional<int> year_of(const analysis::FoundDate& date) {
  const auto searched = schema::searched_days(date);
  if (!searched) return std::nullopt;
  const int first = analysis::year_of(searched->days.first);
  return first == analysis::year_of(searched->days.last) ? std::optional(first) : std::nullopt;
}

}  // namespace

Dating::Dating(const schema::Metadata& metadata) {
  document_.old_style = schema::keyword_value(schema::value_of(metadata, "calendar")) == "julian";
  document_.document = analysis::parse_date(schema::value_of(metadata, "date"), document_.old_style);
}

/// Where all dates of a title or heading lie in one year.
std::optional<int> Dating::year_named(const std::string& text, analysis::Language language) const {
  std::optional<int> named;
  for (const analysis::FoundDate& date : analysis::find_dates(text, language)) {
    const auto year = year_of(date);
    if (!year || (named && *named != *year)) return std::nullopt;
    named = year;
  }
  return named;
}

std::vector<analysis::FoundDate> Dating::dates_of(const schema::Passage& passage) {
  const analysis::Language language = passage.reading.language;
  if (passage.title != title_) {
    title_ = passage.title;
    of_title_ = year_named(title_, language);
  }
  if (passage.heading != heading_) {
    heading_ = passage.heading;
    of_heading_ = year_named(heading_, language);
    last_.reset();
    last_dated_.reset();
  }
  analysis::DateContext context = document_;
  if (context.document && analysis::year_of(context.document->first) > kLastOwnTime) context.document.reset();
  const std::optional<int> above = of_heading_ ? of_heading_ : of_title_;
  context.year = above ? above : last_dated_ ? last_dated_ : last_;
  context.firm_year = above.has_value();
  std::vector<analysis::FoundDate> dates = analysis::find_dates(passage.text, language, context);
  for (const analysis::FoundDate& date : dates) {
    const auto year = year_of(date);
    if (!year || date.confidence < kTrusted) continue;
    last_ = year;
    if (date.days.last - date.days.first < kMonth) last_dated_ = year;
  }
  return dates;
}

void Dating::remember(const schema::ActRecord& act) {
  const auto days = analysis::parse_date(act.date);
  if (days && analysis::year_of(days->first) == analysis::year_of(days->last)) of_acts_ = analysis::year_of(days->first);
}

}  // namespace izde::indexer
