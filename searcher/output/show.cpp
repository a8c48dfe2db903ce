#include "searcher/output/show.hpp"

#include "searcher/output/line.hpp"
#include "searcher/output/listing.hpp"
#include "searcher/output/numbers.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace izde::searcher {
namespace {

constexpr std::string_view kIndent = "    ";
constexpr std::size_t kLeastWidth = 40;

// What a reader looks for first, in this order; whatever else a source is described by comes after it.
constexpr std::array<std::string_view, 18> kFirst{
    "author", "translator", "date", "calendar", "place",  "kind",      "newspaper", "issue",   "archive",
    "fond",   "opis",       "delo", "leaf",     "source", "publisher", "edition",   "subject", "about"};

std::size_t order_of(const std::string& name) {
  return static_cast<std::size_t>(std::find(kFirst.begin(), kFirst.end(), name) - kFirst.begin());
}

// Names of the description and of its dates are aligned in a column.
void render_row(std::string_view name, std::string_view value, std::size_t width, std::ostream& out) {
  out << kIndent << name << filling(name, width) << "  " << value << '\n';
}

void render_description(const Showing& showing, std::ostream& out) {
  schema::Metadata rows = showing.metadata;
  std::erase_if(rows, [](const auto& row) { return row.first == "title" || row.first == "id"; });
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return order_of(a.first) < order_of(b.first); });
  std::size_t width = std::string_view("passages").size();
  for (const auto& [name, value] : rows) width = std::max(width, columns(one_line(name)));
  for (const auto& [name, value] : rows) render_row(one_line(name), one_line(value), width, out);
  render_row("passages", std::to_string(showing.passages), width, out);
}

/// What is known of how a passage is written: "kk Arab", "ru Cyrl, old spelling".
std::string writing(const analysis::Reading& reading) {
  return std::string(analysis::code(reading.language)) + " " + std::string(analysis::code(reading.script)) +
         (reading.old_spelling ? ", old spelling" : "");
}

std::string words_of(const NamedMention& mention) {
  std::vector<std::string> words;
  for (const NamedMention::Words& named : mention.words) {
    std::string text = one_line(named.text);
    if (named.section == schema::section_title) text += " (title)";
    if (named.section == schema::section_heading) text += " (heading)";
    if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(std::move(text));
  }
  return joined(words, ", ");
}

void render_mentions(std::string_view what, const std::vector<NamedMention>& mentions, std::ostream& out) {
  if (mentions.empty()) return;
  out << '\n' << kIndent << what << '\n';
  std::size_t width = 0;
  for (const NamedMention& mention : mentions) width = std::max(width, columns(one_line(mention.name)));
  for (const NamedMention& mention : mentions) {
    out << kIndent;
    render_row(one_line(mention.name), words_of(mention), width, out);
  }
}

void render_dates(const schema::Passage& passage, std::ostream& out) {
  if (passage.dates.empty()) return;
  out << '\n' << kIndent << "Dates\n";
  std::size_t width = 0;
  std::vector<std::string> printed;
  for (const analysis::FoundDate& date : passage.dates) {
    printed.push_back(
        one_line(std::string_view(passage.text).substr(date.span.begin, date.span.end - date.span.begin)));
    width = std::max(width, columns(printed.back()));
  }
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const analysis::FoundDate& date = passage.dates[i];
    std::string meant = date.edtf;
    if (!date.os_edtf.empty()) meant += " (O.S. " + date.os_edtf + ")";
    if (!date.alternative.empty()) meant += " or " + date.alternative;
    meant +=
        " · " + std::string(analysis::name(date.kind)) + " · sure " + fixed(static_cast<double>(date.confidence), 2);
    out << kIndent;
    render_row(printed[i], meant, width, out);
  }
}

void render_details(const ShownPassage& shown, std::ostream& out) {
  render_dates(shown.hit.passage, out);
  render_mentions("People", shown.people, out);
  render_mentions("Places", shown.places, out);
  render_mentions("Institutions", shown.institutions, out);
  render_mentions("Peoples", shown.peoples, out);
}

// Kinds of the passage itself; those of its document are told in its description.
std::string kinds_of(const schema::Passage& passage) {
  std::vector<std::string> kinds;
  for (const schema::KindMark& mark : passage.kinds)
    kinds.emplace_back(schema::kKindNames[static_cast<std::size_t>(mark.kind)]);
  return joined(kinds, ", ");
}

void render_passage(const ShownPassage& shown, const RenderOptions& options, std::ostream& out) {
  const schema::Passage& passage = shown.hit.passage;
  std::string number = (shown.asked ? "> p" : "  p") + std::to_string(passage.number);
  if (options.color && shown.asked) number = bold(number);
  out << '\n' << joined({number, one_line(passage.heading)}, "  ") << '\n';
  const std::string page = passage.page.empty() ? "" : "p. " + one_line(passage.page);
  out << kIndent << joined({writing(passage.reading), page, kinds_of(passage)}, " · ") << '\n';
  if (passage.act) out << kIndent << act_line(shown.hit) << '\n';
  const std::size_t width = std::max(options.width, kLeastWidth) - kIndent.size();
  for (const std::string& line : text_lines(shown.hit, width)) out << kIndent << line << '\n';
  if (shown.asked) render_details(shown, out);
}

}  // namespace

void render_show(const Showing& showing, const RenderOptions& options, std::ostream& out) {
  std::string title = one_line(schema::value_of(showing.metadata, "title"));
  if (title.empty() && !showing.shown.empty()) title = one_line(showing.shown.front().hit.passage.title);
  out << one_line(showing.document);
  if (!title.empty()) out << " · " << (options.color ? bold(title) : title);
  out << '\n';
  render_description(showing, out);
  for (const ShownPassage& shown : showing.shown) render_passage(shown, options, out);
  const std::size_t last = showing.shown.empty() ? 0 : showing.shown.back().hit.passage.number;
  if (last < showing.passages)
    out << "\nMore: " << one_line(showing.document) << "#p" << last + 1
        << (last + 1 < showing.passages ? " to p" + std::to_string(showing.passages) : "") << '\n';
}

}  // namespace izde::searcher
