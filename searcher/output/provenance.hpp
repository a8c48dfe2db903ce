// Where a list comes from, in one line that every export carries: the command that gives it again, the version of the
// program and the fingerprint of the index.
#pragma once

#include <string>

namespace izde::searcher {

/// izde-search --db izde.db 'земля съезд'  # izde 0.1.0, index 3f9c2b…; a shell reads what stands behind # as a
/// comment.
/// "" where no command is known.
std::string provenance(const std::string& rerun, const std::string& index);

}  // namespace izde::searcher
