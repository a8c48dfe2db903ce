// For scripts/train_kazakh: shows it what the stemmer sees, so that training and product cannot disagree. Reads
// distinct words, one a line, and prints
//   guess                       a first table of support: of how many words a stem is a candidate
//   count WEIGHTS SUPPORT       the table of support after one more pass
//   candidates SUPPORT          for each word: the word, then for each candidate its stem and its features
//   stems WEIGHTS SUPPORT       for each word its stem
// WEIGHTS and SUPPORT are files in the form of tables/kk_rank_weights.tsv and tables/kk_stem_support.tsv.
#include <cstddef>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/filters/kazakh_learn.hpp"
#include "analysis/filters/kazakh_rank.hpp"
#include "analysis/filters/kazakh_stem.hpp"
#include "analysis/filters/kazakh_suffixes.hpp"
#include "analysis/filters/kazakh_support.hpp"

namespace izde::analysis {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> words() {
  std::vector<std::string> lines;
  for (std::string line; std::getline(std::cin, line);) lines.push_back(line);
  return lines;
}

void print_candidates(const KazakhSupport& support) {
  for (const std::string& plain : words()) {
    std::cout << plain;
    const std::string_view part = stemmed_part(plain).part;
    const KazakhWord word = kazakh_word(part);
    if (word.size > 0 && kazakh_pronoun(part).empty()) {
      for (const DescribedCandidate& candidate : KazakhRanker::describe(word, support)) {
        std::cout << '\t' << written_stem(part, candidate.stem.key);
        for (const std::string& feature : candidate.features) std::cout << '|' << feature;
      }
    }
    std::cout << '\n';
  }
}

void print_stems(const KazakhRanker& ranker, const KazakhSupport& support) {
  for (const std::string& plain : words()) std::cout << kazakh_stem(plain, support, ranker) << '\n';
}

void run(const std::vector<std::string>& arguments) {
  const std::string& what = arguments.at(0);
  const auto weights = [&] { return KazakhRanker(bytes_of(arguments.at(1))); };
  const auto support = [&](std::size_t which) { return KazakhSupport::from_bytes(bytes_of(arguments.at(which))); };
  if (what == "guess") {
    std::cout << count_candidates(words()).bytes();
  } else if (what == "count") {
    std::cout << count_stems(words(), support(2), weights()).bytes();
  } else if (what == "candidates") {
    print_candidates(support(1));
  } else if (what == "stems") {
    print_stems(weights(), support(2));
  } else {
    throw std::invalid_argument(what);
  }
}

}  // namespace
}  // namespace izde::analysis

int main(int argc, char** argv) {
  try {
    std::ios::sync_with_stdio(false);
    izde::analysis::run({argv + 1, argv + argc});
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "kazakh_training guess | count WEIGHTS SUPPORT | candidates SUPPORT | stems WEIGHTS SUPPORT: "
              << error.what() << '\n';
    return 2;
  }
}
