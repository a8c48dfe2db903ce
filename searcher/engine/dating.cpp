#include "searcher/engine/dating.hpp"

#include "analysis/date.hpp"
#include "schema/record.hpp"
#include "schema/terms.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace izde::searcher {
namespace {

using analysis::DayRange;
using Query = Xapian::Query;
using Kind = PlanNode::Kind;

constexpr int kLastOwnTime = 1950;   // a later document tells of earlier times: its date says nothing of a passage
constexpr float kOwnDate = 0.9F;     // confidence of a document's date for a passage that names none
constexpr double kCoarse = 0.4;      // of the weight of candidates: a month or year that holds the day
constexpr std::int32_t kYear = 366;  // days

/// How much a date that is wider than what was asked agrees with it, by its days.
struct Width {
  std::int32_t days;
  double agreement;
};
constexpr std::array<Width, 4> kWidths{{{14, 0.8}, {31, 0.5}, {kYear, 0.25}, {40 * kYear, 0.1}}};

PlanNode dates_node(const DayRange& days, std::string typed) {
  PlanNode node;
  node.kind = Kind::dates;
  node.typed = std::move(typed);
  node.first_day = days.first;
  node.last_day = days.last;
  return node;
}

/// 1917-12-05..1918-06-30, an end that is open left out.
std::string printed(const DayRange& dates) {
  const DayRange all;
  return (dates.first == all.first ? "" : analysis::iso_day(dates.first)) + ".." +
         (dates.last == all.last ? "" : analysis::iso_day(dates.last));
}

/// Dates of filters rank, too, where they ask for a time short enough to agree with more or less.
void collect_filters(PlanNode& node, const Request& request, std::vector<AskedDate>& asked) {
  if (node.kind == Kind::dates) {
    node.undated = request.undated;
    const bool ranks = std::int64_t{node.last_day} - node.first_day < kYear;
    if (node.occur != Occur::must_not) asked.push_back({{{{node.first_day, node.last_day}, 1}}, node.typed, {}, ranks});
  }
  if (node.occur == Occur::must_not) return;
  for (PlanNode& child : node.children) collect_filters(child, request, asked);
}

/// The ranked list of a plan: what is typed beside one another.
PlanNode& ranked_list(PlanNode& root) {
  PlanNode* list = &root;
  if (root.kind == Kind::all && !root.children.empty() && root.children.front().kind == Kind::best)
    list = &root.children.front();
  if (list->kind == Kind::best) return *list;
  PlanNode best;
  best.kind = Kind::best;
  if (root.kind != Kind::nothing) best.children.push_back(std::move(root));
  root = std::move(best);
  return root;
}

Query any_of(const std::vector<std::string>& terms) { return Query(Query::OP_OR, terms.begin(), terms.end()); }
Query unweighted(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

Query by_document(const PlanNode& node) {
  if (node.undated) return unweighted(Query(std::string(schema::kUndatedTerm)));
  return unweighted(any_of(schema::own_terms_meeting({node.first_day, node.last_day})));
}

}  // namespace

void add_dates(Plan& plan, std::vector<AskedDate> typed, const Request& request) {
  collect_filters(plan.root, request, plan.dates);
  if (!typed.empty()) {
    PlanNode& list = ranked_list(plan.root);
    const bool only_dates = list.children.empty();
    for (AskedDate& date : typed) {
      PlanNode any;
      any.kind = Kind::any;
      any.typed = date.typed;
      for (const auto& [days, weight] : date.days) {
        any.children.push_back(dates_node(days, date.typed));
        any.children.back().weight = weight;
        any.children.back().only_exact = !only_dates;
      }
      list.children.push_back(std::move(any));
      plan.dates.push_back(std::move(date));
    }
  }
  if (!request.dates) return;
  PlanNode filter = dates_node(*request.dates, "date:" + printed(*request.dates));
  filter.is_filter = true;
  filter.occur = Occur::must;
  collect_filters(filter, request, plan.dates);
  PlanNode all;
  all.kind = Kind::all;
  all.children.push_back(std::move(plan.root));
  all.children.push_back(std::move(filter));
  plan.root = std::move(all);
}

Query query_of_dates(const PlanNode& node) {
  const schema::DateTerms terms = schema::terms_meeting({node.first_day, node.last_day});
  const Query exact = any_of(terms.exact);
  if (node.only_exact) return Query(Query::OP_SCALE_WEIGHT, exact, node.weight);
  const Query own = by_document(node);
  const Query coarse = any_of(terms.coarse);
  const Query dated = node.weight > 0 ? Query(Query::OP_OR, Query(Query::OP_SCALE_WEIGHT, exact, node.weight),
                                              Query(Query::OP_SCALE_WEIGHT, coarse, node.weight * kCoarse))
                                      : unweighted(Query(Query::OP_OR, exact, coarse));
  return Query(Query::OP_OR, dated, own);
}

std::vector<schema::DatedDays> own_date(const schema::PassageView& passage) {
  if (!passage.written) return {};
  return {{*passage.written, kOwnDate}};
}

bool fulfils_dates(const PlanNode& node, const schema::PassageView& passage) {
  const DayRange asked{node.first_day, node.last_day};
  std::vector<schema::DatedDays> dates = passage.dates;
  if (dates.empty() && !node.only_exact) {
    dates = own_date(passage);
    const bool is_later = !dates.empty() && analysis::year_of(dates.front().days.first) > kLastOwnTime;
    if (node.undated && (dates.empty() || is_later)) return true;
  }
  const std::int64_t widest = std::max<std::int64_t>(kWidths[0].days, std::int64_t{asked.last} - asked.first + 1);
  return std::any_of(dates.begin(), dates.end(), [&](const schema::DatedDays& date) {
    return schema::meet(date.days, asked) &&
           (!node.only_exact || std::int64_t{date.days.last} - date.days.first < widest);
  });
}

bool is_asked_for(const DayRange& days, const Plan& plan) {
  return plan.dates.empty() || std::any_of(plan.dates.begin(), plan.dates.end(), [&](const AskedDate& asked) {
           return std::any_of(asked.days.begin(), asked.days.end(),
                              [&](const AskedDate::Days& some) { return schema::meet(some.days, days); });
         });
}

double agreement(const AskedDate& asked, const std::vector<schema::DatedDays>& dates) {
  double best = 0;
  for (const auto& [days, weight] : asked.days) {
    for (const schema::DatedDays& date : dates) {
      if (!schema::meet(date.days, days)) continue;
      const bool inside = date.days.first >= days.first && date.days.last <= days.last;
      const std::int64_t length = std::int64_t{date.days.last} - date.days.first + 1;
      const auto width = std::find_if(kWidths.begin(), kWidths.end(), [&](const Width& w) { return length <= w.days; });
      const double close = inside ? 1 : width == kWidths.end() ? 0 : width->agreement;
      best = std::max(best, weight * close * static_cast<double>(date.confidence));
    }
  }
  return best;
}

}  // namespace izde::searcher
