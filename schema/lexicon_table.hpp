// Forms as they are looked up: arrays that are searched where they lie, in the memory of a search or in a file that is
// mapped into it, so that a search need not read a lexicon through before its first query. Every place that the bytes
// name is checked when it is gone to: damaged ones give a BytesError.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/token.hpp"

namespace izde::schema {

using FormId = std::uint32_t;

/// What tokens of one form share.
struct Form {
  std::string_view written, plain, stem, key, name;
  analysis::Language language = analysis::Language::other;
  bool capitalised = false;
};

/// What of a plain spelling decides at a glance that another is too many edits away.
struct Shape {
  std::uint32_t letters = 0;  ///< a bit for each letter, by the end of its code point modulo 24; above them the script
  std::uint8_t length = 0;    ///< code points, 31 at most
};
Shape shape_of(std::string_view plain);

/// What a form is looked up by: its plain spelling, the face that its stem term is made of (Russian: stem, else key),
/// its name key, and the value of beginning_term() without its prefix, which is not stored.
enum class Face : std::uint8_t { plain, posted, name, beginning };

/// Forms in blocks, as the lexicon of an index stores them (LexiconBuilder).
void append_form(std::string& out, const analysis::Faces& word);
/// Reads such a block form by form; throws BytesError on a damaged one.
class FormReader {
 public:
  /// `block` must outlive what is read.
  explicit FormReader(std::string_view block) : rest_(block) {}
  /// False at the end; else form() is the next one, valid until the call after.
  bool next();
  const Form& form() const { return form_; }

 private:
  std::string_view rest_;
  std::array<std::string, 5> mixed_;  // faces that are partly told by the one before
  Form form_;
};

/// The table of the forms of a block, the first of which has this number. Throws BytesError; also for more than 4 GB.
std::string lexicon_table(std::string_view block, FormId first);

/// A view of such bytes, which must outlive it and lie at a multiple of 4.
class LexiconTable {
 public:
  /// Throws BytesError where they are no table.
  explicit LexiconTable(std::string_view bytes);

  FormId first() const { return first_; }
  FormId size() const { return size_; }
  /// `id` counts from the table's first form.
  Form form(FormId id) const;
  /// form().plain, sooner.
  std::string_view plain(FormId id) const;
  /// Adds the numbers of all forms of a language that have the face, in rising order.
  void find(Face face, analysis::Language language, std::string_view value, std::vector<FormId>& found) const;
  /// Adds the numbers of the forms whose plain spelling begins in the script of one of this shape and may be so few
  /// edits away, in rising order.
  void find_near(const Shape& shape, std::size_t distance, std::vector<FormId>& found) const;
  /// Adds the numbers of the forms that may have all letters of the shape in their plain or their written spelling.
  void find_with(const Shape& shape, std::vector<FormId>& found) const;
  /// Adds the numbers of the forms whose name key begins so and is none of a form before, in rising order.
  void find_names(char first, std::vector<FormId>& found) const;

 private:
  std::string_view bytes_of(FormId id) const;

  FormId first_ = 0;
  std::uint32_t size_ = 0;
  std::uint32_t buckets_ = 0;
  std::uint32_t rows_ = 0;
  std::uint32_t named_ = 0;
  const std::uint32_t* places_ = nullptr;  // of each form in letters_, and where the last ends
  const std::uint32_t* shapes_ = nullptr;  // of each form
  const std::uint32_t* begins_ = nullptr;  // of each bucket in forms_, and where the last ends
  const std::uint32_t* forms_ = nullptr;   // by the hash of what they are looked up by; of one bucket, rising
  const std::uint32_t* names_ = nullptr;   // forms with a new name key, by its first letter
  std::string_view letters_;
};

}  // namespace izde::schema
