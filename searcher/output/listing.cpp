#include "searcher/output/listing.hpp"

#include "searcher/output/line.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace izde::searcher {
namespace {

constexpr std::size_t kFullLine = 50;         // columns
constexpr std::string_view kOther = "other";  // the type of an act that has no type of its own

// Whether a line of a text is broken because it was full, not because a verse, an item or a sentence ends there.
bool goes_on(std::string_view line) {
  if (columns(line) < kFullLine) return false;
  return std::string_view(".!?:;").find(line.back()) == std::string_view::npos;
}

}  // namespace

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

std::string listed(const std::vector<std::string>& names) { return one_line(joined(names, ", ")); }

std::vector<std::string> first_of(const std::vector<std::string>& values, std::size_t most) {
  if (values.size() <= most) return values;
  std::vector<std::string> first(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(most));
  first.emplace_back("…");
  return first;
}

std::string act_name(const schema::ActRecord& act) {
  return joined({act.type == kOther ? "act" : act.type, act.number.empty() ? "" : "№ " + act.number}, " ");
}

std::string act_line(const Hit& hit) {
  if (!hit.passage.act) return "";
  const schema::ActRecord& act = *hit.passage.act;
  const std::string date = act.os_date.empty() ? act.date : act.date + " (O.S. " + act.os_date + ")";
  const std::string name = (act.type == kOther ? "" : "act: ") + act_name(act);
  const std::string signatories = hit.signatories.empty() ? "" : "signed by " + listed(hit.signatories);
  return one_line(joined({name, date, listed(hit.issuers), act.title, signatories}, " · "));
}

std::vector<std::string> text_lines(const Hit& hit, std::size_t width) {
  const std::string& text = hit.passage.text;
  std::vector<std::string> lines;
  Hit part = hit;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t line = begin;
    std::size_t end = std::min(text.find('\n', begin), text.size());
    while (end < text.size() && goes_on(std::string_view(text).substr(line, end - line))) {
      line = end + 1;
      end = std::min(text.find('\n', line), text.size());
    }
    part.excerpt = {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, false, false};
    auto wrapped = excerpt_lines(part, width, false);
    std::move(wrapped.begin(), wrapped.end(), std::back_inserter(lines));
    begin = end + 1;
  }
  return lines;
}

}  // namespace izde::searcher
