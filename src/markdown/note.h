#pragma once
// One note to a chapter.
#include "book/book.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "markdown/includes.h"
#include "vault/vault.h"

namespace octavo::markdown {

book::Chapter chapter(const vault::Note& note, Includes& includes, const config::Settings& settings,
                      diagnostics::Sink& sink);

}  // namespace octavo::markdown
