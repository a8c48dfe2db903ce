// Words asked for in a title or heading (title:съезд): the same expansion, held to that section and its terms.
#pragma once

#include "schema/fields.hpp"
#include "searcher/engine/plan.hpp"
#include "searcher/engine/snapshot.hpp"

#include <cstdint>

namespace izde::searcher {

/// The bit of Atom::sections for a field of FieldKind::section.
std::uint8_t section_bit(const schema::Field& field);

/// Asks for an atom's terms in that section, as frequent as they are there.
void hold_to_section(Atom& atom, const schema::Field& field, const Snapshot& snapshot);

}  // namespace izde::searcher
