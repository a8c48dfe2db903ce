// The Kazakh stemmer alone: reads words, one a line, in any script; prints each with its stem and its key.
#include <analysis/analyzer.hpp>
#include <analysis/detect.hpp>

#include <iostream>
#include <string>

int main() {
  const izde::analysis::Analyzer analyzer;
  for (std::string word; std::getline(std::cin, word);) {
    for (const izde::analysis::Reading& reading : analyzer.readings(word)) {
      if (reading.language != izde::analysis::Language::kk) continue;
      for (const izde::analysis::Token& token : analyzer.analyze(word, reading)) {
        std::cout << token->written << '\t' << token->stem << '\t' << token->key << '\n';
      }
      break;
    }
  }
}
