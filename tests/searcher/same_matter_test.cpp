// Which passages tell the same: a table of pairs made here, over an index in which all names are equally rare.
#include "searcher/engine/same_matter.hpp"

#include "analysis/analyzer.hpp"
#include "indexer/writer.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

namespace izde::searcher {
namespace {

constexpr auto kNames =
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix scheme: <https://izde.example/scheme/> .\n@prefix : <https://izde.example/id/> .\n"
    ":V1 a skos:Concept ; skos:inScheme scheme:events ; skos:prefLabel \"Съезд народов\"@ru .\n";

class SameMatterTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / ("izde_same_matter_test_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "names.ttl") << kNames;
    thesaurus_.load(folder_ / "names.ttl");
    thesaurus_.build(analysis::Analyzer());
    indexer::Writer writer((folder_ / "index").string());
    writer.set_thesaurus_fingerprint(thesaurus_.fingerprint());
    writer.commit();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string told(const Matter& one, const Matter& other) const {
    const Snapshot snapshot({(folder_ / "index").string()});
    const std::string by(describe(sameness(one, other, snapshot, thesaurus_).by));
    EXPECT_EQ(describe(sameness(other, one, snapshot, thesaurus_).by), by);
    return by;
  }

  std::filesystem::path folder_;
  thesaurus::Thesaurus thesaurus_;
};

Matter naming(std::vector<std::string> concepts, schema::Section section = schema::section_text) {
  Matter matter;
  for (const std::string& id : concepts) {
    schema::Mention mention;
    mention.concept_id = id;
    mention.section = section;
    matter.passage.mentions.push_back(mention);
  }
  matter.concepts = std::move(concepts);
  return matter;
}

Matter on(const std::string& day, Matter matter) {
  matter.dates.push_back({{{*analysis::parse_date(day), 1}}, day, {}, true});
  return matter;
}

Matter stating(const std::string& type, const std::string& number, const std::string& day,
               std::vector<std::string> issuers = {}) {
  Matter matter;
  matter.passage.act = schema::ActRecord{type, number, day, "", std::move(issuers), {}, ""};
  return matter;
}

Matter counting(std::vector<std::string> numbers, Matter matter) {
  matter.numbers = std::move(numbers);
  return matter;
}

TEST_F(SameMatterTest, ActsAreOneByDayAndTypeOrIssuer) {
  EXPECT_EQ(told(stating("law", "", "1918-06-24"), stating("law", "", "1918-06-24")), "act");
  EXPECT_EQ(told(stating("law", "", "1918-06-24", {"O1"}), stating("order", "", "1918-06-24", {"O1"})), "act");
  EXPECT_EQ(told(stating("law", "", "1918-06-24"), stating("order", "", "1918-06-24")), "");
  EXPECT_EQ(told(stating("law", "", "1918-06-24"), stating("law", "", "1918-06-25")), "");
  EXPECT_EQ(told(stating("law", "1", "1918-06-24"), stating("law", "2", "1918-06-24")), "");
  EXPECT_EQ(told(stating("law", "", "1918-06"), stating("law", "", "1918-06")), "");
}

TEST_F(SameMatterTest, OfADayByEnoughNames) {
  EXPECT_EQ(told(on("1917-12-26", naming({"L1", "P1"})), on("1917-12-26", naming({"L1", "P2"}))), "day");
  EXPECT_EQ(told(on("1917-12-26", naming({"L1", "P1", "P3"})), on("1917-12-26", naming({"L1", "P2", "P4"}))), "");
  EXPECT_EQ(told(on("1917-12-26", naming({"L1"})), on("1917-12-27", naming({"L1"}))), "");
  EXPECT_EQ(told(on("1917-12", naming({"L1"})), on("1917-12", naming({"L1"}))), "");
}

TEST_F(SameMatterTest, ByTwoLargeNumbersAndAName) {
  EXPECT_EQ(told(counting({"13500", "750"}, naming({"L1"})), counting({"750", "13500"}, naming({"L1"}))), "numbers");
  EXPECT_EQ(told(counting({"13500"}, naming({"L1"})), counting({"13500"}, naming({"L1"}))), "");
  EXPECT_EQ(told(counting({"13500", "750"}, naming({})), counting({"750", "13500"}, naming({}))), "");
}

TEST_F(SameMatterTest, OfAnEventByManyNames) {
  const std::vector<std::string> six{"V1", "L1", "L2", "P1", "P2", "P3"};
  EXPECT_EQ(told(naming(six), naming(six)), "event");
  EXPECT_EQ(told(naming({"V1", "L1", "L2", "P1", "P2"}), naming(six)), "");
  EXPECT_EQ(told(naming({"L3", "L1", "L2", "P1", "P2", "P3"}), naming({"L3", "L1", "L2", "P1", "P2", "P3"})), "");
  // A title speaks of more than its passages do.
  EXPECT_EQ(told(naming(six, schema::section_title), naming(six)), "");
}

}  // namespace
}  // namespace izde::searcher
