#include "indexer/readers/html.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "indexer/characters.hpp"
#include "indexer/readers/field_names.hpp"
#include "indexer/readers/file_text.hpp"
#include "indexer/readers/formats.hpp"
#include "indexer/readers/html_structure.hpp"
#include "indexer/readers/outline.hpp"
#include "schema/fields.hpp"

namespace izde::indexer {
namespace {

constexpr std::array<GumboTag, 5> kDropped{GUMBO_TAG_NAV, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TITLE,
                                           GUMBO_TAG_META};
/// <meta name> that describes the text rather than the page, beside dc.* and the searchable fields.
constexpr std::array<std::string_view, 7> kDescriptive{"date",     "description", "rights",  "url",
                                                       "calendar", "identifier",  "keywords"};

/// gumbo's tree takes some 200 bytes a tag (measured), so that this many take 160 MB.
constexpr std::size_t kMostTags = 800'000;

struct Page {
  schema::Metadata metadata;  // with dc.title only where there is no <title>
  std::string title;          // <title>, else the first <h1>
  std::vector<schema::Block> blocks;
  std::vector<schema::Note> notes;
};

std::string attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? "" : found->value;
}

bool is_one_of(GumboTag tag, std::span<const GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

std::optional<std::size_t> heading_level(GumboTag tag) {
  if (tag < GUMBO_TAG_H1 || tag > GUMBO_TAG_H6) return std::nullopt;
  return static_cast<std::size_t>(tag - GUMBO_TAG_H1) + 1;
}

bool describes_text(std::string_view name) {
  const std::string lower = ascii_lower(name);
  const bool dublin_core = lower.starts_with("dc.") || lower.starts_with("dcterms.");
  return dublin_core || schema::find_field(field_name(name)) != nullptr ||
         std::find(kDescriptive.begin(), kDescriptive.end(), lower) != kDescriptive.end();
}

/// Walks the tree by its parent links, so that its depth costs no stack.
class PageWalk {
 public:
  explicit PageWalk(const std::string& title) : outline_(title), titled_(!title.empty()) {}

  void walk(const GumboNode* root) {
    const GumboNode* node = root;
    while (node != nullptr) {
      if (const GumboNode* child = enter(node) ? child_of(node, 0) : nullptr) {
        node = child;
        continue;
      }
      node = next_after(node, root);
    }
    flush();
  }

  Page finished() {
    Page page{description_.take_fields(), outline_.title(), outline_.finished(), description_.take_notes()};
    if (titled_) std::erase_if(page.metadata, [](const auto& field) { return field.first == "title"; });  // dc.title
    for (schema::Note& note : outline_.notes()) page.notes.push_back(std::move(note));
    return page;
  }

 private:
  static const GumboNode* child_of(const GumboNode* node, std::size_t index) {
    const GumboVector& children =
        node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
    return index < children.length ? static_cast<const GumboNode*>(children.data[index]) : nullptr;
  }

  /// The node after this one and all below it; closes every element that ends on the way.
  const GumboNode* next_after(const GumboNode* node, const GumboNode* root) {
    while (node != nullptr) {
      leave(node);
      if (node == root) return nullptr;
      const GumboNode* sibling = child_of(node->parent, node->index_within_parent + 1);
      if (sibling != nullptr) return sibling;
      node = node->parent;
    }
    return nullptr;
  }

  /// Whether to look into it.
  bool enter(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        add_text(node->v.text.text);
        return false;
      case GUMBO_NODE_DOCUMENT:
        return true;
      case GUMBO_NODE_ELEMENT:
        return enter_element(node->v.element);
      default:
        return false;
    }
  }

  bool enter_element(const GumboElement& element) {
    if (element.tag == GUMBO_TAG_META) add_field_of_meta(element);
    if (is_one_of(element.tag, kDropped)) return false;
    if (element.tag == GUMBO_TAG_HTML) description_.add("lang", attribute(element, "lang"));
    if (element.tag == GUMBO_TAG_BR) {
      if (text_.ends_with(' ')) text_.pop_back();
      text_ += '\n';
    } else if (is_cell(element.tag)) {
      in_row_ = true;
      if (!trimmed(text_).empty()) text_ += kCellSeparator;
    } else {
      flush();
    }
    if (element.tag == GUMBO_TAG_PRE || element.tag == GUMBO_TAG_LISTING) ++preformatted_;
    return true;
  }

  void leave(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboTag tag = node->v.element.tag;
    if (is_cell(tag) || tag == GUMBO_TAG_BR || is_one_of(tag, kDropped)) return;
    if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING) --preformatted_;
    if (const auto level = heading_level(tag)) {
      outline_.add_heading(*level, text_);
      text_.clear();
    }
    flush();
  }

  void add_field_of_meta(const GumboElement& element) {
    const std::string name = attribute(element, "name");
    if (describes_text(name)) description_.add(name, attribute(element, "content"));
  }

  void add_text(std::string_view text) {
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!space || preformatted_ > 0) {
        text_ += c;
      } else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
        text_ += ' ';
      }
    }
  }

  void flush() {
    outline_.add_block(in_row_ ? without_empty_cells(text_) : text_);
    text_.clear();
    in_row_ = false;
  }

  Outline outline_;
  bool titled_;
  Description description_;
  std::string text_;
  bool in_row_ = false;  // text_ has cells
  int preformatted_ = 0;
};

const GumboNode* find_title(const GumboNode* root) {
  std::vector<const GumboNode*> waiting{root};
  while (!waiting.empty()) {
    const GumboNode* node = waiting.back();
    waiting.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboElement& element = node->v.element;
    if (element.tag == GUMBO_TAG_TITLE) return node;
    if (element.tag != GUMBO_TAG_HTML && element.tag != GUMBO_TAG_HEAD) continue;
    for (unsigned i = element.children.length; i > 0; --i) {
      waiting.push_back(static_cast<const GumboNode*>(element.children.data[i - 1]));
    }
  }
  return nullptr;
}

std::string title_in(const GumboNode* root) {
  const GumboNode* title = find_title(root);
  std::string text;
  if (title == nullptr) return text;
  for (unsigned i = 0; i < title->v.element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(title->v.element.children.data[i]);
    if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE) text += child->v.text.text;
  }
  return field_value(text);
}

struct FreeTree {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Tree = std::unique_ptr<GumboOutput, FreeTree>;

/// The tree keeps copies of its texts and needs the page no more.
Tree parse(std::string_view html) {
  const std::string structure = structure_of_html(html);
  const auto tags = static_cast<std::size_t>(std::count(structure.begin(), structure.end(), '<'));
  if (tags > kMostTags)
    throw ReadError("has " + std::to_string(tags) + " tags, and " + std::to_string(kMostTags) +
                    " is the most that is read; divide it into several files");
  return Tree(gumbo_parse_with_options(&kGumboDefaultOptions, structure.data(), structure.size()));
}

Page page_of(const Tree& tree) {
  PageWalk walk(title_in(tree->root));
  walk.walk(tree->root);
  return walk.finished();
}

/// The encoding a page says it is in: charset=… of a <meta>, or encoding="…" of an XML declaration.
std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t kSearched = 2048;
  const std::string head = ascii_lower(bytes.substr(0, kSearched));
  for (const std::string_view key : {"charset=", "encoding="}) {
    const std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    const std::size_t begin = head.find_first_not_of("\"' ", at + key.size());
    if (begin == std::string::npos) continue;
    return head.substr(begin, head.find_first_of("\"' ;>?/", begin) - begin);
  }
  return "";
}

}  // namespace

std::vector<std::string> paragraphs_of_html(std::string_view html) {
  std::vector<std::string> paragraphs;
  for (schema::Block& block : page_of(parse(html)).blocks) paragraphs.push_back(std::move(block.text));
  return paragraphs;
}

void read_html(Source& source, const ReadOptions& options, const DocumentSink& sink, const FailureSink&) {
  std::string bytes = read_bytes(source, options.max_size);
  const std::string declared = declared_encoding(bytes);
  Decoded decoded = decode_file(bytes, {options.encoding, declared});
  std::string().swap(bytes);  // of a large page, its bytes, text and tree do not fit side by side
  const Tree tree = parse(decoded.text);
  std::string().swap(decoded.text);
  Page page = page_of(tree);
  schema::Document document = begin_document(source, decoded);
  document.metadata = std::move(page.metadata);
  document.blocks = std::move(page.blocks);
  for (schema::Note& note : page.notes) document.notes.push_back(std::move(note));
  give_title(document, page.title);
  sink(std::move(document));
}

}  // namespace izde::indexer
