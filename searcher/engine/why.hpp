// Why a passage is found by a query, or is not: each word with where the passage has it and by what, what keeps the
// passage from being a hit, and its score taken apart. Values only; searcher/output shows them.
#pragma once

#include "schema/passage.hpp"
#include "searcher/engine/passage_ids.hpp"
#include "searcher/engine/request.hpp"
#include "searcher/engine/response.hpp"
#include "searcher/engine/verdict.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace izde::searcher {

struct Knowledge;

/// Occurrences of a word of the query that agree in all but their place.
struct Found {
  schema::Section section = schema::section_text;
  Explanation::Line by;            ///< its reason is that of these occurrences, its weight that of the alternative
  double weight = 1;               ///< of one occurrence, within the alternative
  std::size_t count = 0;           ///< occurrences
  bool lit = true;                 ///< false: outside a phrase or NEAR that asks for it, or excluded
  bool supports = false;           ///< it counts, but does not make the passage a hit
  std::vector<std::string> words;  ///< different ones, in order: of the text as it has them, else lower case
};

struct WhyWord {
  std::string word;
  Occur occur = Occur::may;  ///< must: no passage is a hit without it
  std::vector<Found> found;
  std::vector<Explanation::Line> searched_as;
  /// Where nothing was found: what the passage has that the word by itself would find, in every form and spelling.
  std::vector<Found> otherwise;
  std::vector<std::uint32_t> elsewhere;  ///< likewise: numbers of the other passages of its document that have it
};

struct WhyScore {
  struct Part {
    std::string term;  ///< as in Explanation::Line; "" where it asks for none of its own
    Reason reason = Reason::exact;
    double frequency = 0, worth = 0;
  };
  struct Share {
    std::string word;  ///< as typed; of pairs, both
    double worth = 0, most = 0;
    std::vector<Part> parts;  ///< the alternatives that count
  };
  struct SignalValue {
    std::string name;
    double value = 0, weight = 0;
  };
  double total = 0;
  double worth = 0, most = 0;
  double coverage = 0, coverage_factor = 1;  ///< total = worth / most · coverage_factor + Σ value · weight
  std::vector<Share> words, pairs;
  std::vector<SignalValue> signals;
};

struct Why {
  Understanding said;
  schema::Passage passage;
  std::vector<Failure> failures;  ///< none for a hit
  std::size_t rank = 0;           ///< among all hits; 0: none, or beyond kRanked
  double listed = 0;              ///< the score it is listed with, which may be lower than its own (docs/RANKING.md)
  Total total;                    ///< hits
  std::vector<WhyWord> words;
  std::optional<WhyScore> score;  ///< of hits

  bool is_hit() const { return failures.empty(); }
  static constexpr std::size_t kRanked = 1000;
};

/// Passages are what is ranked, whatever the unit of the request. Throws UnknownPassage.
Why why(const std::string& passage, const Request& request, const Snapshot& snapshot, const Knowledge& knowledge);

}  // namespace izde::searcher
