#include "indexer/learn.hpp"

#include "analysis/analyzer.hpp"
#include "analysis/detect.hpp"
#include "analysis/filters/kazakh_learn.hpp"
#include "indexer/splitter.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace izde::indexer {
namespace {

/// More distinct words are not kept, so that memory stays bounded; those met first stay.
constexpr std::size_t kMostWords = 300'000;

struct Stopped {};  // thrown through a reader to leave a source in the middle

class Collector {
 public:
  explicit Collector(const PipelineOptions& options) : options_(options) {}

  void read(const FoundFile& file) {
    try {
      const std::unique_ptr<Source> source = open(file, options_.stop);
      file.reader->read(
          *source, options_.read, [this](schema::Document document) { take(std::move(document)); },
          [](const DocumentFailure&) {});
    } catch (const std::exception&) {  // told when the source is indexed
    }
    stop_if_asked();
  }

  /// The words in an order that does not depend on the table they were kept in.
  std::vector<std::string> sorted() const {
    std::vector<std::string> words(words_.begin(), words_.end());
    std::sort(words.begin(), words.end());
    return words;
  }

 private:
  void stop_if_asked() const {
    if (options_.stop != nullptr && *options_.stop) throw Stopped();
  }

  void take(schema::Document document) {
    const auto tagged = analysis::language_of_tag(schema::value_of(document.metadata, "lang"));
    split(std::move(document), [&](const schema::Passage& passage) {
      stop_if_asked();
      const analysis::Reading reading = analysis::detect(passage.text, tagged.value_or(options_.language));
      for (const analysis::Token& token : analyzer_.analyze(passage.text, reading))
        if (token->language == analysis::Language::kk && token.width == 1 && words_.size() < kMostWords)
          words_.emplace(token->plain);
    });
  }

  const PipelineOptions& options_;
  const analysis::Analyzer analyzer_;
  std::unordered_set<std::string> words_;
};

}  // namespace

std::uint64_t learn_words(Writer& writer, const Walk& found, const PipelineOptions& options) {
  if (writer.has_learned()) return 0;
  if (!writer.is_new())
    throw schema::IndexError(options.database +
                             ": was begun without --learn-words; index all sources with it into a new folder");
  if (std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end())
    throw schema::IndexError("--learn-words reads the sources twice, which standard input cannot; name files");
  Collector collector(options);
  try {
    for (const FoundFile& file : found.files) collector.read(file);
  } catch (const Stopped&) {
    return 0;
  }
  const std::vector<std::string> words = collector.sorted();
  if (words.empty()) return 0;
  writer.learn(analysis::learn_support(words));
  return words.size();
}

}  // namespace izde::indexer
