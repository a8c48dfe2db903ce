#include "indexer/kinds/act.hpp"

#include "indexer/kinds/act_date.hpp"
#include "indexer/kinds/act_title.hpp"
#include "indexer/kinds/issuers.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace izde::indexer {
namespace {

using Ids = std::vector<std::string>;

constexpr std::string_view kDefaultType = "resolution";
constexpr std::string_view kIssuerCue = "issuer";
constexpr std::size_t kWordsByNoun = 2;
constexpr int kEnough = 4;  // points of an act that is told as issued

/// Where an act is told: a noun or a verb of a sentence.
struct Telling {
  const FoundCue* cue = nullptr;
  const Sentence* sentence = nullptr;
  int points = 0;
};

bool is_noun(const FoundCue& cue) { return cue.name == "act"; }

/// What a cue says that an act was told here at all; 0: nothing.
int points_of_cue(std::string_view name) {
  if (name == "act") return 3;
  if (name == "ruling" || name == "command") return 2;
  if (name == "decide") return 2;
  return name == "proclaim" || name == "annul" || name == "adopt" || name == "paper" || name == "dissolve" ? 1 : 0;
}

int points_of(const FoundCue& cue, FactSet facts) {
  int points = points_of_cue(cue.name);
  if (points == 0) return 0;
  const auto add = [&](std::string_view name, int more) {
    if (facts & fact(name)) points += more;
  };
  add("date", 1);
  add("office", 1);
  add("body", 1);
  if (is_noun(cue)) add("adopt", 1);
  if (is_noun(cue)) add("decide", 1);
  if (is_noun(cue)) add("sign", 1);
  add("letter", -2);
  add("doubt", -1);
  return points;
}

/// Whether a verb of adopting stands by a noun: принял декрет, декрет қабылдады.
bool is_adopted(const PassageFacts& facts, const FoundCue& noun) {
  return std::any_of(facts.cues.begin(), facts.cues.end(), [&](const FoundCue& cue) {
    const std::size_t apart = cue.token < noun.token ? noun.token - cue.token : cue.token - noun.token;
    return cue.name == "adopt" && apart <= kWordsByNoun;
  });
}

/// The first that is told well enough, else the best.
Telling main_telling(const PassageFacts& facts) {
  Telling best;
  auto sentence = facts.sentences.begin();
  for (const FoundCue& cue : facts.cues) {
    while (sentence != facts.sentences.end() && cue.token >= sentence->end) ++sentence;
    if (sentence == facts.sentences.end()) break;
    int points = points_of(cue, sentence->facts);
    // Acts that are annulled are not the act that annuls them.
    if (is_noun(cue) && (sentence->facts & fact("annul")) != 0 && !is_adopted(facts, cue)) points -= 3;
    if (points > best.points) best = {&cue, &*sentence, points};
    if (best.points >= kEnough) break;
  }
  return best;
}

/// The noun that a title is about: in Kazakh, where it stands last, the last one.
const FoundCue* named_in(const std::vector<FoundCue>& cues, analysis::Language language) {
  if (language == analysis::Language::kk) {
    const auto last = std::find_if(cues.rbegin(), cues.rend(), is_noun);
    return last == cues.rend() ? nullptr : &*last;
  }
  const auto found = std::find_if(cues.begin(), cues.end(), is_noun);
  return found == cues.end() ? nullptr : &*found;
}

void add_once(Ids& ids, std::string id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
}

/// Concepts named in a passage, with the words where each stands.
class Named {
 public:
  Named(const schema::Passage& passage, const PassageFacts& facts, const thesaurus::Thesaurus& thesaurus)
      : thesaurus_(thesaurus) {
    for (const schema::Mention& mention : passage.mentions) {
      if (mention.section != schema::section_text) continue;
      const auto word = std::find_if(facts.words.begin(), facts.words.end(),
                                     [&](const analysis::Token& token) { return token.position >= mention.position; });
      if (word == facts.words.end()) continue;
      const auto at = static_cast<std::size_t>(word - facts.words.begin());
      rows_.push_back({at, at + mention.width, mention.concept_id});
    }
    for (const FoundCue& cue : facts.cues)
      if (cue.name == kIssuerCue) rows_.push_back({cue.token, cue.token + cue.width, std::string(cue.sense)});
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.begin < b.begin; });
  }

  /// The issuer named nearest to the words of a cue in a sentence; who is named behind a verb is rarely its subject,
  /// and in Kazakh nobody behind a noun is.
  std::string issuer_near(const FoundCue& cue, const Sentence& sentence, std::size_t factor_behind) const {
    std::string nearest;
    least_ = std::numeric_limits<std::size_t>::max();
    for (const Row& row : rows_) {
      const std::string_view issuer = issuer_by(row.id);
      if (issuer.empty() || row.begin < sentence.first || row.begin >= sentence.end) continue;
      const std::size_t distance = distance_of(row.begin, row.end, cue, factor_behind);
      if (distance < least_) nearest = issuer;
      least_ = std::min(least_, distance);
    }
    return nearest;
  }
  /// How far the one that issuer_near() gave last stood.
  std::size_t least() const { return least_; }

  static std::size_t distance_of(std::size_t begin, std::size_t end, const FoundCue& cue, std::size_t factor_behind) {
    return end <= cue.token ? cue.token - end : begin < cue.token ? 0 : factor_behind * (begin - cue.token);
  }

  bool covers(std::size_t word) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) {
      return row.begin <= word && word < row.end && !issuer_by(row.id).empty();
    });
  }

  /// The issuer named last before a word; only meetings if `meeting`.
  std::string issuer_before(std::size_t word, bool meeting) const {
    std::string last;
    for (const Row& row : rows_) {
      const std::string_view issuer = issuer_by(row.id);
      if (!issuer.empty() && row.begin < word && (!meeting || is_meeting(row.id))) last = issuer;
    }
    return last;
  }

  bool is_meeting(std::string_view id) const {
    const std::int64_t index = thesaurus_.find(id);
    return index >= 0 && thesaurus_.concepts()[static_cast<std::size_t>(index)].scheme == "events";
  }

  Ids persons(const Sentence& sentence) const {
    Ids ids;
    for (const Row& row : rows_) {
      const std::int64_t index = thesaurus_.find(row.id);
      const bool is_person = index >= 0 && thesaurus_.concepts()[static_cast<std::size_t>(index)].scheme == "persons";
      if (is_person && row.begin >= sentence.first && row.begin < sentence.end) add_once(ids, row.id);
    }
    return ids;
  }

  /// The first issuer of a title or heading; only a meeting if `meeting`.
  std::string issuer_in(const analysis::Tokens& tokens, const std::vector<FoundCue>& cues, bool meeting) const {
    for (const FoundCue& cue : cues)
      if (cue.name == kIssuerCue) return std::string(cue.sense);
    for (const thesaurus::Found& found : thesaurus_.mentions(tokens)) {
      const std::string& id = thesaurus_.concepts()[found.concept_index].id;
      const std::string_view issuer = issuer_by(id);
      if (!issuer.empty() && (!meeting || is_meeting(id))) return std::string(issuer);
    }
    return {};
  }

 private:
  struct Row {
    std::size_t begin = 0, end = 0;  // words
    std::string id;
  };
  const thesaurus::Thesaurus& thesaurus_;
  std::vector<Row> rows_;
  mutable std::size_t least_ = 0;
};

/// A body that a cue names without a name (съезд, совдеп), nearer to the act than any named issuer.
enum class Body : std::uint8_t { none, meeting, soviet };

/// Reads the main act; what the text does not tell of it, the heading and the title may.
class Reading {
 public:
  Reading(const schema::Passage& passage, const PassageFacts& facts, const thesaurus::Thesaurus& thesaurus)
      : passage_(passage),
        facts_(facts),
        thesaurus_(thesaurus),
        named_(passage, facts, thesaurus),
        telling_(main_telling(facts)) {
    above_ = named_in(facts.heading_cues, passage.reading.language);
    in_heading_ = above_ != nullptr;
    if (!in_heading_) above_ = named_in(facts.title_cues, passage.reading.language);
  }

  void read_name(schema::ActRecord& act) const {
    const bool here = telling_.cue != nullptr && !rules_above() && (is_noun(*telling_.cue) || above_ == nullptr);
    const FoundCue* cue = here ? telling_.cue : above_;
    act.type = cue != nullptr && is_noun(*cue) ? cue->sense : kDefaultType;
    if (here) {
      const analysis::Span noun = span_of(*cue);
      act.number = act_number(passage_.text, noun, bytes_of(*telling_.sentence));
      if (is_noun(*cue)) act.title = act_title(passage_.text, noun, passage_.reading.language);
    }
    if (act.title.empty() && above_ != nullptr) act.title = in_heading_ ? passage_.heading : passage_.title;
  }

  /// What a meeting issued is of its days: call after read_issuer().
  void read_date(schema::ActRecord& act) const {
    const analysis::FoundDate* date = rules_above() ? told_above() : nullptr;
    if (date == nullptr && telling_.cue != nullptr) {
      const analysis::Span cue = span_of(*telling_.cue);
      const auto size = static_cast<std::uint32_t>(passage_.text.size());
      date = nearest_date(facts_.dates, cue, bytes_of(*telling_.sentence));
      if (date == nullptr && above_ != nullptr) date = told_above();
      if (date == nullptr)
        date = nearest_date(facts_.dates, cue, {0, static_cast<std::uint32_t>(telling_.sentence->begin_byte)});
      if (date == nullptr) date = told_above();
      if (date == nullptr) date = nearest_date(facts_.dates, cue, {0, size});
    }
    if (date == nullptr) date = told_above();
    const auto meeting = act.issuers.empty() ? std::nullopt : meeting_of(act.issuers.front(), thesaurus_);
    if (meeting && (date == nullptr || !meeting->holds(*date))) {
      date = date_of(*meeting);
      act.date = meeting->month;
    }
    if (date == nullptr) return;
    const ActDate day = act_date(*date);
    act.date = day.date;
    act.os_date = day.os_date;
  }

  void read_issuer(schema::ActRecord& act) const {
    std::string issuer;
    Body body = Body::none;
    if (telling_.cue != nullptr) {
      const bool is_subject_before = !is_noun(*telling_.cue) || passage_.reading.language == analysis::Language::kk;
      const std::size_t behind = is_subject_before ? 3 : 1;
      issuer = named_.issuer_near(*telling_.cue, *telling_.sentence, behind);
      body = unnamed_body(behind, issuer.empty() ? std::numeric_limits<std::size_t>::max() : named_.least());
      if (body != Body::none) issuer.clear();
    }
    if (issuer.empty() && body != Body::soviet) issuer = issuer_elsewhere(body == Body::meeting);
    if (!issuer.empty()) act.issuers.push_back(std::move(issuer));
  }

  void read_signatories(schema::ActRecord& act) const {
    for (const Sentence& sentence : facts_.sentences) {
      if ((sentence.facts & fact("sign")) == 0) continue;
      const bool is_of_act = (sentence.facts & (fact("act") | fact("paper") | fact("quote"))) != 0 ||
                             (sentence.facts & (fact("happen") | fact("date"))) == 0;
      if (!is_of_act) continue;
      for (std::string& id : named_.persons(sentence)) add_once(act.signatories, std::move(id));
    }
  }

 private:
  /// A heading or title that names an act and its day speaks of that act, whatever other acts the text names.
  bool rules_above() const {
    const FactSet told = in_heading_ ? facts_.heading : facts_.title;
    return above_ != nullptr && (told & fact("day")) != 0;
  }

  Body unnamed_body(std::size_t behind, std::size_t least) const {
    Body nearest = Body::none;
    for (const FoundCue& cue : facts_.cues) {
      if (cue.token < telling_.sentence->first || cue.token >= telling_.sentence->end || named_.covers(cue.token))
        continue;
      const Body body = cue.name == "congress" ? Body::meeting : cue.name == "soviet" ? Body::soviet : Body::none;
      if (body == Body::none) continue;
      const std::size_t distance = Named::distance_of(cue.token, cue.token + cue.width, *telling_.cue, behind);
      if (distance >= least) continue;
      least = distance;
      nearest = body;
    }
    return nearest;
  }

  const analysis::FoundDate* date_of(const Meeting& meeting) const {
    for (const auto* dates : {&facts_.dates, &facts_.heading_dates, &facts_.title_dates})
      for (const analysis::FoundDate& date : *dates)
        if (meeting.holds(date)) return &date;
    return nullptr;
  }

  std::string issuer_elsewhere(bool meeting) const {
    std::string issuer;
    if (telling_.cue != nullptr) issuer = named_.issuer_before(telling_.cue->token, meeting);
    if (issuer.empty()) issuer = named_.issuer_in(facts_.heading_words, facts_.heading_cues, meeting);
    if (issuer.empty()) issuer = named_.issuer_in(facts_.title_words, facts_.title_cues, meeting);
    return issuer;
  }

  analysis::Span span_of(const FoundCue& cue) const {
    return {facts_.words[cue.token].span.begin, facts_.words[cue.token + cue.width - 1].span.end};
  }
  static analysis::Span bytes_of(const Sentence& sentence) {
    return {static_cast<std::uint32_t>(sentence.begin_byte), static_cast<std::uint32_t>(sentence.end_byte)};
  }
  const analysis::FoundDate* told_above() const {
    if (!facts_.heading_dates.empty()) return &facts_.heading_dates.front();
    return facts_.title_dates.empty() ? nullptr : &facts_.title_dates.front();
  }

  const schema::Passage& passage_;
  const PassageFacts& facts_;
  const thesaurus::Thesaurus& thesaurus_;
  Named named_;
  Telling telling_;
  const FoundCue* above_ = nullptr;  // the act that the heading or the title names
  bool in_heading_ = false;
};

}  // namespace

schema::ActRecord act_of(const schema::Passage& passage, const PassageFacts& facts,
                         const thesaurus::Thesaurus& thesaurus) {
  const Reading reading(passage, facts, thesaurus);
  schema::ActRecord act;
  reading.read_name(act);
  reading.read_issuer(act);
  reading.read_date(act);
  reading.read_signatories(act);
  return act;
}

}  // namespace izde::indexer
