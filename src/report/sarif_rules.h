#pragma once
// octavo itself in SARIF: every rule it knows, in the order of the registry. Private to the room.
#include "base/json.h"

namespace octavo::report {

// The key "tool" and its table (3.18).
void write_sarif_tool(base::JsonWriter& json);

}  // namespace octavo::report
