#pragma once
// Counters of the style sheet (CSS Lists 3, section 4): blocks set them up, count, and what is within them sees them.
#include <string>
#include <string_view>
#include <vector>

#include "style/style.h"

namespace octavo::pages {

// "4", "iv", "d": a number in the form of a list's marks, without what follows it there.
std::string counter_text(style::ListStyle form, int number);

class Counters {
 public:
  // A block begins or ends; what it set up is seen by the blocks after it too, until the one around them ends.
  void enter(const style::Computed& style);
  void leave();

  void set(const std::string& name, int value) { set_up(name, value); }  // of the block begun last
  int value(std::string_view name) const;
  // The counters of this name from the outermost to the innermost.
  std::string all(std::string_view name, std::string_view separator, style::ListStyle form) const;

 private:
  struct Counter {
    std::string name;
    int value = 0, depth = 0;
  };
  Counter* find(std::string_view name);
  void set_up(const std::string& name, int value);

  std::vector<Counter> open_;  // the innermost last
  int depth_ = 0;
};

}  // namespace octavo::pages
