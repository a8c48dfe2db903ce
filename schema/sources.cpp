#include "schema/sources.hpp"

#include "schema/bytes.hpp"

namespace izde::schema {
namespace {

constexpr std::size_t kMost = 4096;

std::size_t beginning_of(std::string_view path) {
  const std::size_t last = path.find_last_not_of("0123456789");
  if (last != std::string_view::npos && path[last] == ':' && last + 1 < path.size()) return last + 1;
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? 0 : slash + 1;
}

}  // namespace

Sources::Path Sources::apart(std::string_view path) {
  const std::size_t size = beginning_of(path);
  if (size == 0) return {0, path};
  const std::string beginning(path.substr(0, size));
  auto known = numbers_.find(beginning);
  if (known == numbers_.end()) {
    if (beginnings_.size() == kMost) return {0, path};
    beginnings_.push_back(beginning);
    known = numbers_.emplace(beginning, static_cast<std::uint32_t>(beginnings_.size())).first;
  }
  return {known->second, path.substr(size)};
}

std::string Sources::together(Path path) const {
  if (path.source > beginnings_.size()) throw BytesError();
  const std::string beginning = path.source == 0 ? std::string() : beginnings_[path.source - 1];
  return beginning + std::string(path.rest);
}

std::string Sources::bytes() const {
  std::string out;
  for (const std::string& beginning : beginnings_) append_text(out, beginning);
  return out;
}

Sources Sources::from_bytes(std::string_view bytes) {
  Sources sources;
  BytesReader in(bytes);
  while (!in.done()) {
    sources.beginnings_.emplace_back(in.text());
    sources.numbers_.emplace(sources.beginnings_.back(), static_cast<std::uint32_t>(sources.beginnings_.size()));
  }
  return sources;
}

}  // namespace izde::schema
