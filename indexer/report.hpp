// What izde-index tells when it is done: sentences for people, JSON for scripts (--report).
#pragma once

#include "indexer/pipeline.hpp"

#include <map>
#include <string>
#include <vector>

namespace izde::indexer {

/// "1 document", "1,204 documents".
std::string counted(std::uint64_t count, const std::string& noun);
/// "3.1 MB".
std::string megabytes(double bytes);

/// One line for a document that failed or has something to tell: path, what, where.
std::string describe(const DocumentOutcome& outcome);
/// One document of --dry-run: id, encoding, languages and scripts, passages, faults.
std::string describe_dry_run(const DocumentOutcome& outcome);
/// What --dry-run says at the end of fields that are none of Izde's: name and number of documents; "" if there are
/// none.
std::string describe_unknown_fields(const std::map<std::string, std::size_t>& documents_by_field);
/// The closing report.
std::string closing_report(const Progress& progress, const PipelineOptions& options, double seconds);
/// --report FILE.json: counts, and every document that was not simply indexed or unchanged.
std::string json_report(const Progress& progress, const std::vector<DocumentOutcome>& told, double seconds);

}  // namespace izde::indexer
