#include "schema/lexicon_table.hpp"

#include "schema/bytes.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <map>
#include <unordered_set>

namespace izde::schema {
namespace {

using analysis::Faces;
using analysis::Language;

// How a shape is packed: letters, script of the first one, whether the written spelling is not the plain one, length.
constexpr std::uint32_t kLetterBits = 24;
constexpr std::uint32_t kLetters = (1U << kLetterBits) - 1;
constexpr std::uint32_t kScripts = 3U << kLetterBits;
constexpr std::uint32_t kOtherWritten = 1U << (kLetterBits + 2);
constexpr std::uint32_t kLengthAt = kLetterBits + 3;
constexpr std::uint8_t kMostLength = 31;
constexpr std::size_t kRowsOfBucket = 4;  // about

// Seven numbers stand before the arrays. The first says that these are a table of this form, of this byte order.
constexpr std::size_t kHeadNumbers = 7;
constexpr std::uint32_t kForm = 0x015A4C32;

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

std::string_view posted(const Form& form) { return form.language == Language::ru ? form.stem : form.key; }

std::string beginning_of(const Form& form) {
  Faces word;
  word.language = form.language;
  word.plain = form.plain;
  const std::string term = beginning_term(word);
  return term.empty() ? term : term.substr(1);
}

// Plain and posted spellings that are alike have one row: whoever looks up sees which face it is.
std::uint64_t hash_of(Face face, Language language, std::string_view value) {
  const auto kind = static_cast<std::uint64_t>(face == Face::posted ? Face::plain : face);
  return hash64(value, kind << 8 | static_cast<std::uint64_t>(language) | 0x10000);
}

std::size_t length_of(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// Letters of one script are all this tells apart: enough to keep corrections within a script.
std::uint32_t script_of(std::string_view plain) {
  const auto lead = plain.empty() ? 0U : static_cast<unsigned char>(plain[0]);
  const auto second = plain.size() < 2 ? 0U : static_cast<unsigned char>(plain[1]);
  if ((lead >= 0xD0 && lead <= 0xD3) || (lead == 0xD4 && second < 0xB0)) return 1U << kLetterBits;  // Cyrillic
  return lead >= 0xD8 && lead <= 0xDB ? 2U << kLetterBits : 0;                                      // Arabic
}

std::uint32_t packed(const Shape& shape) {
  return shape.letters | static_cast<std::uint32_t>(shape.length) << kLengthAt;
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
  const Four length = shapes >> kLengthAt;
  const Four wanted_length = wanted >> kLengthAt;
  const Four longer = (length - wanted_length) & (length > wanted_length);
  const Four shorter = (wanted_length - length) & (length < wanted_length);
  const Four brought = count_of(shapes & ~wanted & kLetters) + shorter;
  const Four taken = count_of(wanted & ~shapes & kLetters) + longer;
  const Four other_script = (shapes ^ wanted) & kScripts;
  return (brought <= distance) & (taken <= distance) & (other_script == 0);
}

// BytesReader::number(), of numbers that nearly always take one byte.
std::uint64_t take_number(std::string_view& rest) {
  if (!rest.empty() && static_cast<unsigned char>(rest[0]) < 0x80) {
    const auto value = static_cast<unsigned char>(rest[0]);
    rest.remove_prefix(1);
    return value;
  }
  BytesReader in(rest);
  const std::uint64_t value = in.number();
  rest.remove_prefix(rest.size() - in.left());
  return value;
}

// A face is told as letters of its own, or as a stretch of those that are there: most are a part of another.
void append_face(std::string& heads, std::string& letters, std::string_view face) {
  const std::size_t at = letters.find(face);
  if (at == std::string::npos) {
    append_number(heads, static_cast<std::uint64_t>(face.size()) << 1 | 1);
    letters.append(face);
    return;
  }
  append_number(heads, static_cast<std::uint64_t>(at) << 1);
  append_number(heads, face.size());
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

class TableMaker {
 public:
  void add(const Form& form) {
    places_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    heads_.clear();
    letters_.clear();
    append_number(heads_, static_cast<std::uint64_t>(form.language) << 1 | (form.capitalised ? 1 : 0));
    for (const std::string_view face : {form.written, form.plain, form.stem, form.key, form.name})
      append_face(heads_, letters_, face);
    append_number(bytes_, heads_.size());
    bytes_.append(heads_).append(letters_);
    if (bytes_.size() > std::numeric_limits<std::uint32_t>::max()) throw BytesError();
    shapes_.push_back(packed(shape_of(form.plain)) | (form.written == form.plain ? 0 : kOtherWritten));
    add_rows(form);
  }

  std::string finish(FormId first) {
    places_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    const std::size_t wanted = std::bit_ceil(hashes_.size() / kRowsOfBucket + 1);
    std::vector<std::uint32_t> begins(wanted + 1);
    for (const std::uint64_t hash : hashes_) ++begins[(hash & (wanted - 1)) + 1];
    for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    std::vector<std::uint32_t> forms(hashes_.size());
    for (std::size_t i = 0; i < hashes_.size(); ++i) forms[next[hashes_[i] & (wanted - 1)]++] = owners_[i];
    std::vector<std::uint32_t> names;
    for (const auto& [letter, owners] : names_) names.insert(names.end(), owners.begin(), owners.end());
    std::string out;
    const std::size_t numbers =
        kHeadNumbers + places_.size() + shapes_.size() + begins.size() + forms.size() + names.size();
    out.reserve(numbers * sizeof(std::uint32_t) + bytes_.size());
    append(out, {kForm, first, static_cast<std::uint32_t>(shapes_.size()), static_cast<std::uint32_t>(wanted),
                 static_cast<std::uint32_t>(forms.size()), static_cast<std::uint32_t>(bytes_.size()),
                 static_cast<std::uint32_t>(names.size())});
    for (const auto* array : {&places_, &shapes_, &begins, &forms, &names}) append(out, *array);
    return out.append(bytes_);
  }

 private:
  static void append(std::string& out, const std::vector<std::uint32_t>& numbers) {
    out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t));
  }

  void add_rows(const Form& form) {
    add_row(hash_of(Face::plain, form.language, form.plain));
    if (posted(form) != form.plain) add_row(hash_of(Face::posted, form.language, posted(form)));
    if (!form.name.empty()) {
      add_row(hash_of(Face::name, form.language, form.name));
      if (known_names_.emplace(form.name).second)
        names_[form.name[0]].push_back(static_cast<std::uint32_t>(shapes_.size() - 1));
    }
    if (const std::string beginning = beginning_of(form); !beginning.empty())
      add_row(hash_of(Face::beginning, form.language, beginning));
  }

  void add_row(std::uint64_t hash) {
    hashes_.push_back(hash);
    owners_.push_back(static_cast<std::uint32_t>(shapes_.size() - 1));
  }

  std::vector<std::uint32_t> places_, shapes_, owners_;
  std::vector<std::uint64_t> hashes_;
  std::unordered_set<std::string> known_names_;
  std::map<char, std::vector<std::uint32_t>> names_;  // forms, by the first letter of their keys
  std::string bytes_, heads_, letters_;
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
    shape.letters |= 1U << ((high << 6 | (low & 0x7FU)) % kLetterBits);
    if (shape.length < kMostLength) ++shape.length;
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

bool FormReader::next() {
  if (rest_.empty()) return false;
  BytesReader in(rest_);
  const std::uint64_t head = in.number();
  std::string_view before;
  for (std::string& face : faces_) {
    const std::uint64_t shared = in.number();
    if (shared > before.size()) throw BytesError();
    face.assign(before.substr(0, shared)).append(in.text());
    before = face;
  }
  rest_.remove_prefix(rest_.size() - in.left());
  form_ = {faces_[0],      faces_[1], faces_[2], faces_[3], faces_[4], static_cast<Language>(head >> 1 & 3),
           (head & 1) != 0};
  return true;
}

std::string lexicon_table(std::string_view block, FormId first) {
  TableMaker maker;
  for (FormReader forms(block); forms.next();) maker.add(forms.form());
  return maker.finish(first);
}

LexiconTable::LexiconTable(std::string_view bytes) {
  std::array<std::uint32_t, kHeadNumbers> head{};
  if (bytes.size() < sizeof(head)) throw BytesError();
  std::memcpy(head.data(), bytes.data(), sizeof(head));
  first_ = head[1];
  size_ = head[2];
  buckets_ = head[3];
  rows_ = head[4];
  named_ = head[6];
  const std::uint64_t numbers = kHeadNumbers + std::uint64_t{size_} * 2 + buckets_ + std::uint64_t{rows_} + named_ + 2;
  const bool whole = head[0] == kForm && std::has_single_bit(buckets_) &&
                     bytes.size() == numbers * sizeof(std::uint32_t) + head[5] &&
                     size_ <= std::numeric_limits<FormId>::max() - first_;
  if (!whole) throw BytesError();
  places_ = reinterpret_cast<const std::uint32_t*>(bytes.data()) + kHeadNumbers;
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
  const std::uint64_t bucket = hash_of(face, language, value) & (buckets_ - 1);
  if (begins_[bucket] > begins_[bucket + 1] || begins_[bucket + 1] > rows_) throw BytesError();
  for (std::uint32_t row = begins_[bucket]; row < begins_[bucket + 1]; ++row) {
    const Form other = form(forms_[row]);
    if (other.language != language || (!found.empty() && found.back() == first_ + forms_[row])) continue;
    const bool same = face == Face::plain    ? other.plain == value
                      : face == Face::posted ? posted(other) == value
                      : face == Face::name   ? !other.name.empty() && other.name == value
                                             : beginning_of(other) == value;
    if (same) found.push_back(first_ + forms_[row]);
  }
}

void LexiconTable::find_near(const Shape& shape, std::size_t distance, std::vector<FormId>& found) const {
  const std::uint32_t one = packed(shape);
  const Four wanted{one, one, one, one};
  const auto most = static_cast<std::uint32_t>(std::min<std::size_t>(distance, kMostLength + kLetterBits));
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
    const bool has_all = (shape.letters & ~shapes_[id] & kLetters) == 0 && shapes_[id] >> kLengthAt >= length;
    if (has_all || (shapes_[id] & kOtherWritten) != 0) found.push_back(first_ + id);
  }
}

}  // namespace izde::schema
