#include "indexer/segment/glass_segment.hpp"

#include "indexer/segment/glass_codes.hpp"
#include "indexer/segment/pieces.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <random>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace izde::indexer::glass {
namespace {

constexpr std::string_view kMagic = "\x0F\x0DXapian Glass";
constexpr std::array<char, 2> kFormatDay{0x04, 0x6E};  // 14 March 2016: years since 2014 << 9 | month << 5 | day
constexpr std::uint32_t kRevision = 1;
constexpr std::size_t kIdentity = 16;  // bytes of the database's name for itself
constexpr std::uint32_t kCompressFrom = 18;
constexpr std::size_t kAhead = 12;  // postings whose memory is on its way

void append_root(std::string& out, const TableRoot& root, std::uint32_t compress_from) {
  const bool is_there = root.blocks > 0;
  append_number(out, root.block);
  append_number(out,
                root.level << 2 | 2U | (is_there ? 0U : 1U));  // written in order; whether the root is only thought
  append_number(out, root.entries);
  append_number(out, kBlock >> 11);
  append_number(out, compress_from);
  std::string free_blocks;
  if (is_there) {
    append_number(free_blocks, kRevision);
    append_number(free_blocks, root.blocks);  // the first that is not in use; none before it is free
    free_blocks.append(4, '\0');
  }
  append_text(out, free_blocks);
}

void append_identity(std::string& out) {
  std::random_device random;
  for (std::size_t i = 0; i < kIdentity; ++i) out.push_back(static_cast<char>(random() & 0xFF));
}

void write_file(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  const bool written = file >= 0 && ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
                       ::fsync(file) == 0;
  const int reason = errno;
  if (file >= 0) ::close(file);
  if (!written) throw std::system_error(reason, std::generic_category(), path);
}

}  // namespace

void write_version(const std::string& folder, const TableRoot& postings, const TableRoot& data,
                   const Statistics& statistics) {
  std::string out(kMagic);
  out.append(kFormatDay.data(), kFormatDay.size());
  append_identity(out);
  append_number(out, kRevision);
  const TableRoot none;
  const TableRoot terms = TableWriter(folder + "/termlist.glass").finish();
  append_root(out, postings, 0);
  append_root(out, data, kCompressFrom);
  append_root(out, terms, kCompressFrom);  // lists of terms by document
  append_root(out, none, 0);               // positions
  append_root(out, none, kCompressFrom);   // spellings
  append_root(out, none, kCompressFrom);   // synonyms
  append_number(out, statistics.documents);
  append_number(out, statistics.last_document - statistics.documents);
  append_number(out, statistics.shortest);
  append_number(out, statistics.largest_count);
  append_number(out, std::max(statistics.longest, statistics.largest_count) - statistics.largest_count);
  append_number(out, 0U);  // oldest change set
  append_number(out, statistics.length);
  append_number(out, 0U);  // spellings
  write_file(folder + "/iamglass", out);
}

GlassSegment::GlassSegment(std::string folder) : folder_(std::move(folder)), data_(folder_ + "/docdata.glass") {}

void GlassSegment::put(std::span<const Posting> postings, std::string_view data) {
  const auto document = static_cast<std::uint32_t>(lengths_.size() + 1);
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < postings.size(); ++i) {
    if (i + kAhead < postings.size()) postings_.expect(postings[i + kAhead].term);
    const Posting& posting = postings[i];
    postings_.add(posting.term, document, posting.count);
    length += posting.count;
    statistics_.largest_count = std::max(statistics_.largest_count, posting.count);
  }
  lengths_.push_back(length);
  if (data.empty()) return;
  std::string key;
  append_sorted_number(key, document);
  data_.add(key, data);
}

void GlassSegment::set_metadata(std::string_view key, std::string_view value) {
  metadata_.insert_or_assign(std::string(key), std::string(value));
}

std::size_t GlassSegment::memory() const {
  return terms_.memory() + postings_.memory() + lengths_.capacity() * sizeof(lengths_[0]);
}

void GlassSegment::close() {
  TableWriter table(folder_ + "/postlist.glass");
  for (const auto& [key, value] : metadata_)
    if (!value.empty()) table.add(std::string(kMetadata).append(key), value);
  if (!lengths_.empty()) write_lengths(table, lengths_);
  std::string bytes;
  for (const TermId term : terms_.sorted())
    if (postings_.has(term)) {
      postings_.read(term, bytes);
      write_postings(table, terms_.term(term), postings_.list(term), bytes);
    }
  const TableRoot postings = table.finish();
  const TableRoot data = data_.finish();
  for (const std::uint32_t length : lengths_) {
    statistics_.length += length;
    if (length > 0 && (statistics_.shortest == 0 || length < statistics_.shortest)) statistics_.shortest = length;
    statistics_.longest = std::max(statistics_.longest, length);
  }
  statistics_.documents = statistics_.last_document = static_cast<std::uint32_t>(lengths_.size());
  write_version(folder_, postings, data, statistics_);
}

}  // namespace izde::indexer::glass
