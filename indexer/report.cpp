#include "indexer/report.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

namespace izde::indexer {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 4> kWhat{"added", "replaced", "unchanged", "failed"};

std::string name_reading(const analysis::Reading& reading) {
  std::string name(analysis::code(reading.language));
  name.append("-").append(analysis::code(reading.script));
  if (reading.old_spelling) name.append(", old spelling");
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, " (%.2f)", static_cast<double>(reading.confidence));
  return name + confidence;
}

std::string note_line(const schema::Note& note) {
  return note.where.empty() ? note.what : note.where + ": " + note.what;
}

}  // namespace

std::string counted(std::uint64_t count, const std::string& noun) {
  std::string digits = std::to_string(count);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits + " " + noun + (count == 1 ? "" : "s");
}

std::string megabytes(double bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", bytes / 1e6);
  return text;
}

std::string describe(const DocumentOutcome& outcome) {
  if (outcome.what == DocumentOutcome::What::failed) return outcome.path + ": not indexed: " + outcome.reason;
  std::string lines;
  for (const schema::Note& note : outcome.notes)
    lines += (lines.empty() ? "" : "\n") + outcome.path + ": note: " + note_line(note);
  return lines;
}

std::string describe_dry_run(const DocumentOutcome& outcome) {
  if (outcome.what == DocumentOutcome::What::failed) return describe(outcome);
  std::string line = outcome.id + "  " + outcome.encoding + "  ";
  for (std::size_t i = 0; i < outcome.readings.size(); ++i)
    line.append(i == 0 ? "" : "; ").append(name_reading(outcome.readings[i]));
  line += (outcome.readings.empty() ? "no text  " : "  ") + counted(outcome.passages, "passage");
  for (const schema::Note& note : outcome.notes) line += "\n    " + note_line(note);
  return line;
}

std::string describe_unknown_fields(const std::map<std::string, std::size_t>& documents_by_field) {
  std::string text;
  for (const auto& [name, documents] : documents_by_field)
    text += "Field “" + name + "” in " + counted(documents, "document") +
            " is none of Izde's: kept and shown, not searchable.\n";
  return text;
}

std::string closing_report(const Progress& progress, const PipelineOptions& options, double seconds) {
  std::string text = options.dry_run ? "Dry run, nothing was written: " : "";
  text += counted(progress.added, "document") + (options.dry_run ? " readable" : " added");
  if (!options.dry_run)
    text +=
        ", " + std::to_string(progress.replaced) + " replaced, " + std::to_string(progress.unchanged) + " unchanged";
  if (progress.pruned > 0) text += ", " + std::to_string(progress.pruned) + " removed";
  if (progress.failed > 0) text += ", " + std::to_string(progress.failed) + " FAILED";
  char time[32];
  std::snprintf(time, sizeof time, "%.1f s", seconds);
  text += "; " + counted(progress.passages, "passage") + ", " + megabytes(static_cast<double>(progress.text_bytes)) +
          " of text in " + time + ".\n";
  if (progress.learned_words > 0)
    text += "Kazakh is stemmed by the " + counted(progress.learned_words, "word") + " of these sources.\n";
  if (progress.skipped_files > 0)
    text += counted(progress.skipped_files, "other file") + " of no known format left aside.\n";
  if (progress.prune_refused)
    text +=
        "Nothing was removed: a named path could not be read or held no document, and --prune would have emptied the "
        "index.\n";
  if (progress.interrupted)
    text += "Interrupted: what is counted above is kept; run the same command again to go on.\n";
  return text;
}

std::string json_report(const Progress& progress, const std::vector<DocumentOutcome>& told, double seconds) {
  Json report{{"version", 1},
              {"documents", progress.documents},
              {"added", progress.added},
              {"replaced", progress.replaced},
              {"unchanged", progress.unchanged},
              {"failed", progress.failed},
              {"removed", progress.pruned},
              {"passages", progress.passages},
              {"learned_words", progress.learned_words},
              {"text_bytes", progress.text_bytes},
              {"skipped_files", progress.skipped_files},
              {"interrupted", progress.interrupted},
              {"seconds", seconds},
              {"told", Json::array()}};
  for (const DocumentOutcome& outcome : told) {
    Json row{{"id", outcome.id}, {"path", outcome.path}, {"what", kWhat[static_cast<std::size_t>(outcome.what)]}};
    if (!outcome.reason.empty()) row["reason"] = outcome.reason;
    for (const schema::Note& note : outcome.notes) row["notes"].push_back({{"where", note.where}, {"what", note.what}});
    report["told"].push_back(std::move(row));
  }
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace izde::indexer
