// The words of a passage as numbers of lexicon forms: what phrases, nearness, exact forms and re-scoring read. Three
// sections, in this order: title, heading, text. A joined word (Алаш-Орда) follows its first part, what an abbreviation
// stands for the abbreviation; both stand at its position.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/lexicon.hpp"
#include "schema/passage.hpp"

namespace izde::schema {

struct StreamWord {
  FormId form = 0;
  std::uint32_t position = 0;  ///< within its section
  std::uint32_t width = 1;     ///< as of Token
  friend bool operator==(const StreamWord&, const StreamWord&) = default;
};

/// A set of forms that may hold a few more than were added: nearly all words of a passage are none of a query's.
class FormSieve {
 public:
  void add(FormId form) { bits_.set(form % kBits); }
  bool may_hold(FormId form) const { return bits_.test(form % kBits); }

 private:
  static constexpr std::size_t kBits = 1U << 15;  // half of a core's fastest memory takes them easily
  std::bitset<kBits> bits_;
};

/// Tells by the bytes of a stream alone that none of a few forms is in it, several times as fast as they are decoded.
class FormSearch {
 public:
  explicit FormSearch(std::vector<FormId> forms) : forms_(std::move(forms)) {}
  /// False: it holds none of them. Not to be called by two threads at once.
  bool may_be_in(std::string_view stream) const;

 private:
  std::vector<FormId> forms_;
  mutable std::vector<std::string> written_;  // as streams of the base write them
  mutable FormId base_ = 0;
};

struct TokenStream {
  std::array<std::vector<StreamWord>, kSections> sections;
  FormId base = 0;  ///< where most of its forms begin: it is stored in less, the nearer they lie behind
  std::array<std::uint32_t, kSections> left_out{};  ///< words that were not read, joined ones not counted
  friend bool operator==(const TokenStream&, const TokenStream&) = default;
  /// Words of a section, read or not (joined words and expansions not counted).
  std::uint32_t length(Section section) const;
};

std::string encode(const TokenStream& stream);
/// Reads into `stream`, whose buffers are reused; with a sieve only the words that it may hold. Throws BytesError.
void decode(std::string_view bytes, TokenStream& stream, const FormSieve* only = nullptr);

}  // namespace izde::schema
