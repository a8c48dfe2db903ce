#include "schema/fields.hpp"

#include <algorithm>
#include <array>

namespace izde::schema {
namespace {

constexpr std::array<Field, 23> kFields{{
    {"title", "XTI", FieldKind::section, "title of the document"},
    {"heading", "XHE", FieldKind::section, "headings the passage stands under"},
    {"lang", "L", FieldKind::keyword, "language of the passage: vi, kk or ru"},
    {"script", "XSC", FieldKind::keyword, "script of the passage: Latn, Cyrl or Arab"},
    {"kind", "XKI", FieldKind::keyword,
     "decree or event of the passage; of the document as its front matter says: act, newspaper, …"},
    {"about", "XAB", FieldKind::keyword, "topic of the document"},
    {"author", "XAU", FieldKind::text, "author"},
    {"translator", "XTR", FieldKind::text, "translator"},
    {"subject", "XSU", FieldKind::text, "subject"},
    {"source", "XSO", FieldKind::text, "where the text comes from"},
    {"publisher", "XPU", FieldKind::text, "publisher"},
    {"place", "XPL", FieldKind::text, "place of writing or printing"},
    {"newspaper", "XNE", FieldKind::text, "newspaper"},
    {"issue", "XIS", FieldKind::keyword, "number of the issue"},
    {"column", "XCO", FieldKind::keyword, "column"},
    {"edition", "XED", FieldKind::text, "edition"},
    {"archive", "XAR", FieldKind::text, "archive"},
    {"fond", "XFO", FieldKind::keyword, "fond"},
    {"opis", "XOP", FieldKind::keyword, "opis (inventory)"},
    {"delo", "XDE", FieldKind::keyword, "delo (file)"},
    {"leaf", "XLE", FieldKind::keyword, "leaf"},
    {"page", "XPA", FieldKind::keyword, "page as printed"},
    {"id", "D", FieldKind::keyword, "id of the document"},
}};

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field* find_field(std::string_view name) {
  const auto row = std::find_if(kFields.begin(), kFields.end(), [&](const Field& field) { return field.name == name; });
  return row == kFields.end() ? nullptr : &*row;
}

std::vector<std::string> field_names() {
  std::vector<std::string> names;
  names.reserve(kFields.size());
  for (const Field& field : kFields) names.emplace_back(field.name);
  return names;
}

}  // namespace izde::schema
