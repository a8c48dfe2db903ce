#include "schema/lexicon.hpp"

#include "schema/bytes.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace izde::schema {
namespace {

constexpr std::size_t kFaces = 5;

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

// Each face is stored as how much of the face before it opens it, and the rest: most faces are prefixes of another.
void append_form(std::string& out, const analysis::Faces& word) {
  append_number(out, static_cast<std::uint64_t>(word.language) << 1 | (word.capitalised ? 1 : 0));
  std::string_view before;
  for (const std::string_view face : {word.written, word.plain, word.stem, word.key, word.name}) {
    const std::size_t shared = shared_prefix(before, face);
    append_number(out, shared);
    append_text(out, face.substr(shared));
    before = face;
  }
}

struct StoredForm {
  std::uint64_t head;
  std::array<std::string, kFaces> faces;
};

StoredForm read_form(BytesReader& in) {
  StoredForm form{in.number(), {}};
  std::string_view before;
  for (std::string& face : form.faces) {
    const std::uint64_t shared = in.number();
    if (shared > before.size()) throw BytesError();
    face.assign(before.substr(0, shared)).append(in.text());
    before = face;
  }
  return form;
}

std::uint64_t hash_form(std::uint64_t head, const std::array<std::string_view, kFaces>& faces) {
  std::uint64_t hash = hash64({}, head + 1);
  for (const std::string_view face : faces) hash = hash64("\x1f", hash64(face, hash));
  return hash;
}

std::string beginning_of(const Form& form) {
  analysis::Faces word;
  word.language = form.language;
  word.plain = form.plain;
  const std::string term = beginning_term(word);
  return term.empty() ? term : term.substr(1);
}

std::string_view stored_face(const Form& form, Face face) {
  const std::array<std::string_view, kFaces> faces{form.written, form.plain, form.stem, form.key, form.name};
  return faces[static_cast<std::size_t>(face)];
}

}  // namespace

Shape shape_of(std::string_view plain) {
  Shape shape;
  for (std::size_t i = 0; i < plain.size();) {
    const auto lead = static_cast<unsigned char>(plain[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The last byte holds six bits of the code point: its value modulo 64 (ASCII has seven).
    const auto last = static_cast<unsigned char>(plain[std::min(i + size, plain.size()) - 1]);
    shape.letters |= std::uint64_t{1} << (last & 63U);
    if (shape.length < 255) ++shape.length;
    i += size;
  }
  return shape;
}

void Lexicon::append(std::string_view block) {
  BytesReader in(block);
  while (!in.done()) {
    const StoredForm form = read_form(in);
    Entry entry{bytes_.size(), 0, 0, 0, 0, 0, static_cast<std::uint8_t>(form.head >> 1 & 3), (form.head & 1) != 0};
    const std::array<std::uint16_t*, kFaces> lengths{&entry.written, &entry.plain, &entry.stem, &entry.key,
                                                     &entry.name};
    for (std::size_t i = 0; i < kFaces; ++i) {
      *lengths[i] = static_cast<std::uint16_t>(form.faces[i].size());
      bytes_.append(form.faces[i]);
    }
    forms_.push_back(entry);
    shapes_.push_back(shape_of(form.faces[static_cast<std::size_t>(Face::plain)]));
  }
}

Form Lexicon::form(FormId id) const {
  const Entry& entry = forms_.at(id);
  std::string_view rest(bytes_);
  rest.remove_prefix(entry.begin);
  const auto take = [&rest](std::size_t size) {
    const std::string_view face = rest.substr(0, size);
    rest.remove_prefix(size);
    return face;
  };
  Form form;
  form.written = take(entry.written);
  form.plain = take(entry.plain);
  form.stem = take(entry.stem);
  form.key = take(entry.key);
  form.name = take(entry.name);
  form.language = static_cast<analysis::Language>(entry.language);
  form.capitalised = entry.capitalised;
  return form;
}

std::uint64_t Lexicon::hash(Face face, analysis::Language language, std::string_view value) const {
  return hash64(value, static_cast<std::uint64_t>(face) << 8 | static_cast<std::uint64_t>(language) | 0x10000);
}

void Lexicon::build() {
  faces_.clear();
  faces_.reserve(forms_.size() * kFaces);
  for (FormId id = 0; id < forms_.size(); ++id) {
    const Form f = form(id);
    faces_.emplace_back(hash(Face::written, f.language, f.written), id);
    faces_.emplace_back(hash(Face::plain, f.language, f.plain), id);
    faces_.emplace_back(hash(Face::stem, f.language, f.stem), id);
    faces_.emplace_back(hash(Face::key, f.language, f.key), id);
    if (!f.name.empty()) faces_.emplace_back(hash(Face::name, f.language, f.name), id);
    if (const std::string beginning = beginning_of(f); !beginning.empty())
      faces_.emplace_back(hash(Face::beginning, f.language, beginning), id);
  }
  std::sort(faces_.begin(), faces_.end());
}

std::vector<FormId> Lexicon::find(Face face, analysis::Language language, std::string_view value) const {
  const std::uint64_t wanted = hash(face, language, value);
  std::vector<FormId> found;
  for (auto row = std::lower_bound(faces_.begin(), faces_.end(), std::pair<std::uint64_t, FormId>(wanted, 0));
       row != faces_.end() && row->first == wanted; ++row) {
    const Form f = form(row->second);
    const bool same = face == Face::beginning ? beginning_of(f) == value : stored_face(f, face) == value;
    if (same && f.language == language) found.push_back(row->second);
  }
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
  BytesReader in(block);
  while (!in.done()) {
    const StoredForm form = read_form(in);
    std::array<std::string_view, kFaces> faces;
    std::copy(form.faces.begin(), form.faces.end(), faces.begin());
    numbers_.insert(hash_form(form.head, faces), size_++);  // stored numbers count, even under a shared hash
  }
  first_pending_ = size_;
}

FormId LexiconBuilder::number(const analysis::Faces& word) {
  const std::uint64_t head = static_cast<std::uint64_t>(word.language) << 1 | (word.capitalised ? 1 : 0);
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
