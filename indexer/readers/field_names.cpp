#include "indexer/readers/field_names.hpp"

#include <array>
#include <map>

#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "indexer/characters.hpp"
#include "indexer/readers/bounds.hpp"
#include "indexer_tables.hpp"

namespace izde::indexer {
namespace {

constexpr std::array<std::string_view, 4> kVocabularies{"dcterms.", "dcterms:", "dc.", "dc:"};

const std::map<std::string_view, std::string_view>& names() {
  static const std::map<std::string_view, std::string_view> names = [] {
    std::map<std::string_view, std::string_view> made;
    for (const analysis::Row& row : analysis::rows_of(tables::field_names)) made.emplace(row[0], row[1]);
    return made;
  }();
  return names;
}

}  // namespace

std::string field_name(std::string_view given) {
  std::string name = field_value(ascii_lower(given));
  for (const std::string_view vocabulary : kVocabularies) {
    if (name.starts_with(vocabulary)) {
      name.erase(0, vocabulary.size());
      break;
    }
  }
  const auto ours = names().find(name);
  return ours == names().end() ? name : std::string(ours->second);
}

std::string field_value(std::string_view given) {
  std::string value;
  for (std::size_t at = 0; at < given.size();) {
    const analysis::Letter letter = analysis::letter_at(given, at);
    if (letter.value <= 0x20 || letter.value == 0x7F || is_white_space(letter.value)) {
      if (!value.empty() && value.back() != ' ') value += ' ';
    } else {
      value += analysis::utf8_of({&letter.value, 1});
    }
    at += letter.bytes;
  }
  if (value.ends_with(' ')) value.pop_back();
  return value;
}

void Description::add(std::string_view name, std::string_view value, std::string_view where) {
  if (full_) return;
  std::string ours = field_name(shortened(name, kLongestName));
  const std::string text = field_value(value);
  if (ours.empty() || text.empty()) return;
  if (fields_.size() == kMostValues) {
    full_ = true;
    note(where, "more than " + std::to_string(kMostValues) + " values; the rest is left out");
    return;
  }
  if (name.size() > kLongestName) note(where, told_cut("the name '" + ours + "'", kLongestName));
  const std::size_t most = ours == "title" ? kLongestHeading : kLongestValue;
  if (text.size() > most) note(where, told_cut("the value of '" + ours + "'", most));
  fields_.emplace_back(std::move(ours), shortened(text, most));
  places_.emplace_back(where);
}

void Description::note(std::string_view where, std::string what) {
  if (notes_.size() <= kMostValues) notes_.push_back({std::string(where), std::move(what)});
}

}  // namespace izde::indexer
