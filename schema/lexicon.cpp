#include "schema/lexicon.hpp"

#include "analysis/word_memo.hpp"
#include "schema/bytes.hpp"

#include <algorithm>
#include <bit>
#include <random>
#include <utility>

namespace izde::schema {
namespace {

constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;

// Lengths tell where one face ends and the next begins; spread, lest a letter more be undone by another letter.
std::uint64_t hash_of_faces(const Form& form, std::uint64_t seed) {
  std::uint64_t hash = seed ^ (static_cast<std::uint64_t>(form.language) << 1 | (form.capitalised ? 1U : 0U));
  for (const std::string_view face : {form.written, form.plain, form.stem, form.key, form.name})
    hash = analysis::mixed_letters(face, (hash + face.size()) * kSpread);
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

FormId HashNumbers::insert(FormHash hash, FormId next) {
  if (10 * (used_ + 1) > 6 * slots_.size()) resize(std::max<std::size_t>(1024, 2 * slots_.size()));
  if (hash.first == 0) hash.first = 1;
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash.first & mask;
  for (; slots_[at].first != 0; at = (at + 1) & mask)
    if (slots_[at].first == hash.first && slots_[at].second == hash.second) return slots_[at].number;
  slots_[at] = {hash.first, hash.second, next};
  ++used_;
  return next;
}

void HashNumbers::reserve(std::size_t more) {
  const std::size_t wanted = std::bit_ceil((used_ + more) * 10 / 6 + 1);
  if (wanted > slots_.size()) resize(wanted);
}

void HashNumbers::resize(std::size_t slots) {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
  used_ = 0;
  for (const Slot& slot : old)
    if (slot.first != 0) insert({slot.first, slot.second}, slot.number);
}

LexiconBuilder::LexiconBuilder() {
  std::random_device random;
  const auto number = [&random] { return std::uint64_t{random()} << 32 | random(); };
  first_seed_ = number();
  second_seed_ = number();
}

FormHash LexiconBuilder::hash_of(const Form& form) const {
  return {hash_of_faces(form, first_seed_), static_cast<std::uint32_t>(hash_of_faces(form, second_seed_) >> 32)};
}

void LexiconBuilder::append(std::string_view block) {
  constexpr std::size_t kBytesOfForm = 24;  // about
  numbers_.reserve(block.size() / kBytesOfForm);
  for (FormReader forms(block); forms.next();) numbers_.insert(hash_of(forms.form()), size_++);
  first_pending_ = size_;
}

FormId LexiconBuilder::number(const analysis::Faces& word) {
  const Form form{word.written, word.plain, word.stem, word.key, word.name, word.language, word.capitalised};
  const FormId id = numbers_.insert(hash_of(form), size_);
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
