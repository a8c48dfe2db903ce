// The forms of an index: every distinct word with its faces, numbered in the order in which they were first met. Token
// streams hold these numbers; search turns the faces of a query word into sets of them. Kept in blocks, documents of
// their own, so that a remote index serves it as a local one does, and beside each local segment as a table that needs
// no reading (lexicon_file.hpp); forms are only ever added.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/token.hpp"
#include "schema/lexicon_table.hpp"

namespace izde::schema {

/// Read side. Views it hands out live as long as it does, or what it was moved to.
class Lexicon {
 public:
  /// Adds the forms of stored blocks, which are looked through once for it. Throws BytesError on a damaged one.
  void append(std::string_view blocks);
  /// Adds a table; what owns its bytes is kept. Its first form must be the next one.
  void append(LexiconTable table, std::shared_ptr<const void> bytes);

  std::size_t size() const { return size_; }
  /// Throws BytesError if there is none.
  Form form(FormId id) const;
  /// form().plain, sooner.
  std::string_view plain(FormId id) const;
  /// Forms of a language whose face is this value, in rising order.
  std::vector<FormId> find(Face face, analysis::Language language, std::string_view value) const;
  /// Forms that may be spelt so few edits from one of this shape, in rising order.
  std::vector<FormId> find_near(const Shape& shape, std::size_t distance) const;
  /// Forms that may have all letters of the shape, in rising order.
  std::vector<FormId> find_with(const Shape& shape) const;
  /// Forms whose name key begins so, those of each table with a key of their own, in rising order.
  std::vector<FormId> find_names(char first) const;

 private:
  struct Part {
    LexiconTable table;
    std::shared_ptr<const void> bytes;
  };
  const LexiconTable& table_of(FormId id) const;

  std::vector<Part> parts_;  // in the order of their forms
  std::size_t size_ = 0;
};

/// What stands for a form while an index is written: two hashes, made with numbers that no text can foresee.
struct FormHash {
  std::uint64_t first = 0;
  std::uint32_t second = 0;
};

/// Hash → number, in a flat array: about 40 bytes a form, so that ten million forms take 400 MB.
class HashNumbers {
 public:
  /// The number of a hash; `next` becomes it if the hash is new.
  FormId insert(FormHash hash, FormId next);
  /// Makes room for about so many more.
  void reserve(std::size_t more);

 private:
  struct Slot {
    std::uint64_t first = 0;  // 0: free
    std::uint32_t second = 0;
    FormId number = 0;
  };
  void resize(std::size_t slots);

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

/// Write side: gives each form its number and collects the new ones of a batch. Holds hashes, not the words: of two
/// forms that share one, the second would be shown as the first; among ten million the odds are one in 10^15.
class LexiconBuilder {
 public:
  LexiconBuilder();

  /// Takes over the forms of a stored block.
  void append(std::string_view block);
  FormId number(const analysis::Faces& word);
  /// Forms numbered since the last call, as a block to store; "" if none.
  std::string take_block();
  std::size_t size() const { return size_; }
  /// Number of the first form of the next block, and the bytes it has so far.
  FormId first_pending() const { return first_pending_; }
  std::size_t pending_bytes() const { return pending_.size(); }

 private:
  FormHash hash_of(const Form& form) const;

  HashNumbers numbers_;
  std::uint64_t first_seed_, second_seed_;
  std::string pending_;
  FormId size_ = 0;
  FormId first_pending_ = 0;
};

}  // namespace izde::schema
