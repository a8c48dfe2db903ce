#include "indexer/kinds/facts.hpp"

#include "analysis/sentences.hpp"
#include "analysis/table.hpp"
#include "indexer/kinds/act_telling.hpp"
#include "indexer_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace izde::indexer {
namespace {

using analysis::DateKind;
using analysis::FoundDate;
using analysis::Language;
using analysis::Tokens;

constexpr std::array<std::string_view, 16> kSeen{"date",  "day",    "month",  "year",  "period", "person",
                                                 "place", "office", "number", "item",  "quote",  "vi",
                                                 "kk",    "ru",     "told",   "issued"};
constexpr std::size_t kMostDaysOfMonth = 31;
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kShortestWord = 5;  // letters: what is shorter may be an abbreviation

std::vector<std::string_view> read_names() {
  std::vector<std::string_view> names(kSeen.begin(), kSeen.end());
  for (const analysis::Row& row : analysis::rows_of(tables::kind_cues))
    if (std::find(names.begin(), names.end(), row[0]) == names.end()) names.push_back(row[0]);
  return names;
}

const std::vector<std::string_view>& fact_names() {
  static const std::vector<std::string_view> names = read_names();
  return names;
}

FactSet width_of(const FoundDate& date) {
  switch (date.kind) {
    case DateKind::day:
    case DateKind::os:
    case DateKind::ns:
    case DateKind::double_date:
    case DateKind::double_wrong:
    case DateKind::double_or_range:
    case DateKind::noyear:
      return fact("day");
    case DateKind::month:
      return fact("month");
    case DateKind::year:
      return fact("year");
    case DateKind::range:
      return fact(std::int64_t{date.days.last} - date.days.first < 2 * std::int64_t{kMostDaysOfMonth} ? "day"
                                                                                                      : "period");
    default:
      return fact("period");
  }
}

FactSet fact_of(const FoundDate& date) { return fact("date") | width_of(date); }

FactSet fact_of(const thesaurus::Concept& named) {
  if (named.scheme == "persons") return fact("person");
  if (named.scheme == "places") return fact("place");
  return named.scheme == "organisations" || named.scheme == "events" ? fact("office") : 0;
}

FactSet language_fact(Language language) { return language == Language::other ? 0 : fact(analysis::code(language)); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// № 253; so hieu 253 is left to cues.
bool has_number(std::string_view sentence) {
  const std::size_t sign = sentence.find("№");
  return sign != sentence.npos && sentence.find_first_of("0123456789", sign) < sign + 6;
}

/// "1. …", "2) …", "§ 3", "(a) …": a numbered point; a date "8–17 …" or "11 (24) …" is none.
bool is_item(std::string_view sentence) {
  if (sentence.starts_with("§")) return true;
  std::size_t at = 0;
  while (at < sentence.size() && at < 3 && is_digit(sentence[at])) ++at;
  return at > 0 && at + 1 < sentence.size() && (sentence[at] == '.' || sentence[at] == ')') && sentence[at + 1] == ' ';
}

FactSet shape_of(std::string_view sentence) {
  FactSet facts = 0;
  if (has_number(sentence)) facts |= fact("number");
  if (is_item(sentence)) facts |= fact("item");
  for (const std::string_view mark : {"«", "“", "„", "\""})
    if (sentence.find(mark) != sentence.npos) facts |= fact("quote");
  return facts;
}

/// Small letters and others than Latin ones that stand in a row before a place.
std::size_t letters_before(std::string_view text, std::size_t at) {
  std::size_t letters = 0;
  for (; at > 0; --at) {
    const auto byte = static_cast<unsigned char>(text[at - 1]);
    if (byte < 0x80 && (byte < 'a' || byte > 'z')) break;
    if ((byte & 0xC0U) != 0x80) ++letters;  // not inside a letter
  }
  return letters;
}

/// Adds where a sentence begins with a year (… тарқады. 1918 жылғы қаңтарда), which Unicode's rules take to go on where
/// a small letter follows the number.
void add_starts_with_years(std::string_view text, std::vector<std::size_t>& starts) {
  for (std::size_t stop = text.find(". "); stop != text.npos; stop = text.find(". ", stop + 1)) {
    std::size_t end = stop + 2;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == stop + 2 + kYearDigits && letters_before(text, stop) >= kShortestWord) starts.push_back(stop + 2);
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

/// Sentences and list items, with the words they hold.
std::vector<Sentence> sentences_of(std::string_view text, const Tokens& words) {
  std::vector<std::size_t> starts = analysis::sentence_starts(text);
  add_starts_with_years(text, starts);
  std::vector<Sentence> sentences;
  std::size_t word = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    Sentence sentence{word, word, starts[i], end, 0};
    while (word < words.size() && words[word].span.begin < end) ++word;
    sentence.end = word;
    if (sentence.first == sentence.end) continue;
    sentence.facts = shape_of(text.substr(starts[i], end - starts[i]));
    sentences.push_back(sentence);
  }
  return sentences;
}

Sentence* sentence_at(std::vector<Sentence>& sentences, std::size_t byte) {
  const auto after = std::find_if(sentences.begin(), sentences.end(),
                                  [byte](const Sentence& sentence) { return byte < sentence.end_byte; });
  return after == sentences.end() ? nullptr : &*after;
}

FactSet facts_in(const std::vector<FoundCue>& cues, const std::vector<FoundDate>& dates) {
  FactSet facts = 0;
  for (const FoundCue& cue : cues) facts |= fact(cue.name);
  for (const FoundDate& date : dates) facts |= fact_of(date);
  return facts;
}

/// The year that a heading or title tells of: what dates below it leave out.
std::optional<int> year_told(const std::vector<FoundDate>& dates) {
  for (const FoundDate& date : dates) {
    if (date.kind == DateKind::noyear) continue;
    const int first = analysis::year_of(date.days.first);
    if (first == analysis::year_of(date.days.last)) return first;
  }
  return std::nullopt;
}

void add_mentions(PassageFacts& facts, const schema::Passage& passage, const thesaurus::Thesaurus& thesaurus) {
  for (const schema::Mention& mention : passage.mentions) {
    const std::int64_t index = thesaurus.find(mention.concept_id);
    if (index < 0) continue;
    const FactSet named = fact_of(thesaurus.concepts()[static_cast<std::size_t>(index)]);
    if (mention.section == schema::section_title) facts.title |= named;
    if (mention.section == schema::section_heading) facts.heading |= named;
    if (mention.section != schema::section_text) continue;
    const auto word = std::find_if(facts.words.begin(), facts.words.end(),
                                   [&](const analysis::Token& token) { return token.position >= mention.position; });
    if (word == facts.words.end()) continue;
    if (Sentence* sentence = sentence_at(facts.sentences, word->span.begin)) sentence->facts |= named;
  }
}

}  // namespace

FactSet fact(std::string_view name) {
  static const std::unordered_map<std::string_view, FactSet> bits = [] {  // asked for each cue of each sentence
    std::unordered_map<std::string_view, FactSet> made;
    for (const std::string_view known : fact_names()) made.emplace(known, FactSet{1} << made.size());
    return made;
  }();
  const auto found = bits.find(name);
  return found == bits.end() ? 0 : found->second;
}

std::string names_of(FactSet facts) {
  std::string text;
  for (const std::string_view name : fact_names())
    if (facts & fact(name)) text.append(text.empty() ? "" : "+").append(name);
  return text;
}

PassageFacts facts_of(const schema::Passage& passage, const std::array<analysis::Tokens, schema::kSections>& tokens,
                      const FactTools& tools) {
  const Language language = passage.reading.language;
  PassageFacts facts;
  facts.words = single_words(tokens[schema::section_text]);
  facts.title_words = single_words(tokens[schema::section_title]);
  facts.heading_words = single_words(tokens[schema::section_heading]);
  facts.title_cues = tools.cues.find(facts.title_words, passage.title);
  facts.heading_cues = tools.cues.find(facts.heading_words, passage.heading);
  facts.cues = tools.cues.find(facts.words, passage.text);
  facts.title_dates = analysis::find_dates(passage.title, language);
  analysis::DateContext context;
  context.year = year_told(facts.title_dates);
  facts.heading_dates = analysis::find_dates(passage.heading, language, context);
  facts.dates = passage.dates;

  facts.title = facts_in(facts.title_cues, facts.title_dates);
  facts.heading = facts_in(facts.heading_cues, facts.heading_dates);
  facts.sentences = sentences_of(passage.text, facts.words);
  for (const FoundCue& cue : facts.cues)
    if (Sentence* sentence = sentence_at(facts.sentences, facts.words[cue.token].span.begin))
      sentence->facts |= fact(cue.name);
  for (const FoundDate& date : facts.dates)
    if (Sentence* sentence = sentence_at(facts.sentences, date.span.begin)) sentence->facts |= fact_of(date);
  add_mentions(facts, passage, tools.thesaurus);
  for (const Sentence& sentence : facts.sentences) facts.text |= sentence.facts;
  facts.text |= language_fact(language);
  const auto nobody_else = [](const FoundCue&, const Sentence&) { return false; };
  const Telling act = ActTeller(facts, language, nobody_else).main_telling();
  if (act.is_told) facts.text |= fact("told");
  if (act.is_issued) facts.text |= fact("issued");
  return facts;
}

}  // namespace izde::indexer
