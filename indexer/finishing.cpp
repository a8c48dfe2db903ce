#include "indexer/finishing.hpp"

#include "schema/lexicon_file.hpp"
#include "schema/state.hpp"
#include "schema/terms.hpp"

#include <span>
#include <system_error>
#include <utility>

namespace izde::indexer {
namespace {

void finish(FullSegment& full) {
  const Posting of_lexicon{full.segment->terms().number(schema::kLexiconTerm), 0};
  for (const std::string& document : schema::lexicon_documents(std::exchange(full.forms, {}), full.first_form))
    full.segment->add(std::span(&of_lexicon, 1), document);
  full.segment->finish();
  full.segment.reset();
  if (full.form_count >= schema::kFormsOfFile) schema::write_lexicon_file(full.folder);
}

}  // namespace

Finishing::Finishing(FullSegment full) : name_(full.name), documents_(std::move(full.documents)) {
  const auto work = [held = std::make_shared<FullSegment>(std::move(full))] { finish(*held); };
  try {
    done_ = std::async(std::launch::async, work);
  } catch (const std::system_error&) {  // no more threads
    done_ = std::async(std::launch::deferred, work);
  }
}

}  // namespace izde::indexer
