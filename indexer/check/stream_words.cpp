#include "indexer/check/stream_words.hpp"

#include "indexer/check/tables.hpp"
#include "indexer/writer.hpp"
#include "schema/terms.hpp"

#include <string>

namespace izde::indexer {
namespace {

analysis::Faces faces_of(const schema::Form& form) {
  analysis::Faces faces;
  faces.written = form.written;
  faces.plain = form.plain;
  faces.stem = form.stem;
  faces.key = form.key;
  faces.name = form.name;
  faces.language = form.language;
  faces.capitalised = form.capitalised;
  return faces;
}

std::uint64_t hash_unless_empty(const std::string& term) { return term.empty() ? 0 : hash_of_term(term); }

}  // namespace

std::uint64_t StreamWords::of_form(schema::FormId form) {
  OfForm& row = sums_[form];
  if (row.is_known) return row.hashes;
  const analysis::Faces faces = faces_of(lexicon_.form(form));
  row = {true, hash_of_term(schema::stem_term(faces)) + hash_unless_empty(schema::beginning_term(faces)) +
                   hash_unless_empty(schema::name_term(faces.name))};
  return row.hashes;
}

// As schema::terms_of.
std::uint64_t StreamWords::of_section(const std::vector<schema::StreamWord>& words) {
  std::uint64_t sum = 0;
  const schema::StreamWord* previous = nullptr;
  for (const schema::StreamWord& word : words) {
    sum += of_form(word.form);
    if (word.width > 1) continue;
    const bool follows = previous != nullptr && previous->position + 1 == word.position;
    const bool beside = previous != nullptr && previous->width == 0 && previous->position == word.position;
    if (follows || beside)
      sum += hash_unless_empty(
          schema::pair_term(faces_of(lexicon_.form(previous->form)), faces_of(lexicon_.form(word.form))));
    previous = &word;
  }
  return sum;
}

std::optional<std::uint64_t> StreamWords::sum(const schema::TokenStream& stream) {
  std::uint64_t sum = 0;
  for (std::size_t section = 0; section < schema::kSections; ++section) {
    for (const schema::StreamWord& word : stream.sections[section])
      if (word.form >= sums_.size()) return std::nullopt;
    sum += kSectionWeight[section] * of_section(stream.sections[section]);
  }
  return sum;
}

}  // namespace izde::indexer
