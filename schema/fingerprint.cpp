#include "schema/fingerprint.hpp"

#include "analysis/analyzer.hpp"
#include "schema/bytes.hpp"
#include "schema/index.hpp"

namespace izde::schema {
namespace {

constexpr auto kContentsKey = "izde.contents";

}  // namespace

std::uint64_t read_contents(const Xapian::Database& database) {
  const std::string value = database.get_metadata(kContentsKey);
  return value.empty() ? 0 : BytesReader(value).number();
}

void write_contents(Xapian::WritableDatabase& database, std::uint64_t contents) {
  std::string value;
  append_number(value, contents);
  database.set_metadata(kContentsKey, value);
}

std::string fingerprint(const Xapian::Database& database) {
  std::string held;
  append_number(held, read_contents(database));
  append_text(held, to_data(read_totals(database)));
  append_text(held, kFormat);
  append_text(held, analysis::analysis_version());
  append_text(held, read_thesaurus_fingerprint(database));
  append_number(held, read_analyzer(database).fingerprint());
  return hex(hash64(held));
}

}  // namespace izde::schema
