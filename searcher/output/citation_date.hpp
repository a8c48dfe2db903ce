// The date of a document as citations write it. Months stand in tables/months.tsv.
#pragma once

#include "schema/document.hpp"

#include <string>
#include <vector>

namespace izde::searcher {

/// By what front matter says: `date` in ISO 8601, with `calendar: julian` as Old Style. What is no such date is given
/// as it stands; "" where there is none.
struct CitedDate {
  std::string gost;       ///< 24 июня 1918 г.; июнь 1918 г.; 1918; with (ст. ст.)
  std::string newspaper;  ///< of GOST: 1918. 25 янв.
  std::string chicago;    ///< June 24, 1918; June 1918; 1918; with (O.S.)
  std::string year;       ///< 1918; of a span 1917–1918
  std::string iso;        ///< New Style, for BibTeX's date: 1918-06-24
};
CitedDate cited_date(const schema::Metadata& metadata);

}  // namespace izde::searcher
