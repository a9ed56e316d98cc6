#pragma once
// The draft made whole, by passes Book -> Book.
#include "base/files.h"
#include "book/book.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "vault/vault.h"

namespace octavo::resolve {

// All that can be found wrong: embeds, chapters, headings, who the key players are, links, images. Afterwards no ToName
// or Embed is left, and every link has an occurrence. Here `check` stops.
book::Book resolve(book::Book draft, const vault::Vault& notes, const base::Files& files,
                   const config::Settings& settings, diagnostics::Sink& sink);
// What the writers need besides, of which nothing can be wrong: notes, what is said of the players, index, contents,
// numbers of blocks.
book::Book with_back_matter(book::Book resolved, const vault::Vault& notes, const config::Settings& settings);

}  // namespace octavo::resolve
