#include "schema/terms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace izde::schema {
namespace {

using analysis::Faces;
using analysis::Language;
using analysis::Token;

Faces word(Language language, std::string_view stem, std::string_view key, std::string_view name = "") {
  return {stem, stem, stem, key, name, language, false};
}

Token token(const Faces& faces, std::uint32_t position) { return {analysis::SharedFaces(faces), {}, position, 1}; }

TEST(Terms, EachLanguageHasItsOwn) {
  EXPECT_EQ(stem_term(word(Language::ru, "съезд", "x")), "Rсъезд");
  EXPECT_EQ(stem_term(word(Language::kk, "үкімет", "укымет")), "Kукымет");
  EXPECT_EQ(stem_term(word(Language::vi, "đường", "duong")), "Vduong");
  EXPECT_EQ(stem_term(word(Language::other, "congress", "congress")), "Ocongress");
}

TEST(Terms, VietnameseNeighboursShareATerm) {
  const std::string capital = pair_term(word(Language::vi, "thủ", "thu"), word(Language::vi, "đô", "do"));
  EXPECT_EQ(capital, pair_term(word(Language::vi, "thu", "thu"), word(Language::vi, "do", "do")));
  EXPECT_THAT(capital, testing::MatchesRegex("B[0-9A-Za-z+-][0-9A-Za-z+-][0-9A-Za-z+-][0-9A-Za-z+-][0-9A-Za-z+-]"));
  EXPECT_NE(capital, pair_term(word(Language::vi, "đô", "do"), word(Language::vi, "thủ", "thu")));
  EXPECT_EQ(pair_term(word(Language::vi, "thủ", "thu"), word(Language::ru, "город", "grd")), "");
}

TEST(Terms, APassageCountsItsWordsAndPairs) {
  analysis::Tokens tokens{token(word(Language::vi, "thủ", "thu"), 0), token(word(Language::vi, "đô", "do"), 1),
                          token(word(Language::vi, "thủ", "thu"), 2)};
  const auto terms = terms_of(tokens);
  const std::map<std::string, std::uint32_t> counts(terms.begin(), terms.end());
  EXPECT_EQ(
      counts,
      (std::map<std::string, std::uint32_t>{
          {"Vthu", 2}, {"Vdo", 1}, {pair_term(*tokens[0], *tokens[1]), 1}, {pair_term(*tokens[1], *tokens[0]), 1}}));
}

TEST(Terms, AJoinedWordPostsItselfButNoPair) {
  Token joined = token(word(Language::vi, "kadacxtan", "kadacxtan"), 0);
  joined.width = 2;
  const auto terms =
      terms_of({token(word(Language::vi, "ka", "ka"), 0), joined, token(word(Language::vi, "dắc", "dac"), 1)});
  const std::map<std::string, std::uint32_t> counts(terms.begin(), terms.end());
  EXPECT_EQ(counts.count("Vkadacxtan"), 1U);
  EXPECT_EQ(counts.count(pair_term(word(Language::vi, "ka", "ka"), word(Language::vi, "dắc", "dac"))), 1U);
  EXPECT_EQ(counts.size(), 4U);
}

TEST(Terms, NamesMeetUnderOneTerm) {
  const auto terms = terms_of({token(word(Language::ru, "букейханов", "bkkhnv", "bkkhnv"), 0)});
  EXPECT_EQ(terms[0].first, "Nbkkhnv");
  EXPECT_EQ(name_term(""), "");
}

TEST(Terms, StayBelowXapiansLimitWhateverTheId) {
  std::string id;
  for (int i = 0; i < 150; ++i) id += "ғ";
  const std::string term = document_term(id);
  EXPECT_LE(term.size(), 245U);
  EXPECT_NE(term, document_term(id + "x"));
  EXPECT_EQ(document_term("short"), "Dshort");
}

}  // namespace
}  // namespace izde::schema
