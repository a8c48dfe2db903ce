#include "thesaurus/thesaurus.hpp"

#include <filesystem>
#include <fstream>
#include <thread>

#include "case_rows.hpp"

namespace izde::thesaurus {
namespace {

constexpr std::string_view kPrefixes =
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix izde: <https://izde.example/ns#> .\n"
    "@prefix id: <https://izde.example/id/> .\n";

/// A folder for one test, gone afterwards.
class ThesaurusFiles : public testing::Test {
 protected:
  ThesaurusFiles() : folder_(std::filesystem::path(testing::TempDir()) / folder_name()) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~ThesaurusFiles() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(const std::string& name, std::string_view turtle) const {
    std::ofstream(folder_ / name, std::ios::binary) << kPrefixes << turtle;
    return folder_ / name;
  }

  const std::filesystem::path folder_;

 private:
  static std::string folder_name() {
    return std::string("izde_thesaurus_") + testing::UnitTest::GetInstance()->current_test_info()->name();
  }
};

TEST_F(ThesaurusFiles, AFolderIsReadInOrderOfNameAndConceptsGrowTogether) {
  write("b.ttl", "id:L1 skos:altLabel \"Semipalatinsk\"@vi, \"Semey\"@vi ; skos:broader id:L2 .\n");
  write("a.ttl", "id:L1 a skos:Concept ; skos:prefLabel \"Semey\"@vi ; skos:scopeNote \"a town\"@en .\n");
  write("c.txt", "this is not Turtle");
  Thesaurus thesaurus;
  thesaurus.load(folder_);
  ASSERT_EQ(thesaurus.concepts().size(), 1u);
  const Concept& semey = thesaurus.concepts().front();
  EXPECT_EQ(semey.labels, (std::vector<Label>{{"Semey", "vi", LabelKind::preferred},
                                              {"Semipalatinsk", "vi", LabelKind::alternative},
                                              {"Semey", "vi", LabelKind::alternative}}));
  EXPECT_EQ(semey.broader, std::vector<std::string>{"L2"});
  EXPECT_EQ(semey.note, "a town");
  EXPECT_EQ(thesaurus.find("L1"), 0);
  EXPECT_EQ(thesaurus.find("L2"), -1);
}

TEST_F(ThesaurusFiles, WhatCannotBeReadIsNamed) {
  Thesaurus thesaurus;
  try {
    thesaurus.load(folder_ / "nowhere.ttl");
    FAIL() << "no error";
  } catch (const ThesaurusError& error) {
    EXPECT_NE(std::string(error.what()).find("nowhere.ttl"), std::string::npos) << error.what();
  }
  const std::filesystem::path bad = write("bad.ttl", "id:L1 skos:prefLabel \"Semey\n");
  try {
    thesaurus.load(bad);
    FAIL() << "no error";
  } catch (const ThesaurusError& error) {
    EXPECT_NE(std::string(error.what()).find("bad.ttl:4: "), std::string::npos) << error.what();
  }
}

TEST_F(ThesaurusFiles, WhatShipsSaysOfItsMeetingsWhenTheyWere) {
  const auto date_of = [](std::string_view id) {
    return shipped().concepts()[static_cast<std::size_t>(shipped().find(id))].date;
  };
  EXPECT_EQ(date_of("V002"), analysis::parse_date("1917-12-18/1917-12-26"));
  EXPECT_EQ(date_of("V008"), analysis::parse_date("1918-09-08/1918-09-23"));
  EXPECT_TRUE(shipped().notes().empty());
}

TEST_F(ThesaurusFiles, TheFingerprintFollowsTheLabels) {
  const auto fingerprint = [&](std::string_view turtle) {
    Thesaurus thesaurus;
    thesaurus.load(write("x.ttl", turtle));
    return thesaurus.fingerprint();
  };
  const std::string one = fingerprint("id:L1 skos:prefLabel \"Semey\"@vi .\n");
  EXPECT_EQ(one.size(), 16u);
  EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(one, fingerprint("id:L1 skos:prefLabel \"Semey\"@vi ; skos:scopeNote \"a town\"@en .\n"));
  EXPECT_NE(one, fingerprint("id:L1 skos:prefLabel \"Semei\"@vi .\n"));
  EXPECT_NE(one, fingerprint("id:L1 skos:prefLabel \"Semey\"@en .\n"));
  EXPECT_NE(one, fingerprint("id:L1 skos:altLabel \"Semey\"@vi .\n"));
  EXPECT_NE(one, fingerprint("id:L1 skos:prefLabel \"Semey\"@vi ; izde:date \"1718/..\" .\n"));
  EXPECT_NE(one, fingerprint("id:L2 skos:prefLabel \"Semey\"@vi .\n"));
}

TEST_F(ThesaurusFiles, ALabelWithoutTagIsReadInEveryWay) {
  Thesaurus thesaurus;
  thesaurus.load(write("x.ttl",
                       "id:L1 skos:prefLabel \"Қарқаралы\" . id:L2 skos:prefLabel \"Тобольск\" .\n"
                       "id:L3 skos:prefLabel \"Tobolsk\" .\n"));
  thesaurus.build(analyzer());
  const auto found = [&](std::string_view tag, std::string_view text) {
    return print(thesaurus, thesaurus.mentions(analyzer().analyze(text, reading_of(tag))));
  };
  EXPECT_EQ(found("kk-Cyrl", "Қарқаралыда болды"), "L1:0+1");
  EXPECT_EQ(found("kk-Arab", "قارقارالىدا بولدى"), "L1:0+1");
  EXPECT_EQ(found("ru", "жил в Тобольске"), "L2:2+1");
  EXPECT_EQ(found("vi", "ở Tobolsk"), "L3:1+1");
}

TEST(Thesaurus, NamesAreGivenInTheLanguageAskedFor) {
  Concept semey;
  semey.id = "L1";
  EXPECT_EQ(semey.name("vi"), "L1");
  semey.labels = {{"Semipalatinsk", "vi", LabelKind::alternative},
                  {"Семей", "kk-Cyrl", LabelKind::preferred},
                  {"Semei", "kk-Latn", LabelKind::preferred},
                  {"Семипалатинск", "ru", LabelKind::preferred}};
  EXPECT_EQ(semey.name("ru"), "Семипалатинск");
  EXPECT_EQ(semey.name("kk"), "Семей");
  EXPECT_EQ(semey.name("vi"), "Семей");
}

TEST(Thesaurus, TheShippedOneHasNamesInEveryLanguage) {
  const Concept& semey = shipped().concepts()[static_cast<std::size_t>(shipped().find("L001"))];
  EXPECT_EQ(semey.scheme, "places");
  EXPECT_EQ(semey.name("vi"), "Semey");
  EXPECT_EQ(semey.name("kk"), "Семей");
  EXPECT_EQ(semey.name("ru"), "Семипалатинск");
  EXPECT_EQ(semey.broader, std::vector<std::string>{"L050"});
}

TEST(Thesaurus, ManyThreadsFindTheSame) {
  const analysis::Tokens tokens = analyzer().analyze("Алаш-Орда въ Семипалатинскѣ", reading_of("ru-petr1708"));
  const std::vector<Found> alone = shipped().mentions(tokens);
  EXPECT_FALSE(alone.empty());
  std::vector<std::vector<Found>> found(4);
  std::vector<std::thread> threads;
  for (std::vector<Found>& mine : found) threads.emplace_back([&] { mine = shipped().mentions(tokens); });
  for (std::thread& thread : threads) thread.join();
  for (const std::vector<Found>& one : found) EXPECT_EQ(one, alone);
}

}  // namespace
}  // namespace izde::thesaurus
