// What is not sound about an index, as the parts of the check tell it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace izde::indexer {

/// One thing that is not as it was written.
struct Finding {
  std::string place;  ///< segment, and file, document or passage in it; or the list
  std::string what;
};

/// Gathers them. One damaged block may spoil thousands of records: of those that are alike in a segment only the first
/// few are told, and how many more there are.
class Findings {
 public:
  /// `segment` may be empty (the index as a whole), as may `inside`. `detail` is what differs between findings that are
  /// alike.
  void add(const std::string& segment, const std::string& inside, const std::string& what,
           const std::string& detail = {});
  /// Takes over those of another.
  void add(const Findings& others);
  bool empty() const { return counts_.empty(); }
  /// In the order in which they were met.
  std::vector<Finding> told() const;

 private:
  struct Alike {
    std::string segment;
    std::size_t count = 0;
    std::vector<Finding> first;
  };
  std::map<std::pair<std::string, std::string>, std::size_t> counts_;  // segment, what → place in alike_
  std::vector<Alike> alike_;
};

}  // namespace izde::indexer
