#include "schema/written_text.hpp"

#include "analysis/analyzer.hpp"
#include "analysis/detect.hpp"
#include "schema/bytes.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace izde::schema {
namespace {

/// A text taken apart into words and what stands beside them.
class Apart {
 public:
  explicit Apart(const std::string& text) {
    const analysis::Tokens tokens = analysis::Analyzer().analyze(text, analysis::detect(text));
    beside_ = beside_words(text, tokens);
    LexiconBuilder builder;
    for (const analysis::Token& token : tokens) words_.push_back({builder.number(*token), token.position, token.width});
    lexicon_.append(builder.take_block());
  }

  std::string together() const { return with_words(beside_, words_, lexicon_); }
  std::string together(std::string_view beside) const { return with_words(beside, words_, lexicon_); }
  const std::string& beside() const { return beside_; }

 private:
  std::string beside_;
  std::vector<StreamWord> words_;
  Lexicon lexicon_;
};

class WrittenText : public testing::TestWithParam<std::string> {};

TEST_P(WrittenText, ComesBackByteForByte) { EXPECT_EQ(Apart(GetParam()).together(), GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Table, WrittenText,
    testing::Values("", " ", "\n\n", "Семей", "Въ городѣ СЕМИПАЛАТИНСКѢ состоялся съѣздъ.",
                    "Алаш-Орда, Алашорда; «Сарыарқа» (№ 29) — 1917 ж. 13 желтоқсан!", "iPhone McDonald QAZAQ QaZaQ",
                    "İstanbul ISLAM ıslam i̇", "Hiến pháp năm 1959: “độc lập”, tự do…", "Hié̂n pháp vie\xCC\xA3\xCC\x82t",
                    "за́мокъ и замо́къ", "قازاق حالقى، الاش وردا؛ ‹سارىارقا›", "а\u00AD\u200Bб в\u00A0г",
                    "ǅ ǆ ß ẞ ﬁ Ⅷ K Ω", "один  два   три\tчетыре\r\nпять",
                    "a\xFF"
                    "b \xC3 \xE2\x82",
                    "г. Семей, ул. Абая, д. 5", "— — —", "1917/1918-1919.12,13", "ж.б.с.с.р. СССР-дің"));

TEST(WrittenTextLaws, UsualTextTakesLittle) {
  const std::string text =
      "1917 жылы 13 желтоқсанда Орынборда екінші жалпықазақ съезі Алаш автономиясын жариялады, үкіметтің атын Алашорда "
      "деп қойды.";
  EXPECT_LE(Apart(text).beside().size(), 8U);
}

TEST(WrittenTextLaws, AnyBytesComeBack) {
  const std::vector<std::string> pieces = {"Алаш", "ОРДА",    "ъ",    " ",    "  ",  ",",      "-", "\n",
                                           "é",    "e\u0301", "\xFF", "1917", "xin", "chào",   "К", "ң",
                                           "ı",    "İ",       "س",    "“",    "№",   "\u200D", "ß", "."};
  std::mt19937 random(17);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t left = random() % 40; left > 0; --left) text += pieces[random() % pieces.size()];
    ASSERT_EQ(Apart(text).together(), text) << round;
  }
}

TEST(WrittenTextLaws, DamageIsNoticedOrHarmless) {
  const Apart apart("Съезд въ Семипалатинскѣ, 13 (26) декабря 1917 г. — АЛАШЪ-ОРДА; iPhone");
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string damaged = apart.beside().substr(0, random() % (apart.beside().size() + 1));
    if (!damaged.empty()) damaged[random() % damaged.size()] = static_cast<char>(random());
    try {
      apart.together(damaged);
    } catch (const BytesError&) {
    }
  }
  EXPECT_THROW(apart.together(""), BytesError);
}

}  // namespace
}  // namespace izde::schema
