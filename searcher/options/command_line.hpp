// Options as the command line that gives them: what an export names as its origin, so that its list can be made again.
// Made from the options, not from what was typed, so that what came from the environment is told as well.
#pragma once

#include "searcher/options.hpp"

#include <string>
#include <string_view>

namespace izde::searcher {

/// For a POSIX shell, on one line. --db always stands in it, since its default is a matter of the environment; other
/// options where they are not the default; those that only dress a terminal (--color) never. Of a batch, the command of
/// the query that the request has. For a .bib file without @.
std::string command_line(const Options& options);

/// A word as a shell reads it again: as it is, in single quotes, or, with control characters in it, as $'…' of bash,
/// ksh and zsh; so too with the sign `avoided` in it, which the result then does not hold.
std::string shell_word(std::string_view word, char avoided = '\0');

}  // namespace izde::searcher
