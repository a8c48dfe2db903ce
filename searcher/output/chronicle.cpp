#include "searcher/output/chronicle.hpp"

#include "analysis/letters.hpp"
#include "searcher/output/csv_line.hpp"
#include "searcher/output/line.hpp"
#include "searcher/output/listing.hpp"
#include "searcher/output/markdown_text.hpp"
#include "searcher/output/notes.hpp"
#include "searcher/output/provenance.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <vector>

namespace izde::searcher {
namespace {

constexpr std::string_view kIndent = "    ";
constexpr std::size_t kLongest = 280;  // columns of what is told
constexpr std::size_t kLongestTitle = 120;
constexpr std::size_t kNames = 4;  // of each kind

bool is_arabic(const std::string& text) {
  const std::u32string letters = analysis::letters_of(text);
  return std::any_of(letters.begin(), letters.end(), analysis::is_arabic);
}

/// "spring 1918" of EDTF's 1918-21; "" of another date.
std::string season_of(const std::string& date) {
  constexpr std::array<std::string_view, 4> kSeasons{"spring", "summer", "autumn", "winter"};
  if (date.size() != 7 || date[5] != '2' || date[6] < '1' || date[6] > '4') return "";
  return std::string(kSeasons[static_cast<std::size_t>(date[6] - '1')]) + " " + date.substr(0, 4);
}

/// Old Style beside New Style: only the day, where year and month are the same.
std::string beside(const std::string& os, const std::string& date) {
  constexpr std::size_t kMonth = 8;  // letters of 1917-12-
  if (os.size() != date.size() || os.size() < kMonth + 2 || os.compare(0, kMonth, date, 0, kMonth) != 0) return os;
  std::string day = os.substr(os[kMonth] == '0' ? kMonth + 1 : kMonth);
  const std::size_t slash = day.find('/');
  if (slash == day.npos) return day;
  const std::string last = os.substr(os.find('/') + 1);
  if (last.size() != kMonth + 2 || date.compare(date.find('/') + 1, kMonth, last, 0, kMonth) != 0 ||
      last.compare(0, kMonth, os, 0, kMonth) != 0)
    return os;
  return day.substr(0, slash) + "–" + last.substr(last[kMonth] == '0' ? kMonth + 1 : kMonth);
}

std::vector<std::string> names(const std::vector<NamedConcept>& concepts, std::size_t most) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::min(most, concepts.size()); ++i) out.push_back(concepts[i].name);
  if (concepts.size() > most) out.emplace_back("…");
  return out;
}

/// `as_text` makes a text one of the format.
std::string told(const ChronicleEntry& entry, std::string (*as_text)(std::string_view)) {
  std::string what = one_line(entry.what);
  if (columns(what) > kLongest) what = head(what, kLongest) + "…";
  return joined({as_text(entry.act ? act_name(*entry.act) : ""), as_text(joined(names(entry.issuers, kNames), ", ")),
                 isolated(as_text(what), is_arabic(what))},
                " · ");
}

/// "“also: title; title”", or "".
std::string also(const ChronicleEntry& entry, std::string (*as_text)(std::string_view)) {
  std::vector<std::string> titles;
  for (const std::string& title : entry.also) {
    const std::string line = one_line(title);
    titles.push_back(
        isolated(as_text(columns(line) > kLongestTitle ? head(line, kLongestTitle) + "…" : line), is_arabic(line)));
  }
  return titles.empty() ? "" : "also: " + joined(titles, "; ");
}

std::string named(const ChronicleEntry& entry) {
  return joined({joined(names(entry.places, kNames), ", "), joined(names(entry.people, kNames), ", "),
                 joined(names(entry.institutions, kNames), ", ")},
                " · ");
}

std::string sources(const ChronicleEntry& entry) {
  std::vector<std::string> all;
  all.reserve(entry.sources.size());
  for (const ChronicleSource& source : entry.sources)
    all.push_back(one_line(source.id) + " (" + std::string(analysis::code(source.language)) + ")");
  return joined(all, ", ");
}

/// In lines of at most `width` columns, but for longer words; all but the first indented.
void wrap(const std::string& text, std::size_t width, std::ostream& out) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    at = std::min(text.size(), end + 1);
    const std::size_t wide = columns(word);
    if (used > 0 && used + 1 + wide > width) {
      out << '\n' << kIndent;
      used = kIndent.size();
    } else if (used > 0) {
      out << ' ';
      ++used;
    }
    out << word;
    used += wide;
  }
  out << '\n';
}

}  // namespace

std::string shown(const ToldDate& when) {
  if (std::string season = season_of(when.date); !season.empty()) return season;
  if (when.os_date.empty()) return when.date;
  return when.date + " (O.S. " + beside(when.os_date, when.date) + (when.supposed ? "?)" : ")");
}

void render_chronicle(const Chronicle& chronicle, const RenderOptions& options, std::ostream& out) {
  for (const ChronicleEntry& entry : chronicle.entries) {
    const std::string date = shown(entry.when);
    wrap((options.color ? bold(date) : date) + "  " + told(entry, one_line), options.width, out);
    if (const std::string titles = also(entry, one_line); !titles.empty()) {
      out << kIndent;
      wrap(titles, options.width - kIndent.size(), out);
    }
    out << kIndent;
    wrap(joined({named(entry), sources(entry)}, " · "), options.width - kIndent.size(), out);
  }
  if (chronicle.entries.empty()) {
    out << "Nothing found\n";
  } else {
    out << '\n'
        << chronicle.entries.size() << (chronicle.total > chronicle.entries.size() ? " best" : "") << " of "
        << chronicle.total << (chronicle.total == 1 ? " line from " : " lines from ") << chronicle.hits
        << (chronicle.hits == 1 ? " passage" : " passages");
    if (chronicle.undated > 0) out << "; " << chronicle.undated << " without a date of what was found are left out";
    out << '\n';
  }
  render_notes(chronicle.said, out);
}

void render_chronicle_csv(const Chronicle& chronicle, const RenderOptions& options, std::ostream& out) {
  write_csv_line({"date", "os_date", "os_supposed", "what", "also", "lang", "act", "act_number", "issuers", "people",
                  "places", "institutions", "sources", "rerun"},
                 out);
  const auto all = [](const std::vector<NamedConcept>& concepts) { return csv_list(names(concepts, concepts.size())); };
  for (const ChronicleEntry& entry : chronicle.entries) {
    const schema::ActRecord act = entry.act.value_or(schema::ActRecord{});
    write_csv_line(
        {entry.when.date, entry.when.os_date, entry.when.supposed ? "yes" : "", entry.what, joined(entry.also, "; "),
         std::string(analysis::code(entry.language)), act.type, act.number, all(entry.issuers), all(entry.people),
         all(entry.places), all(entry.institutions), sources(entry), provenance(options.rerun, chronicle.index)},
        out);
  }
}

void render_chronicle_markdown(const Chronicle& chronicle, const RenderOptions& options, std::ostream& out) {
  for (const ChronicleEntry& entry : chronicle.entries) {
    out << "- **" << shown(entry.when) << "** " << told(entry, markdown_text) << "  \n";
    if (const std::string titles = also(entry, markdown_text); !titles.empty()) out << "  " << titles << "  \n";
    if (const std::string names = named(entry); !names.empty()) out << "  " << markdown_text(names) << "  \n";
    out << "  " << markdown_text("[" + sources(entry) + "]") << '\n';
  }
  if (!chronicle.entries.empty()) out << '\n';
  out << markdown_command(provenance(options.rerun, chronicle.index));
}

}  // namespace izde::searcher
