// What must hold of the analysis of any text: tried on texts put together at random from a fixed seed.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>

#include "analysis/analyzer.hpp"
#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"
#include "tests/analysis/cases.hpp"
#include "tests/analysis/readings_of.hpp"

namespace izde::analysis {
namespace {

constexpr std::array<std::string_view, 44> kPieces{"Алаш",
                                                   "Орда",
                                                   "автономия",
                                                   "Букейханова",
                                                   "уѣздъ",
                                                   "Семипалатинскаго",
                                                   "безпорядки",
                                                   "с'езд",
                                                   "Қазақ",
                                                   "үкіметінің",
                                                   "Бөкейхан",
                                                   "кітабы",
                                                   "hoà",
                                                   "Việt",
                                                   "khoẻ",
                                                   "kỳ",
                                                   "đường",
                                                   "Ka",
                                                   "xtan",
                                                   "Shyǵys",
                                                   "qazaqstan",
                                                   "Islam",
                                                   "قازاق",
                                                   "ٴتىل",
                                                   "1917",
                                                   "13.12.1917",
                                                   "1,5",
                                                   "XIX",
                                                   "ХІХ",
                                                   "РКП(б)",
                                                   "ТүрКССР",
                                                   "ның",
                                                   "го",
                                                   "й",
                                                   "ё",
                                                   "a",
                                                   "б",
                                                   "aзaйту",
                                                   "Бук[ейханов]",
                                                   "[Б]укейханов",
                                                   "[sic]",
                                                   "[нрзб.]",
                                                   "О\u0301рдас",
                                                   "Қаз\u00ADақ"};

constexpr std::array<std::string_view, 26> kBetween{" ",   " ",      " ",      "  ",     "-",      "-", ".", ". ", "\n",
                                                    "-\n", "\u00AD", "\u200B", "'",      "’",      "»", "«", "\"", "(",
                                                    ")",   "[",      "]",      "\u00A0", "\u0301", "—", "–", ", "};

class RandomTexts {
 public:
  std::string next() {
    std::string text;
    for (std::size_t left = 1 + random_() % 12; left > 0; --left) {
      text += kPieces[random_() % kPieces.size()];
      text += kBetween[random_() % kBetween.size()];
    }
    return text;
  }

  std::string next_bytes() {
    std::string text;
    for (std::size_t left = random_() % 40; left > 0; --left) {
      if (random_() % 2 == 0) {
        text += static_cast<char>(static_cast<unsigned char>(random_() % 256));
      } else {
        text += kBetween[random_() % kBetween.size()];
      }
    }
    return text;
  }

 private:
  std::mt19937 random_{19171213};
};

constexpr int kTexts = 500;

bool on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void expect_lawful(std::string_view text, const Tokens& tokens) {
  std::uint32_t begin = 0;
  std::uint32_t position = 0;
  std::uint32_t width = 0;
  for (const Token& token : tokens) {
    EXPECT_LE(begin, token.span.begin);
    EXPECT_LT(token.span.begin, token.span.end);
    ASSERT_LE(token.span.end, text.size());
    EXPECT_TRUE(token.position == position || token.position == position + 1);
    const bool joined = width > 0 && token.position == position;  // the joined word stands after its first part
    EXPECT_TRUE(!joined || width < token.width);
    begin = token.span.begin;
    position = token.position;
    width = token.width;
  }
}

TEST(Laws, SpansRiseAndLieInTheText) {
  RandomTexts texts;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = texts.next();
    for (const auto& [name, reading] : testing::named_readings()) {
      SCOPED_TRACE(::testing::Message() << name << ": " << text);
      const Tokens tokens = Analyzer().analyze(text, reading);
      expect_lawful(text, tokens);
      for (const Token& token : tokens) {
        EXPECT_TRUE(on_boundary(text, token.span.begin) && on_boundary(text, token.span.end));
      }
    }
  }
}

TEST(Laws, AnyBytesAreRead) {
  RandomTexts texts;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = texts.next_bytes();
    expect_lawful(text, Analyzer().analyze(text, testing::reading_named("ru")));
    Analyzer().plain(text, testing::reading_named("vi"));
  }
}

/// Of two scripts, like Қаз-xtan: such a word has no spelling in one alphabet.
bool is_mixed(std::string_view word) {
  std::set<Script> scripts;
  for (const char32_t c : letters_of(word)) scripts.insert(script_of(c));
  scripts.erase(Script::other);
  return scripts.size() > 1;
}

TEST(Laws, PlainOfPlainIsPlain) {
  RandomTexts texts;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = texts.next();
    for (const auto& [name, reading] : testing::named_readings()) {
      for (const Token& token : Analyzer().analyze(text, reading)) {
        if (is_mixed(token->plain) || is_mixed(token->written)) continue;
        // Kazakh is brought from one alphabet to another: its plain form is read as what it is, Cyrillic.
        const bool kazakh = token->language == Language::kk;
        const Reading own = kazakh ? testing::reading_named("kk_cyrillic") : reading;
        EXPECT_EQ(Analyzer().plain(token->plain, own), token->plain) << name << ": " << token->written;
      }
    }
  }
}

void expect_same_faces(const Token& a, const Token& b) {
  EXPECT_EQ(a->written, b->written);
  EXPECT_EQ(a->plain, b->plain);
  EXPECT_EQ(a->stem, b->stem);
  EXPECT_EQ(a->key, b->key);
  EXPECT_EQ(a->name, b->name);
  EXPECT_EQ(a->language, b->language);
  EXPECT_EQ(a->capitalised, b->capitalised);
}

TEST(Laws, ComposedAndDecomposedTextsAreTheSame) {
  RandomTexts texts;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = texts.next();
    const Reading reading = testing::reading_named(i % 2 == 0 ? "vi" : "kk_cyrillic");
    const Tokens composed = Analyzer().analyze(nfc(text), reading);
    const Tokens decomposed = Analyzer().analyze(utf8_of(nfd(letters_of(text))), reading);
    SCOPED_TRACE(text);
    ASSERT_EQ(composed.size(), decomposed.size());
    for (std::size_t t = 0; t < composed.size(); ++t) {
      expect_same_faces(composed[t], decomposed[t]);
      EXPECT_EQ(composed[t].position, decomposed[t].position);
    }
  }
}

TEST(Laws, AQueryWordIsReadLikeTheWordInTheText) {
  RandomTexts texts;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = texts.next();
    for (const auto& [name, reading] : testing::named_readings()) {
      SCOPED_TRACE(::testing::Message() << name << ": " << text);
      for (const Token& token : Analyzer().analyze(text, reading)) {
        const std::string word = text.substr(token.span.begin, token.span.end - token.span.begin);
        const Tokens alone = Analyzer().analyze(word, reading);
        const std::size_t at = token.width == 1 ? 0 : 1;
        ASSERT_LT(at, alone.size()) << word;
        SCOPED_TRACE(word);
        expect_same_faces(alone[at], token);
        EXPECT_EQ(alone[at].width, token.width);
      }
    }
  }
}

}  // namespace
}  // namespace izde::analysis
