// A source as an entry of a .bib file, for BibTeX and biblatex.
#pragma once

#include "searcher/output/citation.hpp"

#include <string>

namespace izde::searcher {

/// @article for what a newspaper printed, @book for what has a publisher, else @misc. In UTF-8; signs that LaTeX reads
/// are escaped. Names stand in braces, so that nothing takes them apart. No newline at the end.
std::string bibtex_entry(const CitedSource& source);

}  // namespace izde::searcher
