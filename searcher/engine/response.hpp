// The answer to a request: one value, many renderers (searcher/output/). Holds no Xapian type and no markup.
#pragma once

#include "analysis/token.hpp"
#include "schema/document.hpp"
#include "schema/passage.hpp"
#include "searcher/query/node.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

/// Why a word was lit, from the closest to the farthest; the order is the order of expansion.
enum class Reason : std::uint8_t {
  exact,
  marks,
  inflected,
  old_spelling,
  script,
  abbreviation,
  prefix,
  name,
  alias,
  translation,
  wildcard,
  damaged,
  fuzzy,
  correction,
  narrower,
  broader
};
inline constexpr std::size_t kReasons = 16;

/// "exact", "other marks", "inflected", "old spelling", "other script", "abbreviation", "same beginning", "same name",
/// "alias", "translation", "wildcard", "letters lost", "fuzzy", "corrected", "narrower", "broader".
std::string_view describe(Reason reason);

/// A lit stretch of a passage's text (byte offsets) and why.
struct Mark {
  analysis::Span span;
  Reason reason = Reason::exact;
  std::string query_word;  ///< the word of the query it answers, as typed
};

/// A piece of a passage to show: text[begin,end) of the passage with the marks inside it.
struct Excerpt {
  analysis::Span span;                         ///< of the passage's text, on character boundaries
  bool cut_before = false, cut_after = false;  ///< whether text of the passage is left out
};

struct Hit {
  std::size_t rank = 0;  ///< from 1, counted over all pages
  double score = 0;
  std::string id;                  ///< passage id, or the document's with unit document
  schema::Passage passage;         ///< with unit document: its best passage
  schema::Metadata metadata;       ///< of its document
  std::vector<std::string> kinds;  ///< of the passage (decree, event), then of its document, as filled in there
  std::vector<std::string> issuers, signatories;  ///< of passage.act: names to show, as many as it has ids
  /// When the passage speaks, else when its document was written: New Style, and Old Style where it is told so; EDTF.
  std::vector<std::string> dates, os_dates;
  /// Names to show of what the passage mentions. Like the dates without repetitions, in the order of the text.
  std::vector<std::string> people, places, institutions;
  std::vector<Mark> marks;                    ///< in passage.text, rising, not overlapping
  bool in_title = false, in_heading = false;  ///< whether words of the query stand there
  Excerpt excerpt;
  std::size_t more = 0;  ///< further hits of the same document that were folded into this one
};

struct Total {
  std::size_t count = 0;
  bool exact = true;  ///< false: at least this many
};

/// How one word of the query was expanded, for --explain.
/// Whether what a word was searched as brings passages.
enum class Bearing : std::uint8_t {
  brings,         ///< by itself
  with_the_rest,  ///< where the other words of the same entry of the lexicon stand near
  supports        ///< never: it adds to the score of passages found otherwise
};

/// "brings passages", "with its neighbours", "only supports".
std::string_view describe(Bearing bearing);

struct Explanation {
  std::string word;
  struct Line {
    Reason reason;
    std::string language;  ///< code, "" for all
    std::string term;      ///< what is asked for, readable
    double weight;
    std::size_t passages;  ///< that hold it
    Bearing bearing = Bearing::brings;
  };
  std::vector<Line> lines;
};

struct Suggestion {
  std::string word, instead;  ///< as typed; as found in the index
};

/// What hits are counted by.
enum class Facet : std::uint8_t { people, places, institutions, languages, kinds, acts, issuers };
inline constexpr std::size_t kFacets = 7;

/// "people", "places", "institutions", "languages", "kinds", "acts" (their types), "issuers".
std::string_view describe(Facet facet);

/// A value of a facet and the number of hits that have it.
struct FacetRow {
  std::string id;    ///< of a concept; "kk-Arab" of a language and script; of a kind, as in kind:
  std::string name;  ///< to show
  std::size_t count = 0;
  friend bool operator==(const FacetRow&, const FacetRow&) = default;
};
/// By Facet; the commonest value first.
using Facets = std::array<std::vector<FacetRow>, kFacets>;

/// What was made of a query.
struct Understanding {
  std::string query;       ///< as typed
  std::string understood;  ///< print() of the tree
  std::vector<Diagnostic> diagnostics;
  std::vector<Suggestion> suggestions;
};

/// Hits by time.
struct Timeline {
  struct Row {
    std::string date;  ///< 1918, 1918-06 or 1918-06-24
    std::size_t count = 0;
  };
  std::vector<Row> rows;    ///< from the earliest on, those with no hit left out
  std::size_t undated = 0;  ///< hits without a date as fine as this
};

struct Response {
  std::string qid = "1";   ///< of a batch line
  std::string query;       ///< as typed
  std::string understood;  ///< print() of the tree
  Total total;
  std::vector<Hit> hits;
  std::optional<Facets> facets;      ///< over all hits, where they were asked for
  std::optional<Timeline> timeline;  ///< likewise
  std::vector<Diagnostic> diagnostics;
  std::vector<Suggestion> suggestions;
  std::vector<Explanation> explanations;
  std::string index;   ///< fingerprint of what was searched (schema/fingerprint.hpp), of several indexes joined by +
  double seconds = 0;  ///< spent searching; printed by text only, never by machine formats
};

}  // namespace izde::searcher
