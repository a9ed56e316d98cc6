#pragma once
// What was surely meant for a link and is none: what to say of it.
#include "markdown/regions.h"

namespace octavo::markdown {

// "[[Note#See [[Other]]]]"
void report_nested(const Content& content, Region outer, Region inner);
// "[text](My Note.md)", where it looks like one: only what ends like a note or a picture was meant for an address.
void report_spaced_address(const Content& content, Offset begin, Offset end, Offset address);
void report_foreign(const Content& content, Foreign form, Offset begin, Offset end);

}  // namespace octavo::markdown
