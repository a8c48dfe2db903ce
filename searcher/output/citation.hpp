// A source as scholars cite it, from what its front matter tells. What a document does not tell is left out with the
// punctuation that belongs to it; nothing is guessed. Pure functions.
#pragma once

#include "schema/document.hpp"
#include "searcher/engine/response.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace izde::searcher {

enum class CitationStyle : std::uint8_t {
  gost,     ///< GOST R 7.0.5-2008: Title. Place, date // ГАРФ. Ф. 1701. Оп. 1. Д. 6-Б. Л. 2.
  chicago,  ///< Chicago 17, a note: “Title,” date, f. 1701, op. 1, d. 6-Б, l. 2, ГАРФ.
  bibtex    ///< an entry of several lines: @article, @book or @misc
};

/// The style of that name; nothing for another word.
std::optional<CitationStyle> citation_style(std::string_view name);

/// "gost", "chicago", "bibtex".
std::string_view name(CitationStyle style);

/// What is cited: a document, or a place in it.
struct CitedSource {
  std::string document;       ///< its id, of which the key of an entry is made
  std::string title;          ///< cited by its id where it has none
  std::string page;           ///< of the place in it, as printed; "" for the whole
  schema::Metadata metadata;  ///< as of its front matter: author, date, archive, fond, newspaper, …
};

/// Of a hit: its document, and the page where the passage stands.
CitedSource cited(const Hit& hit);

/// On one line, but for BibTeX, whose entry ends without a newline.
std::string cite(CitationStyle style, const CitedSource& source);

/// The key of an entry: the document's id with the signs that BibTeX refuses, and +, as +hh. Different ids have
/// different keys. kk/qazaq (1913).md → kk/qazaq+20+281913+29.md
std::string citation_key(std::string_view document);

}  // namespace izde::searcher
