#pragma once
// One file per command.
#include "command/command.h"
#include "command/options.h"
#include "diagnostics/diagnostics.h"

namespace octavo::command {

Exit build(const Options& options, World& world);
Exit check(const Options& options, World& world);
Exit fix(const Options& options, World& world);
Exit why(const Options& options, World& world);
Exit explain(const Options& options, World& world);

diagnostics::Severity failing(Threshold threshold);
// Whether something was found that leaves no book to make.
bool is_prevented(const std::vector<diagnostics::Diagnostic>& findings);
Exit verdict(const std::vector<diagnostics::Diagnostic>& findings, Threshold threshold);

}  // namespace octavo::command
