// Words that are evidence of what a passage is: nouns of acts, deciding verbs, verbs of happening, … They stand in
// tables/kind_cues.tsv and are met by stem, so that cases, tenses, scripts and old spelling meet: қаулысын, қаулы and
// قاۋلى are one cue, постановленіемъ and постановление another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.hpp"
#include "analysis/token.hpp"
#include "analysis/word_memo.hpp"

namespace izde::indexer {

/// A cue found in tokens.
struct FoundCue {
  std::string_view name;   ///< of its row's class: "act", "decide", …
  std::string_view sense;  ///< of its row: "resolution" of an act
  std::size_t token = 0;   ///< its first
  std::size_t width = 1;   ///< words
};

/// Immutable once made; shared by threads.
class Cues {
 public:
  /// Reads the table; its words are stemmed by the analyzer that is to read the texts.
  explicit Cues(const analysis::Analyzer& analyzer);

  /// All cues at each place, in order, but for those inside one of class "none". `tokens` are single words of `text` in
  /// order (single_words()).
  std::vector<FoundCue> find(const analysis::Tokens& tokens, std::string_view text) const;

 private:
  enum class Face : std::uint8_t { stem, plain, ending, clause_ending };
  struct Cue {
    std::uint32_t row = 0;
    Face face = Face::stem;
    std::vector<std::string> words;  ///< faces of its words, or the ending
  };

  void add(std::string_view cue, std::uint32_t row, const analysis::Analyzer& analyzer, analysis::Language language);
  void keep(Cue cue);
  /// What there is to compare with a word, whatever stands around it: places in groups_, or 0. For most words nothing.
  struct Beginning {
    std::uint16_t stem = 0, plain = 0, unmarked = 0;
    bool ending = false;
    friend bool operator==(const Beginning&, const Beginning&) = default;
  };
  Beginning beginning_of(const analysis::Token& token) const;
  void add_endings(const analysis::Token& token, std::string_view text, std::size_t at,
                   std::vector<FoundCue>& found) const;
  void compare(std::uint16_t group, const analysis::Tokens& tokens, std::size_t at, std::vector<FoundCue>& found) const;

  struct Row {
    std::string_view name, sense;
  };
  std::uint32_t number_ = analysis::new_memo_owner();
  std::vector<Row> rows_;
  std::vector<std::vector<Cue>> groups_{1};                       ///< by their first word; the first is empty
  std::unordered_map<std::string, std::uint16_t> by_first_word_;  ///< "ru:" + stem → groups_
  analysis::WordSieve first_words_;                               ///< the same, without what tells them apart
  std::vector<std::pair<analysis::Language, Cue>> endings_;
};

/// Without joined words and what abbreviations stand for.
analysis::Tokens single_words(const analysis::Tokens& tokens);

}  // namespace izde::indexer
