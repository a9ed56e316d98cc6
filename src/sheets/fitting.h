#pragma once
// How large pages can be on a sheet. Private to the room.
#include <string>

#include "base/geometry.h"
#include "pages/page.h"

namespace octavo::sheets {

// What holds each of the pages.
base::Size largest_page(const pages::Pages& pages);

base::Size turned(base::Size sheet);  // by a quarter

// By how much pages must be made smaller so that so many go onto the sheet; 1 where they need not. In thousandths.
float scale_to_fit(base::Size page, int columns, int rows, base::Size sheet);

// "12, 13": what stands side by side is called.
void add_label(std::string& all, const std::string& label);

}  // namespace octavo::sheets
