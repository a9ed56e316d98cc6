#pragma once
// How far punctuation hangs out of the measure, as a share of its width, so that the edge looks straight.
namespace octavo::lines {

float hang_at_start(char32_t code_point);  // of a line in the order of reading
float hang_at_end(char32_t code_point);

}  // namespace octavo::lines
