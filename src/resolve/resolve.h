#pragma once
// The draft made whole, by passes Book -> Book.
#include <vector>

#include "base/files.h"
#include "book/book.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "vault/vault.h"

namespace octavo::resolve {

// All that can be found wrong: embeds, chapters, headings, who the key players are, links, images. Afterwards no ToName
// or Embed is left. Here `check` stops.
book::Book resolve(book::Book draft, const vault::Vault& notes, const base::Files& files,
                   const config::Settings& settings, diagnostics::Sink& sink);
// For the writers: every picture is looked at to its end, which no check does. One whose data is damaged is reported and no asset any more.
book::Book with_whole_pictures(book::Book resolved, const base::Files& files, const config::Settings& settings, diagnostics::Sink& sink);
// What the writers need besides, of which nothing can be wrong: the places of links, notes, what is said of the players,
// index, contents, numbers of blocks.
book::Book with_back_matter(book::Book resolved, const vault::Vault& notes, const config::Settings& settings);

// Some notes of a book, to be printed by themselves, with the key players that they mention and all that with_back_matter() gives but an
// index. In the order of `chosen`; one that is there twice is taken once. Throws Failure if a note is no chapter of the book.
book::Book handout(book::Book resolved, const std::vector<vault::NoteIndex>& chosen, const vault::Vault& notes,
                   const config::Settings& settings);

// A link and what it means, for who asks why.
struct Question {
  book::Block asked;       // a paragraph with the link or picture, or an embed
  vault::NoteIndex from;   // the note it stands in
  book::Book draft;
  diagnostics::Sources sources;  // of the draft
};
struct Account {
  // Something that was looked for, and all that fits.
  struct Choice {
    std::string what, remark;
  };
  struct Step {
    std::string said;
    std::vector<Choice> choices;
  };
  std::vector<Step> steps;
  std::string end;  // "leads to \"Note.md\", line 7"
  bool leads = false;
};
// The answer is the book's own: the link is put into the note, and all passes go over it.
Account account(Question question, const vault::Vault& notes, const base::Files& files, const config::Settings& settings);

}  // namespace octavo::resolve
