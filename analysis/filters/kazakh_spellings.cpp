#include "analysis/filters/kazakh_spellings.hpp"

#include <algorithm>

#include "analysis/filters/kazakh_letters.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

struct NamedAlphabets {
  std::string_view name;
  std::vector<Alphabet> alphabets;
};

const std::vector<NamedAlphabets>& names() {
  using enum Alphabet;
  static const std::vector<NamedAlphabets> table = {
      {"kk_cyrillic", {kk_cyrillic}},
      {"kk_arabic", {kk_arabic}},
      {"kk_latin_2021", {kk_latin_2021}},
      {"kk_latin_2019", {kk_latin_2019}},
      {"kk_latin_2018", {kk_latin_2018}},
      {"kk_latin_2017", {kk_latin_2017}},
      {"kk_qazaqparat", {kk_qazaqparat}},
      {"kk_yanalif", {kk_yanalif}},
      {"kk_latin_mixed", {kk_latin_mixed}},
      {"decrees", {kk_latin_2021, kk_latin_2019, kk_latin_2018, kk_latin_2017}},
      {"merged", {kk_latin_2021, kk_latin_2019, kk_latin_2018, kk_latin_2017, kk_arabic, kk_latin_mixed}},
      {"lossy", {kk_latin_2021, kk_latin_2019, kk_latin_2018, kk_latin_2017, kk_yanalif, kk_arabic, kk_latin_mixed}},
      {"loans",
       {kk_latin_2021, kk_latin_2019, kk_latin_2018, kk_latin_2017, kk_qazaqparat, kk_yanalif, kk_arabic,
        kk_latin_mixed}},
  };
  return table;
}

using Tables = std::array<AlphabetTable, kAlphabets + 1>;

AlphabetTable& table_of(Tables& tables, Alphabet alphabet) { return tables[static_cast<std::size_t>(alphabet)]; }

bool has(const std::vector<Spelling>& spellings, const std::u32string& written) {
  return std::ranges::any_of(spellings, [&](const Spelling& spelling) { return spelling.written == written; });
}

/// The first row for the same letters counts, so the companion table, read first, overrules the letter table.
void add_spelling(AlphabetTable& table, std::string_view written, std::string_view cyrillic) {
  if (written.empty()) return;
  Spelling spelling{letters_of(written), letters_of(cyrillic)};
  auto& same_start = table.spellings[spelling.written.front()];
  if (!has(same_start, spelling.written)) same_start.push_back(std::move(spelling));
}

Neighbour neighbour_of(std::string_view cell) {
  Neighbour neighbour;
  for (const std::string_view part : parts_of(cell, '|')) {
    neighbour.any = false;
    if (part == "V") {
      neighbour.vowel = true;
    } else if (part == "C") {
      neighbour.other = true;
    } else if (part == "#") {
      neighbour.edge = true;
    } else {
      neighbour.exact.push_back(letters_of(part));
    }
  }
  return neighbour;
}

/// Changes by their groups, in the order of the table.
void read_doubts(Tables& all) {
  std::array<std::vector<std::string_view>, kAlphabets + 1> groups;
  for (const Row& row : rows_of(tables::kk_script_doubts)) {
    const ContextRule rule{letters_of(row[2]), neighbour_of(row[3]), neighbour_of(row[4]), letters_of(row[5])};
    for (const Alphabet alphabet : alphabets_of(row[0])) {
      auto& names_so_far = groups[static_cast<std::size_t>(alphabet)];
      auto& doubts = table_of(all, alphabet).doubts;
      const auto group = static_cast<std::size_t>(std::ranges::find(names_so_far, row[1]) - names_so_far.begin());
      if (group == doubts.size()) {
        names_so_far.push_back(row[1]);
        doubts.emplace_back();
      }
      doubts[group].push_back(rule);
    }
  }
}

Tables read_tables() {
  Tables all;
  read_doubts(all);
  for (const Row& row : rows_of(tables::kk_script_readings)) {
    for (const Alphabet alphabet : alphabets_of(row[0])) add_spelling(table_of(all, alphabet), row[1], row[2]);
  }
  const Row header = header_of(tables::kk_scripts);
  for (const Row& row : rows_of(tables::kk_scripts)) {
    for (std::size_t column = 1; column < row.size(); ++column) {
      for (const Alphabet alphabet : alphabets_of(header[column])) {
        add_spelling(table_of(all, alphabet), row[column], row[0]);
      }
    }
  }
  for (const Row& row : rows_of(tables::kk_script_contexts)) {
    ContextRule rule{letters_of(row[1]), neighbour_of(row[2]), neighbour_of(row[3]), letters_of(row[4])};
    for (const Alphabet alphabet : alphabets_of(row[0])) {
      table_of(all, alphabet).rules[rule.draft.front()].push_back(rule);
    }
  }
  for (AlphabetTable& table : all) {
    for (auto& [first, spellings] : table.spellings) {
      std::ranges::stable_sort(spellings, std::ranges::greater{}, [](const Spelling& s) { return s.written.size(); });
    }
  }
  return all;
}

/// i and y of mixed romanisations are vowels until they are settled.
bool is_vowel(char32_t c) { return kazakh_letter(c).vowel == Vowel::native || c == U'i' || c == U'y'; }

bool fits_right(const Neighbour& neighbour, std::u32string_view rest) {
  if (neighbour.any) return true;
  if (rest.empty()) return neighbour.edge;
  if (is_vowel(rest.front()) ? neighbour.vowel : neighbour.other) return true;
  return std::ranges::any_of(neighbour.exact, [&](const auto& exact) { return rest.starts_with(exact); });
}

bool fits_left(const Neighbour& neighbour, std::u32string_view done) {
  if (neighbour.any) return true;
  if (done.empty()) return neighbour.edge;
  if (is_vowel(done.back()) ? neighbour.vowel : neighbour.other) return true;
  return std::ranges::any_of(neighbour.exact, [&](const auto& exact) { return done.ends_with(exact); });
}

}  // namespace

bool fits(const ContextRule& rule, std::u32string_view done, std::u32string_view rest) {
  return rest.starts_with(rule.draft) && fits_left(rule.left, done) &&
         fits_right(rule.right, rest.substr(rule.draft.size()));
}

std::vector<Alphabet> alphabets_of(std::string_view cell) {
  std::vector<Alphabet> alphabets;
  for (const std::string_view part : parts_of(cell, ',')) {
    for (const NamedAlphabets& named : names()) {
      if (named.name == part) alphabets.insert(alphabets.end(), named.alphabets.begin(), named.alphabets.end());
    }
  }
  return alphabets;
}

const AlphabetTable& alphabet_table(Alphabet alphabet) {
  static const Tables all = read_tables();
  return all[static_cast<std::size_t>(alphabet)];
}

}  // namespace izde::analysis
