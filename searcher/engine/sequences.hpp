// Translations of several words (железная дорога, đường sắt): finds their words standing in a row in a token stream.
#pragma once

#include "schema/token_stream.hpp"
#include "searcher/engine/occurrence.hpp"
#include "searcher/engine/plan.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace izde::searcher {

class SequenceFinder {
 public:
  explicit SequenceFinder(const Plan& plan);

  std::size_t shards() const { return steps_.size(); }
  /// Adds the forms that stand in some sequence of a shard.
  void add_forms(std::size_t shard, schema::FormSieve& sieve) const;

  /// Appends the occurrences of all sequences in a section's words.
  void find(std::size_t shard, schema::Section section, const std::vector<schema::StreamWord>& words, Matches& matches);

 private:
  struct Known {  // a sequence of the plan
    std::uint32_t atom = 0;
    std::uint32_t alternative = 0;
    float weight = 1;
    std::uint32_t length = 0;
    std::uint8_t sections = 7;
  };
  struct Step {  // a form may be a word of a sequence
    std::uint32_t sequence = 0;
    std::uint32_t word = 0;
  };
  struct Progress {
    std::uint32_t words = 0;  // found so far
    std::uint32_t next = 0;   // position at which the next one must stand
  };

  std::vector<Known> sequences_;
  std::vector<std::unordered_map<schema::FormId, std::vector<Step>>> steps_;  // per shard; later words first
  std::vector<Progress> progress_;                                            // per sequence
};

}  // namespace izde::searcher
