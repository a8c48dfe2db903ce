// Against which length the words of a document count.
#include "searcher/engine/mean_lengths.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace izde::searcher {
namespace {

using analysis::Language;

TEST(MeanLengths, IsThatOfTheIndexWhereItIsUsual) {
  const std::vector<DocumentLength> documents{{Language::kk, 90}, {Language::ru, 130}};
  const MeanLengths means(documents, 100);
  EXPECT_DOUBLE_EQ(means.of(Language::kk), 100);
  EXPECT_DOUBLE_EQ(means.of(Language::ru), 100);
}

TEST(MeanLengths, GivesWayToWhatCompetesInTheLanguage) {
  const std::vector<DocumentLength> documents{{Language::kk, 60}, {Language::kk, 60}, {Language::ru, 900}};
  const MeanLengths means(documents, 400);
  EXPECT_NEAR(means.of(Language::kk), 90, 1e-9);
  EXPECT_NEAR(means.of(Language::ru), 600, 1e-9);
}

TEST(MeanLengths, OneLongDocumentChangesLittle) {
  std::vector<DocumentLength> documents(9, {Language::ru, 100});
  documents.push_back({Language::ru, 100000});
  EXPECT_LT(MeanLengths(documents, 100).of(Language::ru), 150);
}

TEST(MeanLengths, AreNeverZero) {
  const std::vector<DocumentLength> empty{{Language::vi, 0}};
  EXPECT_GT(MeanLengths(empty, 1).of(Language::vi), 0);
  EXPECT_GT(MeanLengths({}, 1).of(Language::other), 0);
}

}  // namespace
}  // namespace izde::searcher
