#include "schema/lexicon.hpp"

#include "schema/bytes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace izde::schema {
namespace {

constexpr std::size_t kFaces = 5;

std::uint64_t head_of(analysis::Language language, bool capitalised) {
  return static_cast<std::uint64_t>(language) << 1 | (capitalised ? 1 : 0);
}

std::uint64_t hash_form(std::uint64_t head, const std::array<std::string_view, kFaces>& faces) {
  std::uint64_t hash = hash64({}, head + 1);
  for (const std::string_view face : faces) hash = hash64("\x1f", hash64(face, hash));
  return hash;
}

}  // namespace

void Lexicon::append(std::string_view blocks) {
  if (blocks.empty()) return;
  const auto bytes = std::make_shared<const std::string>(lexicon_table(blocks, static_cast<FormId>(size_)));
  append(LexiconTable(*bytes), bytes);
}

void Lexicon::append(LexiconTable table, std::shared_ptr<const void> bytes) {
  if (table.size() == 0) return;
  if (table.first() != size_) throw BytesError();
  size_ += table.size();
  parts_.push_back({table, std::move(bytes)});
}

const LexiconTable& Lexicon::table_of(FormId id) const {
  const auto after = std::upper_bound(parts_.begin(), parts_.end(), id,
                                      [](FormId wanted, const Part& part) { return wanted < part.table.first(); });
  if (after == parts_.begin()) throw BytesError();
  return std::prev(after)->table;
}

Form Lexicon::form(FormId id) const {
  const LexiconTable& table = table_of(id);
  return table.form(id - table.first());
}

std::string_view Lexicon::plain(FormId id) const {
  const LexiconTable& table = table_of(id);
  return table.plain(id - table.first());
}

std::vector<FormId> Lexicon::find(Face face, analysis::Language language, std::string_view value) const {
  std::vector<FormId> found;
  for (const Part& part : parts_) part.table.find(face, language, value, found);
  return found;
}

std::vector<FormId> Lexicon::find_near(const Shape& shape, std::size_t distance) const {
  std::vector<FormId> found;
  for (const Part& part : parts_) part.table.find_near(shape, distance, found);
  return found;
}

std::vector<FormId> Lexicon::find_names(char first) const {
  std::vector<FormId> found;
  for (const Part& part : parts_) part.table.find_names(first, found);
  return found;
}

std::vector<FormId> Lexicon::find_with(const Shape& shape) const {
  std::vector<FormId> found;
  for (const Part& part : parts_) part.table.find_with(shape, found);
  return found;
}

FormId HashNumbers::insert(std::uint64_t hash, FormId next) {
  if (10 * (used_ + 1) > 6 * hashes_.size()) grow();
  if (hash == 0) hash = 1;
  const std::size_t mask = hashes_.size() - 1;
  std::size_t slot = hash & mask;
  while (hashes_[slot] != 0 && hashes_[slot] != hash) slot = (slot + 1) & mask;
  if (hashes_[slot] == hash) return numbers_[slot];
  hashes_[slot] = hash;
  numbers_[slot] = next;
  ++used_;
  return next;
}

void HashNumbers::grow() {
  const std::vector<std::uint64_t> old_hashes =
      std::exchange(hashes_, std::vector<std::uint64_t>(std::max<std::size_t>(1024, 2 * hashes_.size())));
  const std::vector<FormId> old_numbers = std::exchange(numbers_, std::vector<FormId>(hashes_.size()));
  used_ = 0;
  for (std::size_t i = 0; i < old_hashes.size(); ++i)
    if (old_hashes[i] != 0) insert(old_hashes[i], old_numbers[i]);
}

void LexiconBuilder::append(std::string_view block) {
  for (FormReader forms(block); forms.next();) {
    const Form& form = forms.form();
    const std::uint64_t hash =
        hash_form(head_of(form.language, form.capitalised), {form.written, form.plain, form.stem, form.key, form.name});
    numbers_.insert(hash, size_++);  // stored numbers count, even under a shared hash
  }
  first_pending_ = size_;
}

FormId LexiconBuilder::number(const analysis::Faces& word) {
  const std::uint64_t head = head_of(word.language, word.capitalised);
  const FormId id = numbers_.insert(hash_form(head, {word.written, word.plain, word.stem, word.key, word.name}), size_);
  if (id != size_) return id;
  ++size_;
  append_form(pending_, word);
  return id;
}

std::string LexiconBuilder::take_block() {
  first_pending_ = size_;
  return std::exchange(pending_, std::string());
}

}  // namespace izde::schema
