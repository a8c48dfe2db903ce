#include "schema/terms.hpp"

#include <gtest/gtest.h>

#include <map>

namespace izde::schema {
namespace {

using analysis::Language;
using analysis::Token;

Token token(Language language, std::string stem, std::string key, std::uint32_t position = 0) {
  Token t;
  t.language = language;
  t.written = t.plain = t.stem = std::move(stem);
  t.key = std::move(key);
  t.position = position;
  return t;
}

TEST(Terms, EachLanguageHasItsOwn) {
  EXPECT_EQ(stem_term(token(Language::ru, "съезд", "x")), "Rсъезд");
  EXPECT_EQ(stem_term(token(Language::kk, "үкімет", "укымет")), "Kукымет");
  EXPECT_EQ(stem_term(token(Language::vi, "đường", "duong")), "Vduong");
  EXPECT_EQ(stem_term(token(Language::other, "congress", "congress")), "Ocongress");
}

TEST(Terms, VietnameseNeighboursShareATerm) {
  EXPECT_EQ(pair_term(token(Language::vi, "thủ", "thu"), token(Language::vi, "đô", "do")), "Bthu do");
  EXPECT_EQ(pair_term(token(Language::vi, "thủ", "thu"), token(Language::ru, "город", "grd")), "");
}

TEST(Terms, APassageCountsItsWordsAndPairs) {
  analysis::Tokens tokens{token(Language::vi, "thủ", "thu", 0), token(Language::vi, "đô", "do", 1),
                          token(Language::vi, "thủ", "thu", 2)};
  const auto terms = terms_of(tokens);
  const std::map<std::string, std::uint32_t> counts(terms.begin(), terms.end());
  EXPECT_EQ(counts, (std::map<std::string, std::uint32_t>{{"Vthu", 2}, {"Vdo", 1}, {"Bthu do", 1}, {"Bdo thu", 1}}));
}

TEST(Terms, AJoinedWordPostsItselfButNoPair) {
  Token joined = token(Language::vi, "kadacxtan", "kadacxtan", 0);
  joined.width = 2;
  const auto terms = terms_of({token(Language::vi, "ka", "ka", 0), joined, token(Language::vi, "dắc", "dac", 1)});
  const std::map<std::string, std::uint32_t> counts(terms.begin(), terms.end());
  EXPECT_EQ(counts.count("Vkadacxtan"), 1U);
  EXPECT_EQ(counts.count("Bka dac"), 1U);
  EXPECT_EQ(counts.size(), 4U);
}

TEST(Terms, NamesMeetUnderOneTerm) {
  Token name = token(Language::ru, "букейханов", "bkkhnv");
  name.name = "bkkhnv";
  const auto terms = terms_of({name});
  EXPECT_EQ(terms[0].first, "Nbkkhnv");
  EXPECT_EQ(name_term(""), "");
}

TEST(Terms, StayBelowXapiansLimitWhateverTheId) {
  std::string id;
  for (int i = 0; i < 150; ++i) id += "ғ";
  const std::string term = document_term(id);
  EXPECT_LE(term.size(), 245U);
  EXPECT_NE(term, document_term(id + "x"));
  EXPECT_EQ(document_term("short"), "Ishort");
}

}  // namespace
}  // namespace izde::schema
