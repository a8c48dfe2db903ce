#include "thesaurus/lexicon_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) try {
  izde::thesaurus::parse_lexicon({reinterpret_cast<const char*>(data), size}, "fuzz.tsv");
  return 0;
} catch (const izde::thesaurus::LexiconError&) {
  return 0;
}
