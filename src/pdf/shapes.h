#pragma once
// Fills that are no plain rectangles, as path operators (ISO 32000-1, 8.5): broken rules, tints with round corners, frames. y grows upward
// there; `page_height` is where it begins. The colour and the width of lines are set already.
#include "pages/page.h"
#include "pdf/objects.h"

namespace octavo::pdf {

void write_rule(Tokens& out, const pages::Fill& rule, double page_height);
void write_tint(Tokens& out, const pages::Fill& tint, double page_height);
void write_frame(Tokens& out, const pages::Fill& frame, double page_height);

}  // namespace octavo::pdf
