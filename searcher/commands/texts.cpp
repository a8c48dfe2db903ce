#include "analysis/analyzer.hpp"
#include "analysis/dates/find_dates.hpp"
#include "analysis/detect.hpp"
#include "searcher/commands/commands.hpp"

#include <cstdio>
#include <istream>
#include <ostream>

// The commands that read texts, not an index.
namespace izde::searcher {
namespace {

analysis::Reading reading_for(std::string_view text, std::optional<analysis::Language> language) {
  if (!language) return analysis::detect(text);
  const analysis::Reading detected = analysis::detect(text, *language);
  if (detected.language == *language) return detected;
  for (const analysis::Reading& reading : analysis::Analyzer().readings(text))
    if (reading.language == *language) return reading;
  return {*language, detected.script, analysis::Alphabet::none, false, 0};
}

void print_tokens(std::string_view text, const Options& options, std::ostream& out) {
  for (const analysis::Token& token : analysis::Analyzer().analyze(text, reading_for(text, options.language)))
    out << token->written << '\t' << token->plain << '\t' << token->stem << '\t' << token->key << '\t'
        << token.span.begin << '\t' << token.span.end << '\t' << analysis::code(token->language) << '\n';
  out << '\n' << std::flush;
}

void print_dates(std::string_view text, const Options& options, std::ostream& out) {
  const analysis::Language language = options.language ? *options.language : analysis::detect(text).language;
  for (const analysis::FoundDate& date : analysis::find_dates(text, language)) {
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.2f", static_cast<double>(date.confidence));
    std::string words(text.substr(date.span.begin, date.span.end - date.span.begin));
    for (char& c : words)
      if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    out << date.span.begin << '\t' << date.span.end << '\t' << date.edtf << '\t' << date.os_edtf << '\t'
        << analysis::name(date.kind) << '\t' << confidence << '\t' << words << '\n';
  }
  out << '\n' << std::flush;
}

}  // namespace

int analyze(const Options& options, const Streams& streams) {
  for (const std::string& text : options.texts) print_tokens(text, options, streams.out);
  if (!options.texts.empty()) return 0;
  for (std::string line; std::getline(streams.in, line);) print_tokens(line, options, streams.out);
  return 0;
}

int find_dates(const Options& options, const Streams& streams) {
  for (const std::string& text : options.texts) print_dates(text, options, streams.out);
  if (!options.texts.empty()) return 0;
  for (std::string line; std::getline(streams.in, line);) print_dates(line, options, streams.out);
  return 0;
}

int detect(const Options&, const Streams& streams) {
  for (std::string line; std::getline(streams.in, line);) {
    const analysis::Reading reading = analysis::detect(line);
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.3f", static_cast<double>(reading.confidence));
    streams.out << analysis::code(reading.language) << '\t' << analysis::code(reading.script) << '\t' << confidence
                << '\n'
                << std::flush;
  }
  return 0;
}

}  // namespace izde::searcher
