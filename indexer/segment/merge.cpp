#include "indexer/segment/merge.hpp"

#include "indexer/segment/glass_codes.hpp"
#include "indexer/segment/glass_segment.hpp"
#include "indexer/segment/pieces.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <unordered_set>

namespace izde::indexer {
namespace {

constexpr std::size_t kMostSegments = 8;
constexpr std::size_t kGrowth = 2;    // an older segment is taken along up to so many times the newer ones together
constexpr std::size_t kMostGone = 5;  // one document of so many

std::vector<std::string> gone_from(const std::string& segment, const GoneDocuments& gone) {
  std::vector<std::string> documents;
  for (auto row = gone.lower_bound({segment, ""}); row != gone.end() && row->first == segment; ++row)
    documents.push_back(row->second);
  return documents;
}

bool has_much_gone(const Member& member, const GoneDocuments& gone) {
  return gone_from(member.name, gone).size() * kMostGone >
         member.database.get_termfreq(std::string(schema::kRecordTerm));
}

class Merger {
 public:
  Merger(const std::vector<Member>& members, const GoneDocuments& gone, std::string folder, std::string name)
      : members_(members),
        gone_(gone),
        folder_(std::move(folder)),
        name_(std::move(name)),
        path_(folder_ + "/" + name_) {
    std::filesystem::create_directory(path_);
  }

  void run(const std::function<void(const schema::PutMetadata&)>& put_state) {
    glass::TableWriter data(path_ + "/docdata.glass");
    for (const Member& member : members_) copy_documents(member, data);
    posted_.resize(lengths_.size());
    glass::TableWriter table(path_ + "/postlist.glass");
    write_metadata(table, put_state);
    write_lengths(table);
    write_terms(table);
    if (posted_ != lengths_) throw Xapian::DatabaseCorruptError("a document is not as long as its words");
    statistics_.documents = statistics_.last_document = static_cast<std::uint32_t>(lengths_.size());
    const glass::TableRoot postings = table.finish();
    glass::write_version(path_, postings, data.finish(), statistics_);
  }

 private:
  // New numbers of a member's documents; 0 for those that are gone.
  using Numbers = std::vector<std::uint32_t>;

  void copy_documents(const Member& member, glass::TableWriter& data) {
    Numbers numbers(member.database.get_lastdocid() + 1, 1);
    for (const std::string& document : gone_from(member.name, gone_)) leave_out(document, member.database, numbers);
    schema::RecordSum sum;
    for (Xapian::docid id = 1; id < numbers.size(); ++id) {
      const std::string bytes = member.database.get_document(id).get_data();
      sum.add(bytes);
      if (numbers[id] == 0) continue;
      lengths_.push_back(member.database.get_doclength(id));
      numbers[id] = static_cast<std::uint32_t>(lengths_.size());
      count(lengths_.back());
      sum_.add(bytes);
      if (bytes.empty()) continue;
      std::string key;
      glass::append_sorted_number(key, numbers[id]);
      data.add(key, bytes);
    }
    if (!sum.is_that_of(member.database)) throw Xapian::DatabaseCorruptError("a record is not as it was written");
    numbers_.push_back(std::move(numbers));
  }

  static void leave_out(const std::string& document, const Xapian::Database& database, Numbers& numbers) {
    const std::string term = schema::document_term(document);
    for (auto row = database.postlist_begin(term); row != database.postlist_end(term); ++row) numbers.at(*row) = 0;
  }

  void count(std::uint32_t length) {
    statistics_.length += length;
    statistics_.longest = std::max(statistics_.longest, length);
    if (length > 0 && (statistics_.shortest == 0 || length < statistics_.shortest)) statistics_.shortest = length;
  }

  void write_metadata(glass::TableWriter& table, const std::function<void(const schema::PutMetadata&)>& put_state) {
    std::map<std::string, std::string> metadata;
    const schema::PutMetadata put = [&](const std::string& key, const std::string& value) { metadata[key] = value; };
    put_state(put);
    std::vector<schema::Known> known;
    for (const Member& member : members_) {
      std::unordered_set<std::uint64_t> gone;
      for (const std::string& document : gone_from(member.name, gone_)) gone.insert(schema::document_key(document));
      for (const schema::Known& row : schema::read_known(member.database))
        if (!gone.contains(row.key)) known.push_back(row);
    }
    schema::write_known(known, put);
    sum_.write(put);
    for (const auto& [key, value] : metadata)
      if (!value.empty()) table.add(std::string(glass::kMetadata).append(key), value);
  }

  void write_lengths(glass::TableWriter& table) const {
    if (!lengths_.empty()) glass::write_lengths(table, lengths_);
  }

  void write_terms(glass::TableWriter& table) {
    Xapian::Database all;
    for (const Member& member : members_) all.add_database(member.database);
    const std::string own = schema::segment_term(name_);
    const std::string segments = schema::segment_term("");
    bool own_written = false;
    for (auto term = all.allterms_begin(); term != all.allterms_end(); ++term) {
      if ((*term).starts_with(segments)) continue;  // the members' names; the new one's stands for them
      if (!own_written && own < *term) {
        write_own(table, own);
        own_written = true;
      }
      start();
      for (std::size_t i = 0; i < members_.size(); ++i) gather(i, *term);
      write(table, *term);
    }
    if (!own_written) write_own(table, own);
  }

  void write_own(glass::TableWriter& table, const std::string& own) {
    start();
    for (std::size_t i = 0; i < members_.size(); ++i) gather(i, schema::segment_term(members_[i].name));
    write(table, own);
  }

  void start() {
    list_ = {};
    bytes_.clear();
  }

  void gather(std::size_t member, const std::string& term) {
    const Xapian::Database& database = members_[member].database;
    Xapian::doccount documents = 0;
    Xapian::termcount all_times = 0;
    for (auto row = database.postlist_begin(term); row != database.postlist_end(term); ++row) {
      if (*row >= numbers_[member].size()) throw Xapian::DatabaseCorruptError("a posting of no document");
      const std::uint32_t document = numbers_[member][*row];
      const Xapian::termcount times = row.get_wdf();
      ++documents;
      all_times += times;
      if (document == 0) continue;
      posted_[document - 1] += times;
      if (list_.documents == 0)
        list_.first = document;
      else
        glass::append_number(bytes_, document - list_.last - 1);
      glass::append_number(bytes_, times);
      list_.last = document;
      list_.counts += times;
      ++list_.documents;
      statistics_.largest_count = std::max(statistics_.largest_count, times);
    }
    if (documents != database.get_termfreq(term) || all_times != database.get_collection_freq(term))
      throw Xapian::DatabaseCorruptError("a posting list is not as long as it says");
  }

  void write(glass::TableWriter& table, const std::string& term) const {
    if (list_.documents > 0) glass::write_postings(table, term, list_, bytes_);
  }

  const std::vector<Member>& members_;
  const GoneDocuments& gone_;
  const std::string folder_;
  const std::string name_;
  const std::string path_;
  std::vector<Numbers> numbers_;  // of each member
  std::vector<std::uint32_t> lengths_;
  std::vector<std::uint32_t> posted_;  // words of each document, as they are met: what is damaged is not taken over
  schema::RecordSum sum_;
  glass::Statistics statistics_;
  Postings::List list_;  // of the term at hand
  std::string bytes_;
};

}  // namespace

std::size_t newest_to_merge(const std::vector<Member>& newest_first, const GoneDocuments& gone) {
  std::size_t merged = 0;
  for (std::size_t i = 0; i < newest_first.size(); ++i)
    if (has_much_gone(newest_first[i], gone)) merged = i + 1;
  if (newest_first.size() - merged < kMostSegments) return merged;
  std::size_t documents = 0;
  for (std::size_t i = 0; i < newest_first.size(); ++i) {
    const std::size_t own = newest_first[i].database.get_doccount();
    if (i >= merged && newest_first.size() - i < kMostSegments && own > kGrowth * documents) break;
    documents += own;
    merged = std::max(merged, i + 1);
  }
  return merged;
}

void merge_segments(const std::vector<Member>& oldest_first, const GoneDocuments& gone, const std::string& folder,
                    const std::string& name, const std::function<void(const schema::PutMetadata&)>& put_state) {
  Merger(oldest_first, gone, folder, name).run(put_state);
}

}  // namespace izde::indexer
