// Laws of the splitter, over documents made at random: no word lost, none moved, sizes within bounds.
#include <gtest/gtest.h>

#include <random>

#include "indexer/characters.hpp"
#include "indexer/splitter.hpp"

namespace izde::indexer::test {
namespace {

class RandomDocuments {
 public:
  schema::Document next() {
    schema::Document document;
    const std::size_t blocks = pick(12);
    std::string heading;
    for (std::size_t i = 0; i < blocks; ++i) {
      if (pick(4) == 0) heading = "Глава " + std::to_string(pick(3));
      document.blocks.push_back({paragraph(), heading, pick(5) == 0 ? "2" : ""});
    }
    return document;
  }

 private:
  std::size_t pick(std::size_t below) { return static_cast<std::size_t>(random_()) % below; }

  std::string paragraph() {
    static const std::vector<std::string> ends{"", "", "", "", "", "", ".", "?", "!", ".»", "…", " г.", ",", ";"};
    static const std::vector<std::string> gaps{" ", " ", " ", "\n", "  ", "\xC2\xA0", "\n\n", "\t"};
    std::string text;
    const std::size_t words = pick(3) == 0 ? pick(900) : pick(90);
    for (std::size_t i = 0; i < words; ++i) {
      text += (pick(3) == 0 ? "Слово" : "слово") + std::to_string(++word_) + ends[pick(ends.size())] +
              gaps[pick(gaps.size())];
    }
    return text;
  }

  std::mt19937 random_{19180624};  // NOLINT: the same documents every time
  std::size_t word_ = 0;
};

std::string words_only(const std::string& text) {
  std::string words;
  std::string_view rest = text;
  while (!(rest = trimmed(rest)).empty()) {
    std::size_t end = rest.find_first_of(" \n\t");
    end = std::min({end, rest.find("\xC2\xA0"), rest.size()});
    words.append(rest.substr(0, end)).append(" ");
    rest.remove_prefix(end);
  }
  return words;
}

TEST(SplitLaw, NoWordLostAndOrderKept) {
  RandomDocuments documents;
  for (int round = 0; round < 300; ++round) {
    const schema::Document document = documents.next();
    std::string in, out;
    for (const schema::Block& block : document.blocks) in += block.text + "\n";
    std::uint32_t number = 0;
    for (const schema::Passage& passage : split(document)) {
      EXPECT_EQ(passage.number, ++number);
      EXPECT_FALSE(passage.text.empty());
      EXPECT_EQ(trimmed(passage.text), passage.text);
      EXPECT_LE(count_words(passage.text), 250U);
      out += passage.text + "\n";
    }
    ASSERT_EQ(words_only(in), words_only(out)) << "round " << round;
  }
}

TEST(SplitLaw, TwiceGivesTheSame) {
  RandomDocuments documents;
  for (int round = 0; round < 30; ++round) {
    const schema::Document document = documents.next();
    EXPECT_EQ(split(document), split(document));
  }
}

}  // namespace
}  // namespace izde::indexer::test
