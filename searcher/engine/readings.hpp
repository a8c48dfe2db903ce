// How the words of a query may be meant: in which language the query is, and every token a typed word may stand for.
#pragma once

#include "analysis/analyzer.hpp"
#include "analysis/token.hpp"
#include "searcher/query/node.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace izde::searcher {

struct MainLanguage {
  analysis::Language language = analysis::Language::other;   ///< `other`: unsure
  analysis::Language likeliest = analysis::Language::other;  ///< the same, with less certainty: to choose words to show
  double foreign_weight = 1;   ///< what words of another language are worth against those of this one
  bool alone = false;          ///< it is one word
  bool has_content = false;    ///< some word of it is no function word
  bool has_marks = false;      ///< of Vietnamese: then its words without any are meant so
  bool lacks_letters = false;  ///< no letter that only Kazakh has: may be Kazakh typed with a Russian keyboard
};

MainLanguage main_language(const Node& root);

/// Of a word that names nothing in the language of the query or, if that is unsure, in any or in English: the readings
/// in which it does not. Nothing for other words.
std::optional<analysis::Tokens> function_word(const Node& word, const analysis::Tokens& readings,
                                              analysis::Language main);

/// The readings of a word in which it names something; all of them if there is none.
analysis::Tokens content_readings(analysis::Tokens readings);

/// The words without initials (А. Букейханов), which are no words to look for beside a name; all of them if nothing
/// else is there. `words` are leaves of Operator::word.
std::vector<Node> without_initials(std::span<const Node> words);

/// The spellings in which words are read.
enum class Spellings {
  likely,  ///< those that the words themselves tell of
  every    ///< each that a passage which has the very same letters may be in: ея is a word of the old spelling, too
};

/// The words of a text, in each way in which one of the analyzers reads it.
std::vector<analysis::Tokens> readings_of_text(std::string_view text, std::span<const analysis::Analyzer> analyzers,
                                               Spellings spellings = Spellings::likely);

/// The same without joined words, by the number of words that a reading breaks the text into (never none).
/// `without_initials`: single capitals beside other words are left out.
std::map<std::size_t, std::vector<analysis::Tokens>> rows_of_words(std::string_view text,
                                                                   std::span<const analysis::Analyzer> analyzers,
                                                                   Spellings spellings, bool without_initials);

/// Single words of a language, read as they are printed today.
analysis::Tokens words_of_language(std::span<const std::string> words, analysis::Language language,
                                   std::span<const analysis::Analyzer> analyzers);

/// A token for each way in which one of the analyzers reads a text that is one word; empty if every reading breaks it
/// into several.
analysis::Tokens readings_of_word(std::string_view text, std::span<const analysis::Analyzer> analyzers,
                                  Spellings spellings = Spellings::likely);

}  // namespace izde::searcher
