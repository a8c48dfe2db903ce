#include "thesaurus/check.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analysis/language.hpp"
#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"
#include "thesaurus/validity.hpp"

namespace izde::thesaurus {
namespace {

constexpr std::string_view kNoTag = "labels without a language tag; read in every way their letters allow";
constexpr std::string_view kUnknownTag =
    "labels with the tag of another language than vi, kk, ru and en; read as their "
    "letters allow";
constexpr std::string_view kClaimed = "labels that are names of another concept as well; both are found";
constexpr std::string_view kTimesOverlap = "labels whose times overlap; they count in all of them";
constexpr std::string_view kNoScheme = "concepts in no scheme; taken for institutions";
constexpr std::string_view kNowhere = "relations to a concept that is nowhere; left out";
constexpr std::string_view kCircle = "relations that close a circle; left out";

std::string primary_subtag(std::string_view tag) { return analysis::lower_case(tag.substr(0, tag.find('-'))); }

std::string quoted(const Label& label) { return "“" + label.text + "”" + (label.tag.empty() ? "" : "@" + label.tag); }

/// The same for labels of one language that would be found in one place: their letters, without capitals and signs.
std::string key_of(const Label& label) {
  std::u32string key = analysis::letters_of(primary_subtag(label.tag)) + U'\t';
  for (const char32_t c : analysis::letters_of(analysis::lower_case(label.text))) {
    const bool is_sign = !analysis::is_letter(c) && !analysis::is_digit(c) && !analysis::is_mark(c);
    if (!is_sign || (key.back() != U' ' && key.back() != U'\t')) key += is_sign ? U' ' : c;
  }
  while (key.back() == U' ') key.pop_back();
  return analysis::utf8_of(key);
}

bool overlap(const Label& one, const Label& other) {
  return !one.valid || !other.valid || is_valid(one.valid, {&*other.valid, 1});
}

bool is_restated(const Label& label, const Concept* before) {
  return before != nullptr && std::any_of(before->labels.begin(), before->labels.end(), [&](const Label& one) {
           return one.text == label.text && one.tag == label.tag && one.valid == label.valid;
         });
}

/// A label and whose it is.
struct Claim {
  const Concept* owner;
  const Label* label;
};

/// One label twice, of which a time says when.
bool is_twice(const Label& one, const Label& other) {
  return (one.valid || other.valid) && one.text == other.text && one.tag == other.tag &&
         (one.kind == LabelKind::exact) == (other.kind == LabelKind::exact);
}

/// Takes out the relations of which is_wrong(target, place) says so.
template <typename IsWrong>
void drop_wrong(std::vector<std::string>& relations, const IsWrong& is_wrong) {
  std::vector<std::string> kept;
  for (std::size_t k = 0; k < relations.size(); ++k)
    if (!is_wrong(relations[k], k)) kept.push_back(relations[k]);
  relations = std::move(kept);
}

class Check {
 public:
  Check(const Thesaurus& before, const std::vector<SkosFile>& files) : before_(before) {
    for (const Concept& one : before.concepts()) take_in(one);
    for (const SkosFile& file : files)
      for (const Concept& one : file.concepts) take_in_scheme(one);
  }

  void run(SkosFile& file) {
    for (std::size_t i = 0; i < file.concepts.size(); ++i) {
      Concept& one = file.concepts[i];
      const SkosLines& lines = file.lines[i];
      if (schemes_[one.id].empty())
        file.notes.add(lines.first, kNoScheme, one.id + " is in no scheme; taken for an institution");
      for (std::size_t k = 0; k < one.labels.size(); ++k) check_tag(one, one.labels[k], {file.notes, lines.labels[k]});
      if (schemes_[one.id] != "terms") check_claims(one, lines, file.notes);
      drop_wrong(one.related, [&](const std::string& target, std::size_t k) {
        return is_nowhere(one, target, {file.notes, lines.related[k]});
      });
      drop_wrong(one.broader, [&](const std::string& target, std::size_t k) {
        const Spot spot{file.notes, lines.broader[k]};
        return is_nowhere(one, target, spot) || closes_circle(one, target, spot);
      });
    }
  }

 private:
  /// A line, and where to note what is wrong with it.
  struct Spot {
    Notes& notes;
    std::size_t line;
    void note(std::string_view reason, const std::string& what) const { notes.add(line, reason, what); }
  };

  void take_in_scheme(const Concept& one) {
    std::string& scheme = schemes_[one.id];
    if (scheme.empty()) scheme = one.scheme;
  }

  void take_in(const Concept& one) {
    take_in_scheme(one);
    broader_[one.id] = one.broader;
    if (one.is_term()) return;
    for (const Label& label : one.labels) claims_[key_of(label)].push_back({&one, &label});
  }

  static void check_tag(const Concept& one, const Label& label, const Spot& spot) {
    if (label.tag.empty())
      return spot.note(kNoTag,
                       quoted(label) + " of " + one.id + " has no language tag; read in every way its letters allow");
    if (analysis::language_of_tag(label.tag) || primary_subtag(label.tag) == "en") return;
    spot.note(kUnknownTag, quoted(label) + " of " + one.id +
                               " has the tag of another language than vi, kk, ru and en; read as its letters allow");
  }

  void check_claims(const Concept& one, const SkosLines& lines, Notes& notes) {
    const std::int64_t place = before_.find(one.id);
    const Concept* before = place < 0 ? nullptr : &before_.concepts()[static_cast<std::size_t>(place)];
    std::set<std::pair<std::string, std::string>> told;  // key and the other concept
    for (std::size_t k = 0; k < one.labels.size(); ++k) {
      const Label& label = one.labels[k];
      if (is_restated(label, before)) continue;
      const std::string key = key_of(label);
      std::vector<Claim>& claims = claims_[key];
      const auto other = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) {
        const bool is_wrong = claim.owner->id != one.id || is_twice(label, *claim.label);
        return is_wrong && overlap(label, *claim.label);
      });
      const std::string owner = other == claims.end() ? "" : other->owner->id;
      claims.push_back({&one, &label});
      if (owner.empty() || !told.emplace(key, owner).second) continue;
      if (owner == one.id)
        notes.add(lines.labels[k], kTimesOverlap,
                  quoted(label) + " of " + one.id + " has times that overlap; it counts in all of them");
      else
        notes.add(lines.labels[k], kClaimed,
                  quoted(label) + " of " + one.id + " is a name of " + owner + " as well; both are found");
    }
  }

  bool is_nowhere(const Concept& one, const std::string& target, const Spot& spot) const {
    if (schemes_.contains(target)) return false;
    spot.note(kNowhere, one.id + " has a relation to " + target + ", which is nowhere; left out");
    return true;
  }

  bool closes_circle(const Concept& one, const std::string& target, const Spot& spot) {
    if (target == one.id) {
      spot.note(kCircle, one.id + " is broader than itself; left out");
      return true;
    }
    if (is_above(one.id, target)) {
      spot.note(kCircle, one.id + " has skos:broader " + target + ", which is narrower than it already; left out");
      return true;
    }
    broader_[one.id].push_back(target);
    return false;
  }

  /// Whether `top` is reached from `id` by way of what is broader.
  bool is_above(const std::string& top, const std::string& id) const {
    std::unordered_set<std::string> met{id};
    std::vector<std::string> open{id};
    while (!open.empty()) {
      const auto above = broader_.find(open.back());
      open.pop_back();
      if (above == broader_.end()) continue;
      for (const std::string& next : above->second) {
        if (next == top) return true;
        if (met.insert(next).second) open.push_back(next);
      }
    }
    return false;
  }

  const Thesaurus& before_;
  std::unordered_map<std::string, std::string> schemes_;               ///< by id; of every concept that is somewhere
  std::unordered_map<std::string, std::vector<std::string>> broader_;  ///< by id; free of circles but those of before_
  std::unordered_map<std::string, std::vector<Claim>> claims_;         ///< by key_of()
};

}  // namespace

std::vector<SkosFile> checked(std::vector<SkosFile> files, const Thesaurus& before) {
  Check check(before, files);
  for (SkosFile& file : files) check.run(file);
  return files;
}

}  // namespace izde::thesaurus
