#pragma once
// The command line: options, the pipeline, one file per command.
#include <iosfwd>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/files.h"

namespace octavo::command {

// Everything octavo takes from outside, handed over by main.cpp as one value.
struct World {
  base::Files& files;
  std::ostream& out;
  std::ostream& error;
  bool out_is_terminal = false;
  bool error_is_terminal = false;
  bool color_wanted = false;           // no NO_COLOR; colours still go only to a terminal
  std::string source_date_epoch = "";  // the environment variable, or ""
  bool is_github = false;              // GITHUB_ACTIONS is "true"
  // What need not be given back before the process ends: for a large book that alone would take a tenth of the time.
  std::vector<std::shared_ptr<const void>> kept = {};

  template <class Value>
  Value& keep(Value value) {
    auto pointer = std::make_shared<Value>(std::move(value));
    kept.push_back(pointer);
    return *pointer;
  }
};

enum class Exit : int { done = 0, findings = 1, failure = 2 };

// `arguments` without the program's own name. Never throws.
Exit run(const std::vector<std::string>& arguments, World& world);

}  // namespace octavo::command
