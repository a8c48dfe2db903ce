#include "indexer/options.hpp"

#include "indexer/readers/encoding.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <thread>

namespace izde::indexer {
namespace {

constexpr auto kFooter =
    "\nReads plain text, Markdown, HTML and JSONL, also as .gz and .zst; see docs/FORMATS.md and docs/SOURCES.md.\n"
    "Run it again after changes: unchanged documents are skipped, changed ones replaced.\n"
    "\nExamples:\n"
    "  izde-index --dry-run papers/           what would be indexed, and what is wrong with it\n"
    "  izde-index papers/ letters/\n"
    "  izde-index --db alash.db --prune papers/\n"
    "  zcat dump.jsonl.gz | izde-index -\n"
    "  izde-index --check --db alash.db       whether a copied or restored index is sound, and where it is not\n"
    "\nExit code: 0 done, 1 some documents failed, 2 the whole run failed or was interrupted; of --check: 0 sound,\n"
    "2 not sound.\n";

std::string default_database() {
  const char* named = std::getenv("IZDE_DB");
  return named != nullptr && *named != '\0' ? named : "izde.db";
}

struct Typed {
  std::string language = "auto";
  std::vector<std::string> thesauri;
};

void add_options(CLI::App& app, Options& options, Typed& typed) {
  PipelineOptions& pipeline = options.pipeline;
  app.add_option("PATH", pipeline.paths, "Files and folders to index; - is JSONL on standard input");
  app.add_option("--db", pipeline.database, "Folder of the index (default: $IZDE_DB, else izde.db)")->type_name("DIR");
  app.add_option("--lang", typed.language, "Language of sources that do not tell theirs: vi, kk, ru or auto")
      ->capture_default_str();
  app.add_option("--encoding", pipeline.read.encoding, "Encoding of all sources (default: detected for each)")
      ->type_name("NAME");
  app.add_option("--max-size", pipeline.read.max_size, "Refuse documents larger than this")
      ->transform(CLI::AsSizeValue(false))
      ->capture_default_str()
      ->type_name("BYTES");
  app.add_option("--jobs", pipeline.jobs, "Threads that analyse")->check(CLI::Range(1, 256))->capture_default_str();
  app.add_option("--commit", pipeline.commit_passages,
                 "Make what is indexed permanent after so many passages (default: when memory is full)")
      ->type_name("N");
  app.add_flag_function(
         "--slowly", [&](std::int64_t) { pipeline.maker = SegmentMaker::xapian; },
         "Let Xapian write the index instead of writing its tables: slower and larger; to compare")
      ->group("Comparing");
  app.add_option("--thesaurus", typed.thesauri, "Also find the names of this .ttl file or folder; repeatable")
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false)
      ->type_name("PATH");
  app.add_flag("--learn-words", pipeline.learn_words,
               "Stem Kazakh by the words of these sources, in their own spelling; for a new index, reads them twice");
  app.add_flag("--prune", pipeline.prune, "Remove documents that are not among the PATHs any more");
  app.add_flag("--dry-run", pipeline.dry_run, "Only tell what would be indexed and what is wrong with it");
  app.add_flag("--check", options.check,
               "Only tell whether the index is sound: each finding on a line, with segment and place. Changes nothing, "
               "may be run while others search or index; takes no PATH");
  app.add_option("--report", options.report_file, "Write a report as JSON")->type_name("FILE");
  auto* quiet = app.add_flag("-q,--quiet", options.quiet, "Say nothing but failures");
  app.add_flag("-v,--verbose", options.verbose, "Name every document")->excludes(quiet);
}

// What goes together with --check, and what does not.
void refuse_wrong_company(const CLI::App& app, const Options& options) {
  if (!options.check) {
    if (options.pipeline.paths.empty()) throw CLI::RequiredError("PATH");
    return;
  }
  if (!options.pipeline.paths.empty())
    throw CLI::ValidationError("--check", "reads an index and no sources; leave out “" +
                                              options.pipeline.paths.front() + "”, or name the index with --db");
  for (const CLI::Option* option : app.get_options())
    if (const std::string name = option->get_name();
        option->count() > 0 && name != "--check" && name != "--db" && name != "--quiet")
      throw CLI::ValidationError("--check", "goes with --db and -q alone; leave out " + name);
}

void complete(Options& options, const Typed& typed) {
  if (options.pipeline.database.empty()) options.pipeline.database = default_database();
  options.thesauri.assign(typed.thesauri.begin(), typed.thesauri.end());
  const std::string& encoding = options.pipeline.read.encoding;
  if (!encoding.empty() && find_encoding(encoding) == nullptr)
    throw CLI::ValidationError("--encoding", "“" + encoding + "” is not known; choose " + encoding_names());
  if (typed.language == "auto") return;
  const auto language = analysis::language_of_tag(typed.language);
  if (!language)
    throw CLI::ValidationError("--lang",
                               "“" + typed.language + "” is not a language of Izde; choose vi, kk, ru or auto");
  options.pipeline.language = *language;
}

}  // namespace

ParsedOptions parse_options(int argc, char** argv) {
  Options options;
  Typed typed;
  options.pipeline.jobs = std::max(1U, std::thread::hardware_concurrency());
  CLI::App app("Indexes historical documents in Vietnamese, Kazakh and Russian.", "izde-index");
  app.footer(kFooter);
  app.set_version_flag("--version", "izde-index " IZDE_VERSION);
  add_options(app, options, typed);
  try {
    app.parse(argc, argv);
    refuse_wrong_company(app, options);
    complete(options, typed);
    return {std::move(options), "", 0};
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = app.exit(error, out, err);
    return {std::nullopt, code == 0 ? out.str() : err.str(), code == 0 ? 0 : 2};
  }
}

}  // namespace izde::indexer
