#include "indexer/inverter.hpp"

#include "schema/terms.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace izde::indexer {
namespace {

constexpr std::size_t kRemembered = std::size_t{1} << 15;
constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;

std::size_t slot_of(std::uint64_t value, std::size_t mask) {
  return static_cast<std::size_t>(value * kSpread >> 32) & mask;
}

}  // namespace

Inverter::Inverter(TermTable& terms, schema::LexiconBuilder& lexicon)
    : terms_(terms), lexicon_(lexicon), remembered_(kRemembered), pairs_(std::size_t{1} << 12) {}

schema::FormId Inverter::form(const analysis::Token& token) {
  const auto place = reinterpret_cast<std::uintptr_t>(token.faces.get());
  Remembered& row = remembered_[slot_of(place, kRemembered - 1)];
  if (row.faces.get() != token.faces.get()) row = {token.faces, lexicon_.number(*token)};
  return row.form;
}

const Inverter::FormTerms& Inverter::terms_of(schema::FormId form, const analysis::Faces& word) {
  if (form >= form_terms_.size()) form_terms_.resize(std::max<std::size_t>(form + 1, form_terms_.size() * 3 / 2));
  FormTerms& row = form_terms_[form];
  if (row.stem != kNone) return row;
  row.stem = terms_.number(schema::stem_term(word));
  if (const std::string term = schema::beginning_term(word); !term.empty()) row.beginning = terms_.number(term);
  if (const std::string term = schema::name_term(word.name); !term.empty()) row.name = terms_.number(term);
  return row;
}

TermId Inverter::pair(TermId first_stem, TermId second_stem, const analysis::Faces& first,
                      const analysis::Faces& second) {
  using analysis::Language;
  if (first.language != Language::vi || second.language != Language::vi) return kNone;
  if (10 * (pair_count_ + 1) > 6 * pairs_.size()) grow_pairs();
  const std::uint64_t words = (std::uint64_t{first_stem} + 1) << 32 | (std::uint64_t{second_stem} + 1);
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
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const analysis::Token& token = tokens[i];
    const FormTerms terms = terms_of(forms[i], *token);
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
  return form_terms_.capacity() * sizeof(FormTerms) + pairs_.capacity() * sizeof(PairSlot) +
         places_.capacity() * sizeof(places_[0]);
}

}  // namespace izde::indexer
