#include "resolve/resolve.h"

#include <utility>

#include "resolve/passes.h"

namespace octavo::resolve {

book::Book resolve(book::Book draft, const vault::Vault& notes, const base::Files& files,
                   const config::Settings& settings, diagnostics::Sink& sink) {
  report_orphans(draft, notes, settings, sink);
  book::Book book = with_embeds(std::move(draft), notes, settings, sink);
  report_formulas(book, sink);
  book = with_chapters(std::move(book), settings);
  book = with_headings(std::move(book), sink);
  // Before links: a link to a person who has no note is no finding.
  book = with_players(std::move(book), notes, settings, sink);
  book = with_links(std::move(book), notes, settings, sink);
  return with_images(std::move(book), notes, files, sink);
}

book::Book with_back_matter(book::Book book, const vault::Vault& notes, const config::Settings& settings) {
  if (settings.theme == config::Theme::handout || settings.theme == config::Theme::manuscript) book.form = book::Form::leaves;
  book = with_caption_numbers(std::move(book), settings);
  book = with_section_numbers(std::move(book), settings);
  book = with_occurrences(std::move(book));
  book = with_notes(std::move(book));
  book = with_players_described(std::move(book));
  book = with_index(std::move(book), notes);
  book = with_contents(std::move(book), settings);
  return with_block_ids(std::move(book));
}

}  // namespace octavo::resolve
