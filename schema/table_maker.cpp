#include <array>
#include <bit>
#include <cstring>
#include <future>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "schema/bytes.hpp"
#include "schema/table_layout.hpp"

namespace izde::schema {
namespace {

// Bytes of a block for each form and for each row that it is found by, at least about: so much room is taken at first.
constexpr std::size_t kBytesOfForm = 32;
constexpr std::size_t kBytesOfRow = 12;
constexpr std::size_t kWorthAThread = std::size_t{1} << 18;  // bytes of a block, of some ten thousand forms

// Where a stretch of letters is among others, or npos. Most faces open with the letters of the one before.
std::size_t place_in(const std::string& letters, std::string_view face) {
  if (letters.starts_with(face)) return 0;
  return face.size() >= letters.size() ? std::string::npos : letters.find(face);
}

// The faces of the forms and their shapes.
class FacesMaker {
 public:
  explicit FacesMaker(std::string_view block) {
    bytes_.reserve(block.size() + block.size() / 2);
    places.reserve(block.size() / kBytesOfForm);
    shapes.reserve(block.size() / kBytesOfForm);
    for (FormReader forms(block); forms.next();) add(forms.form());
    places.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }

  std::vector<std::uint32_t> places, shapes;
  const std::string& bytes() const { return bytes_; }

 private:
  void add(const Form& form) {
    places.push_back(static_cast<std::uint32_t>(bytes_.size()));
    heads_.clear();
    letters_.clear();
    append_number(heads_, static_cast<std::uint64_t>(form.language) << 1 | (form.capitalised ? 1 : 0));
    for (const std::string_view face : {form.written, form.plain, form.stem, form.key, form.name}) append_face(face);
    append_number(bytes_, heads_.size());
    bytes_.append(heads_).append(letters_);
    if (bytes_.size() > std::numeric_limits<std::uint32_t>::max()) throw BytesError();
    shapes.push_back(table::packed(shape_of(form.plain)) | (form.written == form.plain ? 0 : table::kOtherWritten));
  }

  // A face is told as letters of its own, or as a stretch of those that are there: most are a part of another.
  void append_face(std::string_view face) {
    const std::size_t at = place_in(letters_, face);
    if (at == std::string::npos) {
      append_number(heads_, static_cast<std::uint64_t>(face.size()) << 1 | 1);
      letters_.append(face);
      return;
    }
    append_number(heads_, static_cast<std::uint64_t>(at) << 1);
    append_number(heads_, face.size());
  }

  std::string bytes_, heads_, letters_;
};

// What the forms are found by.
class RowsMaker {
 public:
  explicit RowsMaker(std::string_view block) {
    hashes_.reserve(block.size() / kBytesOfRow);
    owners_.reserve(block.size() / kBytesOfRow);
    for (FormReader forms(block); forms.next(); ++forms_) add(forms.form());
    begins.resize(std::bit_ceil(hashes_.size() / table::kRowsOfBucket + 1) + 1);
    const std::uint64_t mask = begins.size() - 2;
    for (const std::uint64_t hash : hashes_) ++begins[(hash & mask) + 1];
    for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    rows.resize(hashes_.size());
    for (std::size_t i = 0; i < hashes_.size(); ++i) rows[next[hashes_[i] & mask]++] = owners_[i];
    for (const auto& [letter, owners] : by_letter_) names.insert(names.end(), owners.begin(), owners.end());
  }

  std::vector<std::uint32_t> begins, rows;
  std::vector<std::uint32_t> names;  // forms with a new name key, by its first letter

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  void add(const Form& form) {
    add_row(table::hash_of(Face::plain, form.language, form.plain));
    if (table::posted(form) != form.plain) add_row(table::hash_of(Face::posted, form.language, table::posted(form)));
    if (!form.name.empty()) {
      add_row(table::hash_of(Face::name, form.language, form.name));
      if (!known_names_.contains(form.name)) {
        known_names_.emplace(form.name);
        by_letter_[form.name[0]].push_back(forms_);
      }
    }
    if (const std::string begins_so = table::beginning(form); !begins_so.empty())
      add_row(table::hash_of(Face::beginning, form.language, begins_so));
  }

  void add_row(std::uint64_t hash) {
    hashes_.push_back(hash);
    owners_.push_back(forms_);
  }

  std::uint32_t forms_ = 0;  // so far
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> owners_;
  std::unordered_set<std::string, Hash, std::equal_to<>> known_names_;
  std::map<char, std::vector<std::uint32_t>> by_letter_;
};

void append(std::string& out, const std::vector<std::uint32_t>& numbers) {
  out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t));
}

}  // namespace

// The two halves of it read the block each for itself: they take about as long.
std::string lexicon_table(std::string_view block, FormId first) {
  const auto when = block.size() < kWorthAThread ? std::launch::deferred : std::launch::async;
  auto found_by = std::async(when, [block] { return RowsMaker(block); });
  const FacesMaker faces(block);
  const RowsMaker found = found_by.get();
  std::string out;
  const std::size_t numbers = table::kHeadNumbers + faces.places.size() + faces.shapes.size() + found.begins.size() +
                              found.rows.size() + found.names.size();
  out.reserve(numbers * sizeof(std::uint32_t) + faces.bytes().size());
  append(out, {table::kForm, first, static_cast<std::uint32_t>(faces.shapes.size()),
               static_cast<std::uint32_t>(found.begins.size() - 1), static_cast<std::uint32_t>(found.rows.size()),
               static_cast<std::uint32_t>(faces.bytes().size()), static_cast<std::uint32_t>(found.names.size())});
  for (const auto* array : {&faces.places, &faces.shapes, &found.begins, &found.rows, &found.names})
    append(out, *array);
  return out.append(faces.bytes());
}

}  // namespace izde::schema
