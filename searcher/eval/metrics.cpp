#include "searcher/eval/metrics.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace izde::searcher {
namespace {

using Grades = std::map<std::string, int>;

constexpr std::size_t kShown = 10;
constexpr std::size_t kRecalled = 100;

double gain(int grade) { return grade > 0 ? std::exp2(grade) - 1 : 0; }

double discount(std::size_t place) { return 1 / std::log2(static_cast<double>(place) + 2); }

/// Grades of a list by place from 0; 0 for what is not judged or stood there before.
std::vector<int> grades_of(const std::vector<std::string>& ranked, const Grades& relevant) {
  std::vector<int> grades;
  grades.reserve(ranked.size());
  std::set<std::string> seen;
  for (const std::string& id : ranked) {
    const auto judged = seen.insert(id).second ? relevant.find(id) : relevant.end();
    grades.push_back(judged == relevant.end() ? 0 : std::max(0, judged->second));
  }
  return grades;
}

double dcg(const std::vector<int>& grades) {
  double sum = 0;
  for (std::size_t place = 0; place < std::min(kShown, grades.size()); ++place) {
    sum += gain(grades[place]) * discount(place);
  }
  return sum;
}

std::vector<int> ideal_grades(const Grades& relevant) {
  std::vector<int> grades;
  for (const auto& [id, grade] : relevant) {
    if (grade > 0) grades.push_back(grade);
  }
  std::sort(grades.begin(), grades.end(), std::greater<>());
  return grades;
}

std::string document_of(const std::string& id) { return id.substr(0, id.find('#')); }

Grades by_documents(const Grades& relevant) {
  Grades documents;
  for (const auto& [id, grade] : relevant) {
    const auto [row, added] = documents.emplace(document_of(id), grade);
    row->second = std::max(row->second, grade);
  }
  return documents;
}

/// The list with documents for those ids whose judgments were made documents'.
std::vector<std::string> with_documents(std::vector<std::string> ranked, const Grades& relevant) {
  for (std::string& id : ranked) {
    if (relevant.contains(id)) id = document_of(id);
  }
  return ranked;
}

Measures mean_of(const std::map<std::string, Measures>& queries) {
  Measures mean;
  const auto n = static_cast<double>(queries.size());
  for (const auto& [qid, one] : queries) {
    mean.ndcg10 += one.ndcg10 / n;
    mean.mrr10 += one.mrr10 / n;
    mean.recall100 += one.recall100 / n;
    mean.map += one.map / n;
  }
  return mean;
}

}  // namespace

Measures measure(const std::vector<std::string>& ranked, const std::map<std::string, int>& relevant) {
  Measures measures;
  const std::vector<int> ideal = ideal_grades(relevant);
  if (ideal.empty()) return measures;
  const std::vector<int> grades = grades_of(ranked, relevant);
  const auto wanted = static_cast<double>(ideal.size());
  double found = 0;
  for (std::size_t place = 0; place < grades.size(); ++place) {
    if (grades[place] == 0) continue;
    const auto rank = static_cast<double>(place + 1);
    if (found == 0 && place < kShown) measures.mrr10 = 1 / rank;
    found += 1;
    measures.map += found / rank / wanted;
    if (place < kRecalled) measures.recall100 = found / wanted;
  }
  measures.ndcg10 = dcg(grades) / dcg(ideal);
  return measures;
}

Evaluation evaluate(const RankedLists& lists, const Judgments& judgments, bool by_document) {
  Evaluation evaluation;
  for (const auto& [qid, grades] : judgments) {
    if (ideal_grades(grades).empty()) continue;
    const auto found = lists.find(qid);
    const std::vector<std::string> ranked = found == lists.end() ? std::vector<std::string>{} : found->second;
    evaluation.queries[qid] =
        by_document ? measure(with_documents(ranked, grades), by_documents(grades)) : measure(ranked, grades);
  }
  evaluation.mean = mean_of(evaluation.queries);
  return evaluation;
}

}  // namespace izde::searcher
