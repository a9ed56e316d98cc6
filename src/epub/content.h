#pragma once
// Blocks and inlines of the model as XHTML.
#include <span>
#include <string>
#include <vector>

#include "base/xml.h"
#include "book/book.h"
#include "epub/cuts.h"
#include "epub/publication.h"

namespace octavo::epub {

class Content {
 public:
  // `file`: the name of the file being written. `chapter`: whose notes are called; may be null in back matter.
  Content(const Publication& publication, base::XmlWriter& xml, std::string file, const book::Chapter* chapter)
      : publication_(publication), xml_(xml), file_(std::move(file)), chapter_(chapter) {}

  void write(const book::Blocks& blocks);
  void write(const book::Inlines& inlines);
  // A block of the chapter, as what a file can be cut before.
  void write_unit(const book::Block& block);
  // Those of the chapter's notes that are first called in this file, each with the way back first. They weigh where they are called.
  void write_notes(std::span<const std::size_t> indexes);
  std::vector<Unit> take_units() { return std::move(units_); }
  // A place that something leads to. It is marked where its text begins, by an element of its own without any: Kobo shows what a link
  // leads to in a window if that element holds words, as though it were a note.
  void place(book::AnchorId anchor);
  void write_places();
  void open_link(book::AnchorId target, std::string_view class_name);
  // The text of a block or cell, marked where pages begin in it: all between the two calls, in as many runs as there are.
  void begin_text(book::BlockId block);
  void end_text();
  // The mark of the page that begins at the anchor, if one does.
  void page_mark(book::AnchorId opening) { write_page_mark(xml_, publication_.page_at(opening)); }

 private:
  void write(const book::Block& block);
  void write(const book::Paragraph&, const book::Block&);
  void write(const book::Heading&, const book::Block&);
  void write(const book::List&, const book::Block&);
  void write(const book::Quote&, const book::Block&);
  void write(const book::Callout&, const book::Block&);
  void write(const book::CodeBlock&, const book::Block&);
  void write(const book::Table&, const book::Block&);
  void write(const book::Figure&, const book::Block&);
  void write(const book::SectionBreak&, const book::Block&);
  void write(const book::MathBlock&, const book::Block&);
  void write(const book::Captioned&, const book::Block&);
  void write(const book::DefinitionList&, const book::Block&);
  void write(const book::Group&, const book::Block&);
  void write(const book::Embed&, const book::Block&) {}  // gone after resolve

  void write(const book::Text&);
  void write(const book::Code&);
  void write(const book::LineBreak&);
  void write(const book::Marked&);
  void write(const book::Passage&);
  void write(const book::Link&);
  void write(const book::Image&);
  void write(const book::NoteCall&);
  void write(const book::Math&);
  void write(const book::Tag&);
  void write(const book::NamedPlace&);
  void write(const book::InlineEmbed&) {}  // gone after resolve

  void write_text(book::BlockId block, const book::Inlines& content);  // all the text it has
  // Words that count in book::TextPlace.
  void words(std::string_view text);
  void write_marks_up_to(std::uint32_t offset);

  void id(book::AnchorId anchor);            // of the element just opened
  void language(std::string_view tag);       // written only if it is well-formed
  void direction(std::string_view value);
  void class_names(const std::vector<std::string>& names);
  void write_row(const book::Table& table, const book::Row& row, std::string_view cell);
  void picture(const book::Image& image);

  const Publication& publication_;
  base::XmlWriter& xml_;
  std::string file_;
  const book::Chapter* chapter_;
  std::span<const Publication::PageMark> marks_;      // still to come in the text being written
  std::uint32_t text_offset_ = 0;                     // bytes of it that are written
  std::vector<std::string_view> places_;              // whose text is still to begin
  std::vector<Unit> units_;
  std::size_t unit_ = 0;                              // that is being written
  std::vector<std::size_t> unit_of_note_;             // by the chapter's notes: which calls it first
  bool follows_heading_ = false;
  bool in_link_ = false;                              // links do not nest
  std::vector<const book::NoteCall*> waiting_calls_;  // of notes called in a link's words: they follow it
};

}  // namespace octavo::epub
