// --learn-words: the sources are read once before they are indexed, so that Kazakh is stemmed by their own words, in
// the spelling of their own time.
#pragma once

#include "indexer/pipeline.hpp"
#include "indexer/walk.hpp"
#include "indexer/writer.hpp"

#include <cstdint>

namespace izde::indexer {

/// Learns from all the Kazakh words of the sources found, for an index that is new; returns how many distinct ones
/// there are, of 300,000 at most. An index that has learned before goes on with that: 0, as when `options.stop` was set
/// meanwhile or there is no such word; then nothing is recorded. What cannot be read is passed over, to be told when it
/// is indexed. Throws schema::IndexError where it is too late to learn, or a source can be read but once.
std::uint64_t learn_words(Writer& writer, const Walk& found, const PipelineOptions& options);

}  // namespace izde::indexer
