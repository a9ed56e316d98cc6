#pragma once
// Words that are no part of the book: numbers of lines, labels, a legend. Private to the room.
#include <string_view>
#include <vector>

#include "glyphs/glyphs.h"
#include "pages/page.h"

namespace octavo::sheets {

enum class Side { left, center, right };  // where `at` is

class Words {
 public:
  explicit Words(glyphs::Fonts& fonts);
  // One line in sans serif, its baseline at `at`, as artifacts; gives where it ends.
  float set(std::string_view text, base::Point at, Side side, float size, base::Color color, std::vector<pages::Item>& items);

 private:
  glyphs::Fonts& fonts_;
  glyphs::FontId font_;
};

}  // namespace octavo::sheets
