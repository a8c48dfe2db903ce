#include "indexer/inverter.hpp"

#include "schema/terms.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace izde::indexer {
namespace {

constexpr std::size_t kRemembered = std::size_t{1} << 15;
constexpr std::size_t kAhead = 8;  // words whose memory is on its way
constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;

std::uint64_t pair_of(TermId first, TermId second) {
  return (std::uint64_t{first} + 1) << 32 | (std::uint64_t{second} + 1);
}

std::size_t slot_of(std::uint64_t value, std::size_t mask) {
  return static_cast<std::size_t>(value * kSpread >> 32) & mask;
}

}  // namespace

Inverter::Inverter(TermTable& terms, schema::LexiconBuilder& lexicon)
    : terms_(terms), lexicon_(lexicon), remembered_(kRemembered), pairs_(std::size_t{1} << 12), places_(1) {}

void Inverter::expect(const analysis::Token& token) const {
  __builtin_prefetch(&remembered_[slot_of(reinterpret_cast<std::uintptr_t>(token.faces.get()), kRemembered - 1)]);
}

schema::FormId Inverter::form(const analysis::Token& token) {
  const auto place = reinterpret_cast<std::uintptr_t>(token.faces.get());
  Remembered& row = remembered_[slot_of(place, kRemembered - 1)];
  if (row.faces.get() != token.faces.get()) row = {token.faces, lexicon_.number(*token)};
  return row.form;
}

const Inverter::FormTerms& Inverter::terms_of(TermsByForm& known, std::string_view prefix, schema::FormId form,
                                              const analysis::Faces& word) {
  if (form >= known.size()) known.resize(std::max<std::size_t>(form + 1, known.size() * 3 / 2));
  FormTerms& row = known[form];
  if (row.stem != kNone) return row;
  const auto number = [&](const std::string& term) {
    return term.empty()     ? kNone
           : prefix.empty() ? terms_.number(term)
                            : terms_.number(schema::keyword_term(prefix, term));
  };
  row = {number(schema::stem_term(word)), number(schema::beginning_term(word)), number(schema::name_term(word.name))};
  return row;
}

void Inverter::add_field(std::string_view prefix, const analysis::Tokens& tokens,
                         std::span<const schema::FormId> forms) {
  if (tokens.empty()) return;
  auto known = field_terms_.find(prefix);
  if (known == field_terms_.end()) known = field_terms_.emplace(prefix, TermsByForm()).first;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const FormTerms terms = terms_of(known->second, prefix, forms[i], *tokens[i]);
    for (const TermId term : {terms.stem, terms.beginning, terms.name})
      if (term != kNone) add(term, 0);
  }
}

void Inverter::expect(const FormTerms& first, const FormTerms& second) const {
  __builtin_prefetch(&places_[std::min<std::size_t>(second.stem, places_.size() - 1)]);
  __builtin_prefetch(&pairs_[slot_of(pair_of(first.stem, second.stem), pairs_.size() - 1)]);
}

TermId Inverter::pair(TermId first_stem, TermId second_stem, const analysis::Faces& first,
                      const analysis::Faces& second) {
  using analysis::Language;
  if (first.language != Language::vi || second.language != Language::vi) return kNone;
  if (10 * (pair_count_ + 1) > 6 * pairs_.size()) grow_pairs();
  const std::uint64_t words = pair_of(first_stem, second_stem);
  const std::size_t mask = pairs_.size() - 1;
  std::size_t at = slot_of(words, mask);
  for (; pairs_[at].words != 0; at = (at + 1) & mask)
    if (pairs_[at].words == words) return pairs_[at].term;
  pairs_[at] = {words, terms_.number(schema::pair_term(first, second))};
  ++pair_count_;
  return pairs_[at].term;
}

void Inverter::grow_pairs() {
  const std::vector<PairSlot> old = std::exchange(pairs_, std::vector<PairSlot>(2 * pairs_.size()));
  const std::size_t mask = pairs_.size() - 1;
  for (const PairSlot& slot : old) {
    if (slot.words == 0) continue;
    std::size_t at = slot_of(slot.words, mask);
    while (pairs_[at].words != 0) at = (at + 1) & mask;
    pairs_[at] = slot;
  }
}

// As schema::terms_of.
void Inverter::add_words(const analysis::Tokens& tokens, std::span<const schema::FormId> forms, std::uint32_t weight) {
  const analysis::Token* previous = nullptr;
  TermId previous_stem = kNone;
  row_.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i + kAhead < forms.size() && forms[i + kAhead] < form_terms_.size())
      __builtin_prefetch(&form_terms_[forms[i + kAhead]]);
    row_.push_back(terms_of(form_terms_, "", forms[i], *tokens[i]));
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const analysis::Token& token = tokens[i];
    if (i + kAhead < row_.size()) expect(row_[i + kAhead - 1], row_[i + kAhead]);
    const FormTerms terms = row_[i];
    add(terms.stem, weight);
    if (terms.beginning != kNone) add(terms.beginning, weight);
    if (terms.name != kNone) add(terms.name, weight);
    if (token.width > 1) continue;
    const bool follows = previous != nullptr && previous->position + 1 == token.position;
    const bool beside = previous != nullptr && previous->width == 0 && previous->position == token.position;
    if (follows || beside)
      if (const TermId both = pair(previous_stem, terms.stem, **previous, *token); both != kNone) add(both, weight);
    previous = &token;
    previous_stem = terms.stem;
  }
}

// What was taken makes room for the next document.
void Inverter::start() {
  if (!taken_) return;
  for (const Posting& posting : postings_) places_[posting.term] = 0;
  postings_.clear();
  taken_ = false;
}

void Inverter::add(TermId term, std::uint32_t count) {
  start();
  if (term >= places_.size()) places_.resize(std::max<std::size_t>(term + 1, places_.size() * 3 / 2));
  std::uint32_t& place = places_[term];
  if (place == 0) {
    postings_.push_back({term, count});
    place = static_cast<std::uint32_t>(postings_.size());
  } else {
    postings_[place - 1].count += count;
  }
}

std::span<const Posting> Inverter::take() {
  start();
  taken_ = true;
  return postings_;
}

std::size_t Inverter::memory() const {
  std::size_t forms = form_terms_.capacity();
  for (const auto& [prefix, terms] : field_terms_) forms += terms.capacity();
  return forms * sizeof(FormTerms) + pairs_.capacity() * sizeof(PairSlot) + places_.capacity() * sizeof(places_[0]);
}

}  // namespace izde::indexer
