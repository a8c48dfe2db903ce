#include "schema/lexicon_table.hpp"

#include "schema/bytes.hpp"
#include "schema/table_layout.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

namespace izde::schema {
namespace {

using analysis::Faces;
using analysis::Language;
std::size_t shared_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

std::size_t length_of(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// Letters of one script are all this tells apart: enough to keep corrections within a script.
std::uint32_t script_of(std::string_view plain) {
  const auto lead = plain.empty() ? 0U : static_cast<unsigned char>(plain[0]);
  const auto second = plain.size() < 2 ? 0U : static_cast<unsigned char>(plain[1]);
  if ((lead >= 0xD0 && lead <= 0xD3) || (lead == 0xD4 && second < 0xB0)) return 1U << table::kLetterBits;  // Cyrillic
  return lead >= 0xD8 && lead <= 0xDB ? 2U << table::kLetterBits : 0;                                      // Arabic
}

// Numbers that are worked with at once; the compilers that we know have them on every machine.
using Four = std::uint32_t __attribute__((vector_size(16)));
constexpr FormId kFour = 4;

Four count_of(Four bits) {
  bits -= bits >> 1 & 0x55555555U;
  bits = (bits & 0x33333333U) + (bits >> 2 & 0x33333333U);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0FU;
  bits += bits >> 8;
  return (bits + (bits >> 16)) & 0x3FU;
}

// Which of four shapes may be so few edits from a wanted one. Each edit brings one letter at most and takes one away at
// most; of those that make a word longer none takes one away, of those that make it shorter none brings one.
Four are_near(Four shapes, Four wanted, std::uint32_t distance) {
  const Four length = shapes >> table::kLengthAt;
  const Four wanted_length = wanted >> table::kLengthAt;
  const Four longer = (length - wanted_length) & (length > wanted_length);
  const Four shorter = (wanted_length - length) & (length < wanted_length);
  const Four brought = count_of(shapes & ~wanted & table::kLetters) + shorter;
  const Four taken = count_of(wanted & ~shapes & table::kLetters) + longer;
  const Four other_script = (shapes ^ wanted) & table::kScripts;
  return (brought <= distance) & (taken <= distance) & (other_script == 0);
}

std::uint64_t take_long_number(std::string_view& rest) {
  BytesReader in(rest);
  const std::uint64_t value = in.number();
  rest.remove_prefix(rest.size() - in.left());
  return value;
}

// BytesReader::number(), of numbers that nearly always take one byte.
inline std::uint64_t take_number(std::string_view& rest) {
  if (rest.empty() || static_cast<unsigned char>(rest[0]) >= 0x80) return take_long_number(rest);
  const auto value = static_cast<unsigned char>(rest[0]);
  rest.remove_prefix(1);
  return value;
}

// Gives the faces of one form, one after the other.
class FaceReader {
 public:
  explicit FaceReader(std::string_view bytes) : letters_(bytes) {
    const std::uint64_t size_of_heads = take_number(letters_);
    if (size_of_heads > letters_.size()) throw BytesError();
    heads_ = letters_.substr(0, size_of_heads);
    letters_.remove_prefix(size_of_heads);
    head_ = take_number(heads_);
  }

  std::uint64_t head() const { return head_; }

  std::string_view next() {
    const std::uint64_t told = take_number(heads_);
    const bool own = (told & 1) != 0;
    const std::uint64_t at = own ? end_ : told >> 1;
    const std::uint64_t size = own ? told >> 1 : take_number(heads_);
    if (at > letters_.size() || size > letters_.size() - at) throw BytesError();
    if (own) end_ += size;
    return letters_.substr(at, size);
  }

 private:
  std::string_view heads_, letters_;
  std::uint64_t head_ = 0;
  std::size_t end_ = 0;  // of the letters told so far
};

}  // namespace

Shape shape_of(std::string_view plain) {
  Shape shape{script_of(plain), 0};
  for (std::size_t i = 0; i < plain.size();) {
    const std::size_t size = length_of(static_cast<unsigned char>(plain[i]));
    // Of longer ones the last two bytes tell enough to tell letters apart.
    const std::size_t last = std::min(i + size, plain.size()) - 1;
    const auto low = static_cast<unsigned char>(plain[last]);
    const unsigned high = last > i ? static_cast<unsigned char>(plain[last - 1]) & 0x1FU : 0U;
    shape.letters |= 1U << ((high << 6 | (low & 0x7FU)) % table::kLetterBits);
    if (shape.length < table::kMostLength) ++shape.length;
    i += size;
  }
  return shape;
}

// Each face is stored as how much of the face before it opens it, and the rest: most faces are prefixes of another.
void append_form(std::string& out, const Faces& word) {
  append_number(out, static_cast<std::uint64_t>(word.language) << 1 | (word.capitalised ? 1 : 0));
  std::string_view before;
  for (const std::string_view face : {word.written, word.plain, word.stem, word.key, word.name}) {
    const std::size_t shared = shared_prefix(before, face);
    append_number(out, shared);
    append_text(out, face.substr(shared));
    before = face;
  }
}

// What is whole in the block, or opens the face before it, needs no letters of its own.
bool FormReader::next() {
  if (rest_.empty()) return false;
  const std::uint64_t head = take_number(rest_);
  std::string_view before;
  std::array<std::string_view, 5> faces;
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const std::uint64_t shared = take_number(rest_);
    const std::uint64_t size = take_number(rest_);
    if (shared > before.size() || size > rest_.size()) throw BytesError();
    const std::string_view own = rest_.substr(0, size);
    rest_.remove_prefix(size);
    faces[i] = shared == 0 ? own : before.substr(0, shared);
    if (shared != 0 && size != 0) faces[i] = mixed_[i].assign(faces[i]).append(own);
    before = faces[i];
  }
  form_ = {faces[0], faces[1], faces[2], faces[3], faces[4], static_cast<Language>(head >> 1 & 3), (head & 1) != 0};
  return true;
}

LexiconTable::LexiconTable(std::string_view bytes) {
  std::array<std::uint32_t, table::kHeadNumbers> head{};
  if (bytes.size() < sizeof(head)) throw BytesError();
  std::memcpy(head.data(), bytes.data(), sizeof(head));
  first_ = head[1];
  size_ = head[2];
  buckets_ = head[3];
  rows_ = head[4];
  named_ = head[6];
  const std::uint64_t numbers =
      table::kHeadNumbers + std::uint64_t{size_} * 2 + buckets_ + std::uint64_t{rows_} + named_ + 2;
  const bool whole = head[0] == table::kForm && std::has_single_bit(buckets_) &&
                     bytes.size() == numbers * sizeof(std::uint32_t) + head[5] &&
                     size_ <= std::numeric_limits<FormId>::max() - first_;
  if (!whole) throw BytesError();
  places_ = reinterpret_cast<const std::uint32_t*>(bytes.data()) + table::kHeadNumbers;
  shapes_ = places_ + size_ + 1;
  begins_ = shapes_ + size_;
  forms_ = begins_ + buckets_ + 1;
  names_ = forms_ + rows_;
  letters_ = bytes.substr(numbers * sizeof(std::uint32_t));
}

std::string_view LexiconTable::bytes_of(FormId id) const {
  if (id >= size_ || places_[id] > places_[id + 1] || places_[id + 1] > letters_.size()) throw BytesError();
  return letters_.substr(places_[id], places_[id + 1] - places_[id]);
}

Form LexiconTable::form(FormId id) const {
  FaceReader faces(bytes_of(id));
  Form form;
  form.written = faces.next();
  form.plain = faces.next();
  form.stem = faces.next();
  form.key = faces.next();
  form.name = faces.next();
  form.language = static_cast<Language>(faces.head() >> 1 & 3);
  form.capitalised = (faces.head() & 1) != 0;
  return form;
}

std::string_view LexiconTable::plain(FormId id) const {
  FaceReader faces(bytes_of(id));
  faces.next();
  return faces.next();
}

void LexiconTable::find(Face face, Language language, std::string_view value, std::vector<FormId>& found) const {
  const std::uint64_t bucket = table::hash_of(face, language, value) & (buckets_ - 1);
  if (begins_[bucket] > begins_[bucket + 1] || begins_[bucket + 1] > rows_) throw BytesError();
  for (std::uint32_t row = begins_[bucket]; row < begins_[bucket + 1]; ++row) {
    const Form other = form(forms_[row]);
    if (other.language != language || (!found.empty() && found.back() == first_ + forms_[row])) continue;
    const bool same = face == Face::plain    ? other.plain == value
                      : face == Face::posted ? table::posted(other) == value
                      : face == Face::name   ? !other.name.empty() && other.name == value
                                             : table::beginning(other) == value;
    if (same) found.push_back(first_ + forms_[row]);
  }
}

void LexiconTable::find_near(const Shape& shape, std::size_t distance, std::vector<FormId>& found) const {
  const std::uint32_t one = table::packed(shape);
  const Four wanted{one, one, one, one};
  const auto most =
      static_cast<std::uint32_t>(std::min<std::size_t>(distance, table::kMostLength + table::kLetterBits));
  for (FormId id = 0; id < size_; id += kFour) {
    const FormId count = std::min(kFour, size_ - id);
    Four shapes{};
    if (count == kFour)
      std::memcpy(&shapes, shapes_ + id, sizeof(shapes));
    else
      std::memcpy(&shapes, shapes_ + id, count * sizeof(std::uint32_t));
    const Four near = are_near(shapes, wanted, most);
    std::array<std::uint64_t, 2> any{};
    std::memcpy(any.data(), &near, sizeof(near));
    if ((any[0] | any[1]) == 0) continue;
    for (FormId i = 0; i < count; ++i)
      if (near[i] != 0) found.push_back(first_ + id + i);
  }
}

void LexiconTable::find_names(char first, std::vector<FormId>& found) const {
  const auto letter_of = [this](std::uint32_t id) {
    const std::string_view name = form(id).name;
    return name.empty() ? '\0' : name[0];
  };
  const std::uint32_t* begin = std::lower_bound(names_, names_ + named_, first,
                                                [&](std::uint32_t id, char letter) { return letter_of(id) < letter; });
  for (; begin != names_ + named_ && letter_of(*begin) == first; ++begin) found.push_back(first_ + *begin);
}

void LexiconTable::find_with(const Shape& shape, std::vector<FormId>& found) const {
  const auto length = std::uint32_t{shape.length};
  for (FormId id = 0; id < size_; ++id) {
    const bool has_all =
        (shape.letters & ~shapes_[id] & table::kLetters) == 0 && shapes_[id] >> table::kLengthAt >= length;
    if (has_all || (shapes_[id] & table::kOtherWritten) != 0) found.push_back(first_ + id);
  }
}

}  // namespace izde::schema
