#include "schema/record.hpp"

#include "schema/bytes.hpp"
#include "schema/packing.hpp"
#include "schema/written_text.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace izde::schema {
namespace {

constexpr char kPlain = 0, kPacked = 1;
constexpr std::string_view kUsualEncoding = "UTF-8", kTitle = "title";
constexpr std::size_t kWorthPacking = 160;  // bytes

// Packed where it pays: tables of signs, words in letters taken apart, long descriptions.
std::string squeezed(std::string bytes, analysis::Language language) {
  if (bytes.size() >= kWorthPacking)
    if (std::string packed = pack(bytes, language); packed.size() < bytes.size())
      return std::string(1, kPacked) + packed;
  return std::string(1, kPlain) + bytes;
}

std::string unsqueezed(std::string_view bytes) {
  BytesReader in(bytes);
  const bool packed = in.take(1)[0] == kPacked;
  return packed ? unpack(in.take(in.left())) : std::string(in.take(in.left()));
}

void append_reading(std::string& out, const analysis::Reading& reading) {
  append_number(out, static_cast<std::uint64_t>(reading.language));
  append_number(out, static_cast<std::uint64_t>(reading.script));
  append_number(out, static_cast<std::uint64_t>(reading.alphabet));
  append_number(out, reading.old_spelling ? 1 : 0);
  append_number(out, std::bit_cast<std::uint32_t>(reading.confidence));
}

analysis::Reading read_reading(BytesReader& in) {
  analysis::Reading reading;
  reading.language = static_cast<analysis::Language>(in.number() & 3);
  reading.script = static_cast<analysis::Script>(in.number() & 3);
  reading.alphabet = static_cast<analysis::Alphabet>(in.number() % 10);
  reading.old_spelling = in.number() != 0;
  reading.confidence = std::bit_cast<float>(in.number32());
  return reading;
}

void append_mentions(std::string& out, const std::vector<Mention>& mentions) {
  append_number(out, mentions.size());
  for (const Mention& mention : mentions) {
    append_text(out, mention.concept_id);
    append_number(out, mention.section);
    append_number(out, mention.position);
    append_number(out, mention.width);
  }
}

void read_mentions(BytesReader& in, std::vector<Mention>& mentions) {
  mentions.clear();
  for (std::uint64_t left = in.number(); left > 0; --left) {
    Mention mention;
    mention.concept_id = in.text();
    mention.section = static_cast<Section>(in.number() % kSections);
    mention.position = in.number32();
    mention.width = in.number32();
    mentions.push_back(std::move(mention));
  }
}

/// Whole days, whatever their sign.
void append_day(std::string& out, std::int32_t day) { append_number(out, std::bit_cast<std::uint32_t>(day)); }
std::int32_t read_day(BytesReader& in) { return std::bit_cast<std::int32_t>(in.number32()); }

void append_written(std::string& out, const std::optional<analysis::DayRange>& days) {
  append_number(out, days ? 1 : 0);
  if (!days) return;
  append_day(out, days->first);
  append_day(out, days->last);
}
std::optional<analysis::DayRange> read_written(BytesReader& in) {
  if (in.number() == 0) return std::nullopt;
  analysis::DayRange days;
  days.first = read_day(in);
  days.last = read_day(in);
  return days;
}

void append_dates(std::string& out, const std::vector<analysis::FoundDate>& dates) {
  append_number(out, dates.size());
  for (const analysis::FoundDate& date : dates) {
    append_day(out, date.days.first);
    append_day(out, date.days.last);
    append_number(out, std::bit_cast<std::uint32_t>(date.confidence));
    append_number(out, static_cast<std::uint64_t>(date.kind));
    append_number(out, date.span.begin);
    append_number(out, date.span.end);
    append_text(out, date.edtf);
    append_text(out, date.os_edtf);
    append_text(out, date.alternative);
  }
}

template <class Take>
void read_dates(BytesReader& in, Take take) {
  for (std::uint64_t left = in.number(); left > 0; --left) {
    analysis::FoundDate date;
    date.days.first = read_day(in);
    date.days.last = read_day(in);
    date.confidence = std::bit_cast<float>(in.number32());
    date.kind = static_cast<analysis::DateKind>(
        std::min<std::uint64_t>(in.number(), static_cast<std::uint64_t>(analysis::DateKind::hijri_year)));
    date.span.begin = in.number32();
    date.span.end = in.number32();
    date.edtf = in.text();
    date.os_edtf = in.text();
    date.alternative = in.text();
    take(std::move(date));
  }
}

void pass_over_dates(BytesReader& in) {
  for (std::uint64_t left = in.number(); left > 0; --left) {
    for (int number = 0; number < 6; ++number) in.number();
    for (int text = 0; text < 3; ++text) in.text();
  }
}

void pass_over_mentions(BytesReader& in) {
  for (std::uint64_t left = in.number(); left > 0; --left) {
    in.text();
    for (int number = 0; number < 3; ++number) in.number();
  }
}

void pass_over_kinds(BytesReader& in) {
  for (std::uint64_t left = in.number(); left > 0; --left)
    for (int number = 0; number < 2; ++number) in.number();
}

void add_act_date(std::string_view act, std::vector<DatedDays>& dates) {
  const auto record = act_from(act);
  if (const auto days = record ? searched_days(*record) : std::nullopt) dates.push_back(*days);
}

void read_searched(BytesReader& in, std::vector<DatedDays>& dates) {
  read_dates(in, [&](const analysis::FoundDate& date) {
    if (const auto days = searched_days(date)) dates.push_back(*days);
  });
}

// Reads up to the token stream, and hands out its bytes.
std::string_view read_view(BytesReader& in, PassageView& view, const Needed& needed) {
  view.document = in.text();
  view.number = in.number32();
  const analysis::Reading reading = read_reading(in);
  view.language = static_cast<std::uint8_t>(reading.language);
  view.script = static_cast<std::uint8_t>(reading.script);
  view.dates.clear();
  view.mentions.clear();
  view.kinds.clear();
  needed.dates ? read_searched(in, view.dates) : pass_over_dates(in);
  needed.mentions ? read_mentions(in, view.mentions) : pass_over_mentions(in);
  if (needed.kinds)
    view.kinds = read_kinds(in);
  else
    pass_over_kinds(in);
  view.act = in.text();
  if (needed.dates) add_act_date(view.act, view.dates);
  view.written = read_written(in);
  return in.text();
}

PassageRecord read_passage(BytesReader& in, const Lexicon& lexicon) {
  PassageRecord record;
  Passage& passage = record.passage;
  passage.document = in.text();
  passage.number = in.number32();
  passage.reading = read_reading(in);
  read_dates(in, [&](analysis::FoundDate date) { passage.dates.push_back(std::move(date)); });
  read_mentions(in, passage.mentions);
  passage.kinds = read_kinds(in);
  passage.act = act_from(in.text());
  passage.written = read_written(in);
  decode(in.text(), record.stream);
  const std::string beside = unsqueezed(in.text());
  BytesReader texts(beside);
  const auto whole = [&](std::string_view between, Section section) {
    return with_words(between, record.stream.sections[section], lexicon);
  };
  passage.title = whole(texts.text(), section_title);
  passage.heading = whole(texts.text(), section_heading);
  passage.page = texts.text();
  passage.text = whole(texts.text(), section_text);
  return record;
}

}  // namespace

std::string texts_beside_words(const Passage& passage, const std::array<analysis::Tokens, kSections>& words) {
  std::string texts;
  append_text(texts, beside_words(passage.title, words[section_title]));
  append_text(texts, beside_words(passage.heading, words[section_heading]));
  append_text(texts, passage.page);
  append_text(texts, beside_words(passage.text, words[section_text]));
  return squeezed(std::move(texts), passage.reading.language);
}

// What matching needs stands first, so that it can stop before the texts.
std::string to_data(const PassageRecord& record, std::string_view beside) {
  const Passage& passage = record.passage;
  std::string out;
  append_text(out, passage.document);
  append_number(out, passage.number);
  append_reading(out, passage.reading);
  append_dates(out, passage.dates);
  append_mentions(out, passage.mentions);
  append_kinds(out, passage.kinds);
  append_text(out, act_bytes(passage.act));
  append_written(out, passage.written);
  append_text(out, encode(record.stream));
  append_text(out, beside);
  return out;
}

PassageRecord passage_from_data(std::string_view data, const Lexicon& lexicon) {
  BytesReader in(data);
  return read_passage(in, lexicon);
}

bool read_for_matching(std::string_view data, PassageView& view, TokenStream& stream, const Needed& needed) {
  BytesReader in(data);
  const std::string_view bytes = read_view(in, view, needed);
  if (needed.one_of != nullptr && !needed.one_of->may_be_in(bytes)) return false;
  decode(bytes, stream, needed.words);
  return true;
}

// What the passage tells itself is not told again: the id, and the title where it is the passage's.
std::string to_data(const DocumentRecord& record, std::string_view title_of_passage, Sources& sources) {
  std::string out;
  const Sources::Path path = sources.apart(record.path);
  append_number(out, path.source);
  append_text(out, path.rest);
  append_text(out, record.encoding == kUsualEncoding ? "" : record.encoding);
  append_fixed(out, record.content_hash);
  append_number(out, record.passages);
  for (const std::uint64_t words : record.words) append_number(out, words);
  append_number(out, record.metadata.size());
  for (const auto& [name, value] : record.metadata) {
    const bool told = name == kTitle && value == title_of_passage;
    append_text(out, told ? "" : name);
    if (!told) append_text(out, value);
  }
  return squeezed(std::move(out), analysis::Language::other);
}

DocumentRecord document_from_data(std::string_view data, const Sources& sources, const Lexicon* lexicon) {
  BytesReader in(data);
  DocumentRecord record;
  std::string title;
  if (lexicon != nullptr) {
    PassageRecord passage = read_passage(in, *lexicon);
    record.id = std::move(passage.passage.document);
    title = std::move(passage.passage.title);
  } else {
    PassageView view;
    read_view(in, view, {false, false, false});
    in.text();  // of the texts
    record.id = view.document;
  }
  const std::string bytes = unsqueezed(in.take(in.left()));
  BytesReader rest(bytes);
  const std::uint32_t source = rest.number32();
  record.path = sources.together({source, rest.text()});
  record.encoding = rest.text();
  if (record.encoding.empty()) record.encoding = kUsualEncoding;
  record.content_hash = rest.fixed();
  record.passages = rest.number32();
  for (std::uint64_t& words : record.words) words = rest.number();
  for (std::uint64_t left = rest.number(); left > 0; --left) {
    std::string name(rest.text());
    if (name.empty())
      record.metadata.emplace_back(kTitle, title);
    else
      record.metadata.emplace_back(std::move(name), rest.text());
  }
  return record;
}

}  // namespace izde::schema
