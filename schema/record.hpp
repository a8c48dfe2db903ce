// What lies in an index for each passage and each document, and how it is told to Xapian.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <xapian.h>

#include "schema/dates.hpp"
#include "schema/document.hpp"
#include "schema/passage.hpp"
#include "schema/sources.hpp"
#include "schema/terms.hpp"
#include "schema/token_stream.hpp"

namespace izde::schema {

struct PassageRecord {
  Passage passage;
  TokenStream stream;
};

/// What the texts of a passage hold beside its words (written_text.hpp), as it is stored. Any thread.
std::string texts_beside_words(const Passage& passage, const std::array<analysis::Tokens, kSections>& words);
/// Bytes for Xapian's document data, of a record and what its texts hold beside its words.
std::string to_data(const PassageRecord& record, std::string_view beside);
/// passage_from_data(to_data(x, …), its lexicon) = x, also with a document's record behind it. Throws BytesError.
PassageRecord passage_from_data(std::string_view data, const Lexicon& lexicon);
/// Only what re-scoring reads, without copying the texts. Throws BytesError.
struct PassageView {
  std::string_view document;
  std::uint32_t number = 1;
  std::uint8_t language = 0;
  std::uint8_t script = 0;
  std::vector<Mention> mentions;
  std::vector<DatedDays> dates;               ///< those that are searched
  std::optional<analysis::DayRange> written;  ///< the document's own date
  std::vector<KindMark> kinds;
  std::string_view act;  ///< its bytes: act_from()
};
/// What of it is asked for; the rest is left empty.
struct Needed {
  bool dates = true;
  bool mentions = true;
  bool kinds = true;
  const FormSieve* words = nullptr;    ///< of the stream only those that it may hold; null: all
  const FormSearch* one_of = nullptr;  ///< where none of these is in the stream, it is not read
};
/// False where the stream was not read.
bool read_for_matching(std::string_view data, PassageView& view, TokenStream& stream, const Needed& needed = {});

/// What an index remembers of a whole document. It stands with the data of its last passage.
struct DocumentRecord {
  std::string id, path, encoding;
  std::uint64_t content_hash = 0;  ///< of the content and of everything that decides how it is read
  std::uint32_t passages = 0;
  std::array<std::uint64_t, 4> words{};  ///< per language of its passages (analysis::Language)
  Metadata metadata;
  friend bool operator==(const DocumentRecord&, const DocumentRecord&) = default;
};
/// Bytes to put behind the data of its last passage.
std::string to_data(const DocumentRecord& record, std::string_view title_of_passage, Sources& sources);
/// The record behind a passage's data. Without a lexicon a title that the passage tells stays empty. Throws BytesError,
/// also where there is none.
DocumentRecord document_from_data(std::string_view data, const Sources& sources, const Lexicon* lexicon = nullptr);

}  // namespace izde::schema
