#include "thesaurus/notes.hpp"

#include <algorithm>

namespace izde::thesaurus {

void Notes::add(std::size_t line, std::string_view reason, std::string_view what) {
  auto known = std::find_if(reasons_.begin(), reasons_.end(), [&](const Reason& one) { return one.text == reason; });
  if (known == reasons_.end()) known = reasons_.insert(reasons_.end(), {reason, 0, 0});
  if (++known->count <= kToldInFull) {
    entries_.push_back({std::string(what), line, line, 0});
    return;
  }
  if (known->count == kToldInFull + 1) {
    known->entry = entries_.size();
    entries_.push_back({std::string(reason), line, line, 0});
  }
  Entry& counted = entries_[known->entry];
  ++counted.count;
  counted.line = std::min(counted.line, line);
  counted.last = std::max(counted.last, line);
}

std::vector<std::string> Notes::told() const {
  std::vector<std::string> all;
  for (const Entry& entry : entries_) {
    std::string text = file_ + ":" + std::to_string(entry.line);
    if (entry.last > entry.line) text += "–" + std::to_string(entry.last);
    text += ": ";
    if (entry.count > 0) text += std::to_string(entry.count) + " more ";
    all.push_back(text + entry.what);
  }
  return all;
}

}  // namespace izde::thesaurus
