#pragma once
// In go the settings an Obsidian vault carries along, out come those that a book can follow. Private to the
// room.
#include "base/files.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"

namespace octavo::config {

// `.obsidian/app.json`, and `site-options.json` of a site made by Obsidian Publish. Nothing changes where the
// root is no vault.
void read_obsidian(const base::Files& files, Settings& settings, diagnostics::Sink& sink);

}  // namespace octavo::config
