#include "indexer/dating.hpp"

#include "analysis/date.hpp"
#include "schema/dates.hpp"
#include "schema/terms.hpp"

namespace izde::indexer {
namespace {

constexpr int kLastOwnTime = 1950;   // a later text that leaves a year out is likely to tell of earlier times
constexpr std::int32_t kMonth = 31;  // days
constexpr std::size_t kDay = 10;     // letters of 1918-06-24
constexpr std::size_t kYear = 5;     // letters of 1918-
constexpr int kSeveral = 0;          // years in which a day was told
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

/// A day without its year that the document told with one before is that day: of all such in a passage, their year,
/// where it is one.
std::optional<int> Dating::year_told_of(const std::vector<analysis::FoundDate>& dates) const {
  std::optional<int> told;
  for (const analysis::FoundDate& date : dates) {
    if (date.confidence >= kTrusted || date.edtf.size() != kDay) continue;
    const auto known = told_.find(date.edtf.substr(kYear));
    if (known == told_.end()) continue;
    if (known->second == kSeveral || (told && *told != known->second)) return std::nullopt;
    told = known->second;
  }
  return told;
}

void Dating::remember(const analysis::FoundDate& date) {
  const auto year = year_of(date);
  if (!year || date.confidence < kTrusted) return;
  last_ = year;
  if (std::int64_t{date.days.last} - date.days.first < kMonth) last_dated_ = year;
  if (date.edtf.size() != kDay || date.edtf.find_first_not_of("0123456789-") != std::string::npos) return;
  const auto [known, is_new] = told_.emplace(date.edtf.substr(kYear), *year);
  if (!is_new && known->second != *year) known->second = kSeveral;
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
  if (const auto told = above ? std::nullopt : year_told_of(dates); told && told != context.year) {
    context.year = told;
    dates = analysis::find_dates(passage.text, language, context);
  }
  for (const analysis::FoundDate& date : dates) remember(date);
  return dates;
}

void Dating::remember(const schema::ActRecord& act) {
  const auto days = analysis::parse_date(act.date);
  if (days && analysis::year_of(days->first) == analysis::year_of(days->last))
    of_acts_ = analysis::year_of(days->first);
}

}  // namespace izde::indexer
