// The one place where a word gets the name under which Xapian knows it. Indexing and querying both call these
// functions.
//
//   prefix  what                                                     example
//   R       Russian stem                                             Rсемипалатинск
//   K       Kazakh: Arabic-grade key of the stem, any script         Kбокеихан
//   G       Kazakh: first five letters of that key's plain word      Gукиме
//   V       Vietnamese syllable without marks                        Vduong
//   B       two Vietnamese syllables in a row                        B and five letters of a hash
//   O       word of another language                                 Ocongress
//   N       name key of a word that may be a name                    Nbkkhnv
//   C       concept of the thesaurus named in the passage            CL001
//   A       concept that issued the act which the passage states     AO002
//   D       the passages of a document                               Dletters/1919.txt
//   P       the passages of a number, within their documents         P3
//   T       kind of record: Tp passage, Td one that holds its document's record too, Tl block of forms
//   S       the segment it was written in (schema/segments.hpp)
//   Y       a day, month or year named in the passage            Y1918-06-24 (schema/dates.hpp)
//   E       likewise of its document's own date, where the passage names none
//   L, X…   fields (schema/fields.cpp)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/token.hpp"

namespace izde::schema {

/// The term every word posts: by the stem, or what stands for it in its language.
std::string stem_term(const analysis::Faces& word);
/// Letters that make a beginning; LINGUISTICS 1.2: truncation to five is the best single prefix.
inline constexpr std::size_t kBeginning = 5;
/// What the beginning of a word is known by, in one spelling for all scripts; "" where the language has none.
std::string beginning_of(analysis::Language language, std::string_view plain);
/// The term for "begins alike" (Kazakh only); "" where the language has none.
std::string beginning_term(const analysis::Faces& word);
/// The term under which names of all languages meet; "" where the token is no name.
std::string name_term(std::string_view name_key);
/// The term of two neighbours; "" unless both are Vietnamese. A hash of both, since there are more pairs than words: of
/// a million pairs, one in a thousand shares its term with another, which re-scoring tells apart.
std::string pair_term(const analysis::Faces& first, const analysis::Faces& second);
bool is_pair(std::string_view term);

/// All terms of a run of tokens, with how often each is posted; sorted by term.
std::vector<std::pair<std::string, std::uint32_t>> terms_of(const analysis::Tokens& tokens);

/// prefix + value, cut and hashed where it would pass Xapian's limit of 245 bytes.
std::string keyword_term(std::string_view prefix, std::string_view value);

/// What of a keyword field is compared: lower case, NFC, blanks as one space; punctuation stays (fond 17/2 is not
/// 1/72).
std::string keyword_value(std::string_view value);

std::string concept_term(std::string_view concept_id);
std::string issuer_term(std::string_view concept_id);
/// All passages of a document; the last of them holds its record.
std::string document_term(std::string_view document_id);
/// The passages of a number; with its document's term it names one.
std::string number_term(std::uint32_t number);
/// A number that stands for a document's id in sets of ids: a hash of its term, since long ids are known by that alone.
std::uint64_t document_key(std::string_view document_id);
std::string language_term(analysis::Language language);
inline constexpr std::string_view kPassageTerm = "Tp";
/// Passages that hold the record of their document.
inline constexpr std::string_view kRecordTerm = "Td";
inline constexpr std::string_view kLexiconTerm = "Tl";
/// All that stands in one segment.
std::string segment_term(std::string_view name);

}  // namespace izde::schema
