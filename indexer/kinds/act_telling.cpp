#include "indexer/kinds/act_telling.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace izde::indexer {
namespace {

constexpr std::size_t kWordsByNoun = 4;
constexpr std::size_t kWordsOfDenial = 3;
constexpr std::size_t kWordsOfAnnulled = 6;
constexpr int kEnough = 4;  // points of an act that is told
constexpr int kAnnulled = 6;

std::size_t words_between(const FoundCue& one, const FoundCue& other) {
  return one.token < other.token ? other.token - one.token : one.token - other.token;
}

bool is_in(const FoundCue& cue, const Sentence& sentence) {
  return cue.token >= sentence.first && cue.token < sentence.end;
}

/// What a cue says that an act was told here at all; 0: nothing.
int points_of_cue(std::string_view name) {
  if (name == "act" || name == "reply") return 3;
  if (name == "ruling" || name == "command" || name == "decide" || name == "paper") return 2;
  return name == "proclaim" || name == "annul" || name == "adopt" || name == "dissolve" ? 1 : 0;
}

}  // namespace

bool is_act_noun(const FoundCue& cue) {
  return cue.name == "act" || cue.name == "ruling" || cue.name == "paper" || cue.name == "reply";
}

bool is_general_noun(const FoundCue& cue) { return cue.name == "paper" || cue.sense == "any"; }

ActTeller::ActTeller(const PassageFacts& facts, analysis::Language language, IsForeign is_foreign)
    : facts_(facts), language_(language), is_foreign_(std::move(is_foreign)) {
  for (const FoundCue& cue : facts_.cues) {
    const Sentence* sentence = sentence_of(cue);
    if (cue.name == "act" && sentence != nullptr && is_foreign_(cue, *sentence)) foreign_types_.push_back(cue.sense);
  }
}

const Sentence* ActTeller::sentence_of(const FoundCue& cue) const {
  const auto found = std::find_if(facts_.sentences.begin(), facts_.sentences.end(),
                                  [&](const Sentence& sentence) { return is_in(cue, sentence); });
  return found == facts_.sentences.end() ? nullptr : &*found;
}

bool ActTeller::is_of_others(const FoundCue& cue, const Sentence& sentence) const {
  if (is_foreign_(cue, sentence)) return true;
  return cue.name == "act" &&
         std::find(foreign_types_.begin(), foreign_types_.end(), cue.sense) != foreign_types_.end();
}

/// Whether a verb of issuing stands by a noun: принял декрет, қаулы алды, ký nghị quyết.
bool ActTeller::is_issued(const FoundCue& noun, const Sentence& sentence) const {
  return std::any_of(facts_.cues.begin(), facts_.cues.end(), [&](const FoundCue& cue) {
    if (!is_in(cue, sentence)) return false;
    const bool holds_it = cue.token <= noun.token && noun.token < cue.token + cue.width;
    if (cue.name == "decide" && holds_it) return true;
    return (cue.name == "adopt" || cue.name == "sign") && words_between(cue, noun) <= kWordsByNoun;
  });
}

/// Whether a noun is the object of annulling: недействительность декретов, bãi bỏ sắc lệnh; the one before where none
/// is behind, and always in Kazakh (декреттерін жарамсыз деп таныды).
bool ActTeller::is_annulled(const FoundCue& noun, const Sentence& sentence) const {
  for (const FoundCue& annul : facts_.cues) {
    if (annul.name != "annul" || !is_in(annul, sentence)) continue;
    const FoundCue* behind = nullptr;
    const FoundCue* before = nullptr;
    for (const FoundCue& cue : facts_.cues) {
      if (cue.name != "act" || !is_in(cue, sentence)) continue;
      if (cue.token < annul.token) before = &cue;
      if (cue.token > annul.token && behind == nullptr && words_between(cue, annul) <= kWordsOfAnnulled) behind = &cue;
    }
    const FoundCue* annulled = behind != nullptr && language_ != analysis::Language::kk ? behind : before;
    if (annulled != nullptr && annulled->token == noun.token) return true;
  }
  return false;
}

/// Whether a noun names what there never was: никакого договора, chưa hề có hiệp ước.
bool ActTeller::is_denied(const FoundCue& noun) const {
  return std::any_of(facts_.cues.begin(), facts_.cues.end(), [&](const FoundCue& cue) {
    return cue.name == "denial" && cue.token < noun.token && noun.token - cue.token <= kWordsOfDenial;
  });
}

int ActTeller::points_of(const FoundCue& cue, const Sentence& sentence) const {
  int points = points_of_cue(cue.name);
  if (points == 0) return 0;
  const auto has = [&](std::string_view name) { return (sentence.facts & fact(name)) != 0; };
  points += (has("day") || has("month") || has("next-day")) + has("office") + has("body") - 2 * has("letter") -
            2 * has("trial") - has("doubt");
  if (!is_act_noun(cue)) return points;
  if (is_denied(cue) || (cue.name == "reply" && !has("number"))) return 0;
  if (cue.name == "paper" && !has("adopt") && !has("sign") && !has("dissolve") && !has("annul")) return 0;
  points += has("adopt") + has("decide") + has("sign");
  return is_annulled(cue, sentence) ? points - kAnnulled : points;
}

Telling ActTeller::main_telling() const {
  Telling best, told, issued;
  for (const FoundCue& cue : facts_.cues) {
    const Sentence* sentence = sentence_of(cue);
    if (sentence == nullptr) continue;
    const int points = points_of(cue, *sentence);
    if (points <= 0 || is_of_others(cue, *sentence)) continue;
    Telling here{&cue, sentence, points};
    here.is_told = points >= kEnough && (is_act_noun(cue) || cue.name == "decide" || cue.name == "command");
    here.is_issued = here.is_told && is_act_noun(cue) && is_issued(cue, *sentence);
    if (here.is_told && told.cue == nullptr) told = here;
    if (here.is_issued && issued.cue == nullptr) issued = here;
    if (points > best.points) best = here;
  }
  return issued.cue != nullptr ? issued : told.cue != nullptr ? told : best;
}

std::string_view ActTeller::type_told(const Telling& telling) const {
  if (telling.cue == nullptr) return {};
  if (!is_act_noun(*telling.cue)) {
    const bool commands = std::any_of(facts_.cues.begin(), facts_.cues.end(), [&](const FoundCue& cue) {
      return cue.name == "command" && cue.token == telling.cue->token;
    });
    return commands ? "order" : std::string_view();
  }
  if (!is_general_noun(*telling.cue)) return telling.cue->sense;
  const auto next = std::find_if(facts_.cues.begin(), facts_.cues.end(), [&](const FoundCue& cue) {
    if (cue.token <= telling.cue->token || cue.name != "act" || is_general_noun(cue)) return false;
    const Sentence* sentence = sentence_of(cue);
    return sentence != nullptr && !is_annulled(cue, *sentence) && !is_of_others(cue, *sentence);
  });
  return next == facts_.cues.end() ? telling.cue->sense : next->sense;
}

}  // namespace izde::indexer
