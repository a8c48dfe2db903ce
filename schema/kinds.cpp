#include "schema/kinds.hpp"

#include <bit>

namespace izde::schema {
namespace {

void append_texts(std::string& out, const std::vector<std::string>& texts) {
  append_number(out, texts.size());
  for (const std::string& text : texts) append_text(out, text);
}

std::vector<std::string> read_texts(BytesReader& in) {
  std::vector<std::string> texts;
  for (std::uint64_t left = in.number(); left > 0; --left) texts.emplace_back(in.text());
  return texts;
}

}  // namespace

void append_kinds(std::string& out, const std::vector<KindMark>& kinds) {
  append_number(out, kinds.size());
  for (const KindMark& mark : kinds) {
    append_number(out, static_cast<std::uint64_t>(mark.kind));
    append_number(out, std::bit_cast<std::uint32_t>(mark.confidence));
  }
}

std::vector<KindMark> read_kinds(BytesReader& in) {
  std::vector<KindMark> kinds;
  for (std::uint64_t left = in.number(); left > 0; --left) {
    const std::uint64_t kind = in.number();
    if (kind >= kPassageKinds) throw BytesError();
    kinds.push_back({static_cast<PassageKind>(kind), std::bit_cast<float>(in.number32())});
  }
  return kinds;
}

std::string act_bytes(const std::optional<ActRecord>& act) {
  std::string out;
  if (!act) return out;
  for (const std::string* text : {&act->type, &act->number, &act->date, &act->os_date, &act->title})
    append_text(out, *text);
  append_texts(out, act->issuers);
  append_texts(out, act->signatories);
  return out;
}

std::optional<ActRecord> act_from(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  BytesReader in(bytes);
  ActRecord act;
  for (std::string* text : {&act.type, &act.number, &act.date, &act.os_date, &act.title}) *text = in.text();
  act.issuers = read_texts(in);
  act.signatories = read_texts(in);
  return act;
}

}  // namespace izde::schema
