#include "searcher/output/bibtex_entry.hpp"

#include "schema/bytes.hpp"
#include "searcher/output/citation_date.hpp"
#include "searcher/output/citation_fields.hpp"

#include <string_view>
#include <vector>

namespace izde::searcher {
namespace {

constexpr std::string_view kRefused = "+\"#%'(),={}~\\@&$^";

std::string latex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
      case '{':
      case '}':
        out += '\\';
        [[fallthrough]];
      default:
        out += c;
    }
  }
  return out;
}

/// Of an address only what would end the field: the packages that print it want it as it is.
std::string address(std::string_view url) {
  std::string out;
  for (const char c : url) out += c == '{' ? "%7B" : c == '}' ? "%7D" : c == '\\' ? "%5C" : std::string(1, c);
  return out;
}

/// "and others" without braces is BibTeX's et al.
std::string names(const std::vector<std::string>& all, bool and_others = false) {
  std::string out;
  for (const std::string& name : all) out += (out.empty() ? "{" : " and {") + latex(name) + "}";
  return and_others ? out + " and others" : out;
}

class Entry {
 public:
  Entry(std::string_view type, std::string_view key) { text_.append("@").append(type).append("{").append(key); }
  void add(std::string_view field, const std::string& value) {
    if (!value.empty()) text_.append(",\n  ").append(field).append(" = {").append(value).append("}");
  }
  std::string take() { return std::move(text_ += "\n}"); }

 private:
  std::string text_;
};

}  // namespace

std::string citation_key(std::string_view document) {
  std::string key;
  for (const char c : document) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F && kRefused.find(c) == kRefused.npos) {
      key += c;
    } else {
      key += "+" + schema::hex(byte).substr(14);
    }
  }
  return key;
}

std::string bibtex_entry(const CitedSource& source) {
  const CitationFields fields = citation_fields(source);
  const CitedDate date = cited_date(source.metadata);
  const bool is_article = !fields.newspaper.empty();
  const bool is_book = !is_article && !fields.is_archival() && !fields.publisher.empty();
  Entry entry(is_article ? "article" : is_book ? "book" : "misc", citation_key(source.document));
  entry.add("author", names(fields.authors, fields.more_authors));
  entry.add("title", "{" + latex(fields.title) + "}");
  entry.add("translator", names(fields.translators));
  entry.add("journal", latex(fields.newspaper));
  entry.add("number", latex(fields.issue));
  entry.add("edition", latex(fields.edition));
  entry.add("publisher", latex(fields.publisher));
  entry.add(is_book ? "address" : "location", latex(fields.place));
  entry.add("date", date.iso);
  entry.add("year", latex(date.year));
  entry.add("howpublished", latex(fields.is_archival() ? call_number(fields) : fields.source));
  entry.add("pages", latex(std::string(schema::value_of(source.metadata, "page"))));
  entry.add("url", address(fields.url));
  const bool is_unread = date.year.empty() && !date.chicago.empty();
  if (is_unread || date.chicago.ends_with("(O.S.)")) entry.add("note", latex("Dated " + date.chicago));
  return entry.take();
}

}  // namespace izde::searcher
