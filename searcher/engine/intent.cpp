#include "searcher/engine/intent.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "analysis/table.hpp"
#include "searcher_tables.hpp"

namespace izde::searcher {
namespace {

using analysis::Language;
using Faces = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, Language>, 4> kColumns{
    {{"vi", Language::vi}, {"kk", Language::kk}, {"ru", Language::ru}, {"en", Language::other}}};

constexpr std::size_t kMeeting = schema::kPassageKinds;  // behind the kinds: the row that is none
using Asked = std::array<bool, schema::kPassageKinds + 1>;

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

struct Row {
  std::size_t kind = 0;
  Faces words;
};

std::vector<Row> read_rows() {
  std::vector<Row> rows;
  for (const analysis::Row& row : analysis::rows_of(tables::intent)) {
    const auto kind = std::find(schema::kKindNames.begin(), schema::kKindNames.end(), row[0]);
    for (std::size_t i = 0; i < kColumns.size(); ++i)
      for (const std::string_view words : analysis::parts_of(row[i + 1], '|'))
        rows.push_back({static_cast<std::size_t>(kind - schema::kKindNames.begin()),
                        faces_of(analysis::Analyzer().analyze(words, analysis::printed_reading(kColumns[i].second)))});
  }
  return rows;
}

Asked asked_by(std::string_view query) {
  static const std::vector<Row> rows = read_rows();
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
