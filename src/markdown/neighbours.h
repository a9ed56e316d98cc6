#pragma once
// What blocks mean by standing next to each other.
#include "book/book.h"
#include "markdown/typography.h"

namespace octavo::markdown {

// A picture that stands alone, with its title for a caption.
book::Figure figure(book::Image image, base::Span where, const Typography& typography);

// What a caption begins with that is written as a paragraph. take_mark() takes it off; false where there is none.
inline constexpr std::string_view figure_mark = "Figure: ", table_mark = "Table: ";
bool take_mark(book::Inlines& run, std::string_view mark);

// Within one parent: a caption goes to the picture or table that it belongs to, a file's name to the code below it, and places
// that stand alone to the text that follows, or at the end to that before.
void join_neighbours(book::Blocks& blocks);

// Classes of a listing and of what authors wrap a caption or a file's name in.
inline constexpr std::string_view listing_class = "listing", caption_class = "caption",
                                  file_class = "filename";

}  // namespace octavo::markdown
