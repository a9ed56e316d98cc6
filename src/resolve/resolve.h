#pragma once
// The draft made whole: passes Book -> Book in this order: embeds, chapters, headings, who the key players
// are, links, images, notes, what is said of the players, index, contents, numbers of blocks.
#include "base/files.h"
#include "book/book.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "vault/vault.h"

namespace octavo::resolve {

// Afterwards no ToName, Embed or unnumbered block is left, every link has an occurrence, and the back matter
// is complete.
book::Book resolve(book::Book draft, const vault::Vault& notes, const base::Files& files,
                   const config::Settings& settings, diagnostics::Sink& sink);

}  // namespace octavo::resolve
