// Numbers as text, the same under every locale.
#pragma once

#include <string>

namespace izde::searcher {

/// With so many digits after the point; "0" for what is not finite.
std::string fixed(double value, int digits);
/// The shortest text that is read as this 32-bit number again, without an exponent.
std::string exact_digits(float value);

}  // namespace izde::searcher
