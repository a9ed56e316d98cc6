// Parts, chapters, sections down to the third level or the one asked for, back matter.
#include <set>

#include "base/unicode.h"
#include "resolve/anchors.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

namespace {

constexpr int deepest_level = 3;  // where the author asks for no other

void add_entry(Book& book, ContentsEntry entry) {
  if (base::is_blank(plain_text(entry.title))) return;  // a heading of a picture, or of nothing
  mark_target(book, entry.target);
  book.contents.push_back(std::move(entry));
}

// Whether the contents goes down to the level. Parts are on level 0.
bool is_listed(const Book& book, int level) { return level <= book.contents_depth.value_or(deepest_level); }

// Headings in quotes, lists and callouts are no sections of the book.
void add_sections(Book& book, const Blocks& blocks, const std::set<std::string>& left_out) {
  for (const Block& block : blocks) {
    if (const auto* heading = get_if<Heading>(&block.value);
        heading && is_listed(book, heading->level) &&
        !left_out.contains(base::folded(plain_text(heading->content))))
      add_entry(book, {heading->level, heading->number, without_links(heading->content), heading->anchor});
    if (const auto* group = get_if<Group>(&block.value)) add_sections(book, group->blocks, left_out);
  }
}

Inlines words(std::string_view text) { return {Inline{Text{std::string(text)}, {}}}; }

}  // namespace

Book with_contents(Book book, const config::Settings& settings) {
  AnchorMaker anchors(book);
  const Terms& terms = book::terms(book.metadata.language);
  // The lists of figures and tables, which come next.
  const auto add_list = [&](const std::vector<ContentsEntry>& entries, std::string_view title, const char* id, AnchorId& anchor) {
    if (entries.empty()) return;
    anchor = anchors.make(AnchorKind::matter, Division::front, id);
    add_entry(book, {1, "", words(title), anchor});
  };
  add_list(book.figures, terms.figures, "figures", book.figures_anchor);
  add_list(book.tables, terms.tables, "tables", book.tables_anchor);

  // The lists of key players are gathered at the end of the book; the contents leads there.
  book.contents_depth = settings.contents_depth;
  std::set<std::string> left_out;
  for (const std::string& heading : settings.player_headings) left_out.insert(base::folded(heading));
  auto part = book.parts.begin();
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    for (; part != book.parts.end() && part->first_chapter <= i; ++part) {
      if (part->anchor) add_entry(book, {0, "", without_links(part->title), part->anchor});
    }
    const Chapter& chapter = book.chapters[i];
    // Nested chapters go as deep as they do, unless the author asks for less.
    if (!book.contents_depth || is_listed(book, chapter.level))
      add_entry(book, {chapter.level, chapter.number, without_links(chapter.title), chapter.anchor});
    add_sections(book, chapter.blocks, left_out);
  }

  book.contents_anchor = anchors.make(AnchorKind::matter, Division::front, "contents");
  mark_target(book, book.contents_anchor);
  if (!book.players.empty()) {
    book.players_anchor = anchors.make(AnchorKind::matter, Division::players, "key-players");
    add_entry(book, {1, "", words(terms.key_players), book.players_anchor});
  }
  if (!book.index.empty()) {
    book.index_anchor = anchors.make(AnchorKind::matter, Division::index, "index");
    add_entry(book, {1, "", words(terms.index), book.index_anchor});
  }
  return book;
}

}  // namespace octavo::resolve
