#pragma once
// `> [!kind]+ title`: the first line of a quote that is a callout.
#include <optional>
#include <string>
#include <string_view>

#include "book/book.h"

namespace octavo::markdown {

struct CalloutHead {
  std::string kind;  // lower case
  book::Fold fold = book::Fold::none;
  std::size_t title = 0;  // the stretch of the content that is the title; empty if there is none
  std::size_t title_end = 0;
  std::size_t body = 0;  // where the content below the head begins
};

// Of the content of a quote's first paragraph.
std::optional<CalloutHead> callout_head(std::string_view content);
// What a callout without a title is headed with: "Note".
std::string callout_title(std::string_view kind);

}  // namespace octavo::markdown
