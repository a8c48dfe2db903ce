#include "indexer/splitter.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/letters.hpp"
#include "analysis/sentences.hpp"
#include "analysis/unicode.hpp"
#include "indexer/characters.hpp"

namespace izde::indexer {
namespace {

constexpr std::size_t kFewest = 60;         // words: fewer are joined with their neighbours, where they have any
constexpr std::size_t kMost = 150;          // words: more are cut at a sentence end
constexpr std::size_t kUncut = 250;         // words without a sentence end: more are cut at white space
constexpr std::size_t kLongest = 8U << 10;  // bytes of a passage: words may be of any length, or not be parted at all
constexpr std::size_t kStretch = 1U << 20;  // bytes of a block whose sentences are looked at in one go

using TextSink = std::function<void(std::string)>;

/// A stretch of text and its words.
struct Piece {
  std::string_view text;
  std::size_t words = 0;
};

Piece piece_of(std::string_view text) { return {trimmed(text), count_words(text)}; }

/// The stretch from the beginning of one piece to the end of another of the same text.
std::string_view from_to(const Piece& first, const Piece& last) {
  const char* end = last.text.data() + last.text.size();
  return {first.text.data(), static_cast<std::size_t>(end - first.text.data())};
}

bool is_short_enough(const Piece& piece) { return piece.words <= kUncut && piece.text.size() <= kLongest; }

/// The beginning of the character at or before `at`; `at` itself inside bytes that are no UTF-8.
std::size_t character_begin(std::string_view text, std::size_t at) {
  for (std::size_t back = 0; back <= std::min<std::size_t>(at, 3); ++back) {
    if ((static_cast<unsigned char>(text[at - back]) & 0xC0U) != 0x80) return at - back;
  }
  return at;
}

/// Where to cut a text that is longer than `most` bytes: after white space if there is any not far before, else after a
/// sign that belongs to no word, else between two characters. From 3/4 of `most` to `most`.
std::size_t best_cut(std::string_view text, std::size_t most) {
  const std::size_t latest = character_begin(text, most);
  std::size_t after_sign = 0;
  for (std::size_t at = latest; at > most - most / 4;) {
    const std::size_t before = character_begin(text, at - 1);
    const char32_t letter = analysis::letter_at(text, before).value;
    if (is_white_space(letter)) return at;
    const bool of_word = analysis::is_letter(letter) || analysis::is_digit(letter) || analysis::is_mark(letter);
    if (after_sign == 0 && !of_word) after_sign = at;
    at = before;
  }
  return after_sign > 0 ? after_sign : latest;
}

/// Cuts what has too many bytes into pieces of like length.
std::vector<Piece> cut_to_bytes(const Piece& whole) {
  std::vector<Piece> pieces;
  std::string_view rest = whole.text;
  while (rest.size() > kLongest) {
    const std::size_t count = (rest.size() + kLongest - 1) / kLongest;
    const std::size_t end = best_cut(rest, (rest.size() + count - 1) / count);
    pieces.push_back(piece_of(rest.substr(0, end)));
    rest.remove_prefix(end);
  }
  pieces.push_back(pieces.empty() ? whole : piece_of(rest));
  return pieces;
}

/// Cuts what has too many words into pieces of equal length at white space.
std::vector<Piece> cut_at_white_space(const Piece& whole) {
  const std::size_t count = (whole.words + kUncut - 1) / kUncut;
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < whole.text.size();) {
    const analysis::Letter letter = analysis::letter_at(whole.text, at);
    const bool space = is_white_space(letter.value);
    if (!space && !inside) {
      if (words == (pieces.size() + 1) * whole.words / count) {
        pieces.push_back(piece_of(whole.text.substr(begin, at - begin)));
        begin = at;
      }
      ++words;
    }
    inside = !space;
    at += letter.bytes;
  }
  pieces.push_back(piece_of(whole.text.substr(begin)));
  return pieces;
}

/// Sentences, and pieces of those that are too long.
std::vector<Piece> sentences_of(std::string_view text) {
  const std::vector<std::size_t> starts = analysis::sentence_starts(text);
  std::vector<Piece> sentences;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    const Piece sentence = piece_of(text.substr(starts[i], end - starts[i]));
    if (sentence.words == 0) continue;
    if (is_short_enough(sentence)) {
      sentences.push_back(sentence);
      continue;
    }
    for (const Piece& part : cut_at_white_space(sentence)) {
      for (const Piece& piece : cut_to_bytes(part)) {
        if (piece.words > 0) sentences.push_back(piece);
      }
    }
  }
  return sentences;
}

/// Whether a piece of `words` is better without the next sentence: nearer to the size that divides the rest evenly.
bool is_full(std::size_t words, std::size_t next, std::size_t rest) {
  if (words + next > kUncut) return true;
  if (words < kFewest) return false;
  if (words + next > kMost) return true;
  const std::size_t pieces = std::max<std::size_t>((rest + kMost - 1) / kMost, 1);
  const std::size_t aim = rest / pieces;
  return words + next > aim && words + next - aim > (aim > words ? aim - words : 0);
}

/// A stretch of a long paragraph as pieces of whole sentences.
void cut_stretch(std::string_view text, const TextSink& sink) {
  const std::vector<Piece> sentences = sentences_of(text);
  std::size_t rest = 0;
  for (const Piece& sentence : sentences) rest += sentence.words;
  std::size_t first = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const bool too_long = from_to(sentences[first], sentences[i]).size() > kLongest;
    if (i > first && (too_long || is_full(words, sentences[i].words, rest))) {
      sink(std::string(from_to(sentences[first], sentences[i - 1])));
      rest -= words;
      words = 0;
      first = i;
    }
    words += sentences[i].words;
  }
  if (first < sentences.size()) sink(std::string(from_to(sentences[first], sentences.back())));
}

void cut(std::string_view text, const TextSink& sink) {
  while (text.size() > kStretch) {
    const std::size_t end = best_cut(text, kStretch);
    cut_stretch(text.substr(0, end), sink);
    text.remove_prefix(end);
  }
  cut_stretch(text, sink);
}

/// Blocks under one heading and on one page, becoming texts of passages.
class Section {
 public:
  explicit Section(const TextSink& sink) : sink_(sink) {}

  void add(std::string_view block) {
    const std::size_t words = count_words(block);
    if (words == 0) return;
    const std::string_view text = trimmed(block);
    if (words > kMost || text.size() > kLongest) {
      finish();
      cut(text, sink_);
      return;
    }
    if (words_ > 0 && !has_room(text_, words_, {text, words})) close();
    join(text_, text);
    words_ += words;
    if (words_ >= kFewest) close();
  }

  /// Gives away all there is; more may be added, but not to that.
  void finish() {
    close();
    give_closed();
  }

 private:
  static constexpr std::string_view kBlankLine = "\n\n";

  static bool has_room(std::string_view text, std::size_t words, const Piece& more) {
    return words + more.words <= kMost && text.size() + kBlankLine.size() + more.text.size() <= kLongest;
  }

  static void join(std::string& text, std::string_view more) {
    text.append(text.empty() ? "" : kBlankLine).append(more);
  }

  /// What is still short goes with the text before it, if that has room.
  void close() {
    if (words_ == 0) return;
    if (words_ < kFewest && closed_words_ > 0 && has_room(closed_, closed_words_, {text_, words_})) {
      join(closed_, text_);
      closed_words_ += words_;
    } else {
      give_closed();
      closed_ = std::move(text_);
      closed_words_ = words_;
    }
    text_.clear();
    words_ = 0;
  }

  void give_closed() {
    if (closed_words_ > 0) sink_(std::move(closed_));
    closed_.clear();
    closed_words_ = 0;
  }

  const TextSink& sink_;
  std::string text_;  // blocks joined so far
  std::size_t words_ = 0;
  std::string closed_;  // the text before, kept for a short rest to join it
  std::size_t closed_words_ = 0;
};

}  // namespace

void split(schema::Document&& document, const std::function<void(schema::Passage)>& sink) {
  const std::string title(schema::value_of(document.metadata, "title"));
  std::vector<schema::Block> blocks = std::move(document.blocks);
  document.blocks.clear();
  std::uint32_t number = 0;
  for (auto block = blocks.begin(); block != blocks.end();) {
    const std::string heading = std::move(block->heading);
    const std::string page = std::move(block->page);
    const TextSink pass_on = [&](std::string text) {
      schema::Passage passage;
      passage.document = document.id;
      passage.number = ++number;
      passage.title = title;
      passage.heading = heading;
      passage.page = page;
      passage.text = std::move(text);
      sink(std::move(passage));
    };
    Section section(pass_on);
    do {
      section.add(std::exchange(*block, {}).text);
      ++block;
    } while (block != blocks.end() && block->heading == heading && block->page == page);
    section.finish();
  }
}

std::vector<schema::Passage> split(const schema::Document& document) {
  std::vector<schema::Passage> passages;
  split(schema::Document(document), [&](schema::Passage passage) { passages.push_back(std::move(passage)); });
  return passages;
}

}  // namespace izde::indexer
