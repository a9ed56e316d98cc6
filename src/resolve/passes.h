#pragma once
// The passes, each in the file of its name, each from a book to a book that is one step nearer to the whole.
#include <vector>

#include "base/files.h"
#include "book/book.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "vault/vault.h"

namespace octavo::resolve {

using book::Book;
using diagnostics::Sink;
using vault::Vault;

// Notes that no way leads to.
void report_orphans(const Book& draft, const Vault& notes, const config::Settings& settings, Sink& sink);
// In the place of each embed stands what it embeds. The shelf stays, for it still says which of its notes are
// people.
Book with_embeds(Book draft, const Vault& notes, const config::Settings& settings, Sink& sink);
// Says that the formulas which the book shows are not set.
void report_formulas(const Book& book, Sink& sink);
// Title, parts, numbers, slugs and the openings of chapters.
Book with_chapters(Book draft, const config::Settings& settings);
// Levels without jumps, ids, standfirsts; breaks that a heading makes needless are gone.
Book with_headings(Book draft, Sink& sink);
// Headings that no link can name, of a chapter with its levels: with_headings() asks it while it has the chapter at hand.
void report_duplicate_headings(const book::Chapter& chapter, Sink& sink);
// Who the key players are and where they are described; links that mean them lead there. Not yet in order,
// contents still empty.
Book with_players(Book draft, const Vault& notes, const config::Settings& settings, Sink& sink);
// Every link leads somewhere or nowhere. The shelf is empty.
Book with_links(Book draft, const Vault& notes, const config::Settings& settings, Sink& sink);
// Pictures that can be had are assets.
Book with_images(Book draft, const Vault& notes, const base::Files& files, Sink& sink);
// Every link has a place of its own.
Book with_occurrences(Book draft);
// Pictures and tables with captions bear numbers: "Figure 2.1", or "Figure 7" where chapters have none; not where numbering is off. Bare
// links to them say these; the author's lists of them are filled.
Book with_caption_numbers(Book draft, const config::Settings& settings);
// Sections bear numbers, where the author asks for them.
Book with_section_numbers(Book draft, const config::Settings& settings);
// Footnotes in the order of their calls, both ways linked.
Book with_notes(Book draft);
// The key players in the order of the appendix, with what is said of them and where they are mentioned.
Book with_players_described(Book draft);
// Nothing but the chosen chapters, in this order, and the people they speak of. What leads elsewhere in the book keeps its words.
Book excerpt(Book draft, const std::vector<book::ChapterId>& chosen);
// Addresses on the net as notes, for readers of paper; with codes that a telephone reads, where they are wanted.
enum class Codes { none, qr };
Book with_addresses(Book draft, Codes codes);
Book with_index(Book draft, const Vault& notes);
Book with_contents(Book draft, const config::Settings& settings);
// Every block and cell numbered.
Book with_block_ids(Book draft);

}  // namespace octavo::resolve
