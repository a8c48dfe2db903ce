#include "thesaurus/skos.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <utility>

#include "analysis/unicode.hpp"
#include "thesaurus/validity.hpp"

namespace izde::thesaurus {
namespace {

enum class Property : std::uint8_t {
  type,
  label,
  scheme,
  broader,
  related,
  note,
  date,
  label_node,
  literal_form,
  valid
};

/// What we read; everything else in a file is somebody else's affair.
struct PropertyRow {
  std::string_view uri;
  Property property;
  LabelKind kind = LabelKind::preferred;  ///< of a label
};
constexpr std::array<PropertyRow, 15> kProperties{{
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", Property::type},
    {"http://www.w3.org/2004/02/skos/core#prefLabel", Property::label, LabelKind::preferred},
    {"http://www.w3.org/2004/02/skos/core#altLabel", Property::label, LabelKind::alternative},
    {"http://www.w3.org/2004/02/skos/core#hiddenLabel", Property::label, LabelKind::hidden},
    {"https://izde.example/ns#exactLabel", Property::label, LabelKind::exact},
    {"http://www.w3.org/2004/02/skos/core#inScheme", Property::scheme},
    {"http://www.w3.org/2004/02/skos/core#broader", Property::broader},
    {"http://www.w3.org/2004/02/skos/core#related", Property::related},
    {"http://www.w3.org/2004/02/skos/core#scopeNote", Property::note},
    {"https://izde.example/ns#date", Property::date},
    {"http://www.w3.org/2008/05/skos-xl#prefLabel", Property::label_node, LabelKind::preferred},
    {"http://www.w3.org/2008/05/skos-xl#altLabel", Property::label_node, LabelKind::alternative},
    {"http://www.w3.org/2008/05/skos-xl#hiddenLabel", Property::label_node, LabelKind::hidden},
    {"http://www.w3.org/2008/05/skos-xl#literalForm", Property::literal_form},
    {"http://purl.org/dc/terms/valid", Property::valid},
}};
constexpr std::string_view kConcept = "http://www.w3.org/2004/02/skos/core#Concept";

std::string_view view(const SerdNode* node) {
  return node == nullptr || node->buf == nullptr
             ? std::string_view()
             : std::string_view(reinterpret_cast<const char*>(node->buf), node->n_bytes);
}

/// https://izde.example/id/L001 → L001; "" where nothing follows the last / or #.
std::string_view last_part(std::string_view uri) {
  const std::size_t cut = uri.find_last_of("/#");
  return cut == std::string_view::npos ? uri : uri.substr(cut + 1);
}

/// A subject of the file, until it is known what it is.
struct Subject {
  Concept value;
  SkosLines lines;
  bool is_concept = false;
  bool is_something_else = false;
};

/// A label that is a thing of its own (SKOS-XL), under its address or none.
struct LabelNode {
  Label label;
  std::size_t forms = 0;
  std::size_t times = 0;
  bool is_timeless = false;  ///< its time says nothing
};

/// That a concept has such a label; what the label is may stand before or after.
struct LabelLink {
  std::size_t subject = 0;
  std::string node;
  LabelKind kind = LabelKind::preferred;
  std::size_t line = 0;
};

/// Serd calls itself for every bracket; our files have none, honest ones a few.
constexpr std::size_t kDeepest = 500;

/// The bytes still to be read. Serd takes them one at a time, so that `line` is where it stands.
struct Source {
  std::string_view rest;
  std::size_t line = 1;
  std::size_t depth = 0;  ///< opening brackets since the last plain statement, at most (texts are not told apart)
};

/// Collects statements. Serd calls back through C, where no exception may pass: the first mistake is kept in `mistake`
/// and thrown by parse_skos().
struct Graph {
  std::string_view name;
  Source source;
  SerdEnv* env = nullptr;
  std::vector<Subject> subjects;
  std::unordered_map<std::string, std::size_t> index_of;  ///< by URI
  std::unordered_map<std::string, LabelNode> nodes;       ///< by address, or name of a blank node
  std::vector<LabelLink> links;
  Notes notes;
  std::string mistake;

  SerdStatus fail(std::size_t line, std::string_view what) {
    if (mistake.empty()) mistake = std::string(name) + ":" + std::to_string(line) + ": " + std::string(what);
    return SERD_ERR_BAD_SYNTAX;
  }
  std::string uri(const SerdNode* node) const {
    SerdNode full = serd_env_expand_node(env, node);
    std::string text(full.buf == nullptr ? view(node) : view(&full));
    serd_node_free(&full);
    return text;
  }
  Subject& subject(const std::string& address) {
    const auto [place, is_new] = index_of.try_emplace(address, subjects.size());
    if (is_new) {
      subjects.emplace_back();
      subjects.back().value.id = last_part(address);
      subjects.back().lines.first = source.line;
    }
    return subjects[place->second];
  }
};

const PropertyRow* find_property(std::string_view uri) {
  const auto* row =
      std::find_if(kProperties.begin(), kProperties.end(), [&](const PropertyRow& r) { return r.uri == uri; });
  return row == kProperties.end() ? nullptr : row;
}

/// The label nodes become labels of their concepts, behind the plain ones.
void add_label_nodes(Graph& graph) {
  for (const LabelLink& link : graph.links) {
    const LabelNode& node = graph.nodes[link.node];
    if (node.forms != 1) {
      graph.fail(link.line, "a label in brackets has one skosxl:literalForm");
      return;
    }
    if (node.is_timeless) continue;
    Subject& owner = graph.subjects[link.subject];
    owner.value.labels.push_back(node.label);
    owner.value.labels.back().kind = link.kind;
    owner.lines.labels.push_back(link.line);
  }
}

bool is_resource(const SerdNode* node) { return node->type == SERD_URI || node->type == SERD_CURIE; }

/// A sentence about what is wrong with the object of a property, or "".
std::string_view complaint(Property property, const SerdNode* object) {
  if (property == Property::label_node)
    return object->type == SERD_LITERAL ? "a label of skosxl is a thing: [ skosxl:literalForm \"…\"@ru ]"
                                        : std::string_view();
  const bool wants_text = property == Property::label || property == Property::note || property == Property::date ||
                          property == Property::literal_form || property == Property::valid;
  if (wants_text && object->type != SERD_LITERAL) return "a label, note or date must be text in quotes";
  if (wants_text && view(object).find_first_not_of(" \t\r\n") == std::string_view::npos)
    return "empty label, note or date";
  if (!wants_text && !is_resource(object)) return "the object must be an address, not text or a blank node";
  return {};
}

/// Text of a statement with its language, or an address.
struct Object {
  std::string value;
  std::string_view language;
  std::size_t line = 0;
};

/// When a concept was: its first date counts.
void add_date(Graph& graph, Concept& one, const Object& object) {
  if (one.date)
    return graph.notes.add(object.line, "concepts with a second izde:date; the first counts",
                           one.id + " has a second izde:date, “" + object.value + "”; the first counts");
  one.date = parse_validity(object.value);
  if (!one.date)
    graph.notes.add(object.line, "concepts whose izde:date is no EDTF date; it is left out",
                    "izde:date “" + object.value + "” of " + one.id +
                        " is no EDTF date or interval, as \"1918-06\" or \"1866/1937\"; it is left out");
}

void add(Subject& subject, const PropertyRow& row, const Object& object) {
  Concept& into = subject.value;
  const std::string& value = object.value;
  switch (row.property) {
    case Property::type:
      (value == kConcept ? subject.is_concept : subject.is_something_else) = true;
      break;
    case Property::label:
      into.labels.push_back({analysis::nfc(value), std::string(object.language), row.kind});
      subject.lines.labels.push_back(object.line);
      break;
    case Property::scheme:
      into.scheme = last_part(value);
      break;
    case Property::broader:
      into.broader.emplace_back(last_part(value));
      subject.lines.broader.push_back(object.line);
      break;
    case Property::related:
      into.related.emplace_back(last_part(value));
      subject.lines.related.push_back(object.line);
      break;
    case Property::note:
      if (into.note.empty()) into.note = analysis::nfc(value);
      break;
    case Property::date:  // add_date()
    case Property::label_node:
    case Property::literal_form:
    case Property::valid:  // of a label
      break;
  }
}

/// What a statement says of a label node.
void add_to_node(Graph& graph, LabelNode& node, Property property, const Object& object) {
  if (property == Property::literal_form) {
    node.label.text = analysis::nfc(object.value);
    node.label.tag = object.language;
    ++node.forms;
    return;
  }
  if (++node.times > 1)
    return graph.notes.add(object.line, "labels with a second dct:valid; the first counts",
                           "a label has a second dct:valid, “" + object.value + "”; the first counts");
  node.label.valid = parse_validity(object.value);
  node.is_timeless = !node.label.valid;
  if (node.is_timeless)
    graph.notes.add(object.line, "labels whose dct:valid is no EDTF interval; left out",
                    "dct:valid “" + object.value +
                        "” is no EDTF interval, as \"../1925\" or \"1925-06/..\"; the label is left out");
}

SerdStatus on_base(void* handle, const SerdNode* uri) {
  return serd_env_set_base_uri(static_cast<Graph*>(handle)->env, uri);
}

SerdStatus on_prefix(void* handle, const SerdNode* name, const SerdNode* uri) {
  return serd_env_set_prefix(static_cast<Graph*>(handle)->env, name, uri);
}

SerdStatus on_statement(void* handle, SerdStatementFlags /*flags*/, const SerdNode* /*graph*/, const SerdNode* subject,
                        const SerdNode* predicate, const SerdNode* object, const SerdNode* /*datatype*/,
                        const SerdNode* language) {
  Graph& graph = *static_cast<Graph*>(handle);
  for (const SerdNode* node : {subject, predicate, object}) {
    if (node->type != SERD_CURIE) continue;
    SerdChunk prefix, suffix;
    if (serd_env_expand(graph.env, node, &prefix, &suffix) != SERD_SUCCESS) {
      return graph.fail(graph.source.line, "unknown prefix in " + std::string(view(node)));
    }
  }
  if (is_resource(subject) && object->type != SERD_BLANK) graph.source.depth = 0;
  const PropertyRow* row = find_property(graph.uri(predicate));
  if (row == nullptr) return SERD_SUCCESS;
  const bool of_label = row->property == Property::literal_form || row->property == Property::valid;
  if (!of_label && !is_resource(subject)) return SERD_SUCCESS;
  const std::string_view wrong = complaint(row->property, object);
  if (!wrong.empty()) return graph.fail(graph.source.line, wrong);
  const Object stated{is_resource(object) ? graph.uri(object) : std::string(view(object)), view(language),
                      graph.source.line};
  const std::string address = graph.uri(subject);
  if (of_label) {
    add_to_node(graph, graph.nodes[address], row->property, stated);
    return SERD_SUCCESS;
  }
  Subject& into = graph.subject(address);
  if (into.value.id.empty()) return graph.fail(graph.source.line, "the concept's address has no last part");
  if (row->property == Property::label_node) {
    graph.links.push_back({graph.index_of[address], graph.uri(object), row->kind, graph.source.line});
    return SERD_SUCCESS;
  }
  if (row->property == Property::date)
    add_date(graph, into.value, stated);
  else
    add(into, *row, stated);
  return SERD_SUCCESS;
}

SerdStatus on_error(void* handle, const SerdError* error) {
  Graph& graph = *static_cast<Graph*>(handle);
  if (graph.source.depth > kDeepest) return graph.fail(graph.source.line, "brackets within brackets too deep");
  std::array<char, 256> text{};
  va_list arguments;
  va_copy(arguments, *error->args);
  std::vsnprintf(text.data(), text.size(), error->fmt, arguments);
  va_end(arguments);
  std::string what(text.data());
  while (!what.empty() && what.back() == '\n') what.pop_back();
  return graph.fail(error->line > 0 ? error->line : graph.source.line, "not Turtle: " + what);
}

/// Ends the file where brackets go too deep; on_error() then says so.
std::size_t read_bytes(void* buffer, std::size_t /*size*/, std::size_t /*count*/, void* stream) {
  Source& source = *static_cast<Source*>(stream);
  if (source.rest.empty() || source.depth > kDeepest) return 0;
  const char byte = source.rest.front();
  source.rest.remove_prefix(1);
  *static_cast<char*>(buffer) = byte;
  if (byte == '\n') ++source.line;
  if (byte == '[' || byte == '(') ++source.depth;
  if ((byte == ']' || byte == ')') && source.depth > 0) --source.depth;
  return 1;
}

int no_error(void* /*stream*/) { return 0; }

}  // namespace

SkosFile parse_skos(std::string_view turtle, std::string_view name) {
  if (const std::size_t nul = turtle.find('\0'); nul != turtle.npos)
    throw ThesaurusError(
        std::string(name) + ":" +
        std::to_string(1 + std::count(turtle.begin(), turtle.begin() + static_cast<std::ptrdiff_t>(nul), '\n')) +
        ": has a NUL byte; save the file as UTF-8 text");
  Graph graph;
  graph.name = name;
  graph.notes = Notes(name);
  graph.source.rest = turtle;
  const std::unique_ptr<SerdEnv, decltype(&serd_env_free)> env(serd_env_new(nullptr), &serd_env_free);
  graph.env = env.get();
  const std::unique_ptr<SerdReader, decltype(&serd_reader_free)> reader(
      serd_reader_new(SERD_TURTLE, &graph, nullptr, on_base, on_prefix, on_statement, nullptr), &serd_reader_free);
  serd_reader_set_strict(reader.get(), true);
  serd_reader_set_error_sink(reader.get(), on_error, &graph);
  const std::string file(name);
  const SerdStatus status = serd_reader_read_source(reader.get(), read_bytes, no_error, &graph.source,
                                                    reinterpret_cast<const std::uint8_t*>(file.c_str()), 1);
  if (status > SERD_FAILURE) graph.fail(graph.source.line, "not Turtle");
  if (graph.mistake.empty()) add_label_nodes(graph);
  if (!graph.mistake.empty()) throw ThesaurusError(graph.mistake);

  SkosFile read{{}, {}, std::move(graph.notes)};
  for (Subject& subject : graph.subjects) {
    const bool other = subject.is_something_else && !subject.is_concept;
    if (other || subject.value.labels.empty()) continue;
    read.concepts.push_back(std::move(subject.value));
    read.lines.push_back(std::move(subject.lines));
  }
  return read;
}

SkosFile read_skos(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw ThesaurusError(path.string() + ":0: cannot be opened");
  const std::string turtle{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) throw ThesaurusError(path.string() + ":0: cannot be read");
  return parse_skos(turtle, path.string());
}

}  // namespace izde::thesaurus
