#include "indexer/check/check.hpp"
#include "indexer/options.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/progress.hpp"
#include "indexer/report.hpp"
#include "thesaurus/shipped.hpp"

#include <atomic>
#include <csignal>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>

namespace izde::indexer {
namespace {

std::atomic<bool> interrupted{false};

extern "C" void on_interrupt(int) { interrupted = true; }

// A first Ctrl-C asks for an orderly end, also while a read waits (no SA_RESTART); a second one ends the program at
// once (SA_RESETHAND), and what was committed stays.
void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int check(const Options& options) {
  const CheckReport report = check_index(options.pipeline.database);
  const bool is_sound = report.findings.empty();
  if (!is_sound || !options.quiet) std::cout << describe(report, options.pipeline.database) << std::flush;
  return is_sound ? 0 : 2;
}

int run(Options options) {
  const auto thesaurus = thesaurus::open_with(options.thesauri);
  if (!options.quiet)
    for (const std::string& note : thesaurus.notes()) std::cerr << "izde-index: " << note << '\n';
  options.pipeline.stop = &interrupted;
  catch_interrupts();

  ProgressLine line(!options.quiet && !options.pipeline.dry_run);
  std::vector<DocumentOutcome> told;
  std::map<std::string, std::size_t> unknown_fields;
  Listener listener;
  listener.progress = [&](const Progress& progress) { line.show(progress); };
  listener.document = [&](const DocumentOutcome& outcome) {
    const bool failed = outcome.what == DocumentOutcome::What::failed;
    if (!options.report_file.empty() && (failed || !outcome.notes.empty())) told.push_back(outcome);
    for (const std::string& name : outcome.unknown_fields) ++unknown_fields[name];
    std::string text = describe(outcome);
    if (options.pipeline.dry_run && !failed) text = describe_dry_run(outcome);
    if (!failed && options.verbose && text.empty()) text = outcome.path + ": " + counted(outcome.passages, "passage");
    if (text.empty() || (options.quiet && !failed)) return;
    line.clear();
    (options.pipeline.dry_run && !failed ? std::cout : std::cerr) << text << '\n';
  };
  const Progress progress = run_pipeline(options.pipeline, thesaurus, listener);
  line.clear();
  if (options.pipeline.dry_run && !options.quiet) std::cout << describe_unknown_fields(unknown_fields);
  if (!options.quiet) std::cout << closing_report(progress, options.pipeline, line.seconds());
  if (!options.report_file.empty()) {
    std::ofstream file(options.report_file);
    if (!(file << json_report(progress, told, line.seconds()) << std::flush))
      throw std::runtime_error(options.report_file + ": the report cannot be written here");
  }
  if (!std::cout.flush()) throw std::runtime_error("the report could not be written in full (is the disk full?)");
  if (progress.interrupted) return 2;
  return progress.failed > 0 || progress.prune_refused ? 1 : 0;
}

}  // namespace
}  // namespace izde::indexer

int main(int argc, char** argv) {
  auto parsed = izde::indexer::parse_options(argc, argv);
  if (!parsed.options) {
    (parsed.exit_code == 0 ? std::cout : std::cerr) << parsed.message;
    return parsed.exit_code;
  }
  try {
    if (parsed.options->check) return izde::indexer::check(*parsed.options);
    return izde::indexer::run(std::move(*parsed.options));
  } catch (const std::exception& error) {
    std::cerr << "izde-index: " << error.what() << '\n';
    return 2;
  }
}
