// Headings get levels without jumps and ids that are unique in their chapter, and so do the places that the
// author named; a paragraph set as a standfirst is known as one; a break that a heading follows is the
// heading's own.
#include <algorithm>
#include <unordered_map>

#include "base/unicode.h"
#include "resolve/anchors.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

namespace {

// A first paragraph wholly in emphasis.
void find_standfirst(Blocks& blocks) {
  if (blocks.empty()) return;
  auto* paragraph = get_if<Paragraph>(&blocks.front().value);
  if (!paragraph || paragraph->content.size() != 1) return;
  auto* marked = get_if<Marked>(&paragraph->content.front().value);
  if (!marked || marked->mark != Mark::emphasis) return;
  Inlines words = std::move(marked->content);
  paragraph->content = std::move(words);
  paragraph->role = ParagraphRole::standfirst;
}

void drop_needless_breaks(Blocks& blocks) {
  const auto is_break = [](const Block& block) { return holds_alternative<SectionBreak>(block.value); };
  if (std::ranges::none_of(blocks, is_break)) return;
  Blocks kept;
  kept.reserve(blocks.size());
  const auto drop_breaks_at_end = [&] {
    while (!kept.empty() && is_break(kept.back())) kept.pop_back();
  };
  for (Block& block : blocks) {
    if (is_break(block) && kept.empty()) continue;
    if (holds_alternative<Heading>(block.value)) drop_breaks_at_end();
    kept.push_back(std::move(block));
  }
  drop_breaks_at_end();
  blocks = std::move(kept);
}

// The author's levels to levels without a jump: one below the nearest heading that ranks higher, the title
// that of the chapter.
class Levels {
 public:
  explicit Levels(int title) : title_(title) {}

  int next(int as_written) {
    while (!open_.empty() && open_.back().as_written >= as_written) open_.pop_back();
    const int level = std::min(6, (open_.empty() ? title_ : open_.back().level) + 1);
    open_.push_back({as_written, level});
    return level;
  }

 private:
  struct Open {
    int as_written, level;
  };
  int title_;
  std::vector<Open> open_;
};

std::string safe_id(const std::string& id) {
  std::string result;
  for (const char byte : id) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool other = (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
    if (result.empty() && !letter) result = "section-";
    result += letter || other ? byte : '-';
  }
  return result;
}

class ChapterHeadings {
 public:
  ChapterHeadings(AnchorMaker& anchors, ChapterId id, const Chapter& chapter, Sink& sink)
      : anchors_(anchors), chapter_(id), sink_(sink), has_places_(chapter.may_hold.places), levels_(chapter.level) {}

  void settle(Blocks& blocks) {
    each_block(blocks, [&](Block& block) {
      if (has_places_) each_run(block, [&](Inlines& run) { settle_places(run); });
      if (auto* heading = get_if<Heading>(&block.value)) {
        heading->level = levels_.next(heading->level);
        if (heading->id.empty())
          (block.is_copy ? copies_ : without_id_).push_back(heading);
        else
          give_own_id(*heading, block.where);
      } else if (!block.block_id.empty()) {
        block.anchor = anchors_.make(AnchorKind::block, chapter_, safe_id(block.block_id));
      }
      return true;
    });
  }

  void settle_places(Inlines& run) {
    each_inline(run, [&](Inline& one) {
      if (auto* place = get_if<NamedPlace>(&one.value))
        place->anchor = anchors_.make(AnchorKind::block, chapter_, safe_id(place->id));
      return true;
    });
  }

  // After those with an id of their own, which keep it; what was embedded comes last.
  void give_ids_by_text() {
    for (const auto* headings : {&without_id_, &copies_})
      for (Heading* heading : *headings)
        heading->anchor =
            anchors_.make(AnchorKind::heading, chapter_, ascii_slug(plain_text(heading->content), "section"));
  }

 private:
  void give_own_id(Heading& heading, base::Span where) {
    const auto [first, is_new] = first_with_id_.try_emplace(heading.id, where);
    // The same heading can come twice by two embeds, which is no mistake.
    if (!is_new && first->second.file == where.file && first->second != where)
      sink_.report(
          diagnostics::Rule::heading_duplicate_id, where,
          "another heading of this note has the id \"" + heading.id + "\" already; links lead to that one");
    heading.anchor = anchors_.make(AnchorKind::heading, chapter_, safe_id(heading.id));
  }

  AnchorMaker& anchors_;
  ChapterId chapter_;
  Sink& sink_;
  bool has_places_;
  Levels levels_;
  std::unordered_map<std::string, base::Span> first_with_id_;
  std::vector<Heading*> without_id_, copies_;
};

}  // namespace

Book with_headings(Book book, Sink& sink) {
  AnchorMaker anchors(book);
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    Chapter& chapter = book.chapters[i];
    drop_needless_breaks(chapter.blocks);
    find_standfirst(chapter.blocks);
    ChapterHeadings headings(anchors, ChapterId(i), chapter, sink);
    headings.settle_places(chapter.title);
    headings.settle(chapter.blocks);
    for (Note& note : chapter.notes) headings.settle(note.blocks);
    headings.give_ids_by_text();
    report_duplicate_headings(chapter, sink);
  }
  return book;
}

}  // namespace octavo::resolve
