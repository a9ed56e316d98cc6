#pragma once
// The pages of a book to the PDFs that are asked for: the plain one, and what else is to be printed or looked at.
#include <string>
#include <vector>

#include "command/options.h"
#include "command/output.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "glyphs/glyphs.h"
#include "pages/pages.h"

namespace octavo::command {

// What a PDF is made with, besides pages.
struct Press {
  const config::Settings& settings;
  const Options& options;
  const book::Book& book;
  glyphs::Fonts& fonts;
  const base::Files& files;  // pictures prepared
};

// `stem`: of the files' names. What is wrong is told once, of the plain PDF.
std::vector<Output> printings(pages::Pages pages, const std::string& stem, const Press& press, diagnostics::Sink& sink);

}  // namespace octavo::command
