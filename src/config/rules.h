#pragma once
// In goes the table [rules] of book.toml, out comes what it says of the rules. Private to the room.
#include "config/reading.h"
#include "diagnostics/diagnostics.h"

namespace octavo::config {

// `"link/case" = "off"`, `"heading/*" = "error"`, and `[[rules.exempt]]` with `rules`, `files` and `links`.
diagnostics::RuleSettings read_rules(const TomlValue& table, Reading& reading, diagnostics::Sink& sink);

}  // namespace octavo::config
