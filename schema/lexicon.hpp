// The forms of an index: every distinct word with its faces, numbered in the order in which they were first met. Token
// streams hold these numbers; search turns the faces of a query word into sets of them. Kept in blocks of metadata, so
// that a remote index serves it as a local one does; forms are only ever added.
#pragma once

#include <cstdint>
#include <span>
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
  std::uint64_t letters = 0;  ///< a bit for each letter that occurs, by its code point modulo 64
  std::uint8_t length = 0;    ///< code points, 255 at most
};
Shape shape_of(std::string_view plain);

/// `beginning` is not stored: the value of beginning_term() without its prefix.
enum class Face : std::uint8_t { written, plain, stem, key, name, beginning };

/// Read side. Views it hands out live as long as it does.
class Lexicon {
 public:
  /// Adds the forms of a stored block; throws BytesError on a damaged one.
  void append(std::string_view block);
  /// Call once after the last append(), before find().
  void build();

  std::size_t size() const { return forms_.size(); }
  Form form(FormId id) const;
  /// Shape of the form's plain spelling.
  const Shape& shape(FormId id) const { return shapes_[id]; }
  /// Forms of a language whose face is this value, in rising order.
  std::vector<FormId> find(Face face, analysis::Language language, std::string_view value) const;

 private:
  struct Entry {
    std::uint64_t begin;                            // in bytes_
    std::uint16_t written, plain, stem, key, name;  // lengths
    std::uint8_t language;
    bool capitalised;
  };
  std::uint64_t hash(Face face, analysis::Language language, std::string_view value) const;

  std::string bytes_;
  std::vector<Entry> forms_;
  std::vector<Shape> shapes_;
  std::vector<std::pair<std::uint64_t, FormId>> faces_;  // hash of (face, language, value) → form, sorted
};

/// 64-bit hash → number, in two flat arrays: about 30 bytes a form, so that ten million forms take 300 MB.
class HashNumbers {
 public:
  /// The number of a hash; `next` becomes it if the hash is new.
  FormId insert(std::uint64_t hash, FormId next);

 private:
  void grow();

  std::vector<std::uint64_t> hashes_;  // 0: free
  std::vector<FormId> numbers_;
  std::size_t used_ = 0;
};

/// Write side: gives each form its number and collects the new ones of a batch. Holds hashes, not the words; two forms
/// that share one (odds 3 in a million among ten million forms) would be lit and counted as one.
class LexiconBuilder {
 public:
  /// Takes over the forms of a stored block.
  void append(std::string_view block);
  FormId number(const analysis::Faces& word);
  /// Forms numbered since the last call, as a block to store; "" if none.
  std::string take_block();
  std::size_t size() const { return size_; }
  /// Number of the first form of the next block, and the bytes it has so far.
  FormId first_pending() const { return first_pending_; }
  std::size_t pending_bytes() const { return pending_.size(); }

 private:
  HashNumbers numbers_;
  std::string pending_;
  FormId size_ = 0;
  FormId first_pending_ = 0;
};

}  // namespace izde::schema
