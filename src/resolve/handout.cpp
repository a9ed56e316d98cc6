// A handout goes the way of the book, for only the whole book knows who is mentioned and what is said of them; then it goes on alone.
#include <algorithm>
#include <utility>

#include "base/failure.h"
#include "resolve/destination.h"
#include "resolve/passes.h"
#include "resolve/resolve.h"

namespace octavo::resolve {

namespace {

std::vector<book::ChapterId> chapters(const Book& book, const std::vector<vault::NoteIndex>& chosen, const Vault& notes) {
  const std::vector<book::ChapterId> chapter_of = chapters_of_notes(book, notes);
  std::vector<book::ChapterId> result;
  for (const vault::NoteIndex note : chosen) {
    const book::ChapterId chapter = chapter_of[note.index()];
    if (!chapter) throw base::Failure("\"" + notes.notes[note.index()].path + "\" is no chapter of this book, so there is no handout of it");
    if (std::ranges::find(result, chapter) == result.end()) result.push_back(chapter);
  }
  return result;
}

// What it says of itself. The book it is taken from is named as a series is: what it belongs to.
void become_about(Book& book) {
  book::Metadata& facts = book.metadata;
  std::string title = book.chapters.size() == 1 ? plain_text(book.chapters.front().title) : facts.title;
  facts.series = title == facts.title ? "" : facts.title;
  facts.series_position.clear();
  facts.title = std::move(title);
  facts.subtitle.clear();
  facts.isbn_pdf.clear();
}

}  // namespace

book::Book handout(book::Book book, const std::vector<vault::NoteIndex>& chosen, const vault::Vault& notes,
                   const config::Settings& settings) {
  book.form = book::Form::handout;
  book = with_caption_numbers(std::move(book), settings);  // those of the whole book
  book = with_occurrences(std::move(book));
  book = with_players_described(std::move(book));
  book = excerpt(book, chapters(book, chosen, notes));
  become_about(book);
  book = with_addresses(std::move(book), settings.handout_codes ? Codes::qr : Codes::none);
  book = with_notes(std::move(book));
  book = with_contents(std::move(book), settings);
  return with_block_ids(std::move(book));
}

}  // namespace octavo::resolve
