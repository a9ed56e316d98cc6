#pragma once
// The arguments of the command line to what is to be done.
#include <string>
#include <variant>
#include <vector>

#include "command/command.h"

namespace octavo::command {

enum class Task { build, check };
enum class Outputs { both, epub, pdf };
enum class Threshold { error, warning };  // from which severity a finding makes the run fail
enum class Loudness { normal, quiet };

struct Options {
  Task task = Task::build;
  std::string path = ".";
  std::string folder;  // of the output; "": `out` inside the book's folder
  Outputs outputs = Outputs::both;
  Threshold threshold = Threshold::error;
  Loudness loudness = Loudness::normal;
};

// Nothing is to be done: the text is what was asked for, or says what is wrong with the question.
struct Answer {
  Exit exit = Exit::done;
  std::string text;
};

std::variant<Options, Answer> options(const std::vector<std::string>& arguments);

}  // namespace octavo::command
