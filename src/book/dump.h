#pragma once
// The book as indented text, one line a block or inline: what expected results of tests are compared with.
#include <string>

#include "book/model.h"

namespace octavo::book {

std::string dump(const Blocks& blocks);
std::string dump(const Book& book);  // metadata, contents, chapters, key players, index

}  // namespace octavo::book
