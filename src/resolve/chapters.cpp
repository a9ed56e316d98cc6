// Chapters and parts get their numbers, their files' names and the anchors of their openings; the book gets a
// title.
#include <algorithm>

#include "base/paths.h"
#include "base/unicode.h"
#include "resolve/anchors.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

namespace {

// Parts without a chapter have nothing to open.
void drop_empty_parts(Book& book) {
  std::vector<Part> kept;
  for (std::size_t i = 0; i < book.parts.size(); ++i) {
    const std::size_t end =
        i + 1 < book.parts.size() ? book.parts[i + 1].first_chapter : book.chapters.size();
    if (book.parts[i].first_chapter < end) kept.push_back(std::move(book.parts[i]));
  }
  book.parts = std::move(kept);
}

// A preface stands before the first chapter proper.
void find_prefaces(Book& book) {
  for (Chapter& chapter : book.chapters) {
    if (!is_preface(plain_text(chapter.title), book.metadata.language)) break;
    chapter.kind = ChapterKind::preface;
  }
}

void number_chapters(Book& book) {
  std::size_t count = 0;
  for (const Chapter& chapter : book.chapters) count += chapter.kind == ChapterKind::chapter;
  if (count < 2) return;
  std::size_t number = 0;
  for (Chapter& chapter : book.chapters) {
    if (chapter.kind == ChapterKind::chapter) chapter.number = std::to_string(++number);
  }
}

// Prefaces and numbers are then the author's own.
bool has_summary(const config::Settings& settings) {
  return settings.chapters && std::ranges::any_of(*settings.chapters, [](const auto& choice) {
           return choice.number.has_value();
         });
}

}  // namespace

Book with_chapters(Book book, const config::Settings& settings) {
  drop_empty_parts(book);
  if (!has_summary(settings)) {
    find_prefaces(book);
    number_chapters(book);
  }
  if (!settings.number_chapters) {
    for (Chapter& chapter : book.chapters) chapter.number.clear();
  }

  UniqueNames slugs;
  // The writers call their own files so.
  for (const char* taken : {"contents", "cover", "index", "key-players", "nav", "notes", "package", "players",
                            "style", "title", "title-page", "titlepage", "toc"})
    slugs.add(taken);
  AnchorMaker anchors(book);
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    Chapter& chapter = book.chapters[i];
    if (base::trimmed(plain_text(chapter.title)).empty())
      chapter.title = {Inline{Text{base::stem_of(base::name_of(chapter.path))}, chapter.title_where}};
    std::string slug = ascii_slug(plain_text(chapter.title), "chapter");
    if (slug == "chapter") slug += '-' + std::to_string(i + 1);
    chapter.slug = slugs.take(slug);
    chapter.anchor = anchors.make(AnchorKind::chapter, ChapterId(i), "chapter");
  }
  for (Part& part : book.parts) {
    if (!plain_text(part.title).empty())
      part.anchor = anchors.make(AnchorKind::part, ChapterId(part.first_chapter), "part-opening");
  }
  if (book.metadata.title.empty())
    book.metadata.title = book.chapters.size() == 1 ? plain_text(book.chapters.front().title) : settings.name;
  return book;
}

}  // namespace octavo::resolve
