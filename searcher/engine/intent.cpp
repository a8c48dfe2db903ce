#include "searcher/engine/intent.hpp"

#include "analysis/analyzer.hpp"
#include "analysis/table.hpp"
#include "searcher_tables.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::Language;
using Faces = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, Language>, 4> kColumns{
    {{"vi", Language::vi}, {"kk", Language::kk}, {"ru", Language::ru}, {"en", Language::other}}};

/// Stems, marked by their language; of Kazakh the key in which all scripts meet.
Faces faces_of(const analysis::Tokens& tokens) {
  Faces faces;
  for (const analysis::Token& token : tokens) {
    if (token.width != 1) continue;
    const std::string_view face = token->language == Language::kk ? token->key : token->stem;
    faces.push_back(std::string(analysis::code(token->language)) + ":" + std::string(face));
  }
  return faces;
}

using Row = IntentRow;

constexpr std::string_view kMeetingName = "meeting";  // the row that is no kind
constexpr std::size_t kMeeting = schema::kPassageKinds;
using Asked = std::array<bool, schema::kPassageKinds + 1>;

std::size_t kind_named(std::string_view name) {
  if (name == kMeetingName) return kMeeting;
  const auto kind = std::find(schema::kKindNames.begin(), schema::kKindNames.end(), name);
  if (kind == schema::kKindNames.end()) throw std::logic_error("intent.tsv: no kind " + std::string(name));
  return static_cast<std::size_t>(kind - schema::kKindNames.begin());
}

Row row_of(std::size_t kind, std::string_view words, Language language) {
  Row row{kind, faces_of(analysis::Analyzer().analyze(words, analysis::printed_reading(language)))};
  if (row.words.empty()) throw std::logic_error("intent.tsv: no word in “" + std::string(words) + "”");
  return row;
}

}  // namespace

std::vector<IntentRow> intent_rows(std::string_view table) {
  std::vector<Row> rows;
  for (const analysis::Row& row : analysis::rows_of(table)) {
    const std::size_t kind = kind_named(row[0]);
    for (std::size_t i = 0; i < kColumns.size(); ++i)
      for (const std::string_view words : analysis::parts_of(row[i + 1], '|'))
        rows.push_back(row_of(kind, words, kColumns[i].second));
  }
  return rows;
}

namespace {

Asked asked_by(std::string_view query) {
  static const std::vector<Row> rows = intent_rows(tables::intent);
  const analysis::Analyzer analyzer;
  Asked asked{};
  for (const analysis::Reading& reading : analyzer.readings(query)) {
    const Faces words = faces_of(analyzer.analyze(query, reading));
    for (const Row& row : rows)
      if (std::search(words.begin(), words.end(), row.words.begin(), row.words.end()) != words.end())
        asked[row.kind] = true;
  }
  return asked;
}

}  // namespace

Intent intent_of(std::string_view query) {
  const Asked asked = asked_by(query);
  Intent intent{};
  std::copy_n(asked.begin(), intent.size(), intent.begin());
  return intent;
}

bool names_meeting(std::string_view words) { return asked_by(words)[kMeeting]; }

}  // namespace izde::searcher
