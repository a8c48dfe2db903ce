#include "searcher/output/citation_date.hpp"

#include "analysis/date.hpp"
#include "analysis/table.hpp"
#include "schema/terms.hpp"
#include "searcher_tables.hpp"

#include <algorithm>
#include <string_view>

namespace izde::searcher {
namespace {

// 1918, 1918-06 or 1918-06-24, in the calendar that it is written in.
struct Written {
  std::string year;
  std::string_view of_day, alone, in_short, english;  // names of its month
  std::string day;                                    // without a zero before it
};

Written written(const std::string& iso) {
  Written date{iso.substr(0, 4), {}, {}, {}, {}, {}};
  if (iso.size() < 7) return date;
  const int month = analysis::number_of(std::string_view(iso).substr(5, 2));
  for (const analysis::Row& row : analysis::rows_of(tables::months)) {
    if (analysis::number_of(row[0]) != month) continue;
    date.of_day = row[1];
    date.alone = row[2];
    date.in_short = row[3];
    date.english = row[4];
  }
  if (iso.size() >= 10) date.day = std::to_string(analysis::number_of(std::string_view(iso).substr(8, 2)));
  return date;
}

bool is_iso(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  return std::equal(text.begin(), text.end(), kForm.begin(),
                    [](char c, char form) { return form == 'd' ? c >= '0' && c <= '9' : c == '-'; });
}

std::string gost(const Written& date) {
  if (!date.day.empty()) return date.day + " " + std::string(date.of_day) + " " + date.year + " г.";
  return date.alone.empty() ? date.year : std::string(date.alone) + " " + date.year + " г.";
}

std::string newspaper(const Written& date) {
  if (date.in_short.empty()) return date.year;
  return date.year + ". " + (date.day.empty() ? std::string(date.alone) : date.day + " " + std::string(date.in_short));
}

std::string chicago(const Written& date) {
  if (!date.day.empty()) return std::string(date.english) + " " + date.day + ", " + date.year;
  return date.english.empty() ? date.year : std::string(date.english) + " " + date.year;
}

CitedDate dated(const std::string& iso) {
  const Written date = written(iso);
  return {gost(date), newspaper(date), chicago(date), date.year, iso};
}

// The same day in the Gregorian calendar; a month or a year of the Julian one is no month or year of it.
std::string new_style(const std::string& iso) {
  const auto days = analysis::parse_date(iso, true);
  if (!days) return "";
  const std::string first = analysis::iso_day(days->first);
  return days->first == days->last ? first : first + "/" + analysis::iso_day(days->last);
}

CitedDate joined(const CitedDate& from, const CitedDate& to) {
  return {from.gost + " – " + to.gost, from.gost + " – " + to.gost, from.chicago + " – " + to.chicago,
          from.year == to.year ? from.year : from.year + "–" + to.year, from.iso + "/" + to.iso};
}

}  // namespace

CitedDate cited_date(const schema::Metadata& metadata) {
  const std::string given(schema::value_of(metadata, "date"));
  const bool julian = schema::keyword_value(schema::value_of(metadata, "calendar")) == "julian";
  const std::size_t slash = given.find('/');
  const std::string first = given.substr(0, slash);
  const std::string last = slash == given.npos ? first : given.substr(slash + 1);
  if (!schema::date_of(metadata) || !is_iso(first) || !is_iso(last)) return {given, given, given, "", ""};
  CitedDate date = slash == given.npos ? dated(first) : joined(dated(first), dated(last));
  if (!julian) return date;
  date.gost += " (ст. ст.)";
  date.newspaper += " (ст. ст.)";
  date.chicago += " (O.S.)";
  date.iso = new_style(given);
  return date;
}

}  // namespace izde::searcher
