// The fields of a document that a citation is made of, out of its front matter.
#pragma once

#include "searcher/output/citation.hpp"

#include <string>
#include <vector>

namespace izde::searcher {

/// Each on one line; "" or empty where the document does not tell.
struct CitationFields {
  std::vector<std::string> authors, translators;
  bool more_authors = false;  ///< the last author stands for others: et al. (tables/and_others.tsv)
  std::string title;          ///< never empty
  std::string edition, place, publisher;
  std::string newspaper, issue, column;
  std::string archive, fond, opis, delo, leaf;
  std::string page;    ///< of the place cited, else of the document
  std::string source;  ///< where the text comes from; "" where the archive says it, or it is an address
  std::string url;     ///< of `url`, or of a `source` that is one

  bool is_archival() const { return !archive.empty() || !fond.empty(); }
};
CitationFields citation_fields(const CitedSource& source);

/// "ГАРФ. Ф. 1701. Оп. 1. Д. 6-Б. Л. 2", as far as it is told.
std::string call_number(const CitationFields& fields);

}  // namespace izde::searcher
