#pragma once
// The style sheets of a book: octavo's own, which are compiled in, then the ones book.toml adds.
#include <string>

#include "base/files.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "style/style.h"

namespace octavo::command {

// An added sheet that cannot be read, or lies outside the book's folder, is a diagnostic (file/unreadable)
// and left out.
style::Cascade print_sheet(const config::Settings& settings, const base::Files& files,
                           diagnostics::Sink& sink);
// What names another file, which no e-book of octavo's holds, is a diagnostic (style/unknown) and left out as well.
std::string epub_sheet(const config::Settings& settings, const base::Files& files, diagnostics::Sink& sink);

}  // namespace octavo::command
