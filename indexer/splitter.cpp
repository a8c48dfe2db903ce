#include "indexer/splitter.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "analysis/letters.hpp"
#include "analysis/sentences.hpp"
#include "indexer/characters.hpp"

namespace izde::indexer {
namespace {

constexpr std::size_t kFewest = 60;  // words: fewer are joined with their neighbours, where they have any
constexpr std::size_t kMost = 150;   // words: more are cut at a sentence end
constexpr std::size_t kUncut = 250;  // words without a sentence end: more are cut at white space

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

/// Cuts `count` pieces of equal length at white space.
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

std::vector<Piece> sentences_of(std::string_view text) {
  const std::vector<std::size_t> starts = analysis::sentence_starts(text);
  std::vector<Piece> sentences;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    const Piece sentence = piece_of(text.substr(starts[i], end - starts[i]));
    if (sentence.words <= kUncut) {
      if (sentence.words > 0) sentences.push_back(sentence);
    } else {
      for (const Piece& part : cut_at_white_space(sentence)) sentences.push_back(part);
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

/// A long paragraph as pieces of whole sentences.
std::vector<std::string> cut(std::string_view text) {
  const std::vector<Piece> sentences = sentences_of(text);
  std::size_t rest = 0;
  for (const Piece& sentence : sentences) rest += sentence.words;
  std::vector<std::string> pieces;
  std::size_t first = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i > first && is_full(words, sentences[i].words, rest)) {
      pieces.emplace_back(from_to(sentences[first], sentences[i - 1]));
      rest -= words;
      words = 0;
      first = i;
    }
    words += sentences[i].words;
  }
  if (first < sentences.size()) pieces.emplace_back(from_to(sentences[first], sentences.back()));
  return pieces;
}

/// Blocks under one heading and on one page, becoming passages.
class Section {
 public:
  void add(std::string_view block) {
    const std::size_t words = count_words(block);
    if (words == 0) return;
    if (words > kMost) {
      close();
      for (std::string& piece : cut(block)) texts_.push_back(std::move(piece));
      joinable_words_ = 0;
      return;
    }
    if (words_ > 0 && words_ + words > kMost) close();
    text_ += (text_.empty() ? "" : "\n\n") + std::string(trimmed(block));
    words_ += words;
    if (words_ >= kFewest) close();
  }

  std::vector<std::string> finished() {
    close();
    return std::move(texts_);
  }

 private:
  /// What is still short goes with the passage before it, if that is of whole blocks and has room.
  void close() {
    if (words_ == 0) return;
    if (words_ < kFewest && joinable_words_ > 0 && joinable_words_ + words_ <= kMost) {
      texts_.back() += "\n\n" + text_;
      joinable_words_ += words_;
    } else {
      texts_.push_back(text_);
      joinable_words_ = words_;
    }
    text_.clear();
    words_ = 0;
  }

  std::vector<std::string> texts_;
  std::string text_;
  std::size_t words_ = 0;
  std::size_t joinable_words_ = 0;  // words of the last text if it is of whole blocks, else 0
};

bool same_section(const schema::Block& a, const schema::Block& b) { return a.heading == b.heading && a.page == b.page; }

}  // namespace

std::vector<schema::Passage> split(const schema::Document& document) {
  const std::string title(schema::value_of(document.metadata, "title"));
  std::vector<schema::Passage> passages;
  for (auto begin = document.blocks.begin(); begin != document.blocks.end();) {
    const schema::Block& head = *begin;
    Section section;
    for (; begin != document.blocks.end() && same_section(*begin, head); ++begin) section.add(begin->text);
    for (std::string& text : section.finished()) {
      schema::Passage passage;
      passage.document = document.id;
      passage.number = static_cast<std::uint32_t>(passages.size() + 1);
      passage.title = title;
      passage.heading = head.heading;
      passage.page = head.page;
      passage.text = std::move(text);
      passages.push_back(std::move(passage));
    }
  }
  return passages;
}

}  // namespace izde::indexer
