#pragma once
// Pages set by hand, and the programs that read what came of them: qpdf and Poppler, which octavo did not
// write.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "pdf/pdf.h"

namespace octavo::pdf {

struct Type {
  std::string family = "Vollkorn";
  float size = 12;
  std::string language = "en";
  bool right_to_left = false;
  glyphs::Features features;
};

struct Press {
  Press();

  pages::Page& add_page(std::string label);
  // Runs at `at` on the last page, one after the other; gives the place after the last.
  base::Point set(std::string_view text, base::Point at, const Type& type = {});
  pages::StructureId add_structure(pages::Structure structure);
  book::AnchorId add_place(std::uint32_t page, base::Point at);
  pages::PictureId add_picture(std::string path, book::AssetKind kind, std::string bytes);
  std::string write();

  glyphs::Fonts fonts;
  pages::Pages pages;
  book::Metadata metadata;
  base::Memory files;
  diagnostics::Sink sink;
  Standards standards;
  pages::StructureId structure;  // of what is set from now on
};

bool is_installed(std::string_view program);
// Runs a command in which @ stands for the path of the PDF; what it prints, errors included.
std::string run(std::string_view command, std::string_view pdf);
std::string text_of(std::string_view pdf);     // by pdftotext, without the line feeds at the end
std::string source_of(std::string_view pdf);   // every object readable, streams uncompressed
std::string complaints(std::string_view pdf);  // of qpdf and pdftotext; "" if they have none

#define NEEDS(program) \
  if (!is_installed(program)) GTEST_SKIP() << program << " is not installed"

}  // namespace octavo::pdf
