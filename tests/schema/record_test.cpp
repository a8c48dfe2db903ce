#include "schema/record.hpp"

#include "analysis/analyzer.hpp"
#include "schema/bytes.hpp"

#include <gtest/gtest.h>

namespace izde::schema {
namespace {

/// A record whose words were read from its texts, and what is stored of it.
struct Example {
  PassageRecord record;
  std::string data;
  Lexicon lexicon;
};

Example example(const std::string& document = "ru/semey.md", const std::string& title = "Семипалатинск") {
  Example made;
  PassageRecord& record = made.record;
  record.passage.document = document;
  record.passage.number = 7;
  record.passage.title = title;
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
  const analysis::Analyzer analyzer;
  LexiconBuilder builder;
  std::array<analysis::Tokens, kSections> words;
  const std::array<std::string_view, kSections> texts{record.passage.title, record.passage.heading,
                                                      record.passage.text};
  for (std::size_t section = 0; section < kSections; ++section) {
    words[section] = analyzer.analyze(texts[section], record.passage.reading);
    for (const analysis::Token& token : words[section])
      record.stream.sections[section].push_back({builder.number(*token), token.position, token.width});
  }
  made.data = to_data(record, texts_beside_words(record.passage, words));
  made.lexicon.append(builder.take_block());
  return made;
}

TEST(Record, APassageComesBackWhole) {
  const auto [record, data, lexicon] = example();
  const PassageRecord again = passage_from_data(data, lexicon);
  EXPECT_EQ(again.passage, record.passage);
  EXPECT_EQ(again.stream, record.stream);
}

TEST(Record, MatchingReadsTheSameAsTheWholeRecord) {
  const auto [record, data, lexicon] = example();
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
  const auto [record, data, lexicon] = example();
  const StreamWord kept = record.stream.sections[section_text].at(1);
  FormSieve sieve;
  sieve.add(kept.form);
  PassageView view;
  TokenStream stream;
  read_for_matching(data, view, stream);  // what stood there before must go
  read_for_matching(data, view, stream, {false, false, false, &sieve});
  EXPECT_TRUE(view.dates.empty() && view.mentions.empty() && view.kinds.empty());
  EXPECT_EQ(view.written, record.passage.written);
  EXPECT_EQ(act_from(view.act), record.passage.act);
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
  const Example last = example("kk/semey.md", "Семей");
  Sources sources;
  const std::string data = last.data + to_data(record, last.record.passage.title, sources);
  EXPECT_EQ(document_from_data(data, sources, &last.lexicon), record);
  EXPECT_EQ(passage_from_data(data, last.lexicon).passage, last.record.passage);
  EXPECT_EQ(document_from_data(data, sources).content_hash, record.content_hash);
  for (std::size_t size = last.data.size(); size < data.size(); ++size)
    EXPECT_THROW(document_from_data(data.substr(0, size), sources), BytesError) << size;
  record.metadata[0].second = "Қала";  // not what the passage says
  EXPECT_EQ(document_from_data(last.data + to_data(record, "Семей", sources), sources, &last.lexicon), record);
}

TEST(Record, EveryCutIsNoticed) {
  const auto [record, data, lexicon] = example();
  for (std::size_t size = 0; size < data.size(); ++size)
    EXPECT_THROW(passage_from_data(std::string_view(data).substr(0, size), lexicon), BytesError) << size;
}

TEST(Record, TextOfSignsIsPacked) {
  Passage passage;
  for (int i = 0; i < 100; ++i) passage.text += "+----+ | § ";
  const std::string beside = texts_beside_words(passage, {});
  EXPECT_LT(beside.size(), passage.text.size() / 5);
  EXPECT_EQ(passage_from_data(to_data({passage, {}}, beside), Lexicon()).passage.text, passage.text);
}

}  // namespace
}  // namespace izde::schema
