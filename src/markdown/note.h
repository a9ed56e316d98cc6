#pragma once
// One note to a chapter.
#include "book/book.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "markdown/exemptions.h"
#include "markdown/includes.h"
#include "vault/vault.h"

namespace octavo::markdown {

// What all notes of a book are read with.
struct Desk {
  Includes& includes;
  Exemptions& exemptions;
  const config::Settings& settings;
  diagnostics::Sink& sink;
};

book::Chapter chapter(const vault::Note& note, const Desk& desk);

}  // namespace octavo::markdown
