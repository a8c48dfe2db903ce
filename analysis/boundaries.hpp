// Where words begin and end. One ICU word iterator serves all languages (its rules for vi, kk and ru are the same);
// before it the text is cleaned up (cleanup.hpp), behind it our own joins and splits put right what Unicode's rules
// cannot know (compounds.hpp). No reading is needed: the same text has the same words in every language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/token.hpp"

namespace izde::analysis {

/// A word as it stands in the text, with its capitals: NFC, without what cleanup.hpp takes out. A joined word keeps its
/// hyphens here (Алаш-Орда), so that each part can be spelt for itself. At most 64 letters: Xapian's terms hold 245
/// bytes, and no word of our languages is longer.
struct Word {
  std::string text;
  Span span;
  std::uint32_t position = 0;
  std::uint32_t width = 1;
  friend bool operator==(const Word&, const Word&) = default;
};

/// ICU counts units in 32 bits with a sign; no more of a text is read.
inline constexpr std::size_t kLongestText = std::size_t{1} << 30;

/// The words of a text (any bytes; what lies beyond the first GiB is not read), by position, parts before the joined
/// word. `apostrophe_letters`: small letters that an apostrophe may follow at a word's end as a part of the alphabet
/// (Kazakh draft of 2017: jas'); elsewhere it is taken for a closing quotation mark. Safe from any thread.
std::vector<Word> words(std::string_view text, std::u32string_view apostrophe_letters = {});

}  // namespace izde::analysis
