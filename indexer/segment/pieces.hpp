// Cuts posting lists into the pieces in which they lie in their table, so that a search that leaps reads few of them.
#pragma once

#include "indexer/segment/glass_table.hpp"
#include "indexer/segment/postings.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace izde::indexer::glass {

/// Adds the list of a term; `bytes` as of Postings::read().
void write_postings(TableWriter& table, std::string_view term, const Postings::List& list, std::string_view bytes);

/// Adds the lengths of all documents, numbered from 1; at least one.
void write_lengths(TableWriter& table, const std::vector<std::uint32_t>& lengths);

}  // namespace izde::indexer::glass
