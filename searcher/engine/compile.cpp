#include "searcher/engine/compile.hpp"

#include "schema/fields.hpp"
#include "schema/terms.hpp"
#include "searcher/engine/dating.hpp"

#include <string>
#include <utility>
#include <vector>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;
using Query = Xapian::Query;
using Queries = std::vector<Query>;

// Share of a pair's weight beside its words: LINGUISTICS 3, syllable bigrams at 0.2 to 0.3.
constexpr double kPairWeight = 0.3;

Query any_of(const Queries& queries) { return Query(Query::OP_OR, queries.begin(), queries.end()); }
Query all_of(const Queries& queries) { return Query(Query::OP_AND, queries.begin(), queries.end()); }

Query weighted(const std::string& term, double weight) {
  return weight == 1 ? Query(term) : Query(Query::OP_SCALE_WEIGHT, Query(term), weight);
}

class Compiler {
 public:
  explicit Compiler(const Plan& plan) : plan_(plan) {}

  Query node(const PlanNode& node) const {
    switch (node.kind) {
      case Kind::nothing:
        return Query::MatchNothing;
      case Kind::atom:
        return atom(plan_.atoms[node.atom]);
      case Kind::phrase:
        return phrase(node);
      case Kind::near:
      case Kind::all:
        return all_of(children(node));
      case Kind::any:
        return any_of(children(node));
      case Kind::best:
        return best(node);
      case Kind::except:
        return except(node);
      case Kind::term:
        return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, node.terms.begin(), node.terms.end()), 0);
      case Kind::dates:
        return query_of_dates(node);
    }
    return Query::MatchNothing;
  }

 private:
  Queries children(const PlanNode& parent) const {
    Queries queries;
    for (const PlanNode& child : parent.children) queries.push_back(node(child));
    return queries;
  }

  Query atom(const Atom& atom) const {
    Queries queries = alternatives(atom, false);
    const Queries parts = alternatives(atom, true);
    if (parts.empty()) return any_of(queries);
    Queries entry;
    for (const std::uint32_t word : atom.entry) {
      Queries any = alternatives(plan_.atoms[word], false);
      for (Query& part : alternatives(plan_.atoms[word], true)) any.push_back(std::move(part));
      entry.push_back(any_of(any));
    }
    queries.emplace_back(Query::OP_FILTER, any_of(parts), all_of(entry));
    return any_of(queries);
  }

  // What brings passages of a word: by itself, or as parts of an entry.
  static Queries alternatives(const Atom& atom, bool parts) {
    Queries queries;
    for (const Alternative& alternative : atom.alternatives) {
      if (alternative.frequency == 0 || alternative.supports || alternative.part != parts) continue;
      queries.push_back(alternative.any_of.empty() ? weighted(alternative.term, alternative.weight)
                                                   : group(alternative));
    }
    return queries;
  }

  // Pirkola's structured query: the translations of a word are one word, as frequent as all of them together. A weight
  // inside the group would be ignored, so it is the group's.
  static Query group(const Alternative& alternative) {
    Queries synonyms;
    for (const auto& terms : alternative.any_of) synonyms.emplace_back(Query::OP_AND, terms.begin(), terms.end());
    const Query one(Query::OP_SYNONYM, synonyms.begin(), synonyms.end());
    return Query(Query::OP_SCALE_WEIGHT, one, alternative.weight);
  }

  // Candidates of a phrase have all its words; in Vietnamese each pair's own term leaves far fewer of them.
  Query phrase(const PlanNode& node) const {
    Queries queries = children(node);
    for (const Pair& pair : plan_.pairs)
      for (std::size_t i = 1; i < node.children.size(); ++i)
        if (node.children[i - 1].kind == Kind::atom && node.children[i - 1].atom == pair.first && only_vietnamese(pair))
          queries.push_back(pair_query(pair, 1));
    return all_of(queries);
  }

  bool only_vietnamese(const Pair& pair) const {
    for (const std::uint32_t index : {pair.first, pair.second})
      for (const Alternative& alternative : plan_.atoms[index].alternatives)
        if (alternative.language != analysis::Language::vi) return false;
    return !pair.terms.empty();
  }

  static Query pair_query(const Pair& pair, double weight) {
    Queries queries;
    for (const Alternative& alternative : pair.terms) queries.push_back(weighted(alternative.term, weight));
    return any_of(queries);
  }

  Query best(const PlanNode& parent) const {
    Queries must;
    Queries may;
    Queries must_not;
    for (const PlanNode& child : parent.children) {
      if (child.occur == Occur::must) must.push_back(node(child));
      if (child.occur == Occur::may) may.push_back(node(child));
      if (child.occur == Occur::must_not && is_exact(child)) must_not.push_back(node(child));
    }
    if (must.empty() && may.empty()) may.emplace_back(std::string(schema::kPassageTerm));  // only exclusions were typed
    Query wanted = must.empty() ? any_of(may) : all_of(must);
    Queries better;
    if (!must.empty()) better = may;
    for (const Pair& pair : plan_.pairs)
      if (!pair.terms.empty()) better.push_back(pair_query(pair, kPairWeight));
    if (!better.empty()) wanted = Query(Query::OP_AND_MAYBE, wanted, any_of(better));
    return must_not.empty() ? wanted : Query(Query::OP_AND_NOT, wanted, any_of(must_not));
  }

  Query except(const PlanNode& parent) const {
    Query wanted = node(parent.children[0]);
    if (!is_exact(parent.children[1])) return wanted;
    return Query(Query::OP_AND_NOT, wanted, node(parent.children[1]));
  }

  // Whether the query of a node brings no passage that the node does not want: only then may it exclude.
  bool is_exact(const PlanNode& node) const {
    if (node.kind == Kind::phrase || node.kind == Kind::near || node.kind == Kind::dates) return false;
    if (node.kind == Kind::atom && !plan_.atoms[node.atom].precise) return false;
    for (const PlanNode& child : node.children)
      if (!is_exact(child)) return false;
    return true;
  }

  const Plan& plan_;
};

PlanNode filter(std::string typed, std::vector<std::string> terms) {
  PlanNode out;
  out.kind = Kind::term;
  out.is_filter = true;
  out.typed = std::move(typed);
  out.terms = std::move(terms);
  return out;
}

}  // namespace

std::vector<PlanNode> filters_of(const Request& request) {
  std::vector<PlanNode> filters;
  std::string typed;
  std::vector<std::string> terms;
  for (const analysis::Language language : request.languages) {
    typed.append(typed.empty() ? "lang:" : ",").append(analysis::code(language));
    terms.push_back(schema::language_term(language));
  }
  if (!terms.empty()) filters.push_back(filter(std::exchange(typed, {}), std::exchange(terms, {})));
  for (const std::string& kind : request.kinds) {
    typed.append(typed.empty() ? "kind:" : ",").append(kind);
    terms.push_back(schema::keyword_term(schema::find_field("kind")->prefix, schema::keyword_value(kind)));
  }
  if (!terms.empty()) filters.push_back(filter(typed, terms));
  return filters;
}

Xapian::Query compile(const Plan& plan, const Request& request) {
  const Compiler compiler(plan);
  Queries filters;
  for (const PlanNode& node : filters_of(request)) filters.push_back(compiler.node(node));
  Query query = compiler.node(plan.root);
  if (plan.root.kind == Kind::except || plan.root.kind == Kind::dates || plan.root.kind == Kind::term)
    filters.emplace_back(std::string(schema::kPassageTerm));
  if (!filters.empty()) query = Query(Query::OP_FILTER, query, all_of(filters));
  return query;
}

}  // namespace izde::searcher
