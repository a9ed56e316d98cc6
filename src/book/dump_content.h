#pragma once
// The part of a dump that is words and blocks. Private to the room.
#include <string>
#include <string_view>

#include "book/model.h"

namespace octavo::book {

// One line of a dump: a first word and what follows it, each after a space, empty words left out.
class DumpLine {
 public:
  explicit DumpLine(std::string_view first) : text_(first) {}
  DumpLine& add(std::string_view word);
  DumpLine& add(std::string_view name, std::string_view value);  // both, or neither if there is no value
  DumpLine& quote(std::string_view content);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class Dump {
 public:
  explicit Dump(const Book* book) : book_(book) {}  // null where blocks are dumped without their book

  void line(const DumpLine& line) { text_.append(2 * depth_, ' ').append(line.text()).append("\n"); }
  void inside(const auto& what) {
    ++depth_;
    what();
    --depth_;
  }
  // Note calls among the blocks are calls of this chapter's notes.
  void blocks_of(const Chapter& chapter, const Blocks& blocks);
  void blocks(const Blocks& blocks);
  std::string content(const Inlines& inlines) const;
  std::string id(AnchorId anchor) const;            // "#origins", or ""
  std::string place(AnchorId anchor) const;         // "amazon#origins"; "amazon" for the chapter's opening
  std::string short_name(ChapterId chapter) const;  // its number, else its slug, else its path
  std::string take() { return std::move(text_); }

 private:
  void append(std::string& line, const Inlines& content) const;
  void block(const Block& block);
  void row(std::string_view kind, const Row& cells);
  std::string target(const Target& target) const;
  std::string picture(const Image& image) const;

  const Book* book_;
  const Chapter* chapter_ = nullptr;
  std::string text_;
  std::size_t depth_ = 0;
};

}  // namespace octavo::book
