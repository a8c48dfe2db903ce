// What each command of izde-search does, given its options: one function each, run by searcher/commands.cpp. Exit code:
// 0 done or found, 1 nothing found, 2 done in part. Failures are thrown.
#pragma once

#include "searcher/commands.hpp"
#include "searcher/eval/judgments.hpp"

#include <fstream>
#include <string>

namespace izde::searcher {

int search_one(const Options& options, const Streams& streams);
int search_batch(const Options& options, const Streams& streams);
int compare_tellings(const Options& options, const Streams& streams);
int show_passage(const Options& options, const Streams& streams);
int explain_passage(const Options& options, const Streams& streams);
int list_variants(const Options& options, const Streams& streams);
int list_timeline(const Options& options, const Streams& streams);
int evaluate_lists(const Options& options, const Streams& streams);
int analyze(const Options& options, const Streams& streams);
int detect(const Options& options, const Streams& streams);
int find_dates(const Options& options, const Streams& streams);

/// Throws where it cannot be read.
std::ifstream open_text(const std::string& path);
/// The queries of --queries.
Batch batch_of(const Options& options, std::istream& in);
/// Notes on a query whose answer is in a format that has no place for them.
void tell(const Understanding& said, const std::string& from, std::ostream& err);

}  // namespace izde::searcher
