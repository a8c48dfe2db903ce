#include "searcher/engine/matches.hpp"

#include <gtest/gtest.h>

namespace izde::searcher {
namespace {

using Kind = PlanNode::Kind;

// Atoms 0, 1, 2 are met by forms 10, 11, 12.
Plan plan_of(PlanNode root) {
  Plan plan;
  for (std::uint32_t i = 0; i < 3; ++i) {
    Atom atom;
    atom.alternatives.resize(1);
    atom.forms.resize(1);
    atom.forms[0].push_back({10 + i, Grade{}});
    plan.atoms.push_back(atom);
  }
  plan.root = std::move(root);
  return plan;
}

PlanNode leaf(std::uint32_t atom, Occur occur = Occur::may) {
  PlanNode node;
  node.kind = Kind::atom;
  node.atom = atom;
  node.occur = occur;
  return node;
}

PlanNode branch(Kind kind, std::vector<PlanNode> children, std::uint32_t distance = 0) {
  PlanNode node;
  node.kind = kind;
  node.children = std::move(children);
  node.distance = distance;
  return node;
}

schema::TokenStream text(std::vector<schema::FormId> forms) {
  schema::TokenStream stream;
  for (std::uint32_t i = 0; i < forms.size(); ++i) stream.sections[schema::section_text].push_back({forms[i], i, 1});
  return stream;
}

// Passage 2 of three; the others have a field that it has not.
Xapian::Database with_fields() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const char* term : {"XKIletter", "XKIact", "XKIletter"}) {
    Xapian::Document document;
    document.add_boolean_term(term);
    database.add_document(document);
  }
  return database;
}

bool accepts(PlanNode root, std::vector<schema::FormId> forms) {
  const Plan plan = plan_of(std::move(root));
  Matcher matcher(plan);
  const schema::PassageView view;
  const PassageTerms terms(with_fields());
  const Source source{2, view, terms};
  return matcher.accepts(matcher.find(0, view, text(std::move(forms))), source);
}

TEST(PassageTerms, AreAskedInAnyOrder) {
  const PassageTerms terms(with_fields());
  EXPECT_TRUE(terms.has(3, "XKIletter"));
  EXPECT_FALSE(terms.has(2, "XKIletter"));
  EXPECT_TRUE(terms.has(1, "XKIletter"));
  EXPECT_TRUE(terms.has(3, "XKIletter"));
  EXPECT_FALSE(terms.has(4, "XKIletter"));
  EXPECT_TRUE(terms.has(1, "XKIletter"));
  EXPECT_FALSE(terms.has(1, "XKIno"));
  EXPECT_FALSE(terms.has(1, "XKIno"));
}

std::size_t lit(PlanNode root, std::vector<schema::FormId> forms) {
  const Plan plan = plan_of(std::move(root));
  Matcher matcher(plan);
  return matcher.lit(matcher.find(0, {}, text(std::move(forms)))).size();
}

TEST(Matches, APhraseNeedsItsOrder) {
  const PlanNode phrase = branch(Kind::phrase, {leaf(0), leaf(1)});
  EXPECT_TRUE(accepts(phrase, {1, 10, 11, 2}));
  EXPECT_FALSE(accepts(phrase, {11, 10}));
  EXPECT_FALSE(accepts(phrase, {10, 1, 11}));
}

TEST(Matches, OnlyThePhraseIsLit) {
  EXPECT_EQ(lit(branch(Kind::phrase, {leaf(0), leaf(1)}), {10, 5, 10, 11, 5, 11}), 2U);
}

TEST(Matches, NearCountsTheWordsBetweenInAnyOrder) {
  EXPECT_TRUE(accepts(branch(Kind::near, {leaf(0), leaf(1)}, 1), {11, 5, 10}));
  EXPECT_FALSE(accepts(branch(Kind::near, {leaf(0), leaf(1)}, 1), {11, 5, 5, 10}));
  EXPECT_TRUE(accepts(branch(Kind::near, {leaf(0), leaf(1), leaf(2)}, 0), {12, 11, 10}));
  EXPECT_TRUE(accepts(branch(Kind::near, {leaf(0), leaf(1), leaf(2)}, 1), {10, 12, 11}));
  EXPECT_FALSE(accepts(branch(Kind::near, {leaf(0), leaf(0)}, 5), {10}));
  EXPECT_FALSE(accepts(branch(Kind::near, {leaf(0), leaf(1), leaf(0)}, 5), {10, 11}));
  EXPECT_TRUE(accepts(branch(Kind::near, {leaf(0), leaf(1), leaf(0)}, 5), {10, 11, 10}));
}

TEST(Matches, OperatorsMeanWhatTheySay) {
  EXPECT_TRUE(accepts(branch(Kind::all, {leaf(0), leaf(1)}), {11, 10}));
  EXPECT_FALSE(accepts(branch(Kind::all, {leaf(0), leaf(1)}), {11}));
  EXPECT_TRUE(accepts(branch(Kind::any, {leaf(0), leaf(1)}), {11}));
  EXPECT_TRUE(accepts(branch(Kind::except, {leaf(0), leaf(1)}), {10}));
  EXPECT_FALSE(accepts(branch(Kind::except, {leaf(0), leaf(1)}), {10, 11}));
}

TEST(Matches, BestWantsSomethingAllMustsAndNoMustNot) {
  EXPECT_TRUE(accepts(branch(Kind::best, {leaf(0), leaf(1)}), {11}));
  EXPECT_FALSE(accepts(branch(Kind::best, {leaf(0), leaf(1)}), {5}));
  EXPECT_FALSE(accepts(branch(Kind::best, {leaf(0, Occur::must), leaf(1)}), {11}));
  EXPECT_TRUE(accepts(branch(Kind::best, {leaf(0, Occur::must), leaf(1)}), {10}));
  EXPECT_FALSE(accepts(branch(Kind::best, {leaf(0), leaf(1, Occur::must_not)}), {10, 11}));
  EXPECT_TRUE(accepts(branch(Kind::best, {leaf(1, Occur::must_not)}), {5}));
}

TEST(Matches, FieldsAreJudgedWhereverTheyStand) {
  PlanNode act;
  act.kind = Kind::term;
  act.terms = {"XKIact"};
  PlanNode letter = act;
  letter.terms = {"XKIletter"};
  EXPECT_TRUE(accepts(branch(Kind::all, {leaf(0), act}), {10}));
  EXPECT_FALSE(accepts(branch(Kind::except, {leaf(0), act}), {10}));
  EXPECT_TRUE(accepts(branch(Kind::except, {leaf(0), letter}), {10}));
  EXPECT_FALSE(accepts(branch(Kind::any, {leaf(0), letter}), {5}));
}

TEST(Matches, AMentionIsAnOccurrenceOfItsConcept) {
  Plan plan = plan_of(leaf(0));
  plan.atoms[0].alternatives[0].concept_id = "L001";
  Matcher matcher(plan);
  schema::PassageView view;
  view.mentions = {{"L001", schema::section_text, 3, 2}, {"O002", schema::section_text, 5, 1}};
  const Matches& found = matcher.find(0, view, text({1, 2, 3, 4, 5}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].position, 3U);
  EXPECT_EQ(found[0].width, 2U);
}

}  // namespace
}  // namespace izde::searcher
