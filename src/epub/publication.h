#pragma once
// What every file of the publication needs to know of the whole: where each place of the book is, and how a link to it is written.
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/xml.h"
#include "book/book.h"
#include "epub/epub.h"

namespace octavo::epub {

// The names of the files that are not chapters; resolve gives none of them to a chapter.
namespace name {
constexpr std::string_view cover = "cover.xhtml", title = "title.xhtml", navigation = "nav.xhtml", players = "key-players.xhtml",
                           index = "index.xhtml", ncx = "toc.ncx", package = "package.opf";
// Ids of octavo's own end in a dot, which no author's can.
constexpr std::string_view title_id = "title.";
}  // namespace name

// Where a page of the printed edition begins.
struct PrintedPage {
  std::string label;  // "xii", "42"
  std::string file;
  std::string id() const { return "page-" + label + '.'; }
  std::string link() const { return file + '#' + id(); }
};

// Where a chapter, the key players or the index goes on in a further file: before which of the chapter's blocks, before which player or
// entry; in order, none for most.
struct Cuts {
  std::vector<std::vector<std::size_t>> chapters;
  std::vector<std::size_t> players, index;
};

// What a publication is made of. It lives longer than the publication.
struct Source {
  const book::Book& book;
  const book::Folios* folios;  // null where there is no printed edition
  const std::vector<StyleSheet>& sheets;
};

class Publication {
 public:
  explicit Publication(const Source& source, Cuts cuts = {});
  Publication(const Publication&) = delete;  // it points into its own pages

  const book::Book& book() const { return book_; }
  const std::vector<StyleSheet>& sheets() const { return sheets_; }
  const Cuts& cuts() const { return cuts_; }
  std::span<const std::size_t> cuts(book::ChapterId chapter) const;
  std::string chapter_file(book::ChapterId chapter) const;  // its first
  // "index.2.xhtml": the file in which "index.xhtml" goes on for the first time.
  static std::string further_file(std::string_view first, std::size_t part);
  // No slug has a dot in it.
  static std::string part_file(std::size_t part) { return "part.no" + std::to_string(part + 1) + ".xhtml"; }
  static std::string picture_file(std::size_t asset, book::AssetKind kind);

  std::string file_of(book::AnchorId anchor) const;
  // In which of the files of its chapter a note stands, counted from 0.
  std::size_t part_of(const book::Note& note) const;
  // A link to a place: "file.xhtml#id", the file left out where it is the one the link stands in, the fragment where the place is the
  // head of its file.
  std::string link(book::AnchorId anchor, std::string_view from_file) const;
  // The id to write for an anchor, or "" if nothing leads there.
  std::string_view id(book::AnchorId anchor) const;

  // The label of the page on which an anchor is printed, or "".
  std::string_view page_label(book::AnchorId anchor) const { return folios_ ? folios_->label(anchor) : std::string_view(); }
  // The pages of the printed edition, in order, but for those without anything of this one: blank ones, the imprint.
  const std::vector<PrintedPage>& pages() const { return pages_; }
  // Whether a link leads into the block, or a printed page begins in it.
  bool is_entered(const book::Block& block) const;
  // A page that begins in the text of a block or cell, `offset` as in book::TextPlace.
  struct PageMark {
    std::uint32_t offset = 0;
    const PrintedPage* page = nullptr;
  };
  // In order.
  std::span<const PageMark> pages_in(book::BlockId block) const;
  // The page that begins with what opens at the anchor, or null. No anchor stands for the title page.
  const PrintedPage* page_at(book::AnchorId anchor) const;

 private:
  bool is_head(book::AnchorId anchor) const;
  std::string first_file_of(book::AnchorId anchor) const;
  static std::size_t part_of(std::span<const std::size_t> cuts, std::size_t index);
  std::size_t part_of(book::AnchorId anchor) const;
  // All blocks of a chapter, at every depth and in its notes, each with the file of the chapter it is in.
  void each_block_of(book::ChapterId chapter, const std::function<void(const book::Block&, std::size_t)>& on_block) const;
  void find_further_places();
  void number_pages(const book::Folios& folios);
  const book::Book& book_;
  const book::Folios* folios_;
  const std::vector<StyleSheet>& sheets_;
  Cuts cuts_;
  // Of places that are not in the first file of their chapter or back matter: in which they are, counted from 0.
  std::unordered_map<book::AnchorId, std::size_t> further_;
  std::vector<PrintedPage> pages_;
  std::unordered_map<book::BlockId, std::vector<PageMark>> marks_;
  std::unordered_map<book::AnchorId, const PrintedPage*> openings_;
};

// What the package calls the publication: its ISBN as a URN, else its identifier.
std::string identifier(const book::Metadata& metadata);

// The mark of the page that begins here; none if null. EPUB Accessibility 1.1, 4.1.
void write_page_mark(base::XmlWriter& xml, const PrintedPage* page);

// Opens an XHTML content document up to and with <body>; close with finish().
// `language` is the document's own, or "" where it is the book's.
void begin(base::XmlWriter& xml, const Publication& publication, std::string_view title, std::string_view language = "");
std::string finish(base::XmlWriter& xml);

}  // namespace octavo::epub
