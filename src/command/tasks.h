#pragma once
// One file per command.
#include "command/command.h"
#include "command/options.h"
#include "diagnostics/diagnostics.h"

namespace octavo::command {

Exit build(const Options& options, World& world);
Exit check(const Options& options, World& world);

Exit verdict(const diagnostics::Sink& sink, Threshold threshold);

}  // namespace octavo::command
