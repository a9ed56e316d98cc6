#pragma once
// What the machine, not the author, did wrong: a disk that is full, a file that cannot be read, a library that refuses.
// The author's mistakes are diagnostics; our own are asserts.
#include <stdexcept>
#include <string>

namespace octavo::base {

// The one exception type. Thrown anywhere, caught once, in command/. `what()` is a whole message in the house style
// (lower case, no full stop, the situation first), already naming the file it is about.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace octavo::base
