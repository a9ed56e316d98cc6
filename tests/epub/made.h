#pragma once
// The files of a publication made from notes, by name.
#include <map>
#include <string>

#include "epub/epub.h"
#include "resolve/resolved.h"

namespace octavo::epub {

struct Made {
  resolve::Resolved source;
  std::map<std::string, std::string> files;

  const std::string& operator[](const std::string& name) const { return files.at("EPUB/" + name); }
};

inline Made made(resolve::Resolved source, const book::Folios* folios = nullptr) {
  Made result{std::move(source), {}};
  const Looks looks{.sheets = {{"style.css", "p { margin: 0 }", ""}}, .files = {}};
  glyphs::Fonts fonts;
  for (NamedFile& file : epub::files(result.source.book, folios, looks, fonts, result.source.files, "book", result.source.sink))
    result.files[file.path] = std::move(file.bytes);
  return result;
}
inline Made made(const std::map<std::string, std::string>& notes) { return made(resolve::resolved(notes)); }

}  // namespace octavo::epub
