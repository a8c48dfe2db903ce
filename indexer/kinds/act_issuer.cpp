#include "indexer/kinds/act_issuer.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace izde::indexer {
namespace {

constexpr std::string_view kIssuerCue = "issuer";
constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kWordsBehindNoun = 8;  // Постановление Алаш-Орды; quyết định của chính phủ …
constexpr std::size_t kWordsBehindVerb = 3;  // принял Кирревком
constexpr std::size_t kWordsInTitle = 3;     // Алашорданың өзге актілері
constexpr std::size_t kBehind = 2;           // a word behind counts as so many before

/// How far words [begin, end) are from a cue as its subject; nothing if they cannot be it. In Kazakh nobody behind is,
/// in Vietnamese nobody behind a verb.
std::optional<std::size_t> distance_of(std::size_t begin, std::size_t end, const FoundCue& cue,
                                       analysis::Language language) {
  if (end <= cue.token) return cue.token - end;
  if (begin < cue.token + cue.width) return 0;
  const std::size_t behind = begin - (cue.token + cue.width);
  const bool is_noun = is_act_noun(cue);
  if (language == analysis::Language::kk || (language == analysis::Language::vi && !is_noun)) return std::nullopt;
  if (behind > (is_noun ? kWordsBehindNoun : kWordsBehindVerb)) return std::nullopt;
  return is_noun ? behind : kBehind * (behind + 1);
}

void add_once(std::vector<std::string>& ids, const std::string& id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

}  // namespace

Named::Named(const schema::Passage& passage, const PassageFacts& facts, const thesaurus::Thesaurus& thesaurus)
    : facts_(facts), language_(passage.reading.language), thesaurus_(thesaurus) {
  for (const schema::Mention& mention : passage.mentions) {
    if (mention.section != schema::section_text) continue;
    const auto word = std::find_if(facts.words.begin(), facts.words.end(),
                                   [&](const analysis::Token& token) { return token.position >= mention.position; });
    if (word == facts.words.end()) continue;
    const auto at = static_cast<std::size_t>(word - facts.words.begin());
    rows_.push_back({at, at + mention.width, mention.concept_id, false});
  }
  for (const FoundCue& cue : facts.cues)
    if (cue.name == kIssuerCue && !is_local(cue))
      rows_.push_back({cue.token, cue.token + cue.width, std::string(cue.sense), true});
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.begin < b.begin; });
}

bool Named::is_of(const Row& row, std::string_view scheme) const {
  const std::int64_t index = thesaurus_.find(row.id);
  return index >= 0 && thesaurus_.concepts()[static_cast<std::size_t>(index)].scheme == scheme;
}

bool Named::covers(std::size_t word) const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [&](const Row& row) { return row.begin <= word && word < row.end && !issuer_by(row.id).empty(); });
}

/// Семипалатинский Совет, Семей Кеңесі; Xô viết Semipalatinsk.
bool Named::is_beside_place(const FoundCue& cue) const {
  return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) {
    if (language_ == analysis::Language::vi) return row.begin == cue.token + cue.width && is_of(row, "places");
    // Семей Кеңесі, but Алаш қаласында Кеңес декреттерін: the council of a town is said with the town bare.
    if (row.end != cue.token || !is_of(row, "places")) return false;
    const analysis::Token& town = facts_.words[row.end - 1];
    return language_ != analysis::Language::kk || town->plain == town->stem;
  });
}

/// Of a town (Семипалатинский ревком), though the word alone means another's.
bool Named::is_local(const FoundCue& issuer) const {
  const std::int64_t index = thesaurus_.find(issuer.sense);
  return index >= 0 && thesaurus_.concepts()[static_cast<std::size_t>(index)].scheme == "organisations" &&
         is_beside_place(issuer);
}

Named::Told::Body Named::body_of(const FoundCue& cue) const {
  if (cue.name == "local" || cue.name == "soviet") return Told::Body::local;
  if (cue.name == "council" && is_beside_place(cue)) return Told::Body::local;
  if (cue.name == kIssuerCue && is_local(cue)) return Told::Body::local;
  return cue.name == "congress" ? Told::Body::meeting : Told::Body::none;
}

bool Named::is_inflected(const Row& row) const {
  const analysis::Token& last = facts_.words[std::min(row.end, facts_.words.size()) - 1];
  return last->plain != last->stem;
}

/// Whether a finite verb stands between words: where it comes last, what is behind it has a subject of its own.
bool Named::is_clause_closed(std::size_t word, std::size_t later) const {
  return std::any_of(facts_.cues.begin(), facts_.cues.end(),
                     [&](const FoundCue& cue) { return cue.name == "past" && word < cue.token && cue.token < later; });
}

Named::Told Named::told_with(const FoundCue& cue, const Sentence& sentence) const {
  Told told;
  std::size_t least = kNever;
  std::size_t subject = 0;  // where it stands
  for (const Row& row : rows_) {
    const std::string_view issuer = issuer_by(row.id);
    if (issuer.empty() || row.begin < sentence.first || row.begin >= sentence.end) continue;
    const auto distance = distance_of(row.begin, row.end, cue, language_);
    // In Kazakh the subject opens the clause, and its objects stand between: Қазревком Алашорданы тарату туралы шешім.
    if (!distance) continue;
    const bool is_object = language_ == analysis::Language::kk && least != kNever &&
                           (*distance > 0 || is_inflected(row)) && !is_clause_closed(subject, row.begin);
    if (*distance >= least || is_object) continue;
    least = *distance;
    told.issuer = issuer;
    told.by_word = row.by_word;
    subject = row.begin;
  }
  for (const FoundCue& body : facts_.cues) {
    if (body.token < sentence.first || body.token >= sentence.end || covers(body.token)) continue;
    const Told::Body kind = body_of(body);
    const auto distance = distance_of(body.token, body.token + body.width, cue, language_);
    const bool is_nearer = distance && (*distance < least || (*distance == least && kind == Told::Body::local));
    if (kind == Told::Body::none || !is_nearer) continue;
    least = *distance;
    told = {"", false, kind};
  }
  return told;
}

bool Named::names(std::string_view issuer) const {
  return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return issuer_by(row.id) == issuer; });
}

std::string Named::only_issuer() const {
  std::string only;
  for (const Row& row : rows_) {
    const std::string_view issuer = issuer_by(row.id);
    if (issuer.empty() || issuer == only) continue;
    if (!only.empty()) return {};
    only = issuer;
  }
  return only;
}

std::string Named::last_before(std::size_t word, const analysis::FoundDate* date) const {
  std::string last;
  for (const Row& row : rows_) {
    const std::string_view issuer = issuer_by(row.id);
    if (row.begin < word && !issuer.empty() && (date == nullptr || was_on(issuer, *date, thesaurus_))) last = issuer;
  }
  return last;
}

std::string Named::signed_for(const Sentence& sentence, const analysis::FoundDate* date) const {
  if ((sentence.facts & fact("sign")) == 0) return {};
  for (const Row& row : rows_) {
    if (row.begin < sentence.first || row.begin >= sentence.end) continue;
    const std::string_view body = signed_for_by(row.id);
    if (!body.empty() && (date == nullptr || was_on(body, *date, thesaurus_))) return std::string(body);
  }
  return {};
}

bool Named::may_be_there(std::string_view meeting, const Sentence& sentence) const {
  const std::int64_t index = thesaurus_.find(meeting);
  if (index < 0) return false;
  const std::vector<std::string>& related = thesaurus_.concepts()[static_cast<std::size_t>(index)].related;
  bool elsewhere = false;
  for (const Row& row : rows_) {
    if (row.begin < sentence.first || row.begin >= sentence.end || !is_of(row, "places")) continue;
    if (std::find(related.begin(), related.end(), row.id) != related.end()) return true;
    elsewhere = true;
  }
  return !elsewhere;
}

std::vector<std::string> Named::persons(const Sentence& sentence) const {
  std::vector<std::string> ids;
  for (const Row& row : rows_)
    if (is_of(row, "persons") && row.begin >= sentence.first && row.begin < sentence.end) add_once(ids, row.id);
  return ids;
}

std::string issuer_by_noun(const FoundCue& noun, const analysis::Tokens& words, analysis::Language language,
                           const thesaurus::Thesaurus& thesaurus) {
  for (const thesaurus::Found& found : thesaurus.mentions(words)) {
    const std::string_view issuer = issuer_by(thesaurus.concepts()[found.concept_index].id);
    const auto word = std::find_if(words.begin(), words.end(),
                                   [&](const analysis::Token& token) { return token.position >= found.position; });
    const auto begin = static_cast<std::size_t>(word - words.begin());
    const auto distance = distance_of(begin, begin + found.width, noun, language);
    if (!issuer.empty() && distance && *distance <= kWordsInTitle) return std::string(issuer);
  }
  return {};
}

std::string issuer_in(const analysis::Tokens& words, const std::vector<FoundCue>& cues,
                      const thesaurus::Thesaurus& thesaurus, bool meeting) {
  if (!meeting)
    for (const FoundCue& cue : cues)
      if (cue.name == kIssuerCue) return std::string(cue.sense);
  for (const thesaurus::Found& found : thesaurus.mentions(words)) {
    const std::string& id = thesaurus.concepts()[found.concept_index].id;
    const std::string_view issuer = issuer_by(id);
    if (!issuer.empty() && (!meeting || meeting_of(id, thesaurus))) return std::string(issuer);
  }
  return {};
}

}  // namespace izde::indexer
