#pragma once
// What the colours of the file mean (ISO 32000-1, 14.11.5): they are sRGB.
#include "pdf/haru.h"

namespace octavo::pdf {

// The catalogue gets an output intent with its profile, as PDF/A asks for (ISO 19005-2, 6.2.3).
void add_output_intent(Document& document);

}  // namespace octavo::pdf
