#include "searcher/options/command_line.hpp"

#include "analysis/date.hpp"
#include "searcher/output/csv_line.hpp"
#include "searcher/output/markdown_text.hpp"
#include "searcher/output/provenance.hpp"

#include <gtest/gtest.h>

#include <string>

namespace izde::searcher {
namespace {

Options asked(std::string query) {
  Options options;
  options.databases = {"izde.db"};
  options.output = find_output("text");
  options.request.query = std::move(query);
  return options;
}

TEST(CommandLine, HasTheIndexTheQueryAndNoDefaults) {
  EXPECT_EQ(command_line(asked("земля съезд")), "izde-search --db izde.db 'земля съезд'");
  EXPECT_EQ(command_line(asked("Semey")), "izde-search --db izde.db Semey");
  EXPECT_EQ(command_line(asked("-Semey")), "izde-search --db izde.db -- -Semey");
}

TEST(CommandLine, HasWhatDiffers) {
  Options options = asked("x");
  options.databases = {"a b.db", "host:80"};
  options.thesauri = {"my.ttl"};
  options.request.count = 25;
  options.request.offset = 5;
  options.request.languages = {analysis::Language::vi, analysis::Language::kk};
  options.request.kinds = {"decree", "event"};
  options.request.dates = analysis::parse_date_range("1917-12..1918");
  options.request.undated = options.request.exact_only = options.request.fold = true;
  options.request.aliases = options.request.translate = false;
  options.request.sort = Sorting::date;
  options.request.weights[static_cast<std::size_t>(Weighed::title)] = 0.25;
  options.output = find_output("csv");
  options.render.cite = CitationStyle::chicago;
  options.render.color = true;
  EXPECT_EQ(command_line(options),
            "izde-search --db 'a b.db' --db host:80 --thesaurus my.ttl -n 25 --offset 5 --lang vi --lang kk --kind "
            "decree --kind event --from 1917-12 --to 1918 --undated --exact --no-aliases --no-translate --weight "
            "'title=0.25' --fold "
            "--sort date --format csv --cite chicago x");
}

TEST(CommandLine, DatesAreAsShortAsTheyCanBe) {
  for (const auto& [typed, told] : {std::pair{"1918..", " --from 1918"},
                                    {"..1918", " --to 1918"},
                                    {"1918-02..1918-02", " --from 1918-02 --to 1918-02"},
                                    {"os:1917-12-05..1918-01-01", " --from 1917-12-18 --to 1918-01-14"}}) {
    Options options = asked("x");
    options.request.dates = analysis::parse_date_range(typed);
    EXPECT_EQ(command_line(options), "izde-search --db izde.db" + std::string(told) + " x") << typed;
  }
}

TEST(CommandLine, OfATimelineHasItsOwnDefaults) {
  Options options = asked("x");
  options.command = Command::timeline;
  options.request.count = kTimelineLines;
  options.request.all_dates = true;
  EXPECT_EQ(command_line(options), "izde-search timeline --db izde.db --all-dates x");
}

TEST(CommandLine, OfWhatIsLikeAPassageNamesIt) {
  Options options = asked("like -m.md#p1");
  options.command = Command::like;
  options.request.like = "-m.md#p1";
  options.request.same_document = true;
  EXPECT_EQ(command_line(options), "izde-search like --db izde.db --same-document -- '-m.md#p1'");
}

TEST(CommandLine, OfABibFileHoldsNoAt) {
  Options options = asked("foo@bar Семей");
  options.databases = {"a@b.db"};
  options.output = find_output("bibtex");
  EXPECT_EQ(command_line(options), "izde-search --db $'a\\x40b.db' --format bibtex $'foo\\x40bar Семей'");
}

TEST(ShellWord, IsReadAgain) {
  EXPECT_EQ(shell_word("a-b_c/d.e:1"), "a-b_c/d.e:1");
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("it's $x `y` \"z\"!"), "'it'\\''s $x `y` \"z\"!'");
  EXPECT_EQ(shell_word("~x"), "'~x'");
  EXPECT_EQ(shell_word("a\n'\\"), "$'a\\x0a\\'\\\\'");
  EXPECT_EQ(shell_word("a\xFF"), "$'a\\xff'");
  EXPECT_EQ(shell_word("it's a@b", '@'), "$'it\\'s a\\x40b'");
  EXPECT_EQ(shell_word("ab", '@'), "ab");
  EXPECT_EQ(shell_word("a\u202E"), "$'a\\xe2\\x80\\xae'");
}

TEST(Provenance, IsACommandWithAComment) {
  EXPECT_EQ(provenance("izde-search x", "3f9c").substr(0, 22), "izde-search x  # izde ");
  EXPECT_TRUE(provenance("izde-search x", "3f9c").ends_with(", index 3f9c"));
  EXPECT_EQ(provenance("", "3f9c"), "");
}

TEST(CsvCell, IsQuotedWhereItMustAndNeverRun) {
  EXPECT_EQ(csv_cell("a, \"b\""), "\"a, \"\"b\"\"\"");
  EXPECT_EQ(csv_cell("a\r\nb"), "a  b");
  for (const std::string run : {"=1+1", "+7", "-x", "@SUM(A1)", "＝1", "\t=1", " =1"})
    EXPECT_EQ(csv_cell(run)[0], '\'') << run;
  EXPECT_EQ(csv_cell("1918-06"), "1918-06");
  EXPECT_EQ(csv_cell("a\u202Eb\u200Bc\u2028d\u2066"), "abc d");
  EXPECT_EQ(csv_cell("\u200B=1"), "'=1");
}

// The excerpt of a text with a word lit.
std::string with_bold(const std::string& text, const std::string& word) {
  Hit hit;
  hit.passage.text = text;
  hit.excerpt.span = {0, static_cast<std::uint32_t>(text.size())};
  const auto begin = static_cast<std::uint32_t>(text.find(word));
  hit.marks = {{{begin, begin + static_cast<std::uint32_t>(word.size())}, Reason::exact, word}};
  return markdown_excerpt(hit);
}

TEST(MarkdownText, IsNoMarkup) {
  EXPECT_EQ(markdown_text("*a* [b](c) <d> e_f `g` # h"), "\\*a\\* \\[b\\](c) \\<d\\> e\\_f \\`g\\` \\# h");
  EXPECT_EQ(markdown_text("- a"), "\\- a");
  EXPECT_EQ(markdown_text("(see https://a.org/b_c?d&e). f_g"), "(see <https://a.org/b_c?d&e>). f\\_g");
  EXPECT_EQ(markdown_text("1918. a"), "1918\\. a");
  EXPECT_EQ(markdown_text("1918 a - b"), "1918 a - b");
  for (const std::string blank : {" ", "\n", "\u00A0", "\u2009", "\u2028", "\u3000"})
    EXPECT_EQ(with_bold("а" + blank + "b" + blank + "в", "b"), "а **b** в") << blank;
  EXPECT_EQ(with_bold("(b)", "b"), "(**b**)");
  EXPECT_EQ(markdown_command("x ``` y"), "````sh\nx ``` y\n````\n");
}

}  // namespace
}  // namespace izde::searcher
