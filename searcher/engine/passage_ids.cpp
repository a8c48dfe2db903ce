#include "searcher/engine/passage_ids.hpp"

#include "schema/terms.hpp"

#include <array>
#include <charconv>
#include <vector>

namespace izde::searcher {
namespace {

constexpr std::string_view kNumberSign = "#p";

}  // namespace

std::optional<PassageName> parse_passage_id(std::string_view id) {
  const std::size_t sign = id.rfind(kNumberSign);
  if (sign == std::string_view::npos) return std::nullopt;
  const std::string_view digits = id.substr(sign + kNumberSign.size());
  if (digits.starts_with('0')) return std::nullopt;  // no passage is written so; a document may be
  PassageName name{std::string(id.substr(0, sign)), 0};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), name.number);
  if (error != std::errc() || end != digits.data() + digits.size() || name.number == 0) return std::nullopt;
  return name;
}

PlanNode only(const PassageName& name) {
  PlanNode both;
  both.kind = PlanNode::Kind::all;
  for (std::string& term : std::array{schema::document_term(name.document), schema::number_term(name.number)}) {
    PlanNode& node = both.children.emplace_back();
    node.kind = PlanNode::Kind::term;
    node.terms.push_back(std::move(term));
  }
  return both;
}

// The passages of a document stand in one segment, in their order.
std::optional<Xapian::docid> find_passage(const std::string& id, const Snapshot& snapshot) {
  const std::optional<PassageName> name = parse_passage_id(id);
  if (!name) return std::nullopt;
  const std::vector<Xapian::docid> passages = snapshot.passages_of(name->document);
  return name->number <= passages.size() ? std::optional(passages[name->number - 1]) : std::nullopt;
}

Xapian::docid passage_named(const std::string& id, const Snapshot& snapshot) {
  if (const auto found = find_passage(id, snapshot)) return *found;
  if (const std::size_t passages = passages_of(id, snapshot); passages > 0)
    throw UnknownPassage("“" + id + "” is a document; name one of its passages, " + id + "#p1 to " + id + "#p" +
                         std::to_string(passages));
  throw UnknownPassage("the index has no passage “" + id +
                       "”; izde-search --all --format tsv QUERY lists the ids of what a query finds, in its third "
                       "column");
}

std::size_t passages_of(const std::string& document, const Snapshot& snapshot) {
  return snapshot.passages_of(document).size();
}

}  // namespace izde::searcher
