#include "searcher/output/line.hpp"
#include "searcher/output/renderers.hpp"

#include <algorithm>
#include <ostream>

namespace izde::searcher {
namespace {

constexpr std::size_t kLeastContext = 10;
constexpr std::size_t kWidestId = 40;

/// Columns: left context | match and right context | id, two spaces between.
struct Layout {
  std::size_t left, right, id;
};

Layout layout(const Response& response, std::size_t width) {
  Layout columns_of{0, 0, 0};
  for (const Hit& hit : response.hits) columns_of.id = std::max(columns_of.id, columns(hit.id));
  columns_of.id = std::min(columns_of.id, kWidestId);
  const std::size_t room = width > columns_of.id + 4 ? width - columns_of.id - 4 : 0;
  columns_of.left = std::max(kLeastContext, room * 2 / 5);
  columns_of.right = std::max(2 * kLeastContext, room - std::min(room, columns_of.left));
  return columns_of;
}

/// A stretch of text on one line; a blank at the side of the match is left to the two spaces there.
std::string stretch(std::string_view text, std::size_t begin, std::size_t end) {
  begin = std::min(begin, text.size());
  return one_line(text.substr(begin, std::max(begin, end) - begin));
}

}  // namespace

void render_kwic(const Response& response, const RenderOptions& options, std::ostream& out) {
  const Layout wide = layout(response, options.width);
  for (const Hit& hit : response.hits) {
    const std::string_view text = hit.passage.text;
    const bool from_right = is_right_to_left(hit.passage);
    const auto line = [&](analysis::Span span, std::string_view reason, auto light) {
      const std::string left = tail(stretch(text, 0, span.begin), wide.left);
      const std::string match = stretch(text, span.begin, span.end);
      const std::size_t room = wide.right - std::min(wide.right, columns(match) + 2);
      const std::string right = head(stretch(text, span.end, text.size()), room);
      const std::size_t used = columns(match) + 2 + columns(right);
      out << filling(left, wide.left) << isolated(left, from_right) << "  " << isolated(light(match), from_right)
          << "  " << isolated(right, from_right) << std::string(wide.right - std::min(wide.right, used), ' ') << "  "
          << one_line(hit.id);
      if (options.explain && !reason.empty()) out << "  " << reason;
      out << '\n';
    };
    for (const Mark& mark : hit.marks) {
      line(mark.span, describe(mark.reason),
           [&](const std::string& match) { return options.color ? colored(match, mark.reason) : match; });
    }
    // A passage found by its date or its fields alone has a line as well: its beginning.
    if (hit.marks.empty()) line({0, 0}, "", [](const std::string& match) { return match; });
  }
}

}  // namespace izde::searcher
