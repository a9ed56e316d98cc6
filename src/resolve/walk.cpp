#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;

namespace {

class Collector {
 public:
  Collector(const Chapter& chapter, ChapterId id, std::vector<Occurrence>& found)
      : chapter_(chapter),
        id_(id),
        found_(found),
        section_(chapter.anchor),
        note_sections_(chapter.notes.size()) {}

  void collect() {
    in_run(chapter_.title, {});
    in_blocks(chapter_.blocks, Sections::seen);
    in_note_ = true;
    for (std::size_t i = 0; i < chapter_.notes.size(); ++i) {
      section_ = note_sections_[i] ? note_sections_[i] : chapter_.anchor;
      in_blocks(chapter_.notes[i].blocks, Sections::ignored);
    }
  }

 private:
  // A heading in a quote or a list opens no section of the book.
  enum class Sections { seen, ignored };

  void in_blocks(const Blocks& blocks, Sections sections) {
    for (const Block& block : blocks) {
      if (const auto* heading = get_if<Heading>(&block.value); heading && sections == Sections::seen)
        section_ = heading->anchor;
      each_run(block, [&](const Inlines& run) { in_run(run, block.anchor); });
      const bool keeps = holds_alternative<Group>(block.value);
      each_body(block, [&](const Blocks& body) { in_blocks(body, keeps ? sections : Sections::ignored); });
    }
  }

  void in_run(const Inlines& run, AnchorId block) {
    each_inline(run, [&](const Inline& one) {
      if (const auto* link = get_if<Link>(&one.value)) {
        found_.push_back({link, one.where, {link->occurrence, id_, section_, in_note_}, block});
        calls_in(link->content);
        return false;  // what an embed brings into a link's words leads nowhere of its own
      }
      see_call(one);
      return true;
    });
  }
  void calls_in(const Inlines& run) {
    each_inline(run, [&](const Inline& one) {
      see_call(one);
      return true;
    });
  }
  void see_call(const Inline& one) {
    const auto* call = get_if<NoteCall>(&one.value);
    if (!call || !call->note) return;
    AnchorId& section = note_sections_[call->note.index()];
    if (!section) section = section_;
  }

  const Chapter& chapter_;
  ChapterId id_;
  std::vector<Occurrence>& found_;
  AnchorId section_;
  std::vector<AnchorId> note_sections_;
  bool in_note_ = false;
};

}  // namespace

std::vector<Occurrence> occurrences(const Book& book) {
  std::vector<Occurrence> found;
  for (std::size_t i = 0; i < book.chapters.size(); ++i)
    Collector(book.chapters[i], ChapterId(i), found).collect();
  return found;
}

}  // namespace octavo::resolve
