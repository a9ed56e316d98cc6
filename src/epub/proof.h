#pragma once
// The proof that nothing in a finished publication leads nowhere. It reads the bytes that will be packed, not the tables they were
// written from.
#include <string>
#include <vector>

#include "epub/epub.h"

namespace octavo::epub {

// One line for each break, none if all is well: every address in content documents, drawings, navigation, package and style sheets
// leads to a file that is there and to an id in it; ids are unique in their file; the manifest names every file once, and the spine
// what is in the manifest. Addresses on the net are left alone.
std::vector<std::string> breaks(const std::vector<NamedFile>& files);

}  // namespace octavo::epub
