// What readers.cpp makes rows of: one function a format. Each throws ReadError where nothing of a source can be read,
// and hands a document that fails alone to the FailureSink.
#pragma once

#include "indexer/readers/readers.hpp"

namespace izde::indexer {

/// Plain text, one document a file (text.cpp).
void read_text(Source& source, const ReadOptions& options, const DocumentSink& sink, const FailureSink& failures);
/// CommonMark with tables, strikethrough and footnotes, one document a file (markdown.cpp).
void read_markdown(Source& source, const ReadOptions& options, const DocumentSink& sink, const FailureSink& failures);
/// HTML as browsers read it, one document a file (html.cpp).
void read_html(Source& source, const ReadOptions& options, const DocumentSink& sink, const FailureSink& failures);
/// JSON, one document a line (jsonl.cpp).
void read_jsonl(Source& source, const ReadOptions& options, const DocumentSink& sink, const FailureSink& failures);

}  // namespace izde::indexer
