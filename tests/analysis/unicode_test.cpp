#include "analysis/unicode.hpp"

#include <gtest/gtest.h>

#include "analysis/letters.hpp"
#include "analysis/signs.hpp"

namespace izde::analysis {
namespace {

TEST(Unicode, ValidatesUtf8) {
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("Алаш \u0674 \U0001F600 \uFFFD"));
  for (const auto* bad : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xD0", "\xE2\x80", "a\x80"}) {
    EXPECT_FALSE(is_valid_utf8(bad));
  }
}

TEST(Unicode, Composes) {
  EXPECT_EQ(nfc("и\u0306"), "й");
  EXPECT_EQ(nfc("Vie\u0302\u0323t"), "Việt");
  EXPECT_EQ(nfkc(U"\uFB01\u2167"), U"fiVIII");
  EXPECT_EQ(nfd(U"й"), U"и\u0306");
  EXPECT_TRUE(is_composed(U'ệ'));
  EXPECT_FALSE(is_composed(U'\u212A'));
}

TEST(Unicode, LowersWithoutLocale) {
  EXPECT_EQ(lower_case("ҚАЗАҚ Ə Ə Ѣ ẤP"), "қазақ ə ə ѣ ấp");
  EXPECT_EQ(lower_case("İI"), "ii");
  EXPECT_EQ(lower_case("İI", DottedI::turkic), "iı");
  EXPECT_EQ(lower_case("J\u030C"), "ǰ");
}

TEST(Unicode, KnowsScripts) {
  EXPECT_EQ(script_of(U'ө'), Script::cyrillic);
  EXPECT_EQ(script_of(U'ơ'), Script::latin);
  EXPECT_EQ(script_of(U'ۇ'), Script::arabic);
  EXPECT_EQ(script_of(U'1'), Script::other);
  EXPECT_EQ(script_of("1917-ж"), Script::cyrillic);
  EXPECT_EQ(script_of("1917"), Script::other);
}

TEST(Unicode, TakesAccentsOff) {
  EXPECT_EQ(without_accents("ếögğ"), "eogg");
  EXPECT_EQ(without_accents("đ"), "đ");
}

TEST(Unicode, KnowsKindsOfLetters) {
  EXPECT_TRUE(is_letter(U'ʼ') && is_letter(U'ق') && !is_letter(U'1'));
  EXPECT_TRUE(is_upper(U'Ѣ') && !is_upper(U'ѣ') && !is_upper(U'ق'));
  EXPECT_TRUE(is_lower(U'ѣ') && !is_lower(U'ق'));
  EXPECT_TRUE(is_digit(U'٣') && digit_value(U'٣') == 3);
  EXPECT_TRUE(is_mark(U'\u0301') && !is_mark(U'a'));
}

TEST(Signs, NotesAreRecognised) {
  EXPECT_EQ(editor_note("[sic] Орда").bytes, 5U);
  EXPECT_EQ(editor_note("(?)").bytes, 3U);
  EXPECT_FALSE(editor_note("(?)").lacuna);
  EXPECT_TRUE(editor_note("[НРЗБ.]").lacuna);
  EXPECT_EQ(editor_note("[si").bytes, 0U);
  EXPECT_EQ(editor_note("").bytes, 0U);
}

TEST(Signs, OfTheTable) {
  EXPECT_EQ(sign_of(U'\u2010'), Sign::hyphen);
  EXPECT_EQ(sign_of(U'\u00A0'), Sign::group_space);
  EXPECT_EQ(sign_of(U'\uFEFF'), Sign::invisible);
  EXPECT_EQ(sign_of(U'ق'), Sign::letter);
  EXPECT_EQ(sign_of(U'\U00010400'), Sign::letter);
  EXPECT_EQ(sign_of(U'\u064B'), Sign::vowel_sign);
}

}  // namespace
}  // namespace izde::analysis
