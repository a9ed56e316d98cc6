#include "markdown/markdown.h"

#include <algorithm>

#include "markdown/note.h"
#include "markdown/typography.h"

namespace octavo::markdown {

namespace {

// How deep each choice stands below others whose note is in the book: what is listed under a draft moves up.
std::vector<int> levels(const std::vector<config::ChapterChoice>& choices, const vault::Vault& notes) {
  std::vector<bool> is_there(choices.size());
  for (const vault::Note& note : notes.notes) {
    if (note.choice) is_there[*note.choice] = true;
  }
  struct Open {
    int level, depth;  // as listed; of those that are there, itself included
  };
  std::vector<Open> open;
  std::vector<int> result;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    while (!open.empty() && open.back().level >= choices[i].level) open.pop_back();
    const int above = open.empty() ? 0 : open.back().depth;
    open.push_back({choices[i].level, above + is_there[i]});
    result.push_back(above + 1);
  }
  return result;
}

}  // namespace

book::Book read(const vault::Vault& notes, const base::Files& files, const config::Settings& settings,
                diagnostics::Sink& sink) {
  Includes includes(files, notes.root, sink);
  Exemptions exemptions(sink);
  const Desk desk{includes, exemptions, settings, sink};
  book::Book book;
  book.metadata = settings.metadata;
  const auto choices = settings.chapters.value_or(std::vector<config::ChapterChoice>());
  const auto depths = levels(choices, notes);
  const Typography typography(settings.metadata.language);
  auto part = notes.parts.begin();
  book.chapters.reserve(notes.notes.size());
  for (std::size_t i = 0; i < notes.notes.size(); ++i) {
    const vault::Note& note = notes.notes[i];
    for (; part != notes.parts.end() && part->second <= i; ++part) {
      book::Inlines title = {book::Inline{book::Text{part->first}, {}}};
      typography.apply(title);
      book.parts.push_back({std::move(title), book.chapters.size(), {}});
    }
    auto one = chapter(note, desk);
    if (note.choice) {
      one.kind = choices[*note.choice].kind;
      one.level = depths[*note.choice];
      one.number = choices[*note.choice].number.value_or("");
    }
    (note.is_chapter ? book.chapters : book.shelf).push_back(std::move(one));
  }
  exemptions.apply();
  return book;
}

}  // namespace octavo::markdown
