#include "searcher/options/typed.hpp"

namespace izde::searcher {
namespace {

constexpr auto kLikeFooter =
    "\nA passage is asked for by whom and what it names, its days and months, its numbers, the act it states and its\n"
    "rarest words with what they are called in the other languages. --explain shows what was made of it.\n"
    "\nExamples:\n"
    "  izde-search like ru/act-1918-06.md#p2                     the same matter elsewhere\n"
    "  izde-search like ru/act-1918-06.md#p2 --lang vi           in Vietnamese\n"
    "  izde-search like ru/act-1918-06.md#p2 --per-language 3    the best three of each language\n"
    "  izde-search compare ru/act-1918-06.md#p2                  in what the sources agree, and in what not\n"
    "\nExit code: 0 found, 1 nothing found, 2 there is no such passage, or failed.\n";

void add_like_options(CLI::App& app, Typed& typed, Options& options) {
  app.add_option("ID", options.request.like, "The passage, as <document>#p<number>")->required();
  add_index_options(app, typed);
  add_page_options(app, options);
  app.add_flag("--same-document", options.request.same_document, "Also passages of the same document");
  add_filter_options(app, typed);
  add_unit(app, typed);
  app.add_flag("--fold", options.request.fold, "One hit a document");
  app.add_flag("--no-translate", typed.no_translate, "Words only in the language of the passage");
  add_weights(app, typed);
  add_answer_options(app, typed, options, " (default text)");
}

}  // namespace

const CommandRow kLikeRow{"like", Command::like,
                          "Finds passages on the same matter as a passage, in every language; those of its own\n"
                          "document are left out.",
                          kLikeFooter, add_like_options};

}  // namespace izde::searcher
