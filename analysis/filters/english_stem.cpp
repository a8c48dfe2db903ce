#include "analysis/filters/english_stem.hpp"

#include <xapian.h>

namespace izde::analysis {

std::string english_stem(std::string_view word) {
  thread_local const Xapian::Stem stem("english");
  return stem(std::string(word));
}

}  // namespace izde::analysis
