#pragma once
// The rules of @font-face: what their descriptors come to (CSS Fonts 4, section 4).
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "style/parse.h"

namespace octavo::style {

std::vector<std::string> descriptor_names();

// Nothing if the rule has no family or no source; that, and what print does not know, is noted. `css`: the whole sheet. Spans are without
// their file. `begin` and `end`: of the rule's head.
std::optional<FontFace> font_face(const Declarations& declarations, std::string_view css, std::uint32_t begin, std::uint32_t end,
                                  const Notes& notes);

}  // namespace octavo::style
