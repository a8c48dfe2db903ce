// Puts segments together into one, without what is gone, so that an index that grows by little stays of few segments.
#pragma once

#include "schema/state.hpp"

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

namespace izde::indexer {

/// A segment as it is put together with others.
struct Member {
  std::string name;
  Xapian::Database database;
};

/// Documents that are there no more, by the name of their segment.
using GoneDocuments = std::set<std::pair<std::string, std::string>>;

/// How many of the segments, from the one written last, should become one: 0 where nothing is gained. Few small ones
/// beside large ones are left alone; many are not, nor one much of which is gone.
std::size_t newest_to_merge(const std::vector<Member>& newest_first, const GoneDocuments& gone);

/// Writes the members as one segment into `folder`/`name`. `put_state` writes what the segment says of the index.
/// Throws as Segment does.
void merge_segments(const std::vector<Member>& oldest_first, const GoneDocuments& gone, const std::string& folder,
                    const std::string& name, const std::function<void(const schema::PutMetadata&)>& put_state);

}  // namespace izde::indexer
