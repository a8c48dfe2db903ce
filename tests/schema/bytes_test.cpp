#include "schema/bytes.hpp"

#include <gtest/gtest.h>

#include <random>

namespace izde::schema {
namespace {

TEST(Bytes, NumbersAndTextsComeBack) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::uint64_t number = random() >> (random() % 64);
    const std::string text(random() % 300, static_cast<char>(random()));
    std::string bytes;
    append_number(bytes, number);
    append_text(bytes, text);
    BytesReader in(bytes);
    EXPECT_EQ(in.number(), number);
    EXPECT_EQ(in.text(), text);
    EXPECT_TRUE(in.done());
  }
}

TEST(Bytes, EveryCutIsNoticed) {
  std::string bytes;
  append_number(bytes, 1u << 20);
  append_text(bytes, "Семей");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    BytesReader in(std::string_view(bytes).substr(0, size));
    EXPECT_THROW(
        {
          in.number();
          in.text();
        },
        BytesError)
        << size;
  }
}

TEST(Bytes, AnEndlessNumberIsRefused) {
  BytesReader in(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 11));
  EXPECT_THROW(in.number(), BytesError);
}

TEST(Bytes, HexHasSixteenDigits) {
  EXPECT_EQ(hex(0), "0000000000000000");
  EXPECT_EQ(hex(0x1234567890abcdefu), "1234567890abcdef");
}

}  // namespace
}  // namespace izde::schema
