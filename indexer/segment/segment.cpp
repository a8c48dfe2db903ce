#include "indexer/segment/segment.hpp"

#include "indexer/segment/glass_segment.hpp"
#include "schema/index.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include <xapian.h>

namespace izde::indexer {
namespace {

class XapianSegment final : public Segment {
 public:
  explicit XapianSegment(const std::string& folder) : database_(folder, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS) {}

  void set_metadata(std::string_view key, std::string_view value) override {
    database_.set_metadata(std::string(key), std::string(value));
  }
  std::size_t documents() const override { return database_.get_doccount(); }
  std::size_t memory() const override { return terms_.memory(); }

 private:
  void put(std::span<const Posting> postings, std::string_view data) override {
    Xapian::Document document;
    for (const Posting& posting : postings) document.add_term(std::string(terms_.term(posting.term)), posting.count);
    document.set_data(std::string(data));
    database_.add_document(document);
  }
  void close() override {
    database_.commit();
    database_.close();
  }

  Xapian::WritableDatabase database_;
};

}  // namespace

bool writes_tables() { return Xapian::major_version() == 1 && Xapian::minor_version() == 4; }

std::unique_ptr<Segment> make_segment(const std::string& folder, SegmentMaker maker) {
  std::filesystem::create_directory(folder);
  if (maker == SegmentMaker::tables && writes_tables()) return std::make_unique<glass::GlassSegment>(folder);
  return std::make_unique<XapianSegment>(folder);
}

}  // namespace izde::indexer
