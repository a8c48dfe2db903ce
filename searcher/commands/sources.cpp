#include "searcher/commands/sources.hpp"

#include "thesaurus/shipped.hpp"

#include <ostream>

namespace izde::searcher {

Sources::Sources(const Options& options, std::ostream& err)
    : thesaurus_(thesaurus::open_with(options.thesauri)),
      dictionary_(thesaurus::open_dictionary(options.lexicons, thesaurus_)) {
  for (const std::string& note : thesaurus_.notes()) err << "izde-search: " << note << '\n';
  for (const std::string& fault : dictionary_.faults()) err << "izde-search: " << fault << "; left out\n";
  const std::size_t untold = dictionary_.fault_count() - dictionary_.faults().size();
  if (untold > 0) err << "izde-search: and " << untold << " more lines of lexicons; left out\n";
}

}  // namespace izde::searcher
