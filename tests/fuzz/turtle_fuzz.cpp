#include "thesaurus/skos.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) try {
  izde::thesaurus::parse_skos({reinterpret_cast<const char*>(data), size}, "fuzz.ttl");
  return 0;
} catch (const izde::thesaurus::ThesaurusError&) {
  return 0;
}
