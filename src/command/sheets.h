#pragma once
// The style sheets of a book: octavo's own, which are compiled in, then the ones book.toml adds.
#include <string>

#include "base/files.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "epub/epub.h"
#include "style/style.h"

namespace octavo::command {

// An added sheet that cannot be read, or lies outside the book's folder, is a diagnostic (file/unreadable)
// and left out.
style::Cascade print_sheet(const config::Settings& settings, const base::Files& files,
                           diagnostics::Sink& sink);
// The fonts and pictures that added sheets name come along. What names anything else (a file that is not there, an address on the network,
// another sheet) is a diagnostic (style/unknown) and left out as well.
epub::Looks epub_looks(const config::Settings& settings, const base::Files& files, diagnostics::Sink& sink);

}  // namespace octavo::command
