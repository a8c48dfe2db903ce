// Each output against a file in data/outputs; IZDE_UPDATE_GOLDEN=1 in the environment writes the files anew.
#include "searcher/output/line.hpp"
#include "searcher/output/listing.hpp"
#include "searcher/output/numbers.hpp"
#include "searcher/output/outputs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>

namespace izde::searcher {
namespace {

using analysis::Language;
using analysis::Script;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// Where `word` stands in `text`.
Mark mark(const std::string& text, const std::string& word, Reason reason, const std::string& asked) {
  const std::size_t begin = text.find(word);
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + word.size())}, reason, asked};
}

Hit hit(std::size_t rank, const std::string& document, const std::string& text) {
  Hit hit;
  hit.rank = rank;
  hit.score = 1.0 / static_cast<double>(rank + 1);
  hit.passage.document = document;
  hit.passage.number = 3;
  hit.passage.text = text;
  hit.id = hit.passage.id();
  hit.excerpt.span = {0, static_cast<std::uint32_t>(text.size())};
  return hit;
}

Hit russian_hit() {
  const std::string text =
      "Второй всекиргизский съезд открылся в Оренбурге 5 декабря 1917 года. Съезд постановил образовать "
      "временный народный совет Алаш-Орда, местом пребывания которого избран Семипала́тинскъ.";
  Hit row = hit(1, "ru/sary-arqa.md", text);
  row.passage.reading = {Language::ru, Script::cyrillic, {}, false, 1};
  row.passage.title = "Сары-Арка";
  row.passage.heading = "1918 › № 29";
  row.passage.page = "2";
  row.metadata = {{"source", "газета «Сары-Арка»"}, {"date", "1918-01-25"}, {"author", "Б."}, {"author", "Г."}};
  row.kinds = {"newspaper"};
  row.dates = {"1917-12-18"};
  row.people = {"Alikhan Bukeikhan"};
  row.places = {"Orynbor", "Semey"};
  row.institutions = {"Alash Orda"};
  row.marks = {mark(text, "съезд", Reason::exact, "съезд"), mark(text, "Съезд", Reason::exact, "съезд"),
               mark(text, "Алаш-Орда", Reason::inflected, "алаш-орды"),
               mark(text, "Семипала́тинскъ", Reason::alias, "Семей")};
  row.excerpt.cut_after = true;
  row.more = 2;
  return row;
}

Hit arabic_hit() {
  const std::string text = "سەمەي قالاسىندا الاش وردا ۇكىمەتى قۇرىلدى";
  Hit row = hit(2, "kk/qazaq.txt", text);
  row.passage.reading = {Language::kk, Script::arabic, {}, false, 1};
  row.passage.title = "قازاق";
  row.marks = {mark(text, "سەمەي", Reason::script, "Семей")};
  return row;
}

Hit untidy_hit() {
  Hit row = hit(3, "vi/x.txt", "Hội nghị\tAlash \x1B[31mđỏ\nC:\\nam \xFF het");
  row.passage.reading = {Language::vi, Script::latin, {}, false, 1};
  row.score = 3;  // above the hit before it
  return row;
}

Response response() {
  Response answer;
  answer.query = "съезд Семей алаш-орды foo:x";
  answer.understood = "съезд Семей алаш-орды foo:x";
  answer.total = {120, false};
  answer.hits = {russian_hit(), arabic_hit(), untidy_hit()};
  answer.diagnostics = {{{40, 43}, "“foo” is not a field."}};
  answer.suggestions = {{"Семий", "Семей"}};
  answer.explanations = {{"Семей",
                          {{Reason::exact, "kk", "семей", 1, 12},
                           {Reason::alias, "ru", "семипалатинск", 0.5, 40},
                           {Reason::script, "", "smy", 0.25, 3}}}};
  answer.seconds = 0.0123;
  return answer;
}

std::string rendered(const std::string& name, const RenderOptions& options, const Response& answer = response()) {
  std::ostringstream out;
  find_output(name)->render(answer, options, out);
  return out.str();
}

std::string golden(const std::string& name, const std::string& now) {
  const std::string path = IZDE_TEST_DATA "/outputs/" + name + ".golden";
  if (std::getenv("IZDE_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << now;
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

TEST(Outputs, AreWhatWasReviewed) {
  for (const OutputRow& row : outputs()) {
    RenderOptions options;
    options.width = 72;
    const std::string name(row.name);
    const std::string plain = rendered(name, options);
    EXPECT_EQ(plain, golden(name, plain)) << name;
    options.explain = true;
    const std::string explained = rendered(name, options);
    if (explained == plain) continue;
    EXPECT_EQ(explained, golden(name + ".explain", explained)) << name;
  }
}

TEST(Outputs, FacetsInsteadOfHits) {
  Response answer;
  answer.query = answer.understood = "съезд";
  answer.total = {12, true};
  answer.facets.emplace();
  (*answer.facets)[static_cast<std::size_t>(Facet::people)] = {{"P001", "Алихан Букейханов", 12},
                                                               {"P002", "Мустафа\tШокай", 3}};
  RenderOptions options;
  options.facets = {Facet::people, Facet::places};
  std::ostringstream text;
  find_output("text")->render_facets(answer, options, text);
  EXPECT_EQ(text.str(),
            "People\n  12  Алихан Букейханов\n   3  Мустафа Шокай\n\nPlaces\n  none\n\n"
            "Counted over 12 hits (0.000 s)\n");
  std::ostringstream tsv;
  find_output("tsv")->render_facets(answer, options, tsv);
  EXPECT_EQ(tsv.str(), "people\tP001\tАлихан Букейханов\t12\npeople\tP002\tМустафа\\tШокай\t3\n");
  EXPECT_THAT(rendered("json", {}, answer),
              HasSubstr("\"facets\":{\"people\":[{\"id\":\"P001\",\"name\":\"Алихан Букейханов\",\"count\":12},"));
  EXPECT_THAT(rendered("json", {}, answer),
              HasSubstr("\"places\":[],\"institutions\":[],\"languages\":[],\"kinds\":[],\"acts\":[],\"issuers\":[]}"));
}

TEST(Outputs, AreFoundByName) {
  EXPECT_EQ(find_output("json")->media_type, "application/json");
  EXPECT_EQ(find_output("xml"), nullptr);
}

TEST(Outputs, OfNothing) {
  Response empty;
  empty.query = empty.understood = "x";
  EXPECT_EQ(rendered("text", {}, empty), "Nothing found (0.000 s)\n");
  for (const char* name : {"kwic", "tsv", "trec", "jsonl"}) EXPECT_EQ(rendered(name, {}, empty), "");
  EXPECT_EQ(
      rendered("json", {}, empty),
      "{\"version\":1,\"qid\":\"1\",\"query\":\"x\",\"understood\":\"x\",\"total\":{\"count\":0,\"relation\":\"eq\"},"
      "\"hits\":[],\"facets\":{},\"timeline\":[],\"suggestions\":[],\"diagnostics\":[],\"rerun\":\"\"}\n");
  empty.total = {5, true};
  EXPECT_EQ(rendered("text", {}, empty), "No more hits; found 5 (0.000 s)\n");
}

TEST(Text, ColorsByReasonAndNoTextBringsItsOwn) {
  RenderOptions options;
  options.color = true;
  const std::string text = rendered("text", options);
  EXPECT_THAT(text, HasSubstr("\x1b[1;32mсъезд\x1b[0m"));
  EXPECT_THAT(text, HasSubstr("\x1b[1;35mСемипала́тинскъ\x1b[0m."));
  EXPECT_THAT(text, Not(HasSubstr("\x1b[31m")));
  EXPECT_THAT(rendered("kwic", options), HasSubstr("\x1b[1;32mСъезд\x1b[0m"));
  EXPECT_THAT(rendered("text", {}), Not(HasSubstr("\x1b")));
}

TEST(Text, WidthIsKept) {
  RenderOptions options;
  for (options.width = 24; options.width < 100; options.width += 7) {
    for (const std::string& line : excerpt_lines(russian_hit(), options.width, false)) {
      EXPECT_LE(columns(line), options.width) << line;
    }
  }
}

TEST(Kwic, MatchesAndIdsStandBelowEachOther) {
  std::istringstream lines(rendered("kwic", {}));
  std::string line;
  std::size_t count = 0;
  for (; std::getline(lines, line); ++count) {
    // 18 columns for the longest id, the left context two fifths of what is left.
    EXPECT_EQ(columns(line.substr(0, line.rfind("  ") + 2)), 82U) << line;
    EXPECT_THAT(head(line, 33).substr(head(line, 31).size()), StartsWith("  ")) << line;
  }
  EXPECT_EQ(count, 6U);  // four marks, one mark, and a passage without
}

TEST(Trec, ScoresFallStrictlyEvenInSinglePrecision) {
  Response answer;
  for (const double score :
       {std::numeric_limits<double>::infinity(), 0.5, 0.5, 0.50000000001, 0.1, 0.1, 3.0, 0.0, -1.0}) {
    answer.hits.push_back(hit(answer.hits.size() + 1, "d", "x"));
    answer.hits.back().score = score;
  }
  std::istringstream run(rendered("trec", {}, answer));
  std::string qid, q0, id, tag;
  std::size_t rank = 0;
  std::size_t count = 0;
  for (float score = 0, before = 1e30F; run >> qid >> q0 >> id >> rank >> score >> tag; before = score) {
    EXPECT_LT(score, before);
    EXPECT_EQ(rank, ++count);
  }
  EXPECT_EQ(count, answer.hits.size());
}

TEST(Line, CombiningMarksAndInvisibleSignsTakeNoColumn) {
  EXPECT_EQ(columns("Семипала\u0301тинск"), 13U);
  EXPECT_EQ(columns("قا\u200Cز"), 3U);
  EXPECT_EQ(head("а\u0301б", 1), "а\u0301");
  EXPECT_EQ(tail("ба\u0301в", 2), "а\u0301в");
  EXPECT_EQ(tail("ба\u0301", 0), "");
  EXPECT_EQ(tail("аб", 5), "аб");
}

TEST(Line, HoldsNoControlCharacter) { EXPECT_EQ(one_line("\n a\x1B[1m\t\u00A0 b\x7F"), "a [1m b"); }

TEST(Line, HoldsNoSignThatSteersIt) {
  EXPECT_EQ(one_line("\u202Ea\u200Bb\u2067c\u2028d\u202C"), "abc d");
  EXPECT_EQ(one_line("می\u200Cخ"), "می\u200Cخ");
}

TEST(Listing, AnActWithoutATypeOfItsOwnIsAnAct) {
  Hit row = hit(1, "a.md", "x");
  EXPECT_EQ(act_line(row), "");
  row.passage.act = schema::ActRecord{"resolution", "253", "1918-06-24", "1918-06-11", {}, {}, ""};
  EXPECT_EQ(act_line(row), "act: resolution № 253 · 1918-06-24 (O.S. 1918-06-11)");
  row.passage.act->type = "other";
  EXPECT_EQ(act_line(row), "act № 253 · 1918-06-24 (O.S. 1918-06-11)");
  row.passage.act->number.clear();
  EXPECT_EQ(act_name(*row.passage.act), "act");
}

TEST(Numbers, AreWrittenInFull) {
  EXPECT_EQ(fixed(0.12345, 3), "0.123");
  EXPECT_EQ(fixed(std::numeric_limits<double>::quiet_NaN(), 3), "0");
  EXPECT_EQ(fixed(1e300, 0).size(), 301U);
  EXPECT_EQ(exact_digits(0.5F), "0.5");
  EXPECT_EQ(exact_digits(1e-8F), "0.00000001");
}

}  // namespace
}  // namespace izde::searcher
