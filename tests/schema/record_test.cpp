#include "schema/record.hpp"

#include "schema/bytes.hpp"

#include <gtest/gtest.h>

namespace izde::schema {
namespace {

PassageRecord example() {
  PassageRecord record;
  record.passage.document = "ru/semey.md";
  record.passage.number = 7;
  record.passage.title = "Семипалатинск";
  record.passage.heading = "Город › Имена";
  record.passage.page = "61";
  record.passage.text = "Въ городѣ Семипалатинскѣ состоялся съѣздъ.";
  record.passage.reading = {analysis::Language::ru, analysis::Script::cyrillic, analysis::Alphabet::none, true, 0.875F};
  record.passage.mentions = {{"L001", section_text, 2, 1}, {"O001", section_title, 4, 2}};
  record.passage.dates = {{{3, 9}, {-19000, -18990}, "1917-12-26", "1917-12-13", "", analysis::DateKind::os, 0.95F},
                          {{10, 12}, {}, "XXXX-12-13", "", "", analysis::DateKind::noyear, 0.36F}};
  record.passage.written = analysis::DayRange{-18800, -18700};
  record.passage.kinds = {{PassageKind::decree, 0.75F}, {PassageKind::event, 0.5F}};
  record.passage.act = ActRecord{"order", "17/2", "1918-06-24", "1918-06-11", {"O002", "V001"}, {"P001"}, "О съѣздѣ"};
  record.stream.sections[section_text] = {{0, 0, 1}, {1, 1, 1}};
  return record;
}

TEST(Record, APassageComesBackWhole) {
  const PassageRecord record = example();
  const PassageRecord again = passage_from_data(to_data(record));
  EXPECT_EQ(again.passage, record.passage);
  EXPECT_EQ(again.stream, record.stream);
}

TEST(Record, MatchingReadsTheSameAsTheWholeRecord) {
  const PassageRecord record = example();
  const std::string data = to_data(record);
  PassageView view;
  TokenStream stream;
  read_for_matching(data, view, stream);
  EXPECT_EQ(view.document, record.passage.document);
  EXPECT_EQ(view.mentions, record.passage.mentions);
  ASSERT_EQ(view.dates.size(), 2U);  // that of the text, and that of the act
  EXPECT_EQ(view.dates[0].days, record.passage.dates[0].days);
  EXPECT_EQ(view.dates[1].days, searched_days(*record.passage.act)->days);
  EXPECT_EQ(view.written, record.passage.written);
  EXPECT_EQ(view.kinds, record.passage.kinds);
  EXPECT_EQ(act_from(view.act), record.passage.act);
  EXPECT_EQ(stream, record.stream);
}

TEST(Record, MatchingLeavesOutWhatIsNotNeeded) {
  const PassageRecord record = example();
  const std::string data = to_data(record);
  FormSieve sieve;
  sieve.add(1);
  PassageView view;
  TokenStream stream;
  read_for_matching(data, view, stream);  // what stood there before must go
  read_for_matching(data, view, stream, {false, false, false, &sieve});
  EXPECT_TRUE(view.dates.empty() && view.mentions.empty() && view.kinds.empty());
  EXPECT_EQ(view.written, record.passage.written);
  EXPECT_EQ(act_from(view.act), record.passage.act);
  const StreamWord kept{1, 1, 1};
  EXPECT_EQ(stream.sections[section_text], std::vector<StreamWord>{kept});
  EXPECT_EQ(stream.length(section_text), record.stream.length(section_text));
}

TEST(Record, ADocumentComesBackWhole) {
  DocumentRecord record;
  record.id = "kk/semey.md";
  record.path = "corpus/kk/semey.md";
  record.encoding = "UTF-8";
  record.content_hash = 0xFEDCBA9876543210u;
  record.passages = 12;
  record.words = {1, 2, 300, 4};
  record.metadata = {{"title", "Семей"}, {"author", "А"}, {"author", "Б"}};
  EXPECT_EQ(document_from_data(to_data(record)), record);
}

TEST(Record, EveryCutIsNoticed) {
  const std::string data = to_data(example());
  for (std::size_t size = 0; size + 1 < data.size(); ++size)
    EXPECT_THROW(passage_from_data(std::string_view(data).substr(0, size)), BytesError) << size;
}

}  // namespace
}  // namespace izde::schema
