// A word of a text and its faces. Tokens are what the analyzer makes of a passage or of a query word; everything later
// on the road (terms, token streams, marks) is derived from them. Spans point into the original bytes and never move.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
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
struct Faces {
  std::string written;
  std::string plain;
  std::string stem;
  std::string key;
  std::string name;
  Language language = Language::other;  ///< whose chain made the faces
  bool capitalised = false;             ///< first letter upper case in the text
  friend bool operator==(const Faces&, const Faces&) = default;
};

/// One word at its place. Its faces are shared with other tokens of the same word (never null); `token->stem` reads
/// one.
struct Token {
  std::shared_ptr<const Faces> faces;
  Span span;
  std::uint32_t position = 0;  ///< counts words from 0; a joined word stands at the position of its first part
  std::uint32_t width = 1;     ///< positions covered: 1, or the number of parts of a joined word (Алаш-Орда: 2)

  const Faces& operator*() const { return *faces; }
  const Faces* operator->() const { return faces.get(); }
  friend bool operator==(const Token& a, const Token& b) {
    return *a == *b && a.span == b.span && a.position == b.position && a.width == b.width;
  }
};

/// In order of position; at one position the parts come before the joined word.
using Tokens = std::vector<Token>;

}  // namespace izde::analysis
