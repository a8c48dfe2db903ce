// What words around a date make of it: the beginning of 1918, before 1917, after 1920, about 1912.
#pragma once

#include <cstdint>

#include "analysis/dates/find_dates.hpp"

namespace izde::analysis::dates {

enum class Part : std::uint8_t { beginning = 1, middle, end, first_half, second_half };
enum class Limit : std::uint8_t { before, after, about };

/// The part of a month, year, decade or century; other dates come back as they are.
FoundDate part_of(FoundDate date, Part part);

/// Up to, from or near a date, itself included. Of a part or a set of years nothing is made.
FoundDate limited(FoundDate date, Limit limit);

}  // namespace izde::analysis::dates
