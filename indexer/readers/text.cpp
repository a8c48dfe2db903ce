#include "indexer/readers/file_text.hpp"
#include "indexer/readers/formats.hpp"
#include "indexer/readers/front_matter.hpp"
#include "indexer/readers/paragraphs.hpp"

namespace izde::indexer {

void read_text(Source& source, const ReadOptions& options, const DocumentSink& sink, const FailureSink&) {
  const Decoded decoded = decode_file(read_bytes(source, options.max_size), {options.encoding, ""});
  FrontMatter front = take_front_matter(decoded.text);
  schema::Document document = begin_document(source, decoded);
  document.metadata = std::move(front.fields);
  document.places = std::move(front.places);
  document.notes.insert(document.notes.end(), front.notes.begin(), front.notes.end());
  document.blocks = paragraphs_of(front.body);

  std::string title;
  const bool untitled = schema::value_of(document.metadata, "title").empty();
  if (untitled && document.blocks.size() > 1 && is_title_like(document.blocks.front())) {
    title = std::move(document.blocks.front().text);
    document.blocks.erase(document.blocks.begin());
  }
  give_title(document, title);
  sink(std::move(document));
}

}  // namespace izde::indexer
