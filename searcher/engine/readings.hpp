// How the words of a query may be meant: in which language the query is, and every token a typed word may stand for.
#pragma once

#include "analysis/token.hpp"
#include "searcher/query/node.hpp"

#include <string_view>

namespace izde::searcher {

struct MainLanguage {
  analysis::Language language = analysis::Language::other;  ///< `other`: unsure
  double foreign_weight = 1;  ///< what words of another language are worth against those of this one
};

MainLanguage main_language(const Node& root);

/// A token for each way of reading a text that is one word; empty if every reading breaks it into several.
analysis::Tokens readings_of_word(std::string_view text);

}  // namespace izde::searcher
