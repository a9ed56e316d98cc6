#pragma once
// Files that are no pictures, where a note would show them.
#include <string>

namespace octavo::resolve {

// What a book does with such a file and why: "\"Song.mp3\" is a sound, which no page can play; ...". "" if a file
// of that name may be a picture or a note.
std::string why_unsupported(const std::string& path);
// Whether a name ends like that of a picture or of such a file, so that it is surely none of a note.
bool names_file(const std::string& path);

}  // namespace octavo::resolve
