#pragma once
// In goes book.toml, out come the settings it changes. Private to the room.
#include "base/files.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"

namespace octavo::config {

// `settings` holds the root and the defaults, which stay where the file says nothing or something wrong.
void read_book_toml(const base::Files& files, Settings& settings, diagnostics::Sink& sink);

}  // namespace octavo::config
