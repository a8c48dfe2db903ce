#include "searcher/output/json_values.hpp"
#include "searcher/output/variants.hpp"

#include <ostream>

namespace izde::searcher {
namespace {

Json form(const Variant& variant) {
  Json decades = Json::object();
  for (const auto& [decade, passages] : variant.decades) decades[std::to_string(decade)] = passages;
  return {{"form", variant.form},
          {"lang", analysis::code(variant.language)},
          {"script", analysis::code(variant.script)},
          {"reason", describe(variant.reason)},
          {"concepts", variant.concepts},
          {"passages", variant.passages},
          {"decades", std::move(decades)},
          {"undated", variant.undated}};
}

}  // namespace

void render_variants_json(const Variants& variants, std::ostream& out) {
  Json answer = begun(variants.said);
  answer["forms"] = Json::array();
  for (const Variant& variant : variants.forms) answer["forms"].push_back(form(variant));
  end_with(variants.said, answer);
  out << dumped(answer) << '\n';
}

}  // namespace izde::searcher
