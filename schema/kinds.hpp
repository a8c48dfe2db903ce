// What kind of passage a passage is - whether it states an official act, whether it tells of a happening - and what can
// be read of the act. Found when indexing (indexer/kinds), stored with the passage, shown with a hit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/bytes.hpp"

namespace izde::schema {

enum class PassageKind : std::uint8_t {
  decree,  ///< states, quotes, adopts or annuls an official act: decree, resolution, order, law, …
  event    ///< tells of a happening with its time, and with actors or a place
};
inline constexpr std::size_t kPassageKinds = 2;
inline constexpr std::array<std::string_view, kPassageKinds> kKindNames{"decree", "event"};

/// A kind that a passage is of.
struct KindMark {
  PassageKind kind = PassageKind::decree;
  float confidence = 0;  ///< 0.5..1
  friend bool operator==(const KindMark&, const KindMark&) = default;
};

/// The act a passage is about, as far as it tells. What it does not tell is empty.
struct ActRecord {
  std::string type;                      ///< decree resolution order law regulation appeal protocol circular treaty
                                         ///< constitution other
  std::string number;                    ///< as printed: 253, 17/2
  std::string date;                      ///< Gregorian, EDTF: 1918-06-24, 1920-03
  std::string os_date;                   ///< Old Style where it is told or follows: 1918-06-11
  std::vector<std::string> issuers;      ///< concept ids of the bodies or persons that issued it
  std::vector<std::string> signatories;  ///< concept ids of persons
  std::string title;                     ///< or subject, as far as the title, the heading or quotation marks give it
  friend bool operator==(const ActRecord&, const ActRecord&) = default;
};

// How they stand in a record. What is read throws BytesError where it is not what was written.
void append_kinds(std::string& out, const std::vector<KindMark>& kinds);
std::vector<KindMark> read_kinds(BytesReader& in);
/// "" where there is none.
std::string act_bytes(const std::optional<ActRecord>& act);
std::optional<ActRecord> act_from(std::string_view bytes);

}  // namespace izde::schema
