#include "indexer/readers/readers.hpp"

#include <algorithm>
#include <array>

#include "indexer/characters.hpp"
#include "indexer/readers/formats.hpp"

namespace izde::indexer {
namespace {

constexpr std::array<std::string_view, 2> kText{".txt", ".text"};
constexpr std::array<std::string_view, 2> kMarkdown{".md", ".markdown"};
constexpr std::array<std::string_view, 3> kHtml{".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 3> kJsonl{".jsonl", ".ndjson", ".json-lines"};
constexpr std::array<std::string_view, 2> kPacked{".gz", ".zst"};

constexpr std::array<ReaderRow, 4> kReaders{{
    {"text", kText, read_text},
    {"markdown", kMarkdown, read_markdown},
    {"html", kHtml, read_html},
    {"jsonl", kJsonl, read_jsonl},
}};

bool ends_with_one(std::string_view name, std::span<const std::string_view> extensions) {
  return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view extension) {
    return name.size() > extension.size() && name.ends_with(extension);
  });
}

}  // namespace

std::span<const ReaderRow> readers() { return kReaders; }

const ReaderRow* reader_for(std::string_view file_name) {
  const std::string lower = ascii_lower(file_name.substr(file_name.rfind('/') + 1));  // npos + 1 is 0
  std::string_view name = lower;
  if (ends_with_one(name, kPacked)) name = name.substr(0, name.rfind('.'));
  const auto row = std::find_if(kReaders.begin(), kReaders.end(),
                                [&](const ReaderRow& reader) { return ends_with_one(name, reader.extensions); });
  return row == kReaders.end() ? nullptr : &*row;
}

}  // namespace izde::indexer
