// Readings by the short names that the tables use.
#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "analysis/language.hpp"

namespace izde::analysis::testing {

inline const std::map<std::string, Reading>& named_readings() {
  using enum Alphabet;
  static const std::map<std::string, Reading> readings{
      {"vi", {Language::vi, Script::latin, none, false, 1}},
      {"ru", {Language::ru, Script::cyrillic, none, false, 1}},
      {"old", {Language::ru, Script::cyrillic, none, true, 1}},
      {"other", {Language::other, Script::latin, none, false, 1}},
      {"kk_cyrillic", {Language::kk, Script::cyrillic, kk_cyrillic, false, 1}},
      {"kk_arabic", {Language::kk, Script::arabic, kk_arabic, false, 1}},
      {"kk_latin_2021", {Language::kk, Script::latin, kk_latin_2021, false, 1}},
      {"kk_latin_2019", {Language::kk, Script::latin, kk_latin_2019, false, 1}},
      {"kk_latin_2018", {Language::kk, Script::latin, kk_latin_2018, false, 1}},
      {"kk_latin_2017", {Language::kk, Script::latin, kk_latin_2017, false, 1}},
      {"kk_qazaqparat", {Language::kk, Script::latin, kk_qazaqparat, false, 1}},
      {"kk_yanalif", {Language::kk, Script::latin, kk_yanalif, false, 1}},
      {"kk_latin_mixed", {Language::kk, Script::latin, kk_latin_mixed, false, 1}},
  };
  return readings;
}

inline Reading reading_named(const std::string& name) {
  const auto found = named_readings().find(name);
  if (found == named_readings().end()) throw std::runtime_error("no reading " + name);
  return found->second;
}

/// The name of a reading, whatever its confidence.
inline std::string name_of(const Reading& reading) {
  for (const auto& [name, known] : named_readings()) {
    if (known.language == reading.language && known.alphabet == reading.alphabet &&
        known.old_spelling == reading.old_spelling) {
      return name;
    }
  }
  return "?";
}

}  // namespace izde::analysis::testing
