#pragma once
// What octavo is at, on one line of the terminal that is drawn over and at last wiped away.
#include <ostream>
#include <string_view>

#include "command/command.h"
#include "command/options.h"

namespace octavo::command {

class Progress {
 public:
  // Silent unless standard error is a terminal and the user wants to hear.
  Progress(World& world, Loudness loudness);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(std::string_view what);  // "laying out pages"
  void clear();

 private:
  std::ostream* terminal_;
};

}  // namespace octavo::command
