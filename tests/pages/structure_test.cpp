// The logical structure of laid out books, as a tree in words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string_view word_for(Role role) {
  constexpr auto words = std::to_array<std::string_view>({
      "document", "part", "section",   "division", "title", "heading", "paragraph", "quote", "list", "item", "label",    "body",          "table", "head-rows", "body-rows", "row",
      "head",     "cell", "figure",    "caption",  "code",  "note",    "link",      "span",  "contents", "contents-item", "index", "reference"});
  static_assert(words.size() == static_cast<std::size_t>(Role::reference) + 1);
  return words[static_cast<std::size_t>(role)];
}

// Each element in a line of its own, indented by its depth, with its facts and the words that are its own.
std::string tree(const Laid& book) {
  const Pages& pages = book.printed.pages;
  std::vector<std::string> words(pages.structure.size());
  for (const Page& page : pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item); run && run->structure) words[run->structure.index()] += run->text;
  std::vector<std::vector<std::size_t>> children(pages.structure.size());
  for (std::size_t i = 1; i < pages.structure.size(); ++i) children[pages.structure[i].parent.index()].push_back(i);
  std::string text;
  const auto tell = [&](const auto& self, std::size_t index, int depth) -> void {
    const Structure& one = pages.structure[index];
    text += std::string(2 * static_cast<std::size_t>(depth), ' ') + std::string(word_for(one.role));
    if (one.level > 0) text += std::to_string(one.level);
    if (!one.language.empty()) text += " lang=" + one.language;
    if (!one.alternative.empty()) text += " for=" + one.alternative;
    if (one.names_row) text += " of-row";
    if (one.columns > 1) text += " columns=" + std::to_string(one.columns);
    if (one.rows > 1) text += " rows=" + std::to_string(one.rows);
    if (!words[index].empty()) text += " \"" + words[index] + "\"";
    text += '\n';
    for (const std::size_t child : children[index]) self(self, child, depth + 1);
  };
  tell(tell, 0, 0);
  return text;
}

std::string tree(const std::string& note) { return tree(laid({{"a.md", note}})); }

TEST(Structure, PartsHoldTheirChaptersAndNothingElse) {
  const std::string text = tree(laid({{"SUMMARY.md", "[Before](before.md)\n\n# One\n\n- [A](a.md)\n\n# Two\n\n- [B](b.md)\n"},
                                      {"before.md", "# Before\n\nFirst.\n"},
                                      {"a.md", "# A\n\nText with [[Somebody]].\n"},
                                      {"b.md", "# B\n\nText.\n"}}));
  EXPECT_THAT(text, HasSubstr("\n  section\n    heading1 \"Before\"\n"));
  EXPECT_THAT(text, HasSubstr("\n  part\n    heading1 \"One\"\n    section\n"));
  EXPECT_THAT(text, HasSubstr("\n  part\n    heading1 \"Two\"\n    section\n"));
  EXPECT_THAT(text, HasSubstr("\n  section\n    heading1 \"Index\"\n"));
}

TEST(Structure, ListsOfTheContentsLieInTheirEntries) {
  const std::string text = tree("# A\n\nText.\n\n## One\n\nText.\n\n### Deep\n\nText.\n\n## Two\n\nText.\n");
  const std::size_t contents = text.find("    contents\n");
  ASSERT_NE(contents, std::string::npos) << text;
  std::string shape;
  for (std::size_t at = contents; text.compare(at, 4, "    ") == 0;) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    if (line.ends_with("contents") || line.ends_with("contents-item")) shape += line.substr(4) + '\n';
    at = end + 1;
  }
  EXPECT_EQ(shape,
            "contents\n"
            "  contents-item\n"
            "    contents\n"
            "      contents-item\n"
            "        contents\n"
            "          contents-item\n"
            "      contents-item\n");
  EXPECT_THAT(text, HasSubstr("contents-item\n        reference\n          link \"A1\"\n"));
}

TEST(Structure, CellsHeadColumnsOrRowsAndSpanThem) {
  const std::string text = tree(
      "# A\n\n<table><caption>Years</caption><thead><tr><th>Name</th><th colspan=\"2\">When</th></tr></thead>\n"
      "<tbody><tr><th rowspan=\"2\">Ada</th><td>1815</td><td>1852</td></tr><tr><td>short</td></tr></tbody></table>\n");
  EXPECT_THAT(text, HasSubstr("    table\n"
                              "      caption \"Table\u00A01 Years\"\n"
                              "      head-rows\n"
                              "        row\n"
                              "          head \"Name\"\n"
                              "          head columns=2 \"When\"\n"
                              "      body-rows\n"
                              "        row\n"
                              "          head of-row rows=2 \"Ada\"\n"
                              "          cell \"1815\"\n"
                              "          cell \"1852\"\n"
                              "        row\n"
                              "          cell \"short\"\n"
                              "          cell\n"));
}

TEST(Structure, HeadsOfNothingAreInNoGroup) {
  const std::string text = tree("# A\n\n| a | b |\n|---|---|\n");
  EXPECT_THAT(text, HasSubstr("    table\n      row\n        head \"a\"\n        head \"b\"\n"));
}

TEST(Structure, TermsAreLabelsOfWhatIsSaidOfThem) {
  EXPECT_THAT(tree("# A\n\n<dl><dt>Word</dt><dd>What it means.</dd></dl>\n"),
              HasSubstr("    list\n      item\n        label \"Word\"\n        body\n          paragraph \"What it means.\"\n"));
}

TEST(Structure, BoxesOfTasksSayWhetherTheyAreDone) {
  const std::string text = tree("# A\n\n- [ ] open\n- [x] done\n");
  EXPECT_THAT(text, HasSubstr("label for=\u2610\n"));
  EXPECT_THAT(text, HasSubstr("label for=\u2611\n"));
}

TEST(Structure, PassagesSayTheirLanguage) {
  const auto book = laid({{"a.md", "# A\n\nShe said <span lang=\"de\">Guten Tag</span> twice.\n"},
                          {"b.md", "---\nlang: fr\n---\n# B\n\nBonjour.\n"}});
  const std::string text = tree(book);
  EXPECT_THAT(text, HasSubstr("    paragraph \"She said  twice.\"\n      span lang=de \"Guten Tag\"\n"));
  EXPECT_THAT(text, HasSubstr("  section lang=fr\n    paragraph \"2\"\n    heading1 \"B\"\n"));
}

TEST(Structure, DecorationIsNoFigure) {
  const std::map<std::string, std::string> files{
      {"a.md", "# A\n\n<img src=\"s.svg\" alt=\"\">\n\nText <img src=\"s.svg\" alt=\"\"> text.\n\n![A square](s.svg)\n"},
      {"s.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"/>"}};
  const std::string text = tree(laid(files));
  EXPECT_THAT(text, HasSubstr("figure for=A square\n"));
  EXPECT_EQ(text.find("figure"), text.rfind("figure")) << text;
}

TEST(Structure, PicturesInLinksAreTheLinks) {
  const std::map<std::string, std::string> files{
      {"a.md", "# A\n\nGo [![A square](s.svg)](https://example.org/) there.\n"},
      {"s.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"/>"}};
  const auto book = laid(files);
  EXPECT_THAT(tree(book), HasSubstr("      link\n        figure for=A square\n"));
  std::vector<LinkArea> links;
  std::vector<base::Rect> pictures;
  for (const Page& page : book.printed.pages.pages) {
    links.insert(links.end(), page.links.begin(), page.links.end());
    for (const Item& item : page.items)
      if (const auto* picture = std::get_if<Picture>(&item)) pictures.push_back(picture->area);
  }
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].description, "A square");
  EXPECT_THAT(pictures, testing::ElementsAre(links[0].area));
}

TEST(Structure, HeadsOfTablesThatGoOnAreThereOnce) {
  std::string rows;
  for (int row = 0; row < 80; ++row) rows += "| cell |\n";
  const auto book = laid({{"a.md", "# A\n\n| head |\n|---|\n" + rows}});
  const std::string text = tree(book);
  EXPECT_EQ(text.find("\"head\""), text.rfind("\"head\""));
  EXPECT_THAT(text, Not(HasSubstr("headhead")));
  std::size_t repeated = 0;
  for (const Page& page : book.printed.pages.pages)
    for (const Furniture& furniture : page.furniture)
      if (furniture.kind == FurnitureKind::repeated) {
        ++repeated;
        EXPECT_EQ(std::get<GlyphRun>(page.items[furniture.begin]).text, "head");
      }
  EXPECT_GT(repeated, 0u);
}

TEST(Structure, MarkersBesideRowsOfSeveralLinesAreThere) {
  std::string words;
  for (int i = 0; i < 30; ++i) words += "word ";
  const std::string text = tree("# A\n\n- | " + words + "| b |\n  |---|---|\n  | c | d |\n\nText.[^1]\n\n[^1]: | " + words + "| b |\n    |---|---|\n    | c | d |\n");
  EXPECT_THAT(text, HasSubstr("label \"\u2022\""));
  EXPECT_THAT(text, HasSubstr("link \"1\""));
}

// Wherever on the page the row begins that the figure comes between.
TEST(Structure, AFigureMayComeBetweenTheLinesOfARow) {
  std::string words;
  for (int i = 0; i < 300; ++i) words += "word ";
  for (int lines = 4; lines < 20; lines += 3) {
    std::string before;
    for (int i = 0; i < lines; ++i) before += "A line.\n\n";
    const auto book = laid({{"a.md", "# A\n\n" + before + "![square](s.svg)\n\nAfter it.\n\n| A | B |\n|---|---|\n| " + words + "| end |\n"},
                            {"s.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"400\"/>"}});
    EXPECT_THAT(tree(book), HasSubstr("cell \"end\"")) << lines;
  }
}

}  // namespace
}  // namespace octavo::pages
