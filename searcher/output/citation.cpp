#include "searcher/output/citation.hpp"

#include "searcher/output/bibtex_entry.hpp"
#include "searcher/output/citation_date.hpp"
#include "searcher/output/citation_fields.hpp"

#include <array>
#include <vector>

namespace izde::searcher {
namespace {

constexpr std::array<std::string_view, 3> kStyles{"gost", "chicago", "bibtex"};

// Whether a text ends a sentence by itself.
bool is_ended(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", "…", ".”", ".»"})
    if (text.ends_with(end)) return true;
  return false;
}

std::string ended(const std::string& text) { return text.empty() || is_ended(text) ? text : text + "."; }

// The parts that are there as sentences of one line: "Ф. 17. Оп. 1."
std::string sentences(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out = ended(out) + " ";
    out += part;
  }
  return out;
}

std::string with(std::string_view label, std::string_view value) {
  return value.empty() ? "" : std::string(label) + std::string(value);
}

std::string listed(const std::vector<std::string>& parts, std::string_view between = ", ") {
  std::string out;
  for (const std::string& part : parts)
    if (!part.empty()) out.append(out.empty() ? "" : between).append(part);
  return out;
}

// "A", "A and B", "A, B, and C".
std::string and_listed(const std::vector<std::string>& names) {
  if (names.size() < 2) return listed(names);
  const std::vector<std::string> first(names.begin(), names.end() - 1);
  return listed(first) + (names.size() == 2 ? " and " : ", and ") + names.back();
}

std::string gost(const CitedSource& source) {
  const CitationFields fields = citation_fields(source);
  const CitedDate date = cited_date(source.metadata);
  std::string head = sentences({listed(fields.authors) + (fields.more_authors ? " [и др.]" : ""), fields.title});
  if (!fields.translators.empty()) head += " / пер. " + listed(fields.translators);
  head = sentences({head, fields.edition});
  const std::string page = with("С. ", fields.page);
  std::string where;
  if (!fields.newspaper.empty()) {
    where = sentences({fields.newspaper, date.newspaper, with("№ ", fields.issue), page, with("Стб. ", fields.column)});
  } else if (fields.is_archival()) {
    head = sentences({head, listed({fields.place, date.gost})});
    where = sentences({call_number(fields), page});
  } else if (!fields.publisher.empty()) {
    const std::string year = date.year.empty() ? date.gost : date.year;
    head = sentences({head, listed({listed({fields.place, fields.publisher}, " : "), year}), page});
  } else {
    head = sentences({head, listed({fields.place, date.gost}), fields.source.empty() ? page : ""});
    where = sentences({fields.source, fields.source.empty() ? "" : page});
  }
  const std::string cited = ended(where.empty() ? head : head + " // " + where);
  return fields.url.empty() ? cited : cited + " URL: " + fields.url;
}

// A title in quotation marks takes the comma or point behind it inside.
std::string in_quotes(const std::string& title, char end) {
  return "“" + title + (is_ended(title) ? "" : std::string(1, end)) + "”";
}

std::string chicago(const CitedSource& source) {
  const CitationFields fields = citation_fields(source);
  const CitedDate date = cited_date(source.metadata);
  const std::string translated = fields.translators.empty() ? "" : "trans. " + and_listed(fields.translators);
  std::vector<std::string> rest{translated, fields.edition};
  const auto add = [&rest](std::initializer_list<std::string> parts) { rest.insert(rest.end(), parts); };
  const bool is_book = fields.newspaper.empty() && !fields.is_archival() && !fields.publisher.empty();
  const std::string page = with(is_book ? "" : "p. ", fields.page);
  if (!fields.newspaper.empty()) {
    add({fields.newspaper, date.chicago, with("no. ", fields.issue), page, with("col. ", fields.column)});
  } else if (fields.is_archival()) {
    add({fields.place, date.chicago, page, with("f. ", fields.fond), with("op. ", fields.opis),
         with("d. ", fields.delo), with("l. ", fields.leaf), fields.archive});
  } else if (!is_book) {
    add({fields.place, date.chicago, fields.source, page});
  }
  const std::string authors = fields.more_authors
                                  ? listed(fields.authors) + (fields.authors.size() > 1 ? "," : "") + " et al."
                                  : and_listed(fields.authors);
  std::string out;
  if (is_book) {
    const std::string year = date.year.empty() ? date.chicago : date.year;
    const std::string printed = " (" + listed({listed({fields.place, fields.publisher}, ": "), year}) + ")";
    out = listed({authors, fields.title, listed(rest)}) + printed + with(", ", page);
  } else {
    const std::string behind = listed(rest);
    const bool is_last = behind.empty() && fields.url.empty();
    out = listed({authors, in_quotes(fields.title, is_last ? '.' : ',')}) + with(" ", behind);
  }
  if (!fields.url.empty()) out += (out.ends_with("”") ? " " : ", ") + fields.url;
  return out.ends_with(".”") ? out : ended(out);
}

}  // namespace

std::optional<CitationStyle> citation_style(std::string_view name) {
  for (std::size_t i = 0; i < kStyles.size(); ++i)
    if (kStyles[i] == name) return static_cast<CitationStyle>(i);
  return std::nullopt;
}

std::string_view name(CitationStyle style) { return kStyles[static_cast<std::size_t>(style)]; }

CitedSource cited(const Hit& hit) { return {hit.passage.document, hit.passage.title, hit.passage.page, hit.metadata}; }

std::string cite(CitationStyle style, const CitedSource& source) {
  return style == CitationStyle::bibtex    ? bibtex_entry(source)
         : style == CitationStyle::chicago ? chicago(source)
                                           : gost(source);
}

}  // namespace izde::searcher
