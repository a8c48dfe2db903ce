#include "indexer/readers/html_structure.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/characters.hpp"

namespace izde::indexer {
namespace {

constexpr std::size_t kDeepest = 500;          // browsers stop at 512
constexpr std::size_t kLongestTag = 8U << 10;  // of <html> and <meta>; longer ones are data, not description

enum class TagKind {
  structure,  // kept
  optional,   // kept; its end may be left out, and the next of its kind ends it
  alone,      // kept; has no content
  described,  // kept with its attributes (alone or structure)
  raw,        // dropped with all up to its end tag
  verbatim,   // kept with all up to its end tag
};

struct Tag {
  std::string_view name;
  TagKind kind;
};

constexpr std::array<Tag, 60> kTags{{
    {"html", TagKind::described},
    {"meta", TagKind::described},
    {"title", TagKind::verbatim},
    {"head", TagKind::structure},
    {"body", TagKind::structure},
    {"h1", TagKind::structure},
    {"h2", TagKind::structure},
    {"h3", TagKind::structure},
    {"h4", TagKind::structure},
    {"h5", TagKind::structure},
    {"h6", TagKind::structure},
    {"p", TagKind::optional},
    {"li", TagKind::optional},
    {"dt", TagKind::optional},
    {"dd", TagKind::optional},
    {"tr", TagKind::optional},
    {"td", TagKind::optional},
    {"th", TagKind::optional},
    {"thead", TagKind::optional},
    {"tbody", TagKind::optional},
    {"tfoot", TagKind::optional},
    {"ul", TagKind::structure},
    {"ol", TagKind::structure},
    {"menu", TagKind::structure},
    {"dir", TagKind::structure},
    {"dl", TagKind::structure},
    {"table", TagKind::structure},
    {"caption", TagKind::structure},
    {"blockquote", TagKind::structure},
    {"div", TagKind::structure},
    {"center", TagKind::structure},
    {"section", TagKind::structure},
    {"article", TagKind::structure},
    {"aside", TagKind::structure},
    {"main", TagKind::structure},
    {"header", TagKind::structure},
    {"footer", TagKind::structure},
    {"nav", TagKind::structure},
    {"address", TagKind::structure},
    {"figure", TagKind::structure},
    {"figcaption", TagKind::structure},
    {"details", TagKind::structure},
    {"summary", TagKind::structure},
    {"fieldset", TagKind::structure},
    {"form", TagKind::structure},
    {"hgroup", TagKind::structure},
    {"pre", TagKind::structure},
    {"listing", TagKind::structure},
    {"br", TagKind::alone},
    {"hr", TagKind::alone},
    {"script", TagKind::raw},
    {"style", TagKind::raw},
    {"noscript", TagKind::raw},
    {"template", TagKind::raw},
    {"iframe", TagKind::raw},
    {"noembed", TagKind::raw},
    {"noframes", TagKind::raw},
    {"object", TagKind::raw},
    {"canvas", TagKind::raw},
    {"select", TagKind::raw},
}};

const Tag* find_tag(std::string_view name) {
  const auto row = std::find_if(kTags.begin(), kTags.end(), [&](const Tag& tag) { return tag.name == name; });
  return row == kTags.end() ? nullptr : &*row;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Where a tag that opens at `at` ends: past its '>', quoted values passed over.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  char before = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
    if (c != ' ' && c != '\n' && c != '\t') before = c;
  }
  return html.size();
}

/// Where the end tag </name begins, in any case; the end of the text where there is none.
std::size_t find_end_tag(std::string_view html, std::size_t at, std::string_view name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (ascii_lower(html.substr(at + 2, name.size())) == name) return at;
    at += 2;
  }
  return html.size();
}

class Cutting {
 public:
  explicit Cutting(std::string_view html) : html_(html) { out_.reserve(html.size() / 2); }

  std::string finished() {
    while (at_ < html_.size()) step();
    close_down_to(0);
    return std::move(out_);
  }

 private:
  void step() {
    const std::size_t bracket = std::min(html_.find('<', at_), html_.size());
    out_ += html_.substr(at_, bracket - at_);
    at_ = bracket;
    if (at_ == html_.size()) return;
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
    const bool end_tag = next == '/' && at_ + 2 < html_.size() && is_letter(html_[at_ + 2]);
    if (html_.substr(at_).starts_with("<!--")) {
      const std::size_t end = html_.find("-->", at_ + 2);  // "<!-->" is a whole comment
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
    } else if (is_letter(next) || end_tag) {
      take_tag(end_tag);
    } else if (next == '!' || next == '?' || next == '/') {
      at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
    } else {
      out_ += "&lt;";
      ++at_;
    }
  }

  void take_tag(bool end_tag) {
    const std::size_t begin = at_;
    const std::size_t name_begin = at_ + (end_tag ? 2 : 1);
    const std::size_t name_end = std::min(html_.find_first_of(" \t\n\f/>", name_begin), html_.size());
    at_ = end_of_tag(html_, name_end);
    const Tag* tag = find_tag(ascii_lower(html_.substr(name_begin, std::min<std::size_t>(name_end - name_begin, 16))));
    if (tag == nullptr) return;
    if (end_tag) {
      close(*tag);
    } else {
      open(*tag, html_.substr(begin, at_ - begin));
    }
  }

  void open(const Tag& tag, std::string_view written) {
    switch (tag.kind) {
      case TagKind::raw:
        skip_content(tag);
        return;
      case TagKind::verbatim:
        copy_content(tag);
        return;
      case TagKind::alone:
        out_.append("<").append(tag.name).append(">");
        return;
      case TagKind::described:
        if (written.size() <= kLongestTag) out_ += written;
        return;
      case TagKind::optional:
        close_earlier(tag);
        break;
      case TagKind::structure:
        break;
    }
    if (open_.size() >= kDeepest) return;
    open_.push_back(&tag);
    out_.append("<").append(tag.name).append(">");
  }

  void skip_content(const Tag& tag) { at_ = end_of_tag(html_, find_end_tag(html_, at_, tag.name)); }

  void copy_content(const Tag& tag) {
    const std::size_t end = find_end_tag(html_, at_, tag.name);
    out_.append("<").append(tag.name).append(">").append(html_.substr(at_, end - at_));
    out_.append("</").append(tag.name).append(">");
    at_ = end_of_tag(html_, end);
  }

  /// <li> after <li> without </li>: looks up only through elements whose end may be left out.
  void close_earlier(const Tag& tag) {
    for (std::size_t level = open_.size(); level > 0 && open_[level - 1]->kind == TagKind::optional; --level) {
      if (open_[level - 1] == &tag) {
        close_down_to(level - 1);
        return;
      }
    }
  }

  void close(const Tag& tag) {
    const auto found = std::find(open_.rbegin(), open_.rend(), &tag);
    if (found != open_.rend()) close_down_to(static_cast<std::size_t>(open_.rend() - found) - 1);
  }

  void close_down_to(std::size_t level) {
    for (; open_.size() > level; open_.pop_back()) out_.append("</").append(open_.back()->name).append(">");
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<const Tag*> open_;
};

}  // namespace

std::string structure_of_html(std::string_view html) { return Cutting(html).finished(); }

}  // namespace izde::indexer
