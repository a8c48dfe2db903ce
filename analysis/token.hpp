// A word of a text and its faces. Tokens are what the analyzer makes of a passage or of a query word; everything later
// on the road (terms, token streams, marks) is derived from them. Spans point into the original bytes and never move.
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/language.hpp"

namespace izde::analysis {

/// A stretch of the original text: byte offsets, end exclusive; begin <= end; both on UTF-8 character boundaries.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// The faces of a word, all UTF-8, NFC and lower case.
///   written  as in the text, editors' marks, invisible characters and stress marks taken out
///   plain    one spelling: Russian in today's orthography (ё as е), Kazakh of any script in canonical Cyrillic,
///            Vietnamese with its tone mark in one place
///   stem     the language's stem of plain (Vietnamese: plain)
///   key      what survives between scripts and missing marks: Kazakh the Arabic-grade key of the stem, Vietnamese the
///            syllable without marks, Russian the name key
///   name     the name key (analysis/filters/name_key.hpp), only where the word may be a name: capitalised, or in a
///            script without capitals; else empty
/// Views: what owns the letters is said where Faces are made.
struct Faces {
  std::string_view written;
  std::string_view plain;
  std::string_view stem;
  std::string_view key;
  std::string_view name;
  Language language = Language::other;  ///< whose chain made the faces
  bool capitalised = false;             ///< first letter upper case in the text
  friend bool operator==(const Faces&, const Faces&) = default;
};

/// A copy of faces that owns its letters, each stretch of them once (the stem is mostly a part of the plain form), and
/// is shared by all its copies, also between threads. Smaller than std::shared_ptr by half: there are millions.
class SharedFaces {
 public:
  SharedFaces() = default;
  explicit SharedFaces(const Faces& faces);
  SharedFaces(const SharedFaces& other) : counted_(other.counted_) {
    if (counted_ != nullptr) counted_->owners.fetch_add(1, std::memory_order_relaxed);
  }
  SharedFaces(SharedFaces&& other) noexcept : counted_(std::exchange(other.counted_, nullptr)) {}
  SharedFaces& operator=(SharedFaces other) noexcept {
    std::swap(counted_, other.counted_);
    return *this;
  }
  ~SharedFaces() {
    if (counted_ != nullptr && counted_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy(counted_);
  }

  /// Null only where none were given.
  const Faces* get() const { return counted_ == nullptr ? nullptr : &counted_->faces; }

 private:
  /// The letters lie behind it in memory.
  struct Counted {
    std::atomic<std::uint32_t> owners{1};
    Faces faces;
  };
  static void destroy(Counted* counted);

  Counted* counted_ = nullptr;
};

/// One word at its place. Its faces are shared with other tokens of the same word; `token->stem` reads one.
struct Token {
  SharedFaces faces;  ///< never null
  Span span;
  std::uint32_t position = 0;  ///< counts words from 0; a joined word stands at the position of its first part
  std::uint32_t width = 1;  ///< positions covered: 1, or the number of parts of a joined word (Алаш-Орда: 2); 0: what
                            ///< the abbreviation here stands for, which is read beside it (обл. → область)

  const Faces& operator*() const { return *faces.get(); }
  const Faces* operator->() const { return faces.get(); }
  friend bool operator==(const Token& a, const Token& b) {
    return *a == *b && a.span == b.span && a.position == b.position && a.width == b.width;
  }
};

/// In order of position; at one position the part comes first, then the joined word, then what it stands for.
using Tokens = std::vector<Token>;

}  // namespace izde::analysis
