#pragma once
// Paths as text: forward slashes, no file system involved.
#include <string>
#include <string_view>

namespace octavo::base {

// join("a", "b/c") = "a/b/c"; join("", "b") = "b". A slash at the head of `path` never leads out: join("a", "/b") = "a/b".
std::string join(std::string_view folder, std::string_view path);
std::string folder_of(std::string_view path);                      // "a/b.md" -> "a", "b.md" -> "", "/b" -> "/"
std::string name_of(std::string_view path);                        // "a/b.md" -> "b.md"
std::string stem_of(std::string_view path);                        // "a/b.1.md" -> "b.1"
std::string extension_of(std::string_view path);                   // lower case without the dot: "A.PNG" -> "png", "" if none
// Removes "." and "x/..". A path that would leave its start keeps leading "..": normal("a/../../b") = "../b". The start
// itself is "".
std::string normal(std::string_view path);
// Whether a normal path leads above its start: "..", "../b".
bool climbs(std::string_view normal_path);
// The path as seen from the folder, both normal and relative to one place: relative("a/c", "a/b") = "../c".
std::string relative(std::string_view path, std::string_view folder);
// Order for people: runs of digits by value ("2" before "10"), letters by folded code point, folders part by part.
bool natural_less(std::string_view left, std::string_view right);
std::string percent_decoded(std::string_view text);  // malformed escapes stay as they are
// An address as RFC 3986 lets it be written: what is no character of a URI, or a "%" that escapes nothing, becomes %XX; the rest stays.
std::string ascii_uri(std::string_view address);
std::string percent_encoded(std::string_view path);  // RFC 3986: all but unreserved characters and "/" become %XX

}  // namespace octavo::base
