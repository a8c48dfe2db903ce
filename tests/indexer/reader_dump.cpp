#include "reader_dump.hpp"

#include <stdexcept>

namespace izde::indexer::test {
namespace {

std::string indented(const std::string& text) {
  std::string out = "  | ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "  | ";
  }
  return out + "\n";
}

std::string describe(const schema::Document& document) {
  std::string out =
      "document " + document.id + "\n  path: " + document.path + "\n  encoding: " + document.encoding + "\n";
  for (const auto& [name, value] : document.metadata) out += "  " + name + " = " + value + "\n";
  for (const schema::Note& note : document.notes) out += "  note at " + note.where + ": " + note.what + "\n";
  for (const schema::Block& block : document.blocks) {
    out += "block";
    if (!block.heading.empty()) out += " under " + block.heading;
    if (!block.page.empty()) out += " on page " + block.page;
    out += "\n" + indented(block.text);
  }
  return out;
}

}  // namespace

std::string dump(const std::string& bytes, const std::string& file_name, const ReadOptions& options) {
  const ReaderRow* reader = reader_for(file_name);
  if (reader == nullptr) throw std::logic_error("no reader knows " + file_name);
  std::string out;
  try {
    const auto source = open_memory(bytes, file_name);
    reader->read(
        *source, options, [&](schema::Document document) { out += describe(document); },
        [&](const DocumentFailure& failure) { out += "failure in " + failure.path + ": " + failure.reason + "\n"; });
  } catch (const ReadError& error) {
    out += "error: " + std::string(error.what()) + "\n";
  }
  return out;
}

}  // namespace izde::indexer::test
