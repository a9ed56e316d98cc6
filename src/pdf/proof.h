#pragma once
// The proof that nothing in a finished document leads nowhere. It reads the objects as they go into the file, not the pages they were
// made from.
#include <functional>
#include <string>
#include <vector>

#include "pdf/objects.h"

namespace octavo::pdf {

// The text of an object by its number, "" if there is none.
using ObjectText = std::function<std::string(Reference)>;

// One line for each break, none if all is well: every link, bookmark and named destination leads to a page of the page tree and to a
// place on its paper, every annotation lies on its page, and the outline's entries hang together.
std::vector<std::string> breaks(Reference catalog, const ObjectText& text_of);

}  // namespace octavo::pdf
