#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>
#include <mutex>
#include <string>

#include "indexer/characters.hpp"
#include "indexer/readers/file_text.hpp"
#include "indexer/readers/formats.hpp"
#include "indexer/readers/front_matter.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/markdown_pieces.hpp"
#include "indexer/readers/outline.hpp"

namespace izde::indexer {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

Tree parse(std::string_view markdown, int options) {
  static std::once_flag registered;  // cmark's table of extensions is global
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(cmark_parser_new(options), cmark_parser_free);
  for (const char* extension : {"table", "strikethrough"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(extension));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return Tree(cmark_parser_finish(parser.get()));
}

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view{} : literal;
}

/// A word hyphenated at a line end stays so, for the analysis to join: "авто-\nномия", not "авто- номия".
bool ends_in_hyphen(std::string_view text) {
  constexpr std::string_view kNotSign = "¬";
  constexpr std::string_view kSoftHyphen = "\u00AD";
  constexpr std::string_view kHyphen = "\u2010";
  return text.ends_with('-') || text.ends_with(kNotSign) || text.ends_with(kSoftHyphen) || text.ends_with(kHyphen);
}

/// cmark keeps the types of its table extension to itself and gives only their names.
bool is_of_table(cmark_node* node, std::string_view name) { return cmark_node_get_type_string(node) == name; }

/// Takes the events of cmark's iterator, which needs no stack however deep a text is nested.
class MarkdownWalk {
 public:
  explicit MarkdownWalk(std::string_view title) : outline_(title) {}

  void walk(cmark_node* root) {
    const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> events(cmark_iter_new(root), cmark_iter_free);
    while (true) {
      const cmark_event_type event = cmark_iter_next(events.get());
      if (event == CMARK_EVENT_DONE) return;
      cmark_node* node = cmark_iter_get_node(events.get());
      if (event == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        leave(node);
      }
    }
  }

  Outline& outline() { return outline_; }

 private:
  void enter(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      text_ += literal_of(node);
    } else if (type == CMARK_NODE_SOFTBREAK) {
      text_ += ends_in_hyphen(text_) ? '\n' : ' ';
    } else if (type == CMARK_NODE_LINEBREAK) {
      text_ += '\n';
    } else if (type == CMARK_NODE_HTML_INLINE) {
      if (ascii_lower(literal_of(node).substr(0, 3)) == "<br") text_ += '\n';
    } else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
      text_.append("[").append(literal_of(node)).append("]");
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
      outline_.leave_sections();
      text_ = "[" + std::to_string(++footnotes_) + "] ";
    } else if (is_of_table(node, "table_cell")) {
      if (!text_.empty()) text_ += kCellSeparator;
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      outline_.add_block(literal_of(node));
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      for (const std::string& paragraph : paragraphs_of_html(literal_of(node))) outline_.add_block(paragraph);
    }
  }

  void leave(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) {
      outline_.add_heading(static_cast<std::size_t>(cmark_node_get_heading_level(node)), text_);
    } else if (type == CMARK_NODE_PARAGRAPH) {
      outline_.add_block(text_);
    } else if (is_of_table(node, "table_row") || is_of_table(node, "table_header")) {
      outline_.add_block(without_empty_cells(text_));
    } else {
      return;
    }
    text_.clear();
  }

  Outline outline_;
  std::string text_;
  std::size_t footnotes_ = 0;
};

}  // namespace

void read_markdown(Source& source, const ReadOptions& options, const DocumentSink& sink, const FailureSink&) {
  const Decoded decoded = decode_file(read_bytes(source, options.max_size), {options.encoding, ""});
  FrontMatter front = take_front_matter(decoded.text);
  schema::Document document = begin_document(source, decoded);
  document.metadata = std::move(front.fields);
  document.places = std::move(front.places);
  document.notes.insert(document.notes.end(), front.notes.begin(), front.notes.end());

  MarkdownWalk walk(schema::value_of(document.metadata, "title"));
  std::string_view rest = front.body;
  for (int parse_options = CMARK_OPT_FOOTNOTES; !rest.empty();) {
    const std::string_view piece = take_markdown_piece(rest);
    if (!rest.empty()) parse_options = CMARK_OPT_DEFAULT;  // cmark drops a note that is called in another piece
    walk.walk(parse(piece, parse_options).get());
  }
  document.blocks = walk.outline().finished();
  for (schema::Note& note : walk.outline().notes()) document.notes.push_back(std::move(note));
  give_title(document, walk.outline().title());
  sink(std::move(document));
}

}  // namespace izde::indexer
