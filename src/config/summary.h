#pragma once
// In goes mdBook's SUMMARY.md, out come the chapters it lists and its parts. Private to the room.
#include "base/files.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"

namespace octavo::config {

// Reads the SUMMARY.md of `settings.source`, which is there. Where it lists no chapter, that is reported and
// the settings stay as they are.
void read_summary(const base::Files& files, Settings& settings, diagnostics::Sink& sink);

}  // namespace octavo::config
