#include "searcher/output/citation.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace izde::searcher {
namespace {

struct Case {
  const char* name;
  CitedSource source;
  const char *gost, *chicago, *bibtex;
};

CitedSource source(std::string title, std::string page, schema::Metadata metadata) {
  return {"ru/a.md", std::move(title), std::move(page), std::move(metadata)};
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"ArchiveWithAllItTells",
       source("Постановление Алаш-Орды", "",
              {{"date", "1918-06-11"},
               {"calendar", "julian"},
               {"place", "Семей"},
               {"archive", "ЦГА РК"},
               {"fond", "Р-17"},
               {"opis", "1"},
               {"delo", "35"},
               {"leaf", "12 об."},
               {"source", "ЦГА РК, Ф. 17"}}),
       "Постановление Алаш-Орды. Семей, 11 июня 1918 г. (ст. ст.) // ЦГА РК. Ф. Р-17. Оп. 1. Д. 35. Л. 12 об.",
       "“Постановление Алаш-Орды,” Семей, June 11, 1918 (O.S.), f. Р-17, op. 1, d. 35, l. 12 об., ЦГА РК.",
       "@misc{ru/a.md,\n  title = {{Постановление Алаш-Орды}},\n  location = {Семей},\n  date = {1918-06-24},\n"
       "  year = {1918},\n  howpublished = {ЦГА РК. Ф. Р-17. Оп. 1. Д. 35. Л. 12 об.},\n"
       "  note = {Dated June 11, 1918 (O.S.)}\n}"},
      {"FondWithoutArchive", source("Письмо", "", {{"fond", "1701"}, {"delo", "6"}}), "Письмо // Ф. 1701. Д. 6.",
       "“Письмо,” f. 1701, d. 6.", "@misc{ru/a.md,\n  title = {{Письмо}},\n  howpublished = {Ф. 1701. Д. 6}\n}"},
      {"OthersAndADateThatCannotBeRead",
       source("Съезд", "", {{"author", "A"}, {"author", "B"}, {"author", "and others"}, {"date", "once"}}),
       "A, B [и др.]. Съезд. once.", "A, B, et al., “Съезд,” once.",
       "@misc{ru/a.md,\n  author = {{A} and {B} and others},\n  title = {{Съезд}},\n  note = {Dated once}\n}"},
      {"Newspaper",
       source(
           "Съезд", "2",
           {{"author", "Б."}, {"author", "Г."}, {"newspaper", "Сары-Арка"}, {"issue", "29"}, {"date", "1918-01-25"}}),
       "Б., Г. Съезд // Сары-Арка. 1918. 25 янв. № 29. С. 2.",
       "Б. and Г., “Съезд,” Сары-Арка, January 25, 1918, no. 29, p. 2.",
       "@article{ru/a.md,\n  author = {{Б.} and {Г.}},\n  title = {{Съезд}},\n  journal = {Сары-Арка},\n"
       "  number = {29},\n  date = {1918-01-25},\n  year = {1918}\n}"},
      {"Book",
       source("Алаш", "15",
              {{"author", "A"},
               {"author", "B"},
               {"author", "C"},
               {"translator", "D"},
               {"edition", "2-е изд."},
               {"place", "Алматы"},
               {"publisher", "Ғылым & Co"},
               {"date", "1995"}}),
       "A, B, C. Алаш / пер. D. 2-е изд. Алматы : Ғылым & Co, 1995. С. 15.",
       "A, B, and C, Алаш, trans. D, 2-е изд. (Алматы: Ғылым & Co, 1995), 15.",
       "@book{ru/a.md,\n  author = {{A} and {B} and {C}},\n  title = {{Алаш}},\n  translator = {{D}},\n"
       "  edition = {2-е изд.},\n  publisher = {Ғылым \\& Co},\n  address = {Алматы},\n  date = {1995},\n"
       "  year = {1995}\n}"},
      {"AddressAsSource", source("Кто мы?", "", {{"source", "https://x.org/a_{b}"}, {"date", "1917-12/1918-06"}}),
       "Кто мы? декабрь 1917 г. – июнь 1918 г. URL: https://x.org/a_{b}",
       "“Кто мы?” December 1917 – June 1918, https://x.org/a_{b}.",
       "@misc{ru/a.md,\n  title = {{Кто мы?}},\n  date = {1917-12/1918-06},\n  year = {1917–1918},\n"
       "  url = {https://x.org/a_%7Bb%7D}\n}"},
      {"SourceInWords", source("Записка", "7", {{"source", "Сборник документов"}, {"date", "начало века"}}),
       "Записка. начало века // Сборник документов. С. 7.", "“Записка,” начало века, Сборник документов, p. 7.",
       "@misc{ru/a.md,\n  title = {{Записка}},\n  howpublished = {Сборник документов},\n"
       "  note = {Dated начало века}\n}"},
      {"NothingButAnId", source("", "", {}), "ru/a.md.", "“ru/a.md.”", "@misc{ru/a.md,\n  title = {{ru/a.md}}\n}"},
  };
  return all;
}

TEST(Citation, SaysWhatTheDocumentTellsAndNothingElse) {
  for (const Case& one : cases()) {
    EXPECT_EQ(cite(CitationStyle::gost, one.source), one.gost) << one.name;
    EXPECT_EQ(cite(CitationStyle::chicago, one.source), one.chicago) << one.name;
    EXPECT_EQ(cite(CitationStyle::bibtex, one.source), one.bibtex) << one.name;
  }
}

TEST(Citation, TitlesAreOnOneLineAndEscapedForLatex) {
  const CitedSource untidy = source("50 % of\n#1_{x}\\y~^$", "", {});
  EXPECT_EQ(cite(CitationStyle::gost, untidy), "50 % of #1_{x}\\y~^$.");
  EXPECT_EQ(cite(CitationStyle::bibtex, untidy),
            "@misc{ru/a.md,\n  title = {{50 \\% of \\#1\\_\\{x\\}\\textbackslash{}y\\textasciitilde{}"
            "\\textasciicircum{}\\$}}\n}");
}

TEST(Citation, KeysAreOfIdsAndDiffer) {
  EXPECT_EQ(citation_key("kk/qazaq (1913).md"), "kk/qazaq+20+281913+29.md");
  EXPECT_EQ(citation_key("a+b,c"), "a+2bb+2cc");
  EXPECT_EQ(citation_key("съезд_1.txt"), "съезд_1.txt");
}

TEST(Citation, StylesHaveNames) {
  for (const CitationStyle style : {CitationStyle::gost, CitationStyle::chicago, CitationStyle::bibtex})
    EXPECT_EQ(citation_style(name(style)), style);
  EXPECT_EQ(citation_style("apa"), std::nullopt);
}

}  // namespace
}  // namespace izde::searcher
