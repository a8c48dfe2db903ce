#include "thesaurus/thesaurus.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <system_error>
#include <utility>

#include "thesaurus/check.hpp"
#include "thesaurus/endings.hpp"
#include "thesaurus/mentions.hpp"
#include "thesaurus/patterns.hpp"
#include "thesaurus/skos.hpp"

namespace izde::thesaurus {
namespace {

std::vector<std::filesystem::path> turtle_files(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) return {path};
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".ttl") files.push_back(entry->path());
  }
  if (error) throw ThesaurusError(path.string() + ":0: cannot be listed: " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

template <typename Value>
void add_missing(std::vector<Value>& into, std::vector<Value>&& values) {
  for (Value& value : values) {
    if (std::find(into.begin(), into.end(), value) == into.end()) into.push_back(std::move(value));
  }
}

void merge(Concept& into, Concept&& more) {
  add_missing(into.labels, std::move(more.labels));
  add_missing(into.broader, std::move(more.broader));
  add_missing(into.related, std::move(more.related));
  if (into.scheme.empty()) into.scheme = std::move(more.scheme);
  if (into.note.empty()) into.note = std::move(more.note);
  if (!into.date) into.date = more.date;
}

std::string days_of(const analysis::DayRange& range) {
  return std::to_string(range.first) + "/" + std::to_string(range.last);
}

/// FNV-1a, 64 bits.
class Fingerprint {
 public:
  void add(std::string_view text) {
    for (const char c : text) step(static_cast<unsigned char>(c));
    step(0);  // so that "ab" "c" and "a" "bc" differ
  }
  std::string hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 0; i < text.size(); ++i) text[i] = digits[(value_ >> (60 - 4 * i)) & 15];
    return text;
  }

 private:
  void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3ULL; }
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

}  // namespace

// Made by a thread of its own while the program opens its index: a search is often all that a process does, and some
// have no name to look for. Who asks for names waits; who goes away first leaves the work undone.
struct Thesaurus::Matchers {
  Matchers(std::span<const Concept> concepts, const analysis::Analyzer& analyzer) {
    const auto make = [concepts, analyzer, this] { return Finder(patterns(concepts, analyzer)); };
    try {
      finder = std::async(std::launch::async, make).share();
    } catch (const std::system_error&) {  // no more threads
      finder = std::async(std::launch::deferred, make).share();
    }
  }
  Matchers(const Matchers&) = delete;
  Matchers& operator=(const Matchers&) = delete;
  ~Matchers() { unwanted = true; }

  std::vector<Pattern> patterns(std::span<const Concept> concepts, const analysis::Analyzer& analyzer) const {
    std::vector<Pattern> all;
    for (std::uint32_t i = 0; i < concepts.size() && !unwanted; ++i) {
      std::vector<Pattern> own = patterns_of(concepts[i], i, analyzer);
      std::move(own.begin(), own.end(), std::back_inserter(all));
    }
    return all;
  }

  std::atomic<bool> unwanted{false};
  std::shared_future<Finder> finder;  // goes first, and waits for its thread
};

Thesaurus::Thesaurus() = default;
Thesaurus::~Thesaurus() = default;
Thesaurus::Thesaurus(Thesaurus&&) noexcept = default;
Thesaurus& Thesaurus::operator=(Thesaurus&& other) noexcept {
  matchers_.reset();  // waits for its thread, which reads the concepts
  concepts_ = std::move(other.concepts_);
  fingerprint_ = std::move(other.fingerprint_);
  notes_ = std::move(other.notes_);
  index_of_ = std::move(other.index_of_);
  matchers_ = std::move(other.matchers_);
  return *this;
}

std::string_view Concept::name(std::string_view language) const {
  const Label* any = nullptr;
  for (const Label& label : labels) {
    if (label.kind != LabelKind::preferred) continue;
    if (std::string_view(label.tag).substr(0, label.tag.find('-')) == language) return label.text;
    if (any == nullptr) any = &label;
  }
  if (any == nullptr && !labels.empty()) any = &labels.front();
  return any == nullptr ? std::string_view(id) : std::string_view(any->text);
}

void Thesaurus::load(const std::filesystem::path& path) {
  for (const std::filesystem::path& file : turtle_files(path)) take_in(read_skos(file));
}

void Thesaurus::load_checked(const std::vector<std::filesystem::path>& paths) {
  if (paths.empty()) return;
  std::vector<SkosFile> files;
  for (const std::filesystem::path& path : paths)
    for (const std::filesystem::path& file : turtle_files(path)) files.push_back(read_skos(file));
  for (SkosFile& file : checked(std::move(files), *this)) take_in(std::move(file));
}

void Thesaurus::take_in(SkosFile file) {
  fingerprint_.clear();
  if (matchers_) matchers_->finder.wait();  // it reads the concepts
  for (Concept& one : file.concepts) {
    const auto [place, is_new] = index_of_.try_emplace(one.id, concepts_.size());
    if (is_new) concepts_.emplace_back().id = one.id;
    merge(concepts_[place->second], std::move(one));
  }
  add_missing(notes_, file.notes.told());
}

void Thesaurus::build(const analysis::Analyzer& analyzer) {
  matchers_ = std::make_unique<Matchers>(concepts_, analyzer);
  fingerprint_ = make_fingerprint();
}

const std::vector<Concept>& Thesaurus::concepts() const { return concepts_; }

std::int64_t Thesaurus::find(std::string_view id) const {
  const auto entry = index_of_.find(std::string(id));
  return entry == index_of_.end() ? -1 : static_cast<std::int64_t>(entry->second);
}

std::vector<Found> Thesaurus::mentions(const analysis::Tokens& tokens,
                                       std::span<const analysis::DayRange> times) const {
  if (!matchers_) return {};
  std::vector<Found> found = matchers_->finder.get().in_passage(tokens, times);
  const std::vector<Found> all = found;
  std::erase_if(found, [&](const Found& one) {
    return one.dated && std::any_of(all.begin(), all.end(), [&](const Found& other) {
             return other.width > one.width && other.position <= one.position &&
                    one.position + one.width <= other.position + other.width &&
                    concepts_[other.concept_index].scheme == concepts_[one.concept_index].scheme;
           });
  });
  return found;
}

std::vector<Found> Thesaurus::labels_typed(const analysis::Tokens& tokens) const {
  return matchers_ ? matchers_->finder.get().in_query(tokens) : std::vector<Found>();
}

std::string Thesaurus::make_fingerprint() const {
  Fingerprint sum;
  sum.add(case_endings());
  for (const Concept& one : concepts_) {
    if (one.is_term()) continue;
    sum.add(one.id);
    if (one.is_people()) sum.add(one.scheme);
    for (const Label& label : one.labels) {
      sum.add(std::to_string(static_cast<int>(label.kind)));
      sum.add(label.tag);
      sum.add(label.text);
      if (label.valid) sum.add(days_of(*label.valid));
    }
    if (one.date) sum.add("date " + days_of(*one.date));
  }
  return sum.hex();
}

}  // namespace izde::thesaurus
