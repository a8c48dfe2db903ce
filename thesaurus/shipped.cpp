#include "thesaurus/shipped.hpp"

#include <array>
#include <system_error>

namespace izde::thesaurus {

std::filesystem::path shipped_folder(std::string_view what) {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  const std::array<std::filesystem::path, 2> places{program / "../share/izde" / what,
                                                    std::filesystem::path(IZDE_SOURCE_CORPUS) / what};
  for (const auto& place : places)
    if (std::filesystem::is_directory(place, error)) return std::filesystem::weakly_canonical(place, error);
  return {};
}

Thesaurus open_with(const std::vector<std::filesystem::path>& more) {
  Thesaurus thesaurus;
  if (const auto shipped = shipped_folder("thesaurus"); !shipped.empty()) thesaurus.load(shipped);
  thesaurus.load_checked(more);
  thesaurus.build(analysis::Analyzer());
  return thesaurus;
}

Dictionary open_dictionary(const std::vector<std::filesystem::path>& more, const Thesaurus& thesaurus) {
  Dictionary dictionary;
  dictionary.add_terms(thesaurus);
  if (const auto shipped = shipped_folder("lexicon"); !shipped.empty()) dictionary.load(shipped);
  for (const auto& path : more) dictionary.load(path);
  dictionary.build();
  return dictionary;
}

}  // namespace izde::thesaurus
