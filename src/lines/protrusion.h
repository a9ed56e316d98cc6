#pragma once
// How far a character hangs out of the measure, as a share of its width, so that the edge looks straight: marks by much, letters and figures
// that touch the edge with little by a little.
#include <cstdint>

namespace octavo::lines {

// Letters only at an edge that is straight for many lines: in a column of figures they would be out of line.
enum class Hanging : std::uint8_t { marks, letters_too };

float hang_at_start(char32_t code_point, Hanging hanging);  // of a line in the order of reading
float hang_at_end(char32_t code_point, Hanging hanging);

}  // namespace octavo::lines
