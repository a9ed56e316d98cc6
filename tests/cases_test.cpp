// Cases in the form of small books: tests/cases/<a sentence>/book/ is built and checked, and what came out is compared with the expected
// texts beside it. With OCTAVO_ACCEPT=1 they are written anew; the difference is then reviewed as code.
//
//   report.txt   what `check` says          book.txt   the resolved model
//   pages.txt    the text of every page     epub.txt   the names of the EPUB's files
//
// A file `handout` beside the book names notes, a line for each: then they are made a handout.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "base/files.h"
#include "book/book.h"
#include "command/handout.h"
#include "command/own_fonts.h"
#include "command/prepared_pictures.h"
#include "command/sheets.h"
#include "config/config.h"
#include "epub/epub.h"
#include "markdown/markdown.h"
#include "pages/pages.h"
#include "pdf/pdf.h"
#include "report/report.h"
#include "resolve/resolve.h"
#include "vault/vault.h"

namespace {

using namespace octavo;
namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The words of the pages, line by line from the top, as a reader meets them.
std::string text_of(const pages::Pages& pages) {
  std::string text;
  for (const pages::Page& page : pages.pages) {
    text += "---- " + page.label + "\n";
    std::map<int, std::map<float, std::string>> lines;  // by baseline, then from the left
    for (const pages::Item& item : page.items)
      if (const auto* run = std::get_if<pages::GlyphRun>(&item))
        lines[static_cast<int>(std::lround(run->origin.y))][run->origin.x] += run->text;
    for (const auto& [y, runs] : lines) {
      std::string line;
      for (const auto& [x, words] : runs) line += words;
      line.erase(line.find_last_not_of(' ') + 1);
      if (!line.empty()) text += line + "\n";
    }
  }
  return text;
}

// The notes that a file `handout` beside the book names, a line for each: then they alone are printed.
std::vector<std::string> handout_of(const fs::path& book) {
  std::vector<std::string> names;
  std::ifstream lines(book.parent_path() / "handout");
  for (std::string line; std::getline(lines, line);) names.push_back(line);
  return names;
}

// What the walk of `check` and `build` gives for a small book.
std::map<std::string, std::string> walked(const std::string& path, bool with_pages) {
  base::Disk disk;
  diagnostics::Sink sink(diagnostics::Strictness::check);
  auto settings = config::load(disk, path, sink);
  const auto notes = vault::open(disk, settings, sink);
  auto book = resolve::resolve(markdown::read(notes, disk, settings, sink), notes, disk, settings, sink);
  if (const auto names = handout_of(path); names.empty()) {
    book = resolve::with_back_matter(std::move(book), notes, settings);
  } else {
    std::ostringstream unheard;
    command::Resolved made = command::handout({settings, notes, std::move(book)}, names, {disk, unheard, unheard}, sink);
    settings = std::move(made.settings);
    book = std::move(made.book);
  }
  std::map<std::string, std::string> out;
  out["book.txt"] = book::dump(book);
  if (with_pages) {
    const style::Cascade sheet = command::print_sheet(settings, disk, sink);
    glyphs::Fonts fonts;
    command::add_own_fonts(sheet, settings, disk, fonts, sink);
    glyphs::Hyphenation hyphenation;
    const pages::Printed printed = pages::lay_out(book, sheet, fonts, hyphenation, sink);
    out["pages.txt"] = text_of(printed.pages);
    pdf::write(printed.pages, sheets::single(printed.pages), book.metadata, fonts, disk, settings.root, {}, sink);  // for its findings
    const epub::Looks looks = command::epub_looks(settings, disk, sink);
    const command::PreparedPictures files(disk, book, settings.root, sink);
    if (book.form == book::Form::book)  // a handout is a PDF alone
      for (const epub::NamedFile& file : epub::files(book, &printed.folios, looks, fonts, files, settings.root, sink))
        out["epub.txt"] += file.path + " (" + file.media_type + ")\n";
  }
  out["report.txt"] = report::text(report::Report(sink));
  return out;
}

class Case : public testing::TestWithParam<fs::path> {};

TEST_P(Case, comes_out_as_expected) {
  // The book of a case is the folder `book`, or a single note. It is named from where it lies, so that no path of a machine gets into
  // the expected texts.
  fs::current_path(GetParam());
  const std::string input = fs::exists("book") ? "book" : "book.md";
  const bool with_pages = fs::exists(GetParam() / "pages.txt") || fs::exists(GetParam() / "epub.txt");
  const std::map<std::string, std::string> came_out = walked(input, with_pages);
  bool compared = false;
  for (const auto& [name, text] : came_out) {
    const fs::path expected = GetParam() / name;
    if (!fs::exists(expected)) continue;
    compared = true;
    if (std::getenv("OCTAVO_ACCEPT")) std::ofstream(expected, std::ios::binary) << text;
    EXPECT_EQ(contents(expected), text) << expected;
  }
  EXPECT_TRUE(compared) << "a case without an expected text proves nothing";
}

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(fs::path(OCTAVO_SOURCE) / "tests/cases"))
    if (entry.is_directory()) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

INSTANTIATE_TEST_SUITE_P(cases, Case, testing::ValuesIn(cases()), [](const auto& one) {
  std::string name = one.param.filename().string();
  for (char& letter : name)
    if (!std::isalnum(static_cast<unsigned char>(letter))) letter = '_';
  return name;
});

// Every rule that octavo can report stands in an expected report, so that its words have been read by a person.
TEST(rules, each_appears_in_an_expected_report) {
  std::string reports;
  for (const fs::path& folder : cases()) reports += contents(folder / "report.txt");
  for (int rule = 0; rule < static_cast<int>(diagnostics::Rule::count); ++rule) {
    // Page numbers that chase each other for four rounds have been thought of, but not yet met.
    if (static_cast<diagnostics::Rule>(rule) == diagnostics::Rule::pages_unsettled) continue;
    const std::string id(diagnostics::facts(static_cast<diagnostics::Rule>(rule)).id);
    // Not every disk can hold two such files, so that they are no case; the specification of links has them in memory.
    if (static_cast<diagnostics::Rule>(rule) == diagnostics::Rule::note_twin_name) {
      EXPECT_NE(contents(fs::path(OCTAVO_SOURCE) / "tests/links/resolving.md").find('`' + id + '`'), std::string::npos);
      continue;
    }
    // What is installed decides.
    if (static_cast<diagnostics::Rule>(rule) == diagnostics::Rule::text_no_hyphenation) {
      EXPECT_NE(contents(fs::path(OCTAVO_SOURCE) / "tests/pages/lay_out_test.cpp").find(id), std::string::npos);
      continue;
    }
    EXPECT_NE(reports.find("[" + id + "]"), std::string::npos) << "no case shows " << id;
  }
}

}  // namespace
