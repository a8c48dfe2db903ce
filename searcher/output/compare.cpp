#include "searcher/output/compare.hpp"

#include "searcher/output/line.hpp"
#include "searcher/output/listing.hpp"
#include "searcher/output/numbers.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <string_view>

namespace izde::searcher {
namespace {

using Kind = Question::Kind;
using State = Question::State;

constexpr std::array<std::string_view, 3> kStates{"They differ", "Told by several", "Told by all"};
constexpr std::array<std::string_view, 5> kKinds{"Dates", "Numbers", "People", "Places", "Institutions"};
constexpr std::string_view kIndent = "     ";

void render_source(std::size_t number, const Witness& telling, std::ostream& out) {
  const Hit& hit = telling.hit;
  const std::string mark = "[" + std::to_string(number) + "]";
  const analysis::Reading& reading = hit.passage.reading;
  const std::string title = one_line(hit.passage.title.empty() ? hit.id : hit.passage.title);
  out << mark << filling(mark, kIndent.size()) << isolated(title, is_right_to_left(hit.passage)) << '\n';
  std::string why;
  if (telling.same.by != Sameness::By::nothing)
    why = "same " + std::string(describe(telling.same.by)) + ", " + fixed(100 * telling.same.share, 0) +
          " % alike in names";
  out << kIndent
      << joined(
             {one_line(hit.id),
              std::string(analysis::code(reading.language)) + " " + std::string(analysis::code(reading.script)),
              one_line(schema::value_of(hit.metadata, "date")), one_line(schema::value_of(hit.metadata, "kind")), why},
             " · ")
      << '\n';
}

std::string answer_of(const Question& question, const Fact& fact) {
  if (question.kind == Kind::date) return fact.value;
  if (question.kind == Kind::number) return fact.value + (question.about.empty() ? "" : " " + one_line(question.about));
  return one_line(fact.name);
}

/// "[1] 11 (24) июня 1918 г.; [3] 24 June, 24 June 1918".
std::string tellers_of(const Fact& fact) {
  std::vector<std::string> tellers;
  tellers.reserve(fact.told.size());
  for (const Fact::Told& told : fact.told) {
    std::vector<std::string> words;
    words.reserve(told.words.size());
    for (const std::string& printed : told.words) words.push_back(one_line(printed));
    tellers.push_back("[" + std::to_string(told.telling + 1) + "] " + joined(words, ", "));
  }
  return joined(tellers, "; ");
}

void render_question(const Question& question, std::ostream& out) {
  std::size_t width = 0;
  for (const Fact& fact : question.facts) width = std::max(width, columns(answer_of(question, fact)));
  for (const Fact& fact : question.facts) {
    const std::string answer = answer_of(question, fact);
    const bool first = &fact == &question.facts.front();
    out << "  " << (first ? "  " : "/ ") << answer << filling(answer, width) << "  " << tellers_of(fact) << '\n';
  }
  if (question.calendars) out << "    as far apart as the calendars: one may be the other's day in Old Style\n";
}

void render_shared(const std::vector<Question>& questions, std::ostream& out) {
  const Question* before = nullptr;
  for (const Question& question : questions) {
    if (question.state == State::one) continue;
    const bool other_state = before == nullptr || before->state != question.state;
    if (other_state) out << '\n' << kStates[static_cast<std::size_t>(question.state)] << '\n';
    if (other_state || before->kind != question.kind)
      out << "  " << kKinds[static_cast<std::size_t>(question.kind)] << '\n';
    render_question(question, out);
    before = &question;
  }
}

/// "1917-12-26 (13 (26) декабря)", "25 членовъ", "Alibi Dzhangildin".
std::string alone(const Question& question, const Fact& fact) {
  const std::string printed = listed(fact.told.front().words);
  if (question.kind == Kind::date) return fact.value + " (" + printed + ")";
  return question.kind == Kind::number ? printed : one_line(fact.name);
}

// By source, a line a kind: what nobody else tells is read as a list.
void render_alone(std::size_t telling, const std::vector<Question>& questions, std::ostream& out) {
  std::array<std::vector<std::string>, kKinds.size()> lists;
  for (const Question& question : questions)
    for (const Fact& fact : question.facts)
      if (question.state == State::one && fact.told.front().telling == telling)
        lists[static_cast<std::size_t>(question.kind)].push_back(alone(question, fact));
  std::string mark = "  [" + std::to_string(telling + 1) + "]";
  for (std::size_t kind = 0; kind < lists.size(); ++kind) {
    if (lists[kind].empty()) continue;
    out << mark << filling(mark, 7) << kKinds[kind] << ": " << listed(lists[kind]) << '\n';
    mark.clear();
  }
}

}  // namespace

void render_comparison(const Comparison& comparison, const RenderOptions&, std::ostream& out) {
  for (std::size_t i = 0; i < comparison.tellings.size(); ++i) render_source(i + 1, comparison.tellings[i], out);
  if (comparison.tellings.size() < 2) {
    out << "\nNo other document of the index surely tells the same; see izde-search like " << one_line(comparison.id)
        << '\n';
    return;
  }
  render_shared(comparison.questions, out);
  if (std::any_of(comparison.questions.begin(), comparison.questions.end(),
                  [](const Question& question) { return question.state == State::one; }))
    out << "\nTold by one only\n";
  for (std::size_t i = 0; i < comparison.tellings.size(); ++i) render_alone(i, comparison.questions, out);
}

}  // namespace izde::searcher
