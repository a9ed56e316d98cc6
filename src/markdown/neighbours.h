#pragma once
// What blocks mean by standing next to each other.
#include "book/book.h"
#include "markdown/typography.h"

namespace octavo::markdown {

// A picture that stands alone, with its title for a caption.
book::Figure figure(book::Image image, base::Span where, const Typography& typography);

// Within one parent: a caption goes to the picture above it or the table below it, a file's name to the code below it, and places
// that stand alone to the text that follows, or at the end to that before.
void join_neighbours(book::Blocks& blocks);

// Classes of a listing and of what authors wrap a caption or a file's name in.
inline constexpr std::string_view listing_class = "listing", caption_class = "caption",
                                  file_class = "filename";

}  // namespace octavo::markdown
