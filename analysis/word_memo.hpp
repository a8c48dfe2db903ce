// What was found out about words met of late. Most words of a text have been met before, so that what depends on a word
// alone (what it means in a date, how likely its letters are in each language, whether a name begins with it) need not
// be asked of the tables again. Bounded: a new word takes the place of an older one. A memo never changes an answer,
// it only remembers it. One for each thread.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <random>
#include <string_view>
#include <type_traits>
#include <vector>

#include "analysis/token.hpp"

namespace izde::analysis {

/// Some bytes as a number.
template <class Number>
std::uint64_t number_at(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof(number));
  return number;
}

/// Whether two stretches of letters are the same; without a call, since words are short.
inline bool are_same(const char* one, const char* other, std::size_t size) {
  const auto same = [one, other]<class Number>(std::size_t at, Number) {
    return number_at<Number>(one + at) == number_at<Number>(other + at);
  };
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8)
      if (!same(at, std::uint64_t{})) return false;
    return same(size - 8, std::uint64_t{});
  }
  if (size >= 4) return same(0, std::uint32_t{}) && same(size - 4, std::uint32_t{});
  return std::equal(one, one + size, other);
}

/// A number that words and contexts share rarely; the same words give the same with the same seed.
inline std::uint64_t mixed_letters(std::string_view word, std::uint64_t seed) {
  std::uint64_t mixed = seed;
  const auto mix = [&mixed](std::uint64_t bytes) {
    mixed = (mixed ^ bytes) * 0x9E3779B97F4A7C15U;
    mixed ^= mixed >> 29;
  };
  const char* const letters = word.data();
  const std::size_t size = word.size();
  for (std::size_t at = 0; at + 8 < size; at += 8) mix(number_at<std::uint64_t>(letters + at));
  if (size >= 8) {
    mix(number_at<std::uint64_t>(letters + size - 8));
  } else if (size >= 4) {
    mix(number_at<std::uint32_t>(letters) << 32 | number_at<std::uint32_t>(letters + size - 4));
  } else if (size > 0) {
    mix(number_at<std::uint8_t>(letters) << 16 | number_at<std::uint8_t>(letters + size / 2) << 8 |
        number_at<std::uint8_t>(letters + size - 1));
  }
  return mixed * 0xD6E8FEB86659FD93U;
}

/// Tells most words that a table does not hold, without going to the table.
class WordSieve {
 public:
  void add(std::string_view word, std::uint8_t context = 0) { held_.set(place_of(word, context)); }
  /// True for all that were added, and for one word in some hundred that was not.
  bool may_hold(std::string_view word, std::uint8_t context = 0) const { return held_.test(place_of(word, context)); }

 private:
  static constexpr std::size_t kPlaces = std::size_t{1} << 16;
  static std::size_t place_of(std::string_view word, std::uint8_t context) {
    return static_cast<std::size_t>(mixed_letters(word, context) >> 32) % kPlaces;
  }
  std::bitset<kPlaces> held_;
};

/// Memory that is all zero and costs nothing until it is touched: a program that reads one query touches little.
template <class Item>
class ZeroedArray {
 public:
  explicit ZeroedArray(std::size_t count) : memory_(std::calloc(count + 1, sizeof(Item))) {
    if (!memory_) throw std::bad_alloc();
    void* begin = memory_.get();
    std::size_t room = (count + 1) * sizeof(Item);
    items_ = static_cast<Item*>(std::align(alignof(Item), count * sizeof(Item), begin, room));
  }
  Item& operator[](std::size_t at) { return items_[at]; }

 private:
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  std::unique_ptr<void, Free> memory_;
  Item* items_ = nullptr;
};

/// By the letters of a word, which are compared, and a number for whatever else the value depends on. Holds twice as
/// many words as it has shelves.
template <class Value, std::size_t kShelves = std::size_t{1} << 14>
class WordMemo {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  WordMemo() : shelves_(kShelves) {
    std::random_device random;  // so that nobody can prepare words that all stand on one shelf
    seed_ = std::uint64_t{random()} << 32 | random();
  }

  /// Bytes of the longest word that is remembered.
  static constexpr std::size_t kLongest = 62 - sizeof(Value);

  /// Brings the memory of a word that will soon be asked for on its way.
  void expect(std::string_view word, std::uint8_t context) { __builtin_prefetch(&shelves_[shelf_of(word, context)]); }

  /// What make() says of the word, now or when it was met before.
  template <class Make>
  Value get(std::string_view word, std::uint8_t context, const Make& make) {
    if (word.empty() || word.size() > kLongest) return make();
    auto& [first, second] = shelves_[shelf_of(word, context)].places;
    if (first.holds(word, context)) return first.value;
    if (second.holds(word, context)) return second.value;
    const Value made = make();
    second = first;
    first.value = made;
    first.context = context;
    first.size = static_cast<std::uint8_t>(word.size());
    std::copy(word.begin(), word.end(), first.letters.begin());
    return made;
  }

 private:
  struct alignas(64) Place {
    Value value;
    std::uint8_t context;
    std::uint8_t size;  ///< 0: empty
    std::array<char, kLongest> letters;

    bool holds(std::string_view word, std::uint8_t of) const {
      return size == word.size() && context == of && are_same(letters.data(), word.data(), word.size());
    }
  };
  static_assert(sizeof(Place) == 64);
  struct Shelf {
    std::array<Place, 2> places;  ///< the one made last comes first
  };

  std::size_t shelf_of(std::string_view word, std::uint8_t context) const {
    return static_cast<std::size_t>(mixed_letters(word, seed_ ^ context) >> 32) % kShelves;
  }

  ZeroedArray<Shelf> shelves_;
  std::uint64_t seed_ = 0;
};

/// By the faces of a word, which it keeps alive, so that one look at where they lie tells whether they are the same.
template <class Value>
class FacesMemo {
 public:
  FacesMemo() : places_(kPlaces) {}

  /// Brings the memory of faces that will soon be asked for on its way.
  void expect(const SharedFaces& faces) { __builtin_prefetch(&places_[place_of(faces)]); }

  /// What make() says of the faces, now or when they were met before. `owner`: the number of the object that says so.
  template <class Make>
  Value get(std::uint32_t owner, const SharedFaces& faces, const Make& make) {
    Place& place = places_[place_of(faces)];
    if (place.faces.get() == faces.get() && place.owner == owner) return place.value;
    place = {faces, owner, make()};
    return place.value;
  }

 private:
  static constexpr int kShift = 64 - 16;
  static constexpr std::size_t kPlaces = std::size_t{1} << (64 - kShift);

  static std::size_t place_of(const SharedFaces& faces) {
    return static_cast<std::size_t>((reinterpret_cast<std::uintptr_t>(faces.get()) * 0x9E3779B97F4A7C15U) >> kShift);
  }

  struct Place {
    SharedFaces faces;
    std::uint32_t owner = 0;
    Value value{};
  };
  std::vector<Place> places_;
};

/// A number that no other object of the process has asked for; not 0.
inline std::uint32_t new_memo_owner() {
  static std::atomic<std::uint32_t> last{0};
  return ++last;
}

}  // namespace izde::analysis
