// From the words of a passage to the terms of a segment. What schema/terms.hpp names word by word is remembered here by
// number, so that a word met again costs a look-up and no string; tests hold the two to the same terms.
#pragma once

#include "analysis/token.hpp"
#include "indexer/segment/segment.hpp"
#include "schema/lexicon.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace izde::indexer {

/// Gathers the terms of one document after the other. Not for several threads; the segment and the lexicon outlive it.
class Inverter {
 public:
  Inverter(TermTable& terms, schema::LexiconBuilder& lexicon);

  /// Brings the memory of a word that will soon be asked for on its way.
  void expect(const analysis::Token& token) const;
  /// The form of a word, numbered if it is new.
  schema::FormId form(const analysis::Token& token);

  /// Posts a run of words, each `weight` times. `forms` are those of the tokens.
  void add_words(const analysis::Tokens& tokens, std::span<const schema::FormId> forms, std::uint32_t weight);
  /// Words alone, as filters of the field with this prefix: titles and headings have more pairs than are asked for.
  void add_field(std::string_view prefix, const analysis::Tokens& tokens, std::span<const schema::FormId> forms);
  void add(TermId term, std::uint32_t count);
  /// A term that only filters.
  void add_filter(std::string_view term) { add(terms_.number(term), 0); }

  /// The terms gathered since the last call; valid until the next one is added.
  std::span<const Posting> take();

  std::size_t memory() const;

 private:
  struct FormTerms {
    TermId stem = kNone;
    TermId beginning = kNone;
    TermId name = kNone;
  };
  struct Remembered {
    analysis::SharedFaces faces;  // kept, so that no other word can come to lie at its place
    schema::FormId form = 0;
  };
  struct PairSlot {
    std::uint64_t words = 0;  // the terms of both, one more each; 0: free
    TermId term = 0;
  };
  static constexpr TermId kNone = 0xFFFFFFFFU;

  using TermsByForm = std::vector<FormTerms>;

  const FormTerms& terms_of(TermsByForm& known, std::string_view prefix, schema::FormId form,
                            const analysis::Faces& word);
  TermId pair(TermId first_stem, TermId second_stem, const analysis::Faces& first, const analysis::Faces& second);
  void expect(const FormTerms& first, const FormTerms& second) const;
  void grow_pairs();
  void start();

  TermTable& terms_;
  schema::LexiconBuilder& lexicon_;
  std::vector<Remembered> remembered_;
  TermsByForm form_terms_;
  TermsByForm row_;                                              // of the words at hand, one after the other
  std::map<std::string, TermsByForm, std::less<>> field_terms_;  // by prefix
  std::vector<PairSlot> pairs_;
  std::size_t pair_count_ = 0;
  std::vector<std::uint32_t> places_;  // of each term in `postings_`, one more; 0: not in this document
  std::vector<Posting> postings_;
  bool taken_ = false;
};

}  // namespace izde::indexer
