#pragma once
// The book and its folios to an EPUB 3.3: named files, then one zip.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "book/book.h"
#include "diagnostics/diagnostics.h"
#include "glyphs/glyphs.h"

namespace octavo::epub {

struct NamedFile {
  std::string path;        // in the container: "EPUB/amazon.xhtml"
  std::string bytes;
  std::string media_type;
};

// How the publication looks.
struct StyleSheet {
  std::string file;   // "style.css"
  std::string css;
  std::string media;  // a media query; "" for all. In the link, because old readers give up a whole sheet that has one inside.
};
struct Looks {
  std::vector<StyleSheet> sheets;  // in the order of the cascade; every document has them all
  std::size_t built_in = 0;        // how many of them, the first, are octavo's own
  std::vector<NamedFile> files;    // what they name: fonts and pictures; paths as the sheets name them
};

// Every file of the publication in the order of the container, `mimetype` apart. `folios` may be null: then there is no PDF to
// take page numbers from. `fonts` are asked only where a cover is drawn. Throws Failure if a picture's file cannot be read, and Mistake if anything in the finished files leads nowhere
// (proof.h).
std::vector<NamedFile> files(const book::Book& book, const book::Folios* folios, const Looks& looks, glyphs::Fonts& fonts,
                             const base::Files& disk, const std::string& root, diagnostics::Sink& sink);

// Where a style sheet names other files: the bytes of `url(...)` or `@import "..."`, and the name as written.
struct CssAddress {
  std::uint32_t begin = 0, end = 0;
  std::string text;
};
std::vector<CssAddress> addresses_in_css(std::string_view css);
// Whether an address has a scheme, or leaves out only that ("//example.org"). RFC 3986, 3.1.
bool is_on_the_net(std::string_view address);

// The container: `mimetype` first and stored, the rest deflated, all dates 1980, so that the same files give the same bytes.
std::string packed(const std::vector<NamedFile>& files);

}  // namespace octavo::epub
