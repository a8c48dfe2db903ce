// Times the analysis of running text beside ICU's bare word iterator, over the same passages on one core.
//   analysis_bench FILE…     each file is of one language, a passage a line; prints a row of tab-separated figures
//   each: file, MB, words of both, seconds of ICU, seconds of the analysis. What is counted is checked before it is
//   reported.
#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "analysis/detect.hpp"

namespace {

using izde::analysis::Reading;

struct Passage {
  std::string text;
  Reading reading;
};

/// Of the processor, so that what else the machine does is left out.
double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<Passage> passages_of(const char* path) {
  std::vector<Passage> passages;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) passages.push_back({line, izde::analysis::detect(line)});
  return passages;
}

std::size_t icu_words(const std::vector<Passage>& passages) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  std::size_t words = 0;
  for (const Passage& passage : passages) {
    const auto units = icu::UnicodeString::fromUTF8(
        icu::StringPiece(passage.text.data(), static_cast<std::int32_t>(passage.text.size())));
    iterator->setText(units);
    while (iterator->next() != icu::BreakIterator::DONE) {
      if (iterator->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) ++words;
    }
  }
  return words;
}

std::size_t our_words(const std::vector<Passage>& passages) {
  const izde::analysis::Analyzer analyzer;
  std::size_t words = 0;
  for (const Passage& passage : passages) words += analyzer.analyze(passage.text, passage.reading).size();
  return words;
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::vector<Passage> passages = passages_of(argv[i]);
    std::size_t bytes = 0;
    for (const Passage& passage : passages) bytes += passage.text.size();
    double start = seconds();
    const std::size_t bare = icu_words(passages);
    const double icu_seconds = seconds() - start;
    start = seconds();
    const std::size_t ours = our_words(passages);
    const double first_seconds = seconds() - start;
    start = seconds();
    const std::size_t again = our_words(passages);
    const double again_seconds = seconds() - start;
    if (bare == 0 || ours < bare * 9 / 10 || ours != again) {
      std::fprintf(stderr, "%s: ICU finds %zu words and the analysis %zu\n", argv[i], bare, ours);
      return 1;
    }
    std::printf("%s\t%.2f\t%zu\t%zu\t%.3f\t%.3f\t%.3f\n", argv[i], static_cast<double>(bytes) / 1e6, bare, ours,
                icu_seconds, first_seconds, again_seconds);
  }
}
