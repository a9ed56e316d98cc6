#pragma once
// The fonts that a book's own style sheets declare for paper.
#include "base/files.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "glyphs/glyphs.h"
#include "style/style.h"

namespace octavo::command {

// To be called before anything is set. A face of which no source can be used is a diagnostic (style/unknown) for each of them; its text
// then stands in the next family.
void add_own_fonts(const style::Cascade& sheet, const config::Settings& settings, const base::Files& files, glyphs::Fonts& fonts,
                   diagnostics::Sink& sink);

}  // namespace octavo::command
