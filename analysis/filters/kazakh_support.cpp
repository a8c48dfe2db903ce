#include "analysis/filters/kazakh_support.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "analysis/filters/kazakh_letters.hpp"
#include "analysis/letters.hpp"
#include "analysis/table.hpp"
#include "analysis_tables.hpp"

namespace izde::analysis {
namespace {

constexpr std::string_view kHeader = "stem\tkind\tforms";
constexpr std::uint16_t kNameForms = 25;

/// FNV-1a leaves the upper bits of short words alike.
std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ (hash >> 33U)) * 0xFF51AFD7ED558CCDU;
  hash = (hash ^ (hash >> 33U)) * 0xC4CEB9FE1A85EC53U;
  return hash ^ (hash >> 33U);
}

std::uint64_t hash_of(std::string_view stem) {
  std::uint64_t hash = kNoLetters;
  for (std::size_t at = 0; at < stem.size();) {
    const Letter letter = letter_at(stem, at);
    hash = hash_with(hash, kazakh_letter(letter.value).index);
    at += letter.bytes;
  }
  return hash;
}

struct Line {
  std::string_view stem;
  StemKind kind = StemKind::nominal;
  std::uint16_t forms = 0;
};

[[noreturn]] void refuse(std::string_view line) {
  throw std::invalid_argument("not a line of a table of Kazakh stems: " + std::string(line.substr(0, 80)));
}

Line line_of(std::string_view text) {
  const std::size_t kind = text.find('\t');
  if (kind == 0 || kind == std::string_view::npos || text.size() < kind + 4 || text[kind + 2] != '\t') refuse(text);
  const char letter = text[kind + 1];
  Line line{.stem = text.substr(0, kind), .kind = letter == 'v' ? StemKind::verbal : StemKind::nominal};
  const auto [end, error] = std::from_chars(text.data() + kind + 3, text.data() + text.size(), line.forms);
  if ((letter != 'v' && letter != 'n') || error != std::errc() || end != text.data() + text.size()) refuse(text);
  return line;
}

/// Lines without comments, after the header.
template <class Take>
void each_line(std::string_view table, const Take& take) {
  bool header = false;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view text = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (text.empty() || text.front() == '#') continue;
    if (!std::exchange(header, true)) {
      if (text != kHeader) refuse(text);
      continue;
    }
    take(line_of(text));
  }
  if (!header) refuse("");
}

std::uint16_t& count_of(StemForms& forms, StemKind kind) {
  return kind == StemKind::verbal ? forms.verbal : forms.nominal;
}

}  // namespace

KazakhSupport::KazakhSupport(std::string bytes) : bytes_(std::move(bytes)) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(bytes_, '\n'));
  const std::size_t names = static_cast<std::size_t>(std::ranges::count(tables::kk_gazetteer, '\n'));
  slots_.resize(std::bit_ceil(2 * (lines + names + 2)));
  each_line(bytes_, [this](const Line& line) {
    const std::uint64_t hash = hash_of(line.stem);
    std::uint16_t& count = count_of(slot(hash), line.kind);
    count = std::max(count, line.forms);
    const std::uint64_t verbal = line.kind == StemKind::verbal ? 1 : 0;
    fingerprint_ += mixed(hash ^ mixed(2 * std::uint64_t{line.forms} + verbal));
  });
  read_names();
}

void KazakhSupport::read_names() {
  for (const Row& row : rows_of(tables::kk_gazetteer)) {
    const KazakhWord name = kazakh_word(row[0]);
    const StemKey key = stem_key(name, {.length = static_cast<std::uint8_t>(name.size)});
    std::uint64_t hash = kNoLetters;
    for (const std::uint8_t letter : name.first(key.kept)) hash = hash_with(hash, letter);
    if (key.added != 0) hash = hash_with(hash, key.added);
    StemForms& forms = slot(hash);
    forms.nominal = std::max(forms.nominal, kNameForms);
  }
}

StemForms& KazakhSupport::slot(std::uint64_t hash) {
  const std::uint64_t place = mixed(hash);
  const auto tag = static_cast<std::uint32_t>(place >> 32U) | 1U;
  std::size_t at = place & (slots_.size() - 1);
  while (slots_[at].tag != 0 && slots_[at].tag != tag) at = (at + 1) & (slots_.size() - 1);
  slots_[at].tag = tag;
  return slots_[at].forms;
}

StemForms KazakhSupport::of(std::uint64_t hash) const {
  const std::uint64_t place = mixed(hash);
  const auto tag = static_cast<std::uint32_t>(place >> 32U) | 1U;
  std::size_t at = place & (slots_.size() - 1);
  while (slots_[at].tag != 0 && slots_[at].tag != tag) at = (at + 1) & (slots_.size() - 1);
  return slots_[at].forms;
}

const KazakhSupport& KazakhSupport::shipped() {
  static const KazakhSupport support{std::string(tables::kk_stem_support)};
  return support;
}

KazakhSupport KazakhSupport::from_bytes(std::string bytes) { return KazakhSupport(std::move(bytes)); }

KazakhSupport KazakhSupport::from_counts(std::vector<CountedStem> counts) {
  std::ranges::sort(counts, [](const CountedStem& a, const CountedStem& b) {
    return std::tie(b.forms, a.stem, a.kind) < std::tie(a.forms, b.stem, b.kind);
  });
  std::string bytes = std::string(kHeader) + '\n';
  for (const auto& [stem, kind, forms] : counts) {
    bytes += stem + (kind == StemKind::verbal ? "\tv\t" : "\tn\t") + std::to_string(forms) + '\n';
  }
  return KazakhSupport(std::move(bytes));
}

std::vector<CountedStem> KazakhSupport::counts() const {
  std::vector<CountedStem> counts;
  each_line(bytes_, [&counts](const Line& line) { counts.push_back({std::string(line.stem), line.kind, line.forms}); });
  return counts;
}

}  // namespace izde::analysis
