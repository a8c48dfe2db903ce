#include "indexer/dating.hpp"

#include "analysis/date.hpp"
#include "schema/dates.hpp"
#include "schema/terms.hpp"

namespace izde::indexer {
namespace {

constexpr int kLastOwnTime = 1950;   // a later text that leaves a year out is likely to tell of earlier times
constexpr std::int32_t kMonth = 31;  // days
constexpr std::size_t kYear = 4;     // letters
constexpr std::size_t kDay = 10;     // of 1918-06-24
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
  for (analysis::FoundDate& date : dates) {
    keep_year(date, passage.text);
    const auto year = year_of(date);
    if (!year || date.confidence < kTrusted) continue;
    last_ = year;
    if (date.days.last - date.days.first < kMonth) last_dated_ = year;
  }
  return dates;
}

/// A day once told with its year (1918 жылғы 11 (24) маусымда) is of that year where it is told without.
void Dating::keep_year(analysis::FoundDate& date, const std::string& text) {
  if (date.edtf.size() != kDay) return;
  const std::string day = date.edtf.substr(kYear) + date.os_edtf.substr(date.os_edtf.empty() ? 0 : kYear);
  const std::string year = date.edtf.substr(0, kYear);
  if (text.substr(date.span.begin, date.span.end - date.span.begin).find(year) != std::string::npos) {
    year_of_day_[day] = year;
    return;
  }
  const auto known = year_of_day_.find(day);
  if (known == year_of_day_.end() || known->second == year || date.os_edtf.empty()) return;
  date.edtf.replace(0, kYear, known->second);
  date.os_edtf.replace(0, kYear, known->second);
  if (const auto days = analysis::parse_date(date.edtf)) date.days = *days;
}

void Dating::remember(const schema::ActRecord& act) {
  const auto days = analysis::parse_date(act.date);
  if (days && analysis::year_of(days->first) == analysis::year_of(days->last))
    of_acts_ = analysis::year_of(days->first);
}

}  // namespace izde::indexer
