#include "searcher/output/variants.hpp"

#include "searcher/output/line.hpp"
#include "searcher/output/notes.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <vector>

namespace izde::searcher {
namespace {

constexpr std::size_t kColumns = 6;
constexpr std::size_t kScript = 2;
constexpr std::size_t kNumber = 4;  // the column that is set flush right
using Row = std::array<std::string, kColumns>;

/// The names by which it belongs, else the reason.
std::string belonging(const Variant& variant) {
  std::string names;
  for (const std::string& name : variant.concepts) names.append(names.empty() ? "" : ", ").append(one_line(name));
  return names.empty() ? std::string(describe(variant.reason)) : names;
}

/// "1910s:4 1920s:2 undated:3".
std::string decades(const Variant& variant) {
  std::string text;
  for (const auto& [decade, passages] : variant.decades)
    text.append(text.empty() ? "" : " ") += std::to_string(decade) + "s:" + std::to_string(passages);
  if (variant.undated > 0) text.append(text.empty() ? "" : " ") += "undated:" + std::to_string(variant.undated);
  return text;
}

Row row_of(const Variant& variant) {
  return {one_line(variant.form),
          std::string(analysis::code(variant.language)),
          std::string(analysis::code(variant.script)),
          belonging(variant),
          std::to_string(variant.passages),
          decades(variant)};
}

}  // namespace

void render_variants(const Variants& variants, std::ostream& out) {
  std::vector<Row> rows;
  if (!variants.forms.empty()) rows.push_back({"form", "lang", "script", "as", "passages", "decades"});
  for (const Variant& variant : variants.forms) rows.push_back(row_of(variant));
  std::array<std::size_t, kColumns> widths{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], columns(row[i]));
  for (const Row& row : rows) {
    for (std::size_t i = 0; i + 1 < kColumns; ++i) {
      const std::string space = filling(row[i], widths[i]);
      const std::string cell = isolated(row[i], i == 0 && row[kScript] == analysis::code(analysis::Script::arabic));
      out << (i == kNumber ? space + cell : cell + space) << "  ";
    }
    out << row.back() << '\n';
  }
  if (rows.empty()) out << "Nothing found\n";
  render_notes(variants.said, out);
}

void render_variants_tsv(const Variants& variants, std::ostream& out) {
  for (const Variant& variant : variants.forms) {
    const Row row = row_of(variant);
    for (std::size_t i = 0; i < kColumns; ++i) out << (i == 0 ? "" : "\t") << row[i];
    out << '\n';
  }
}

}  // namespace izde::searcher
