#pragma once
// What authors write behind a text and do not want printed: {#id .class} behind a heading, ^id behind a
// block.
#include <optional>
#include <string>
#include <string_view>

namespace octavo::markdown {

// Cuts "{#id}" off the end of a heading's content and returns the id, "" if the braces hold none. Nothing if
// there are no such braces.
std::optional<std::string> cut_attributes(std::string_view& content);

// Cuts " ^id" off the end of a block's content, where white space or nothing stands before it, and returns
// "id", or "".
std::string cut_block_id(std::string_view& content);

}  // namespace octavo::markdown
