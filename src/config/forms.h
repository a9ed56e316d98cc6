#pragma once
// What an ISBN, a date, a language tag, an identifier and a role look like. Private to the room.
#include <optional>
#include <string>
#include <string_view>

namespace octavo::config {

// Text for people, alike in every format: what no XML can hold, such as control characters, is a blank, and there is no white space at its ends.
std::string plain(std::string_view text);
// The 13 digits without hyphens and spaces; nothing unless there are 13, they begin with 978 or 979 and the
// check digit is right.
std::optional<std::string> isbn_digits(std::string_view written);
// A year, a month or a day that exists: "2024", "2024-05", "2024-05-17".
bool is_date(std::string_view text);
// The first moment of a date: "2024-05" gives "2024-05-01T00:00:00Z".
std::string first_moment(std::string_view date);
// A scheme, a colon and something after it, without white space (RFC 3986).
bool is_uri(std::string_view text);
// What an EPUB can be said to conform to, as EPUB Accessibility 1.1, 4.1.2 wants it written.
bool is_conformance(std::string_view text);
// A MARC relator code: three small letters.
bool is_role(std::string_view code);
// Usable as a file's name on any system, and no way into another folder.
bool is_file_name(std::string_view name);

}  // namespace octavo::config
