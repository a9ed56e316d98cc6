#pragma once
// Notes of a book printed by themselves.
#include <string>
#include <vector>

#include "command/pipeline.h"

namespace octavo::command {

// The notes, by paths or names, as a finished book of one section, with the settings that it is printed by; what was found wrong in other
// notes is taken back. Throws Failure if a note is not there, is one of several, or is no chapter.
Resolved handout(Resolved whole, const std::vector<std::string>& names, const World& world, diagnostics::Sink& sink);

}  // namespace octavo::command
