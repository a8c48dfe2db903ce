#include "searcher/output/why.hpp"

#include "searcher/output/line.hpp"
#include "searcher/output/notes.hpp"
#include "searcher/output/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <string>
#include <string_view>

namespace izde::searcher {
namespace {

constexpr std::array<std::string_view, schema::kSections> kSections{"title", "heading", "text"};
constexpr std::array<std::string_view, 3> kOccur{"", " (required)", " (excluded)"};
constexpr std::size_t kShownPassages = 10;

/// Filled to a width, and a space.
std::string cell(std::string_view text, std::size_t width) { return std::string(text) + filling(text, width) + " "; }

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : ", ").append(one_line(word));
  return text;
}

std::string told(const Failure& failure) {
  switch (failure.kind) {
    case Failure::Kind::nothing:
      return "there is no word to look for";
    case Failure::Kind::word:
      return quoted(failure.asked) + " is required and is not in it";
    case Failure::Kind::support:
      return "what is in it of " + quoted(failure.asked) + " brings no passage by itself";
    case Failure::Kind::words:
      return "none of these is in it: " + one_line(failure.asked);
    case Failure::Kind::order:
      return "the words of " + one_line(failure.asked) + " are in it, but do not stand so";
    case Failure::Kind::exclusion:
      return quoted(failure.asked) + " is excluded and is in it";
    case Failure::Kind::filter:
      return quoted(failure.asked) + " does not fit; it has " +
             (failure.has.empty() ? "nothing there" : quoted(failure.has));
  }
  return "";
}

void render_verdict(const Why& why, std::ostream& out) {
  const analysis::Reading& reading = why.passage.reading;
  out << one_line(why.passage.id()) << " · " << analysis::code(reading.language) << ' '
      << analysis::code(reading.script);
  if (!why.passage.title.empty()) out << " · " << one_line(why.passage.title);
  const std::string total = (why.total.exact ? "" : "at least ") + std::to_string(why.total.count);
  out << '\n' << (why.is_hit() ? "A hit" : "Not a hit") << " for " << one_line(why.said.understood);
  if (why.is_hit() && why.rank > 0) out << ": rank " << why.rank << " of " << total;
  if (why.is_hit() && why.rank == 0) out << ": not among the first " << Why::kRanked << " of " << total;
  out << '\n';
  for (const Failure& failure : why.failures) out << "  " << told(failure) << '\n';
}

void render_line(const Explanation::Line& line, std::ostream& out) {
  out << cell(describe(line.reason), 14) << cell(line.language.empty() ? "all" : line.language, 5)
      << cell(one_line(line.term), 24) << "weight " << fixed(line.weight, 2) << ", passages " << line.passages;
}

// A part of an entry of the lexicon that would bring the passage, were the entry's other words beside it.
bool far_from_the_rest(const Found& found) { return found.by.bearing == Bearing::with_the_rest; }

void render_found(const std::vector<Found>& all, std::ostream& out) {
  for (const Found& found : all) {
    out << "    " << cell(kSections[found.section], 7);
    render_line(found.by, out);
    if (found.weight < 1) out << ", here × " << fixed(found.weight, 2);
    out << ": " << listed(found.words);
    if (found.count > 1) out << " (" << found.count << " times)";
    if (!found.lit) out << ", not lit";
    if (found.supports) out << ", " << (far_from_the_rest(found) ? "not near its neighbours" : "only supports");
    out << '\n';
  }
}

void render_missing(const WhyWord& word, std::ostream& out) {
  for (const Explanation::Line& line : word.searched_as) {
    out << "    " << cell("asked", 7);
    render_line(line, out);
    if (line.bearing != Bearing::brings) out << ", " << describe(line.bearing);
    out << '\n';
  }
  if (word.searched_as.empty()) out << "    no passage has it as asked\n";
  if (word.occur == Occur::must_not) return;
  if (!word.otherwise.empty()) {
    out << "    The passage has it only otherwise than asked:\n";
    render_found(word.otherwise, out);
  } else {
    out << "    Not in this passage in any form";
    const std::size_t shown = std::min(word.elsewhere.size(), kShownPassages);
    for (std::size_t i = 0; i < shown; ++i) out << (i == 0 ? "; its document has it in p" : ", p") << word.elsewhere[i];
    if (shown < word.elsewhere.size()) out << " and " << word.elsewhere.size() - shown << " more";
    out << ".\n";
  }
}

void render_word(const WhyWord& word, std::ostream& out) {
  out << '\n'
      << quoted(word.word) << kOccur[static_cast<std::size_t>(word.occur)]
      << (word.found.empty() ? ": not found" : ": found") << '\n';
  if (word.found.empty())
    render_missing(word, out);
  else
    render_found(word.found, out);
}

void render_shares(std::string_view name, const std::vector<WhyScore::Share>& shares, std::ostream& out) {
  for (const WhyScore::Share& share : shares) {
    out << "    " << cell(name, 7) << cell(quoted(share.word), 20) << fixed(share.worth, 4) << " of at most "
        << fixed(share.most, 4);
    for (const WhyScore::Part& part : share.parts) {
      out << (&part == &share.parts.front() ? ": " : " + ") << fixed(part.worth, 4) << ' ' << describe(part.reason);
      if (!part.term.empty()) out << ' ' << one_line(part.term);
      out << ", f " << fixed(part.frequency, 2);
    }
    out << '\n';
  }
}

void render_score(const WhyScore& score, std::ostream& out) {
  out << "\nScore " << fixed(score.total, 4) << '\n';
  render_shares("word", score.words, out);
  render_shares("pair", score.pairs, out);
  const double share = score.most == 0 ? 0 : score.worth / score.most;
  out << "    sum " << fixed(score.worth, 4) << " of at most " << fixed(score.most, 4) << " = " << fixed(share, 4)
      << ", × " << fixed(score.coverage_factor, 4) << " for a coverage of " << fixed(score.coverage, 2) << " = "
      << fixed(share * score.coverage_factor, 4) << '\n';
  for (const WhyScore::SignalValue& signal : score.signals)
    out << "    " << cell("signal", 7) << cell(signal.name, 20) << fixed(signal.value, 4) << " × "
        << fixed(signal.weight, 2) << " = " << fixed(signal.value * signal.weight, 4) << '\n';
}

}  // namespace

void render_why(const Why& why, std::ostream& out) {
  render_verdict(why, out);
  for (const WhyWord& word : why.words) render_word(word, out);
  if (why.score) render_score(*why.score, out);
  if (why.score && why.rank > 0 && std::abs(why.listed - why.score->total) > 1e-9)
    out << "    It is listed with " << fixed(why.listed, 4) << ", below a block of candidates before it.\n";
  render_notes(why.said, out);
}

}  // namespace izde::searcher
