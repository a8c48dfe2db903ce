#include "searcher/commands.hpp"
#include "searcher/options.hpp"

#include <exception>
#include <iostream>
#include <stdexcept>

int main(int argc, char** argv) {
  const auto parsed = izde::searcher::parse_options(argc, argv);
  if (!parsed.options) {
    (parsed.exit_code == 0 ? std::cout : std::cerr) << parsed.message;
    return parsed.exit_code;
  }
  std::ios::sync_with_stdio(false);
  try {
    const int code = izde::searcher::run(*parsed.options, {std::cin, std::cout, std::cerr});
    if (std::cout.flush()) return code;
    throw std::runtime_error("the output could not be written in full (is the disk full?)");
  } catch (const std::exception& error) {
    std::cerr << "izde-search: " << error.what() << '\n';
    return 2;
  }
}
