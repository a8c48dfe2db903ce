// For scripts/train_kinds: shows it what the indexer sees in the passages of files and folders, so that training and
// product cannot disagree. Prints a line a passage, cells parted by tabs: id, language, matter (what the front matter
// says it is about, else the document), the features it has (kinds/tables/kind_weights.tsv) parted by "|", the kinds it
// is given, then what is read of an act, were it a decree (type, number, Old Style, date, issuers, signatories, title),
// then with --facts those of each sentence and all cues.
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich.hpp"
#include "indexer/kinds/act.hpp"
#include "indexer/kinds/kinds.hpp"
#include "indexer/readers/readers.hpp"
#include "indexer/splitter.hpp"
#include "indexer/walk.hpp"
#include "thesaurus/shipped.hpp"

namespace izde::indexer {
namespace {

class Printer {
 public:
  explicit Printer(bool with_facts) : with_facts_(with_facts), thesaurus_(thesaurus::open_with({})), cues_(analyzer_) {}

  void print(const schema::Document& document) const {
    const std::string about(schema::value_of(document.metadata, "about"));
    const auto claimed = analysis::language_of_tag(schema::value_of(document.metadata, "lang"));
    std::string heading;
    Dating dating(document.metadata);
    for (schema::Passage& passage : split(document)) {
      const bool is_new = !passage.heading.empty() && passage.heading != heading;
      heading = passage.heading.empty() ? heading : passage.heading;
      const std::optional<int> year_before = dating.year_of_acts();
      print(enrich({std::move(passage), claimed.value_or(analysis::Language::other), is_new},
                   {thesaurus_, analyzer_, cues_}, dating),
            about, year_before);
    }
  }

 private:
  void print(const EnrichedPassage& enriched, const std::string& about, std::optional<int> year_before) const {
    const schema::Passage& passage = enriched.passage;
    PassageFacts facts = facts_of(passage, enriched.tokens, {cues_, thesaurus_});
    facts.year_before = year_before;
    std::cout << passage.id() << '\t' << analysis::code(passage.reading.language) << '\t'
              << (about.empty() ? passage.document : about) << '\t';
    std::string_view between;
    for (const KindFeature& feature : kind_features()) {
      if (!holds(facts, feature)) continue;
      std::cout << between << feature.name;
      between = "|";
    }
    std::cout << '\t';
    for (const schema::KindMark& mark : kinds_of(facts))
      std::cout << schema::kKindNames[static_cast<std::size_t>(mark.kind)] << ' ' << mark.confidence << ' ';
    const schema::ActRecord act = act_of(passage, facts, thesaurus_);
    std::cout << '\t' << act.type << '\t' << act.number << '\t' << act.os_date << '\t' << act.date << '\t'
              << joined(act.issuers) << '\t' << joined(act.signatories) << '\t' << act.title;
    if (with_facts_) {
      for (const Sentence& sentence : facts.sentences) std::cout << '\t' << names_of(sentence.facts);
      for (const FoundCue& cue : facts.cues) std::cout << '\t' << cue.name << ' ' << facts.words[cue.token]->written;
    }
    std::cout << '\n';
  }

  static std::string joined(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text.append(text.empty() ? "" : ",").append(id);
    return text;
  }

  bool with_facts_;
  thesaurus::Thesaurus thesaurus_;
  analysis::Analyzer analyzer_;
  Cues cues_;
};

void run(std::vector<std::string> paths) {
  const bool with_facts = !paths.empty() && paths.front() == "--facts";
  if (with_facts) paths.erase(paths.begin());
  const Printer printer(with_facts);
  for (const FoundFile& file : walk(paths).files) {
    const std::unique_ptr<Source> source = open(file, nullptr);
    file.reader->read(
        *source, {}, [&](const schema::Document& document) { printer.print(document); },
        [](const DocumentFailure& failure) { std::cerr << failure.path << ": " << failure.reason << '\n'; });
  }
}

}  // namespace
}  // namespace izde::indexer

int main(int argc, char** argv) {
  try {
    std::ios::sync_with_stdio(false);
    izde::indexer::run({argv + 1, argv + argc});
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "kind_facts [--facts] PATH…: " << error.what() << '\n';
    return 2;
  }
}
