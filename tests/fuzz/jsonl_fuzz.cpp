#include <string>

#include "indexer/readers/formats.hpp"
#include "indexer/splitter.hpp"

// Any bytes, through the jsonl reader and the splitter: documents, failures or a ReadError.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace izde;
  try {
    const auto source = indexer::open_memory(std::string(data, data + size), "fuzz");
    indexer::read_jsonl(
        *source, {"", 1U << 20}, [](const schema::Document& d) { indexer::split(d); }, [](const auto&) {});
  } catch (const indexer::ReadError&) {
  }
  return 0;
}
