// The quick road gives the words of the slow one, whatever the text: tried on texts put together at random from a fixed
// seed, of pieces that the two might see differently.
#include "analysis/scanner.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace izde::analysis {
namespace {

constexpr std::array<std::string_view, 60> kPieces{
    "Алаш",
    "орда",
    "съезд",
    "қалаға",
    "hoà",
    "đường",
    "قازاق",
    "а",
    "б",
    "й",
    "ё",
    "a",
    "Ә",
    "р",
    "1917",
    "5",
    "10",
    "000",
    "1,5",
    "13.12",
    "XIX",
    "x2",
    "№",
    "%",
    "-",
    "—",
    "–",
    "«",
    "»",
    "\"",
    "„",
    "“",
    "”",
    ".",
    ",",
    "…",
    "(",
    ")",
    "[",
    "]",
    "(?)",
    "[sic]",
    "[так в тексте]",
    "[нрзб.]",
    "(б)",
    "<",
    ">",
    "'",
    "’",
    "_",
    "\u0301",
    "\u00AD",
    "\u200B",
    "\u00AC",
    "ﬁ",
    "\u0640",
    "\xD0",
    "\xFF",
    "😀",
    "字",
};
constexpr std::array<std::string_view, 16> kBetween{" ",  " ",  " ",  " ", "",     "",    "",       "\n",
                                                    "\n", "  ", "\t", "-", "\r\n", "-\n", "\u00A0", "\u2009"};

template <std::size_t size>
std::string_view any_of(const std::array<std::string_view, size>& pieces, std::mt19937& random) {
  return pieces[random() % size];
}

std::string text_of(std::mt19937& random) {
  std::string text;
  for (std::size_t left = 1 + random() % 16; left > 0; --left) {
    text += any_of(kPieces, random);
    text += any_of(kBetween, random);
  }
  return text;
}

std::vector<Word> scanned(std::string_view text, std::u32string_view apostrophe_letters) {
  std::vector<Word> found;
  Scanner scanner(text, apostrophe_letters);
  std::array<ScannedWord, 5> words;
  for (std::size_t count = scanner.next(words); count > 0; count = scanner.next(words)) {
    for (const ScannedWord& word : std::span(words).first(count)) {
      found.push_back({std::string(word.text), word.span, word.position, word.width});
    }
  }
  return found;
}

std::string listed(const std::vector<Word>& found) {
  std::string list;
  for (const Word& word : found) {
    list += word.text + "@" + std::to_string(word.span.begin) + "-" + std::to_string(word.span.end) + "#" +
            std::to_string(word.position) + "/" + std::to_string(word.width) + " ";
  }
  return list;
}

TEST(Scanner, GivesTheWordsOfTheWordBreaker) {
  std::mt19937 random(1917);
  for (int i = 0; i < 60'000; ++i) {
    const std::string text = text_of(random);
    const std::u32string_view apostrophes = i % 4 == 0 ? U"аbsу" : U"";
    ASSERT_EQ(listed(scanned(text, apostrophes)), listed(words(text, apostrophes))) << text;
  }
}

TEST(Scanner, JoinsLettersSetApartAndLinesBrokenAtAHyphen) {
  EXPECT_EQ(listed(scanned("это р а з р я д к а в тексте", U"")), listed(words("это р а з р я д к а в тексте")));
  EXPECT_EQ(listed(scanned("А л а ш - О р д а", U"")), listed(words("А л а ш - О р д а")));
  EXPECT_EQ(listed(scanned("авто-\n номия была", U"")), "автономия@0-21#0/1 была@22-30#1/1 ");
}

TEST(Scanner, ReadsLongNotesAsOne) {
  const std::string text = "съѣздъ [так в документе] былъ";
  EXPECT_EQ(listed(scanned(text, U"")), listed(words(text)));
  EXPECT_EQ(scanned(text, U"").size(), 2U);
}

}  // namespace
}  // namespace izde::analysis
