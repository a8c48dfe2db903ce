#include "searcher/options/command_line.hpp"

#include "analysis/date.hpp"
#include "analysis/letters.hpp"
#include "searcher/output/line.hpp"
#include "searcher/query/signs.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace izde::searcher {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

// What no list can carry as it is: control characters, signs that steer the line, bytes that are not UTF-8.
bool is_unprintable(const analysis::Letter& letter) {
  const bool is_broken = letter.value == 0xFFFD && letter.bytes == 1;
  const bool ends_line = letter.value == U'\u2028' || letter.value == U'\u2029';
  return is_broken || ends_line || steers_line(letter.value) || is_control(letter.value);
}

bool is_printable(std::string_view word, char avoided) {
  for (std::size_t at = 0; at < word.size();) {
    const analysis::Letter letter = analysis::letter_at(word, at);
    if (word[at] == avoided || is_unprintable(letter)) return false;
    at += letter.bytes;
  }
  return true;
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("_./:,@%+-").find(c) != std::string_view::npos;
}

std::string escaped(std::string_view word, char avoided) {
  std::string out = "$'";
  for (std::size_t at = 0; at < word.size();) {
    const analysis::Letter letter = analysis::letter_at(word, at);
    const std::string_view bytes = word.substr(at, letter.bytes);
    at += letter.bytes;
    if (bytes.front() != avoided && !is_unprintable(letter)) {
      if (bytes == "\\" || bytes == "'") out += '\\';
      out += bytes;
      continue;
    }
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      ((out += "\\x") += kDigits[byte / 16U]) += kDigits[byte % 16U];
    }
  }
  return out += '\'';
}

/// The shortest date of ISO 8601 that begins, or ends, with the day: 1918, 1918-06, 1918-06-24.
std::string shortest(std::int32_t day, std::int32_t analysis::DayRange::*end) {
  std::string iso = analysis::iso_day(day);
  for (const std::size_t letters : {iso.rfind('-', iso.rfind('-') - 1), iso.rfind('-')}) {
    const auto range = analysis::parse_date(iso.substr(0, letters));
    if (range && (*range).*end == day) return iso.substr(0, letters);
  }
  return iso;
}

class Line {
 public:
  explicit Line(char avoided) : avoided_(avoided) {}

  void flag(std::string_view name, bool is_set = true) {
    if (is_set) text_.append(" ").append(name);
  }
  void option(std::string_view name, std::string_view value) {
    flag(name);
    word(value);
  }
  void word(std::string_view value) { text_.append(" ").append(shell_word(value, avoided_)); }
  /// A word that is no option, whatever it begins with.
  void operand(std::string_view value) {
    flag("--", value.starts_with('-'));
    word(value);
  }
  void number(std::string_view name, std::size_t value, std::size_t usual) {
    if (value != usual) option(name, std::to_string(value));
  }
  std::string take() { return std::move(text_); }

 private:
  const char avoided_;
  std::string text_ = "izde-search";
};

void add_filters(const Request& request, Line& line) {
  for (const analysis::Language language : request.languages) line.option("--lang", analysis::code(language));
  for (const std::string& kind : request.kinds) line.option("--kind", kind);
  if (request.dates) {
    const analysis::DayRange ever;
    if (request.dates->first != ever.first)
      line.option("--from", shortest(request.dates->first, &analysis::DayRange::first));
    if (request.dates->last != ever.last) line.option("--to", shortest(request.dates->last, &analysis::DayRange::last));
  }
  line.flag("--undated", request.undated);
}

void add_page(const Options& options, Line& line) {
  const Request& request = options.request;
  line.flag("--all", request.all);
  line.number("--per-language", request.per_language, 0);
  if (!request.all && request.per_language == 0) {
    line.number("-n", request.count, options.command == Command::timeline ? kTimelineLines : Request().count);
    line.number("--offset", request.offset, 0);
  }
}

void add_weights(const Request& request, Line& line) {
  for (std::size_t i = 0; i < kWeighed; ++i) {
    const WeightRow& row = weight_rows()[i];
    if (request.weights[i] == row.usual) continue;
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), request.weights[i]).ptr;
    line.option("--weight", std::string(row.name) + "=" + std::string(digits.data(), end));
  }
}

void add_shape(const Options& options, Line& line) {
  constexpr std::array<std::string_view, 4> kGrains{"", "year", "month", "day"};
  const Request& request = options.request;
  if (request.unit == Unit::document) line.option("--unit", "document");
  line.flag("--fold", request.fold);
  line.flag("--same-document", request.same_document);
  if (request.sort == Sorting::date) line.option("--sort", "date");
  for (const Facet facet : options.render.facets) line.flag("--" + std::string(describe(facet)));
  line.flag("--facets", request.facets == Counting::beside_hits);
  if (request.timeline != Grain::none) line.option("--timeline", kGrains[static_cast<std::size_t>(request.timeline)]);
  line.flag("--all-dates", request.all_dates);
  line.flag("--explain", request.explain);
  if (options.output != nullptr && options.output->name != "text") line.option("--format", options.output->name);
  if (options.render.cite) line.option("--cite", name(*options.render.cite));
}

}  // namespace

std::string shell_word(std::string_view word, char avoided) {
  if (!is_printable(word, avoided)) return escaped(word, avoided);
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return std::string(word);
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out += '\'';
}

std::string command_line(const Options& options) {
  const Request& request = options.request;
  const bool is_bibtex = options.output != nullptr && options.output->name == "bibtex";
  Line line(is_bibtex ? '@' : '\0');  // BibTeX knows no comments: an @ anywhere begins an entry
  line.flag("timeline", options.command == Command::timeline);
  line.flag("like", options.command == Command::like);
  for (const std::string& place : options.databases) line.option("--db", place);
  for (const auto& path : options.thesauri) line.option("--thesaurus", path.string());
  for (const auto& path : options.lexicons) line.option("--lexicon", path.string());
  add_page(options, line);
  add_filters(request, line);
  line.flag("--exact", request.exact_only);
  line.flag("--no-aliases", !request.aliases);
  line.flag("--no-translate", !request.translate);
  add_weights(request, line);
  add_shape(options, line);
  const std::string& asked = request.like.empty() ? request.query : request.like;
  if (!asked.empty()) line.operand(asked);
  return line.take();
}

}  // namespace izde::searcher
