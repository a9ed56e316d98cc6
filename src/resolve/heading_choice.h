#pragma once
// What there is to say of how a link spells a heading or a block that it found.
#include "resolve/outline.h"
#include "resolve/spelling.h"

namespace octavo::resolve {

// `match` is a heading of the note, or its title. Reports heading/ambiguous, link/case and link/punctuation.
void report_heading(const Wording& link, const Outline::Match& match, const book::Chapter& note, diagnostics::Sink& sink);
// Reports link/case.
void report_block(const Wording& link, const book::Block& block, diagnostics::Sink& sink);

}  // namespace octavo::resolve
