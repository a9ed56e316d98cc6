// Footnotes are numbered by their first calls, chapter by chapter with all that is nested in it, and through the whole of a handout. One
// that nobody calls is left out.
#include <unordered_map>

#include "base/unicode.h"
#include "resolve/anchors.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

namespace {

class ChapterNotes {
 public:
  ChapterNotes(Book& book, ChapterId chapter, AnchorMaker& anchors, std::size_t& count)
      : book_(book),
        chapter_(book.chapters[chapter.index()]),
        id_(chapter),
        anchors_(anchors),
        count_(count) {
    for (std::size_t i = 0; i < chapter_.notes.size(); ++i)
      by_label_.emplace(base::folded(chapter_.notes[i].label), Known{i, {}});
  }

  void settle() {
    settle_calls(chapter_.title);
    settle_calls(chapter_.blocks);
    // Notes called in notes come after those called in the text; the list grows while it is read.
    for (std::size_t i = 0; i < called_.size(); ++i) {
      Blocks blocks = std::move(called_[i].blocks);
      settle_calls(blocks);
      called_[i].blocks = std::move(blocks);
    }
    chapter_.notes = std::move(called_);
  }

 private:
  struct Known {
    std::size_t at;  // in the chapter's notes as they came
    NoteId called;   // once it has a number
  };

  void settle_calls(Blocks& blocks) {
    each_block(blocks, [&](Block& block) {
      each_run(block, [&](Inlines& run) { settle_calls(run); });
      return true;
    });
  }

  void settle_calls(Inlines& run) {
    each_inline(run, [&](Inline& one) {
      auto* call = get_if<NoteCall>(&one.value);
      if (!call) return true;
      const auto found = by_label_.find(base::folded(call->label));
      // The label of an embedded text has the path of its note on a line before it.
      if (found == by_label_.end())
        one.value = Text{"[^" + call->label.substr(call->label.rfind('\n') + 1) + ']'};
      else
        settle_call(*call, found->second);
      return true;
    });
  }

  void settle_call(NoteCall& call, Known& known) {
    if (!known.called) {
      known.called = NoteId(called_.size());
      Note& note = called_.emplace_back(std::move(chapter_.notes[known.at]));
      note.number = std::to_string(++count_);
      note.anchor = anchors_.numbered(AnchorKind::note, id_, 'n');
      mark_target(book_, note.anchor);
    }
    call.note = known.called;
    call.occurrence = anchors_.numbered(AnchorKind::note_call, id_, 'c');
    mark_target(book_, call.occurrence);
    called_[known.called.index()].calls.push_back(call.occurrence);
  }

  Book& book_;
  Chapter& chapter_;
  ChapterId id_;
  AnchorMaker& anchors_;
  std::size_t& count_;
  std::unordered_map<std::string, Known> by_label_;
  std::vector<Note> called_;
};

}  // namespace

Book with_notes(Book book) {
  AnchorMaker anchors(book);
  std::size_t count = 0;
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    if (book.chapters[i].level == 1 && book.form != Form::handout) count = 0;
    ChapterNotes(book, ChapterId(i), anchors, count).settle();
  }
  return book;
}

}  // namespace octavo::resolve
