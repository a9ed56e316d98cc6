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

// What stands where a block id would and is none: " ^bad_id", with letters of other scripts or "_" in it. Its place in
// the content, and the nearest id. Nothing for signs that may mean something else, as in "x ^1.5" or "^_^".
struct InvalidId {
  std::size_t begin = 0, end = 0;
  std::string nearest;  // "bad-id"; "" if nothing is left
};
std::optional<InvalidId> invalid_block_id(std::string_view content);

}  // namespace octavo::markdown
