// The fonts of books that are written as notes.
#include "command/embedded_fonts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb-ot.h>

#include <memory>
#include <sstream>

#include "base/utf8.h"
#include "command/pipeline.h"
#include "command/set_text.h"
#include "command/sheets.h"
#include "highlight/highlight.h"
#include "resolve/resolve.h"

namespace octavo::command {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

constexpr Look regular{}, italic{.is_italic = true}, bold{.is_bold = true}, bold_italic{true, true};

struct Made {
  book::Book book;
  std::string css;
  EmbeddedFonts fonts;
  TextByKind text;
  std::vector<std::string> paths() const {
    std::vector<std::string> all;
    for (const epub::NamedFile& file : fonts.files) all.push_back(file.path);
    return all;
  }
};

Made made_of(const std::string& folder, base::Files& files) {
  std::ostringstream out, error;
  World world{files, out, error};
  diagnostics::Sink sink;
  Progress progress(world, Loudness::quiet);
  auto [settings, notes, book] = resolved(folder, world, sink, progress);
  Made result;
  result.book = highlight::color(resolve::with_back_matter(std::move(book), notes, settings));
  for (const epub::StyleSheet& sheet : epub_looks(settings, files, sink).sheets) result.css += sheet.css + "\n";
  glyphs::Fonts fonts;
  result.text = set_text(result.book, result.css);
  result.fonts = embedded_fonts(result.book, print_sheet(settings, files, sink), result.css, fonts);
  return result;
}

// A book of one note; `print_css` and `epub_css` are the author's own sheets.
Made made(const std::string& text, const std::string& print_css = "", const std::string& epub_css = "") {
  base::Memory files;
  files.contents = {{"book/a.md", text},
                    {"book/print.css", print_css},
                    {"book/epub.css", epub_css},
                    {"book/book.toml", "title = \"T\"\nlanguage = \"en\"\n[style]\nprint = \"print.css\"\nepub = \"epub.css\"\n"}};
  return made_of("book", files);
}

bool has(const std::string& font, char32_t character) {
  hb_blob_t* blob = hb_blob_create(font.data(), static_cast<unsigned>(font.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_font_t* drawn = hb_font_create(face);
  hb_codepoint_t glyph = 0;
  const bool found = hb_font_get_nominal_glyph(drawn, character, &glyph) != 0;
  hb_font_destroy(drawn);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return found;
}

TEST(EmbeddedFonts, OfPlainTextAreOneFace) {
  const Made plain = made("# A\n\nWords, and no more.\n");
  EXPECT_THAT(plain.paths(), ElementsAre("fonts/vollkorn-400.ttf"));
  EXPECT_EQ(plain.fonts.files.front().media_type, "font/ttf");
  EXPECT_EQ(plain.fonts.css,
            "@font-face { font-family: \"Vollkorn\"; font-style: normal; font-weight: normal; src: url(fonts/vollkorn-400.ttf); }\n"
            "body { font-family: \"Vollkorn\", serif; }\n");
  EXPECT_THAT(plain.fonts.refusals, IsEmpty());
}

TEST(EmbeddedFonts, AreThoseOfEveryLookTheTextHas) {
  EXPECT_THAT(made("# A\n\nAn *emphasis*.\n").paths(), UnorderedElementsAre("fonts/vollkorn-400.ttf", "fonts/vollkorn-400-italic.ttf"));
  EXPECT_THAT(made("# A\n\n**Strong**.\n").paths(), UnorderedElementsAre("fonts/vollkorn-400.ttf", "fonts/vollkorn-600.ttf"));
  EXPECT_THAT(made("# A\n\n***Both***.\n").paths(), UnorderedElementsAre("fonts/vollkorn-400.ttf", "fonts/vollkorn-600-italic.ttf"));
  EXPECT_THAT(made("# A\n\nPress <kbd>Esc</kbd>.\n").paths(), UnorderedElementsAre("fonts/vollkorn-400.ttf", "fonts/lato-400.ttf"));
}

TEST(EmbeddedFonts, AreCalledByTheTwoWeightsThatReadersKnow) {
  const Made strong = made("# A\n\n**Strong**.\n");
  EXPECT_THAT(strong.fonts.css, HasSubstr("font-weight: bold; src: url(fonts/vollkorn-600.ttf); }\n"));
}

TEST(EmbeddedFonts, OfCodeHaveNoLigaturesAndTheLooksOfItsColours) {
  const Made code = made("# A\n\nSome `code`:\n\n```cpp\nreturn; // so\n```\n");
  EXPECT_THAT(code.paths(), UnorderedElementsAre("fonts/vollkorn-400.ttf", "fonts/jetbrains-mono-400.ttf", "fonts/jetbrains-mono-600.ttf",
                                                 "fonts/jetbrains-mono-400-italic.ttf"));
  EXPECT_THAT(code.fonts.css, HasSubstr("\ncode, pre { font-family: \"JetBrains Mono\", monospace; font-variant-ligatures: none; }\n"));
}

TEST(EmbeddedFonts, HoldTheCharactersOfTheBook) {
  const Made greek = made("# \u0394\u03CC\n\nIn **\u03BB\u03CC\u03B3\u03BF\u03C2** and e\u0301.[^1]\n\n[^1]: \u0416\n\n`\u2192`\n");
  for (const epub::NamedFile& file : greek.fonts.files) {
    const bool is_text = file.path.starts_with("fonts/vollkorn");
    for (const char32_t c : std::u32string_view(U"aZ09.")) EXPECT_TRUE(has(file.bytes, c)) << file.path;
    for (const char32_t c : std::u32string_view(U"\u03BB\u0394\u0416\u201C\u2014\u00E9"))
      EXPECT_EQ(has(file.bytes, c), is_text) << file.path << " " << static_cast<int>(c);
    EXPECT_EQ(has(file.bytes, U'\u039B'), is_text) << "the capital of a letter that may be a small one";
    EXPECT_FALSE(has(file.bytes, U'\u0429')) << file.path << " has a letter that nothing in the book asks for";
    EXPECT_LT(file.bytes.size(), 60'000u) << file.path;
  }
  EXPECT_TRUE(greek.text.code.characters.contains(U'\u2192'));
  EXPECT_FALSE(greek.text.words.characters.contains(U'\u2192'));
}

TEST(EmbeddedFonts, FollowTheFamiliesOfThePrintedBook) {
  const Made sans = made("# A\n\n**Words** and `code`.\n", "body, code { font-family: Lato, sans-serif } strong { font-weight: 900 }");
  EXPECT_THAT(sans.paths(), UnorderedElementsAre("fonts/lato-400.ttf", "fonts/lato-900.ttf"));
  EXPECT_THAT(sans.fonts.css, HasSubstr("body { font-family: \"Lato\", sans-serif; }\ncode, pre { font-family: \"Lato\", sans-serif; font-variant"));
}

TEST(EmbeddedFonts, OfAFamilyWithoutItalicsAreOneFace) {
  const Made thai = made("# A\n\n*Words*.\n", "body { font-family: 'Noto Serif Thai' }");
  ASSERT_EQ(thai.fonts.files.size(), 1u);
  EXPECT_THAT(thai.fonts.css, HasSubstr("font-style: normal")) << "so that the reader slants it";
  EXPECT_THAT(thai.fonts.css, HasSubstr("body { font-family: \"Noto Serif Thai\"; }"));
}

TEST(EmbeddedFonts, AreTheSameEveryTime) {
  const std::string text = "# A\n\n*Words* and `code`.\n";
  const Made first = made(text), second = made(text);
  EXPECT_EQ(first.fonts.css, second.fonts.css);
  EXPECT_EQ(epub::packed(first.fonts.files), epub::packed(second.fonts.files));
}

TEST(SetText, HasTheLooksOfTheEbooksSheet) {
  const auto looks = [](const std::string& text, const std::string& css = "") { return made("# A\n\n" + text, "", css).text.words.looks; };
  EXPECT_THAT(looks("Plain.\n"), ElementsAre(regular));
  EXPECT_THAT(looks("## Section\n"), ElementsAre(regular, bold));
  EXPECT_THAT(looks("## A *very* section\n"), ElementsAre(regular, bold, bold_italic));
  EXPECT_THAT(looks("## One\n\n### Section\n"), Contains(italic));
  EXPECT_THAT(looks("| head |\n| --- |\n| cell |\n"), ElementsAre(regular, bold));
  EXPECT_THAT(looks("> A quote.\n", "blockquote { font-style: italic }"), ElementsAre(regular, italic));
  EXPECT_THAT(looks("> A quote with *emphasis*.\n", "blockquote { font-weight: 700 }"), ElementsAre(regular, bold, bold_italic));
  EXPECT_THAT(looks("*Emphasis*.\n", "em { font-style: normal; font-weight: 500 }"), ElementsAre(regular));
}

TEST(SetText, OfCodeIsApart) {
  const TextByKind text = made("# A\n\n**Strong `ö`** and <kbd>ü</kbd>.\n").text;
  EXPECT_THAT(text.code.looks, ElementsAre(bold));
  EXPECT_THAT(text.keys.looks, ElementsAre(regular));
  EXPECT_TRUE(text.code.characters.contains(U'ö'));
  EXPECT_TRUE(text.keys.characters.contains(U'ü'));
  EXPECT_FALSE(text.words.characters.contains(U'ö') || text.words.characters.contains(U'ü'));
}

// The characters of a page between its tags: those within the elements named, or those outside.
std::set<char32_t> characters_of(std::string_view page, const std::vector<std::string_view>& elements, bool is_within) {
  std::set<char32_t> found;
  int depth = 0;
  for (std::size_t at = page.find("<body"); at < page.size();) {
    const std::size_t end = page.find('>', at) + 1, next = std::min(page.find('<', end), page.size());
    const bool is_end = page[at + 1] == '/';
    const std::string_view tag = page.substr(at + (is_end ? 2 : 1), end - at);
    const std::string_view name = tag.substr(0, tag.find_first_of(" />"));
    if (std::ranges::find(elements, name) != elements.end()) depth += is_end ? -1 : 1;
    if ((depth > 0) == is_within)
      for (const char32_t c : base::code_points(page.substr(end, next - end)))
        if (c >= ' ') found.insert(c);
    at = next;
  }
  return found;
}

void expect_every_character(const std::string& root, base::Files& files) {
  const Made whole = made_of(root, files);
  const TextByKind& text = whole.text;
  diagnostics::Sink sink;
  glyphs::Fonts fonts;
  for (const epub::NamedFile& file : epub::files(whole.book, nullptr, {.sheets = {{"style.css", whole.css, ""}}, .files = {}}, fonts, files, root, sink)) {
    if (!file.path.ends_with(".xhtml")) continue;
    EXPECT_THAT(text.words.characters, IsSupersetOf(characters_of(file.bytes, {"code", "kbd"}, false))) << file.path;
    EXPECT_THAT(text.code.characters, IsSupersetOf(characters_of(file.bytes, {"code"}, true))) << file.path;
    EXPECT_THAT(text.keys.characters, IsSupersetOf(characters_of(file.bytes, {"kbd"}, true))) << file.path;
  }
}

TEST(SetText, HasEveryCharacterOfTheFinishedEbook) {
  base::Disk disk;
  expect_every_character(OCTAVO_SOURCE "/content/bedrock", disk);
  // A letter of its own for every place, and none of them the capital of another.
  base::Memory files;
  files.contents = {
      {"book/book.toml", "title = \"α\"\nsubtitle = \"β\"\nauthors = [\"γ\"]\npublisher = \"δ\"\nrights = \"ε\"\n"},
      {"book/SUMMARY.md", "# Summary\n\n# ζ\n\n- [A](a.md)\n- [B](b.md)\n"},
      {"book/b.md", "# B\n\nSee [[a|ъ]].\n\n## Key players\n\n- **Ann Ы** is щ, after [[b]].\n- **Bob Q** is w.\n"},
      {"book/a.md", "# η\n\n## θ\n\nι *κ* **λ** ==μ== ~~ν~~ <u>ξ</u> <kbd>ο</kbd> `π` $ρ$ #σ [τ](https://example.org/) [υ](b.md) ![φ](none.png)\n\n"
                    "- χ\n- [ ] ψ\n\n1. ω\n\n> а\n\n> [!note] б\n> в\n\n```\nг\n```\n\n$$\nд\n$$\n\n![е](none.png \"ж\")\n\n"
                    "| з |\n| - |\n| и |\n\n<table><caption>й</caption><tr><th>к</th><td>л</td></tr></table>\n\n---\n\n"
                    "<dl><dt>м</dt><dd>н</dd></dl>\n\n<details><summary>о</summary>\n\nп\n\n</details>\n\n<div class=\"x\">\n\nр\n\n</div>\n\n"
                    "<figure><figcaption>с</figcaption>\n\n`т`\n\n</figure>\n\nNote.[^n] <span lang=\"ru\">ф</span>\n\n[^n]: х [[b|ц]]\n"}};
  expect_every_character("book", files);
}

}  // namespace
}  // namespace octavo::command
