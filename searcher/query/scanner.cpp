#include "analysis/unicode.hpp"
#include "searcher/query/date_range.hpp"
#include "searcher/query/lexeme.hpp"
#include "searcher/query/quotes.hpp"
#include "searcher/query/signs.hpp"
#include "searcher/query/word_form.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace izde::searcher {
namespace {

constexpr std::size_t kMostWords = 1024;
constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostDiagnostics = 16;  // a page of binary is not worth more words
constexpr std::uint32_t kNear = 10;
constexpr std::uint32_t kFarthest = 1000;

std::optional<DateEnd> date_end(std::string_view name) {
  if (name == "date") return DateEnd::both;
  if (name == "from") return DateEnd::first;
  if (name == "to") return DateEnd::last;
  return std::nullopt;
}

std::optional<Lexeme::Kind> operator_named(std::string_view word) {
  if (word == "AND") return Lexeme::Kind::and_;
  if (word == "OR") return Lexeme::Kind::or_;
  if (word == "NOT") return Lexeme::Kind::not_;
  if (word == "NEAR") return Lexeme::Kind::near;
  return std::nullopt;
}

std::size_t words_in(const Node& node) {
  if (node.op == Operator::field) return words_in(node.children.front());
  if (node.op != Operator::phrase) return 1;
  return static_cast<std::size_t>(std::count(node.text.begin(), node.text.end(), ' ')) + 1;
}

/// Reads the query from left to right; every scan_… consumes at least one sign, or says false and consumes none.
class Scanner {
 public:
  Scanner(std::string_view query, const std::vector<std::string>& fields)
      : text_(read_query_text(query)), quotes_(text_.signs), fields_(fields) {}

  Lexemes run() {
    if (text_.repaired) say(0, text_.signs.size(), "Bytes that are not UTF-8 were read as spaces.");
    while (at_ < text_.signs.size() && !full_) scan();
    close_all();
    return std::move(out_);
  }

 private:
  void scan() {
    const char32_t c = text_[at_];
    if (starts_word(text_, at_)) {
      if (!scan_field(at_)) scan_word();
    } else if (is_quotation_mark(c)) {
      scan_quotation();
    } else if (c == '(') {
      open("", at_);
    } else if (c == ')') {
      close();
    } else if (c == '=' && starts_operand(at_)) {
      scan_exact();
    } else if ((c == '+' || c == '-') && after_gap(at_) && starts_operand(at_ + 1) && !is_inside_designation(at_)) {
      emit(c == '+' ? Lexeme::Kind::plus : Lexeme::Kind::minus, at_, at_ + 1);
      ++at_;
    } else if (is_wildcard(c)) {
      while (is_wildcard(text_[at_])) ++at_;  // as a whole, or starts_word() would look at a long run again and again
    } else {
      ++at_;
    }
  }

  bool after_gap(std::size_t at) const { return at == 0 || is_blank(text_[at - 1]) || text_[at - 1] == '('; }

  /// The hyphen of a name that was typed apart, S -400 or Su -57: one or two letters, the first a capital, and a
  /// number.
  bool is_inside_designation(std::size_t at) const {
    if (at < 2 || text_[at] != '-' || !analysis::is_digit(text_[at + 1])) return false;
    std::size_t begin = at - 1;
    while (begin > 0 && is_word_sign(text_[begin - 1]) && at - begin < 4) --begin;
    const std::size_t letters = at - 1 - begin;
    return letters >= 1 && letters <= 2 && analysis::is_upper(text_[begin]) && !analysis::is_digit(text_[at - 2]);
  }

  /// Whether an operand begins at `at`, so that a sign before it means something.
  bool starts_operand(std::size_t at) const {
    if (starts_word(text_, at) || text_[at] == '(' || quotes_.partner(at)) return true;
    const bool in_front = after_gap(at) || text_[at - 1] == '+' || text_[at - 1] == '-';
    return text_[at] == '=' && in_front && starts_word(text_, at + 1);
  }

  void scan_word() {
    const std::size_t begin = at_;
    WordForm word = read_word(text_, begin, false);
    at_ = word.end;
    const auto kind = word.node.op == Operator::word ? operator_named(word.node.text) : std::nullopt;
    if (kind) return scan_operator(*kind, begin);
    explain_colon(begin, word.node);
    complain(begin, word);
    emit(std::move(word.node), begin);
  }

  void scan_exact() {
    const std::size_t begin = at_;
    if (scan_field(begin + 1)) return say(begin, begin + 1, "= is ignored before a field; write title:=word.");
    WordForm word = read_word(text_, begin + 1, true);
    at_ = word.end;
    complain(begin, word);
    emit(std::move(word.node), begin);
  }

  /// AND, OR, NOT, NEAR, and the number after NEAR/.
  void scan_operator(Lexeme::Kind kind, std::size_t begin) {
    std::uint32_t distance = kNear;
    if (kind == Lexeme::Kind::near && text_[at_] == '/' && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
      distance = 0;
      for (++at_; text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
        distance = std::min(distance * 10 + static_cast<std::uint32_t>(text_[at_] - '0'), kFarthest + 1);
      }
      if (distance > kFarthest) {
        distance = kFarthest;
        say(begin, at_, "NEAR reaches over 1000 words at most.");
      }
    }
    emit(kind, begin, at_);
    out_.row.back().distance = distance;
  }

  void scan_quotation() {
    const std::size_t begin = at_;
    std::optional<Node> phrase = read_quotation();
    if (!phrase) return;
    if (phrase->op == Operator::nothing) return say(begin, at_, "There is no word between these quotation marks.");
    emit(std::move(*phrase), begin);
  }

  /// The phrase at the quotation mark here; a mark without partner is skipped. `nothing` if no word is in it.
  std::optional<Node> read_quotation() {
    const std::optional<std::size_t> partner = quotes_.partner(at_);
    const std::size_t begin = at_++;
    if (!partner) {
      if (quotes_.opens(begin)) {
        say(begin, at_, "This quotation mark has no partner; the words after it are searched one by one.");
      }
      return std::nullopt;
    }
    Node phrase = phrase_between(text_, begin + 1, *partner);
    phrase.quotes_name = text_[begin] == U'«' || text_[begin] == U'„';
    at_ = *partner + 1;
    if (phrase.text.find('*') != std::string::npos) {
      say(begin, at_, "Between quotation marks * is not a wildcard.");
    }
    if (text_[at_] == '~') {
      const std::size_t tilde = at_++;
      while (text_[at_] >= '0' && text_[at_] <= '9') ++at_;
      say(tilde, at_, "~ after a quotation is not understood; for words near each other write a NEAR/5 b.");
    }
    return phrase;
  }

  /// Letters, digits and _ before a colon, in lower case, or "".
  std::string name_before_colon(std::size_t at) const {
    std::string name;
    for (; text_[at] < 0x80 && (is_word_start(text_[at]) || text_[at] == '_'); ++at) {
      name += static_cast<char>(std::tolower(static_cast<int>(text_[at])));
    }
    return text_[at] == ':' ? name : "";
  }

  bool is_field(std::string_view name) const {
    return date_end(name) || std::find(fields_.begin(), fields_.end(), name) != fields_.end();
  }

  /// field:value, field:"a phrase", field:( and the dates, the name being at `name_at`.
  bool scan_field(std::size_t name_at) {
    const std::string name = in_field() ? "" : name_before_colon(name_at);
    if (name.empty() || !is_field(name)) return false;
    const std::size_t begin = at_;
    const std::size_t value = name_at + name.size() + 1;
    if (const auto end = date_end(name)) return scan_date(*end, begin, value);
    if (text_[value] == '(') {
      at_ = value;
      open(name, begin);
      return true;
    }
    Node field;
    field.op = Operator::field;
    field.field = name;
    std::optional<Node> child = read_operand_of_field(begin, value);
    if (!child) return false;
    if (child->op == Operator::nothing) return true;
    field.children.push_back(std::move(*child));
    emit(std::move(field), begin);
    return true;
  }

  /// Nothing if no value stands here (and nothing is consumed); a `nothing` node for an empty quotation.
  std::optional<Node> read_operand_of_field(std::size_t begin, std::size_t value) {
    if (quotes_.partner(value)) {
      at_ = value;
      std::optional<Node> phrase = read_quotation();
      if (!phrase) return std::nullopt;
      if (phrase->op == Operator::nothing) say(begin, at_, "There is no word between these quotation marks.");
      phrase->span = text_.span(value, at_);
      return phrase;
    }
    if (!starts_value(text_, value)) return std::nullopt;
    WordForm word = read_value(text_, value);
    if (word.node.op == Operator::nothing) return std::nullopt;
    at_ = word.end;
    complain(begin, word);
    word.node.span = text_.span(value, at_);
    return word.node;
  }

  bool scan_date(DateEnd end, std::size_t begin, std::size_t value) {
    std::string typed;
    if (text_[value] == '(') {
      at_ = value;
      say(begin, at_, "date:, from: and to: take one date or range; for several write date:1917 OR date:1919.");
      return true;
    }
    if (const auto partner = quotes_.partner(value)) {
      typed = text_.text(value + 1, *partner);
      at_ = *partner + 1;
    } else {
      if (!starts_value(text_, value)) return false;
      const WordForm word = read_value(text_, value);
      if (word.node.op == Operator::nothing) return false;
      typed = word.node.text;
      at_ = word.end;
    }
    const std::optional<std::string> range = date_range(typed, end);
    if (!range) {
      say(begin, at_,
          "“" + typed +
              (is_beyond_years(typed, end) ? "” is left out, since years go from 1 to 2100; "
                                           : "” is not a date and is left out; ") +
              "write 1917, 1917-12, 1917-12-05, 1917..1918-06 or os:1917-12-05 for Old Style.");
      return true;
    }
    Node date;
    date.op = Operator::date;
    date.text = *range;
    emit(std::move(date), begin);
    return true;
  }

  /// Says why a colon was not taken for a field's.
  void explain_colon(std::size_t begin, const Node& word) {
    const std::string name = name_before_colon(begin);
    if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return;
    const std::size_t after = begin + name.size() + 1;
    if (in_field()) {
      if (is_field(name)) say(begin, at_, "Inside the brackets of a field there can be no other field.");
      return;
    }
    if (is_field(name)) {
      return say(begin, after, "For a field no space may follow the colon, as in " + name + ":value.");
    }
    const bool meant = word.text.find(':') != std::string::npos || quotes_.partner(after) || text_[after] == '(';
    if (!meant) return;
    std::string known;
    for (const std::string& field : fields_) known += field + ", ";
    say(begin, after,
        "“" + name + "” is not a field, so it is read as a word; the fields are " + known + "date, from and to.");
  }

  bool in_field() const {
    return std::any_of(open_.begin(), open_.end(), [](const Open& bracket) { return bracket.is_field; });
  }

  void open(const std::string& field, std::size_t begin) {
    ++at_;
    if (open_.size() == kDeepest) {
      if (too_deep_++ == 0) say(begin, at_, "Brackets more than 64 deep are ignored.");
      return;
    }
    emit(Lexeme::Kind::open, begin, at_);
    out_.row.back().field = field;
    open_.push_back({text_.span(begin, at_), !field.empty()});
  }

  void close() {
    const std::size_t begin = at_++;
    if (too_deep_ > 0) {
      --too_deep_;
    } else if (open_.empty()) {
      say(begin, at_, "This closing bracket has no partner and is ignored.");
    } else {
      open_.pop_back();
      emit(Lexeme::Kind::close, begin, at_);
    }
  }

  void close_all() {
    for (; !open_.empty(); open_.pop_back()) {
      if (!full_)
        out_.diagnostics.push_back({open_.back().span, "This bracket is not closed; it is taken to reach to the end."});
      emit(Lexeme::Kind::close, at_, at_);
    }
  }

  void emit(Lexeme::Kind kind, std::size_t begin, std::size_t end) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.span = text_.span(begin, end);
    out_.row.push_back(std::move(lexeme));
  }

  void emit(Node node, std::size_t begin) {
    words_ += words_in(node);
    if (words_ > kMostWords) {
      full_ = true;
      out_.diagnostics.push_back(
          {text_.span(begin, text_.signs.size()), "A query holds at most 1024 words; the rest is left out."});
      return;
    }
    emit(Lexeme::Kind::operand, begin, at_);
    node.span = out_.row.back().span;
    out_.row.back().node = std::move(node);
  }

  void say(std::size_t begin, std::size_t end, std::string message) {
    if (out_.diagnostics.size() < kMostDiagnostics)
      out_.diagnostics.push_back({text_.span(begin, end), std::move(message)});
  }

  void complain(std::size_t begin, const WordForm& word) {
    if (!word.complaint.empty()) say(begin, word.end, word.complaint);
  }

  struct Open {
    analysis::Span span;
    bool is_field;
  };

  QueryText text_;
  QuotePairs quotes_;
  const std::vector<std::string>& fields_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  std::size_t too_deep_ = 0;  // brackets beyond the deepest that are open
  std::size_t words_ = 0;
  bool full_ = false;
  Lexemes out_;
};

}  // namespace

Lexemes scan(std::string_view query, const std::vector<std::string>& fields) { return Scanner(query, fields).run(); }

}  // namespace izde::searcher
