// Fonts that style sheets name: which files of the book's folder they are, and what is said of those that are not.
#include "command/own_fonts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/failure.h"
#include "command/named_file.h"

namespace octavo::command {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string stems() {
  std::ifstream file(std::string(OCTAVO_SOURCE) + "/tests/cases/a book with fonts of its own/book/fonts/stems.ttf", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Added {
  glyphs::Fonts fonts;
  std::vector<std::string> findings;
  std::string chosen(std::string family) {
    return fonts.face(fonts.first_face(fonts.request({.families = {std::move(family)}}))).path;
  }
};

Added added(const std::string& css, base::Files& files, const std::string& root = "book") {
  Added result;
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = root;
  style::Cascade sheet;
  sheet.add(css, sink.sources.add("css/print.css", css), sink);
  add_own_fonts(sheet, settings, files, result.fonts, sink);
  for (const auto& one : sink.sorted()) result.findings.push_back((one.where.file ? std::string(sink.sources.text(one.where)) : "") + " | " + one.message);
  return result;
}

TEST(OwnFonts, AreFilesOfTheBooksFolder) {
  base::Memory files;
  files.contents = {{"book/fonts/my stems.ttf", stems()}};
  for (const char* address : {"url('../fonts/my stems.ttf')", "url(../fonts/my%20stems.ttf)", "url(../fonts/./my%20stems.ttf?v=2)"}) {
    Added made = added("@font-face { font-family: Own; src: " + std::string(address) + " }", files);
    EXPECT_THAT(made.findings, IsEmpty());
    EXPECT_EQ(made.chosen("Own"), "fonts/my stems.ttf");
  }
}

TEST(OwnFonts, MayHaveAnySharpInTheirNames) {
  base::Memory files;
  files.contents = {{"book/css/a#b.ttf", stems()}};
  for (const char* address : {"a%23b.ttf", "a%23b.ttf#Stems-Thin", "a%23b.ttf#Stems%2DThin"}) {
    Added made = added("@font-face { font-family: Own; src: url(" + std::string(address) + ") }", files);
    EXPECT_THAT(made.findings, IsEmpty());
    EXPECT_EQ(made.chosen("Own"), "css/a#b.ttf");
  }
}

TEST(OwnFonts, OfNoOtherFolderAreRead) {
  base::Memory files;
  files.contents = {{"stems.ttf", stems()}, {"book/css/stems.ttf", stems()}};
  for (const std::string address : {"../../stems.ttf", "/stems.ttf", "https://example.org/stems.ttf", "//example.org/stems.ttf", "gone.ttf"}) {
    Added made = added("@font-face { font-family: Own; src: url(" + address + ") }", files);
    EXPECT_THAT(made.findings, ElementsAre("url(" + address + ") | " + not_found(address)));
    EXPECT_THAT(made.chosen("Own"), testing::EndsWith("Vollkorn-Regular.ttf"));
  }
  EXPECT_THAT(files.was_read, IsEmpty());
}

TEST(OwnFonts, WrittenIntoTheSheetAreNotRead) {
  base::Memory files;
  EXPECT_THAT(added("@font-face { font-family: Own; src: url('DATA:font/ttf;base64,AAEAAA') }", files).findings,
              ElementsAre("url('DATA:font/ttf;base64,AAEAAA') | a font written into the sheet (data:) is not read; save it as a file beside the sheet"));
}

// As a style sheet is: the book is not what it was meant to be.
TEST(OwnFonts, ThatTheDiskDoesNotGiveAreUnreadableFiles) {
  struct : base::Files {
    base::FileKind kind(const std::string&) const override { return base::FileKind::file; }
    std::string read(const std::string& path) const override { throw base::Failure("cannot read \"" + path + "\""); }
    std::vector<base::Entry> list(const std::string&) const override { return {}; }
    std::optional<std::string> real(const std::string& path) const override { return path; }
    void write(const std::vector<base::NewFile>&) override {}
  } files;
  EXPECT_THAT(added("@font-face { font-family: Own; src: url(a.ttf) }", files).findings, ElementsAre(" | cannot read \"book/css/a.ttf\""));
}

TEST(OwnFonts, BehindALinkOutOfTheFolderAreNotRead) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "own_fonts";
  fs::remove_all(folder);
  fs::create_directories(folder / "book/css");
  std::ofstream(folder / "stems.ttf", std::ios::binary) << stems();
  fs::create_symlink("../../stems.ttf", folder / "book/css/stems.ttf");
  base::Disk disk;
  EXPECT_EQ(added("@font-face { font-family: Own; src: url(stems.ttf) }", disk, (folder / "book").string()).findings.size(), 1u);
  fs::remove_all(folder);
}

TEST(OwnFonts, AreTheFirstOfTheirSourcesThatCanBeUsed) {
  base::Memory files;
  files.contents = {{"book/css/a.ttf", "no font"}, {"book/css/b.ttf", stems()}};
  Added made = added("@font-face { font-family: Own; src: local(No Such Font), url(gone.ttf), url(a.ttf), url(b.ttf), url(c.ttf) }", files);
  EXPECT_THAT(made.findings, IsEmpty());
  EXPECT_EQ(made.chosen("Own"), "css/b.ttf");
  EXPECT_THAT(added("@font-face { font-family: Own; src: local(\"Lato Bold\"), url(gone.ttf) }", files).chosen("Own"), testing::EndsWith("Lato-Bold.ttf"));
}

TEST(OwnFonts, ThatCannotBeUsedAreToldEach) {
  base::Memory files;
  std::string forbidden = stems();
  const auto at = [&](std::size_t from) {
    std::size_t value = 0;
    for (std::size_t i = from; i < from + 4; ++i) value = value << 8 | static_cast<unsigned char>(forbidden[i]);
    return value;
  };
  forbidden[at(forbidden.find("OS/2") + 8) + 9] = 2;
  files.contents = {{"book/css/a.ttf", "no font"}, {"book/css/b.ttf", forbidden}};
  EXPECT_THAT(added("@font-face { font-family: Own; src: url(a.ttf), url(b.ttf), url(b.ttf#Stems), local(\"No Such Font\") }", files).findings,
              ElementsAre("url(a.ttf) | the font \"a.ttf\" is not used, because it is no TrueType, OpenType, WOFF or WOFF2 font",
                          "url(b.ttf) | the font \"b.ttf\" is not used, because its maker's licence bits forbid it",
                          "url(b.ttf#Stems) | the font \"b.ttf#Stems\" is not used, because it has no font of the PostScript name \"Stems\"",
                          "local(\"No Such Font\") | the font \"No Such Font\" is not used, because no font of that name is installed"));
}

}  // namespace
}  // namespace octavo::command
