#include "schema/written_text.hpp"

#include "analysis/letters.hpp"
#include "analysis/unicode.hpp"
#include "schema/bytes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace izde::schema {
namespace {

using analysis::Token;

// What mostly stands between two words, commonest first: together 98 of 100. Part of the format: their order is fixed.
constexpr std::array<std::string_view, 47> kGaps{
    " ",    "",    ", ",   ". ",   "-",   " (",  "; ",  ") ",   " - ",  ": ",   ".",  "/",   "! ",   " — ", "? ", " – ",
    "... ", "» ",  ". – ", ", – ", " «",  ",",   "… ",  "), ",  ", — ", ". — ", " “", "% ",  ". - ", "). ", "” ", "\n",
    "\n\n", ".\n", " \"",  "\" ",  "», ", "». ", "”, ", "\", ", "\". ", "’",    "'",  ", «", ": «",  ". «", " № "};
constexpr unsigned kOtherGap = kGaps.size();  // its bytes follow

// How the letters of a word follow from its form.
enum class Spelling : std::uint8_t { as_form, capitals, other, absent };  // other: its bytes follow
constexpr unsigned kSpellings = 4;

constexpr unsigned kRuns = (kOtherGap + 1) * kSpellings;  // from here on: so many plain words, less one
constexpr unsigned kLongestRun = 256 - kRuns;
static_assert(kRuns < 256);

void append_upper(std::string& out, std::string_view letters) {
  for (std::size_t i = 0; i < letters.size();) {
    const analysis::Letter letter = analysis::letter_at(letters, i);
    const char32_t upper = analysis::to_upper(letter.value);
    out.append(analysis::utf8_of({&upper, 1}));
    i += letter.bytes;
  }
}

// Bytes of the first letter, if it is the one that is large.
std::size_t large_part(std::string_view written, bool capitalised) {
  return capitalised && !written.empty() ? analysis::letter_at(written, 0).bytes : 0;
}

class Packer {
 public:
  explicit Packer(std::string_view text) : text_(text) {}

  void take(const Token& token) {
    if (token.span.begin < at_ || token.span.end > text_.size() || token.span.end <= token.span.begin)
      return put(0, Spelling::absent);
    const std::string_view gap = text_.substr(at_, token.span.begin - at_);
    const std::string_view word = text_.substr(token.span.begin, token.span.end - token.span.begin);
    at_ = token.span.end;
    const auto known = std::find(kGaps.begin(), kGaps.end(), gap);
    const Spelling spelling = spelling_of(word, token);
    put(static_cast<unsigned>(known - kGaps.begin()), spelling);
    if (known == kGaps.end()) append_text(out_, gap);
    if (spelling == Spelling::other) append_text(out_, word);
  }

  std::string finish() && {
    end_run();
    out_.append(text_.substr(at_));
    return std::move(out_);
  }

 private:
  Spelling spelling_of(std::string_view word, const Token& token) {
    const std::size_t large = large_part(token->written, token->capitalised);
    const std::string_view small = token->written.substr(large);
    made_.clear();
    append_upper(made_, token->written.substr(0, large));
    if (word.ends_with(small) && word.substr(0, word.size() - small.size()) == made_) return Spelling::as_form;
    append_upper(made_, small);
    return made_ == word ? Spelling::capitals : Spelling::other;
  }

  void put(unsigned gap, Spelling spelling) {
    const unsigned symbol = gap * kSpellings + static_cast<unsigned>(spelling);
    if (symbol == 0) {
      if (++run_ == kLongestRun) end_run();
      return;
    }
    end_run();
    out_.push_back(static_cast<char>(symbol));
  }

  void end_run() {
    if (run_ > 0) out_.push_back(static_cast<char>(kRuns + run_ - 1));
    run_ = 0;
  }

  const std::string_view text_;
  std::size_t at_ = 0;  // all before it is told
  unsigned run_ = 0;
  std::string out_, made_;
};

}  // namespace

std::string beside_words(std::string_view text, const analysis::Tokens& tokens) {
  Packer packer(text);
  for (const Token& token : tokens)
    if (token.width == 1) packer.take(token);
  return std::move(packer).finish();
}

std::string with_words(std::string_view beside, std::span<const StreamWord> words, const Lexicon& lexicon) {
  BytesReader in(beside);
  std::string text;
  unsigned run = 0;
  for (const StreamWord& word : words) {
    if (word.width != 1) continue;
    unsigned symbol = 0;
    if (run > 0) {
      --run;
    } else if (symbol = static_cast<unsigned char>(in.take(1)[0]); symbol >= kRuns) {
      run = symbol - kRuns;
      symbol = 0;
    }
    const auto spelling = static_cast<Spelling>(symbol % kSpellings);
    if (spelling == Spelling::absent) continue;
    const unsigned gap = symbol / kSpellings;
    text.append(gap == kOtherGap ? in.text() : kGaps[gap]);
    if (spelling == Spelling::other) {
      text.append(in.text());
      continue;
    }
    if (word.form >= lexicon.size()) throw BytesError();
    const Form form = lexicon.form(word.form);
    const std::size_t large =
        spelling == Spelling::capitals ? form.written.size() : large_part(form.written, form.capitalised);
    append_upper(text, form.written.substr(0, large));
    text.append(form.written.substr(large));
  }
  if (run > 0) throw BytesError();
  text.append(in.take(in.left()));
  return text;
}

}  // namespace izde::schema
