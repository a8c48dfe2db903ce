#include "searcher/eval/judgments.hpp"

#include <algorithm>
#include <charconv>
#include <istream>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace izde::searcher {
namespace {

constexpr std::string_view kBlank = " \t\v\f\r";

/// Lines that say something, without line ends; knows where it is.
class Lines {
 public:
  Lines(std::istream& in, const std::string& name) : in_(in), name_(name) {}

  bool next() {
    while (std::getline(in_, line_)) {
      if (number_++ == 0 && line_.starts_with("\xEF\xBB\xBF")) line_.erase(0, 3);
      if (line_.ends_with('\r')) line_.pop_back();
      if (!line_.starts_with('#') && line_.find_first_not_of(kBlank) != std::string::npos) return true;
    }
    if (in_.bad()) fail("cannot be read further");
    return false;
  }

  const std::string& line() const { return line_; }

  std::string place() const { return name_ + ", line " + std::to_string(number_); }
  [[noreturn]] void fail(const std::string& why) const { throw std::runtime_error(place() + ": " + why); }

 private:
  std::istream& in_;
  const std::string& name_;
  std::string line_;
  std::size_t number_ = 0;
};

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t begin = line.find_first_not_of(kBlank); begin != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(kBlank, begin), line.size());
    words.emplace_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(kBlank, end);
  }
  return words;
}

int grade(const std::string& text, const Lines& lines) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    lines.fail("the grade is a whole number, not \"" + text + "\"");
  }
  return value;
}

/// Why a line is no query; "" if it is one.
std::string fault_of(const BatchQuery& query, bool has_tab) {
  if (!has_tab) return "a line is a query id, a tab and the query";
  if (query.qid.empty() || query.qid.find_first_of(kBlank) != std::string::npos) return "a query id is one word";
  if (query.text.find_first_not_of(kBlank) == std::string::npos) return "there is no query after the tab";
  return "";
}

}  // namespace

Judgments read_judgments(std::istream& in, const std::string& name) {
  Judgments judgments;
  Lines lines(in, name);
  while (lines.next()) {
    const auto words = words_of(lines.line());
    if (words.size() != 4) lines.fail("a judgment is four words: query id, 0, document id, grade");
    const int value = grade(words[3], lines);
    const auto [row, added] = judgments[words[0]].emplace(words[2], value);
    if (!added && row->second != value) lines.fail("\"" + words[2] + "\" was given another grade before");
  }
  return judgments;
}

Batch read_queries(std::istream& in, const std::string& name) {
  Batch batch;
  std::set<std::string> known;
  Lines lines(in, name);
  while (lines.next()) {
    const std::string& line = lines.line();
    const std::size_t tab = std::min(line.find('\t'), line.size());
    BatchQuery query{line.substr(0, tab), tab == line.size() ? "" : line.substr(tab + 1)};
    const std::string fault = fault_of(query, tab < line.size());
    if (!fault.empty()) {
      batch.faults.push_back(lines.place() + ": " + fault);
    } else if (!known.insert(query.qid).second) {
      batch.faults.push_back(lines.place() + ": the query id \"" + query.qid + "\" comes twice");
    } else {
      batch.queries.push_back(std::move(query));
    }
  }
  return batch;
}

}  // namespace izde::searcher
