#include "searcher/options/typed.hpp"

// The commands that read texts, not an index.
namespace izde::searcher {
namespace {

constexpr auto kDatesFooter =
    "\nPrints a line for each date, tab-separated: first and last byte, the date in New Style (EDTF), the same in Old\n"
    "Style where the text tells it, its kind, how sure it is (0 to 1), and the words. An empty line ends each text.\n"
    "  1917-12-13  a day        1917-12  a month       192X  a decade     XXXX-12-13  the year is left out\n"
    "  A/B  from A to B         ../A  up to A          A/..  from A on    1917~  about    1917?  doubtful\n"
    "Kinds that need a word: double is one day told in both styles, 11 (24) June; double? may also be a range;\n"
    "double! is written like one, but its days are not 13 apart; os and ns are days marked Old and New Style.\n"
    "\nExamples:\n"
    "  izde-search dates '11 (24) июня 1918 г.'\n"
    "  izde-search dates --lang vi 'từ ngày 5 đến ngày 13 tháng 12 năm 1917'\n"
    "  izde-search dates < chronicle.txt\n";

void add_analyze_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("TEXT", options.texts, "Texts to read; lines of standard input if none");
  app.add_option("--lang", typed.language, "Read as this language: vi, kk or ru (default: detected)");
}

}  // namespace

const CommandRow kAnalyzeRow{
    "analyze", Command::analyze,

    "Prints a line for each word, tab-separated: written, plain, stem, key, first and last byte, language.\n"
    "Why did this not match? Two words match when their stems (or keys) are the same.",
    "", add_analyze_options};

const CommandRow kDetectRow{"detect", Command::detect,
                            "Prints language, script and confidence of each line of standard input.", "",
                            [](CLI::App&, Typed&, Options&) {}};

const CommandRow kDatesRow{"dates", Command::dates,
                           "Finds the dates of a text, in the words, scripts and calendars of its time.", kDatesFooter,
                           add_analyze_options};

}  // namespace izde::searcher
