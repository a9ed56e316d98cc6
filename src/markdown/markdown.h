#pragma once
// Notes to blocks and inlines: cmark-gfm for CommonMark and GitHub's extensions, and what note-takers write
// on top of it, and mdBook's includes.
#include "base/files.h"
#include "book/book.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "vault/vault.h"

namespace octavo::markdown {

// One chapter for every note of the vault that is a chapter, the others on the shelf; parts as the vault has
// them. Links still carry names (ToName), pictures paths, note calls labels, embeds their targets. Every
// inline and block has its span in the source, which is the included file where it was written there. What
// notes include is read from `files`.
book::Book read(const vault::Vault& notes, const base::Files& files, const config::Settings& settings,
                diagnostics::Sink& sink);

}  // namespace octavo::markdown
