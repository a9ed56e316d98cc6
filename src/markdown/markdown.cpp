#include "markdown/markdown.h"

#include "markdown/note.h"

namespace octavo::markdown {

book::Book read(const vault::Vault& notes, const base::Files& files, const config::Settings& settings,
                diagnostics::Sink& sink) {
  Includes includes(files, notes.root, sink);
  book::Book book;
  book.metadata = settings.metadata;
  auto part = notes.parts.begin();
  for (std::size_t i = 0; i < notes.notes.size(); ++i) {
    const vault::Note& note = notes.notes[i];
    for (; part != notes.parts.end() && part->second <= i; ++part) {
      book.parts.push_back({{book::Inline{book::Text{part->first}, {}}}, book.chapters.size(), {}});
    }
    (note.is_chapter ? book.chapters : book.shelf).push_back(chapter(note, includes, settings, sink));
  }
  return book;
}

}  // namespace octavo::markdown
