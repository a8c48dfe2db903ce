#include "indexer/segment/pieces.hpp"

#include "indexer/segment/glass_codes.hpp"
#include "schema/bytes.hpp"

#include <string>

namespace izde::indexer::glass {
namespace {

constexpr std::size_t kPiece = 2000;  // bytes; Xapian's own measure

// Keys of the pieces of a list: the first one's stands alone, the others name their first document.
struct Keys {
  std::string first;
  std::string others;
};

void write(TableWriter& table, const Keys& keys, const Postings::List& list, std::string_view bytes) {
  schema::BytesReader in(bytes);
  std::uint32_t first = list.first;
  std::string key = keys.first;
  std::string tag;
  append_number(tag, list.documents);
  append_number(tag, list.counts);
  append_number(tag, list.first - 1);
  for (;;) {
    const std::size_t begin = bytes.size() - in.left();
    std::uint32_t document = first;
    std::size_t end = begin;
    for (;;) {
      in.number();  // how often
      end = bytes.size() - in.left();
      if (in.done() || end - begin >= kPiece) break;
      document += 1 + in.number32();
    }
    const bool is_last = in.done();
    tag.push_back(is_last ? '1' : '0');
    append_number(tag, document - first);
    tag.append(bytes.substr(begin, end - begin));
    table.add(key, tag);
    if (is_last) return;
    first = document + 1 + in.number32();
    tag.clear();
    key = keys.others;
    append_sorted_number(key, first);
  }
}

}  // namespace

void write_postings(TableWriter& table, std::string_view term, const Postings::List& list, std::string_view bytes) {
  Keys keys;
  append_term(keys.first, term);
  keys.others = keys.first;
  keys.others.push_back('\0');
  write(table, keys, list, bytes);
}

// A list as of a term, but its sums stand elsewhere.
void write_lengths(TableWriter& table, const std::vector<std::uint32_t>& lengths) {
  std::string bytes;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (i > 0) append_number(bytes, 0U);
    append_number(bytes, lengths[i]);
  }
  const std::string key(kLengths);
  write(table, {key, key}, {0, 0, 1, static_cast<std::uint32_t>(lengths.size())}, bytes);
}

}  // namespace izde::indexer::glass
