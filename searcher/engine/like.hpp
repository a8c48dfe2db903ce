// What is like a passage: its matter (matter.hpp) as a plan, which is then ranked like that of any query.
#pragma once

#include "searcher/engine/understand.hpp"

namespace izde::searcher {

/// The plan of request.like: the passage's words, each optional and with what it is called in other languages; whom
/// and what it names; its dates; its kinds. The passage itself is left out and, unless the request has it otherwise,
/// its document. Throws UnknownPassage.
Understood understand_like(const Request& request, const Snapshot& snapshot, const Knowledge& knowledge);

}  // namespace izde::searcher
