// A query is a value: a tree that knows its own text and nothing of any index. parse() makes it, print() writes it
// back, expand() adds alternatives to its leaves, compile() and matches read it.
#pragma once

#include "analysis/token.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace izde::searcher {

enum class Operator : std::uint8_t {
  nothing,  ///< matches no passage (an empty query)
  best,     ///< children ranked together, best match first; `occur` of each child says whether it must, may or must not
  all,      ///< AND
  any,      ///< OR
  except,   ///< first child AND NOT the second
  near,     ///< children within `distance` words of each other, any order
  phrase,   ///< text = the words between the quotes, in this order, by plain spelling or, where `quotes_name`, in any
            ///< form
  word,     ///< text = a bare word as typed (may hold hyphens, apostrophes, digits)
  exact,    ///< =word: as written
  prefix,   ///< word* or wo*rd or w?rd: plain spelling with * and ?
  fuzzy,    ///< word~ or word~2: within `distance` edits of plain spelling
  field,    ///< field:value — field in `field`, its operand the only child
  date,     ///< date:1917-12..1918-06 — text holds the range as typed
};

enum class Occur : std::uint8_t { may, must, must_not };

struct Node {
  Operator op = Operator::nothing;
  Occur occur = Occur::may;    ///< meaningful only below `best`
  std::string text;            ///< of leaves: what was typed, NFC not yet applied
  std::string field;           ///< of `field`: its name, lower case
  std::uint32_t distance = 0;  ///< of near (words between) and fuzzy (edits)
  bool quotes_name = false;    ///< of phrase: between the marks of print, «…» or „…“, as names are written
  std::vector<Node> children;
  analysis::Span span;  ///< where in the query it was typed, bytes; not part of equality

  friend bool operator==(const Node& a, const Node& b) {
    return a.op == b.op && a.occur == b.occur && a.text == b.text && a.field == b.field && a.distance == b.distance &&
           a.quotes_name == b.quotes_name && a.children == b.children;
  }
};

/// What the parser or the engine did not understand or changed, for people: where (bytes of the query) and a sentence.
struct Diagnostic {
  analysis::Span span;
  std::string message;
};

}  // namespace izde::searcher
