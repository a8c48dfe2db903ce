#include "searcher/eval/run_file.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace izde::searcher {

RankedLists read_run(std::istream& in, const std::string& name) {
  std::map<std::string, std::vector<std::pair<double, std::string>>> scored;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    std::istringstream cells(line);
    std::string qid;
    std::string q0;
    std::string id;
    std::size_t rank = 0;
    double score = 0;
    if (!(cells >> qid >> q0 >> id >> rank >> score))
      throw std::runtime_error(name + ", line " + std::to_string(number) + ": not “qid Q0 id rank score tag”");
    scored[qid].emplace_back(score, id);
  }
  RankedLists lists;
  for (auto& [qid, rows] : scored) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [score, id] : rows) lists[qid].push_back(std::move(id));
  }
  return lists;
}

}  // namespace izde::searcher
