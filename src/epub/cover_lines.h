#pragma once
// A short text, such as a title, to balanced lines as large as they fit.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::epub {

struct LineBox {
  double width = 0, height = 0;
  int largest = 0, smallest = 0;  // sizes of type
  int most_lines = 0;             // not kept by the smallest size
  double leading = 1;             // from line to line, in sizes of type
};

struct SetLines {
  std::vector<std::string> lines;
  int size = 0;
};

// How wide a text is, in sizes of type.
using Measure = std::function<double(std::string_view text)>;

// Whatever the text, the lines fit the box: a word too long for the smallest size is cut, and what is too
// much for the height ends in an ellipsis. No lines for a text without letters.
SetLines set_in_lines(std::string_view text, const LineBox& box, const Measure& measure);

}  // namespace octavo::epub
