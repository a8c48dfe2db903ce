// Searches an index of Omega's scriptindex as Omega does, with Xapian's QueryParser and Russian stems, and times it.
//   omega_search search FOLDER QUERIES plain|snippets    class<TAB>words; tells milliseconds, a line each
//   omega_search count FOLDER WORDS                      a word a line; tells all documents, then those that have it
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <xapian.h>

static std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at != std::string::npos;) {
    const std::size_t end = text.find(' ', at);
    words.push_back(text.substr(at, end == std::string::npos ? end : end - at));
    at = end == std::string::npos ? end : end + 1;
  }
  return words;
}

static std::string typed(const std::string& kind, const std::vector<std::string>& words) {
  std::string text;
  const std::string between = kind == "or" ? " OR " : kind == "and" || kind == "typed" ? " AND " : " ";
  const std::size_t count = kind == "rare" || kind == "common" ? 1 : words.size();
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : between) + words[i];
  return kind == "phrase" ? '"' + text + '"' : kind == "typed" ? text + "*" : text;
}

static void search(const Xapian::Database& database, const char* queries, bool snippets) {
  Xapian::QueryParser parser;
  parser.set_database(database);
  const Xapian::Stem stemmer("russian");
  parser.set_stemmer(stemmer);
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  const unsigned flags =
      Xapian::QueryParser::FLAG_BOOLEAN | Xapian::QueryParser::FLAG_PHRASE | Xapian::QueryParser::FLAG_WILDCARD;
  std::ifstream lines(queries);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    const auto start = std::chrono::steady_clock::now();
    Xapian::Enquire enquire(database);
    enquire.set_query(parser.parse_query(typed(line.substr(0, tab), split(line.substr(tab + 1))), flags));
    const Xapian::MSet found = enquire.get_mset(0, 10);
    std::size_t read = 0;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      const std::string data = hit.get_document().get_data();
      read += snippets ? found.snippet(data, 300, stemmer).size() : data.size();
    }
    if (read == 1) std::cerr << "";  // so that it is not left out
    std::cout << std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() << '\n';
  }
}

int main(int, char** arguments) try {
  const Xapian::Database database(arguments[2]);
  if (std::string(arguments[1]) == "search") {
    search(database, arguments[3], std::string(arguments[4]) == "snippets");
    return 0;
  }
  std::cout << database.get_doccount() << '\n';
  std::ifstream words(arguments[3]);
  for (std::string word; std::getline(words, word);) std::cout << database.get_termfreq(word) << '\n';
} catch (const Xapian::Error& error) {
  std::cerr << error.get_description() << '\n';
  return 1;
}
