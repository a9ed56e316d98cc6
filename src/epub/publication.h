#pragma once
// What every file of the publication needs to know of the whole: where each place of the book is, and how a link to it is written.
#include <string>
#include <string_view>

#include "base/xml.h"
#include "book/book.h"

namespace octavo::epub {

// The names of the files that are not chapters; resolve gives none of them to a chapter.
namespace name {
constexpr std::string_view cover = "cover.xhtml", title = "title.xhtml", navigation = "nav.xhtml", players = "key-players.xhtml",
                           index = "index.xhtml", ncx = "toc.ncx", style = "style.css", package = "package.opf";
// Ids of octavo's own end in a dot, which no author's can.
constexpr std::string_view title_id = "title.";
}  // namespace name

// How the name of a picture's file ends, with the dot.
std::string_view ending(book::AssetKind kind);

class Publication {
 public:
  explicit Publication(const book::Book& book) : book_(book) {}

  const book::Book& book() const { return book_; }
  std::string chapter_file(book::ChapterId chapter) const;
  // No slug has a dot in it.
  static std::string part_file(std::size_t part) { return "part." + std::to_string(part + 1) + ".xhtml"; }
  static std::string picture_file(std::size_t asset, book::AssetKind kind);

  std::string file_of(book::AnchorId anchor) const;
  // A link to a place: "file.xhtml#id", the file left out where it is the one the link stands in, the fragment where the place is the
  // head of its file.
  std::string link(book::AnchorId anchor, std::string_view from_file) const;
  // The id to write for an anchor, or "" if nothing leads there.
  std::string_view id(book::AnchorId anchor) const;

 private:
  bool is_head(book::AnchorId anchor) const;
  const book::Book& book_;
};

// What the package calls the publication: its ISBN as a URN, else its identifier.
std::string identifier(const book::Metadata& metadata);

// Opens an XHTML content document up to and with <body>; close with finish().
void begin(base::XmlWriter& xml, const book::Metadata& metadata, std::string_view title);
std::string finish(base::XmlWriter& xml);

}  // namespace octavo::epub
