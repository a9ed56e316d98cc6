#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;

constexpr const char* square = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

std::vector<std::string> captions(const Resolved& resolved) {
  std::vector<std::string> found;
  for (const auto& chapter : resolved.book.chapters) {
    book::each_block(chapter, [&](const book::Block& block) {
      if (const auto* figure = get_if<book::Figure>(&block.value)) found.push_back(book::plain_text(figure->caption));
      if (const auto* table = get_if<book::Table>(&block.value)) found.push_back(book::plain_text(table->caption));
      if (const auto* captioned = get_if<book::Captioned>(&block.value)) found.push_back(book::plain_text(captioned->caption));
      return true;
    });
  }
  return found;
}

const std::map<std::string, std::string> notes = {
    {"a.md", "# A\n\n![x](s.svg \"One\")\n\n![x](s.svg)\n\n![x](s.svg \"Two\")\n"},
    {"b.md", "# B\n\n![x](s.svg \"Three\")\n\n![x](s.svg \"Figure 9: his own\")\n"},
    {"s.svg", square}};

TEST(CaptionNumbers, AreThoseOfChaptersWithCaptions) {
  EXPECT_THAT(captions(resolved(notes)), ElementsAre("Figure\u00A01.1 One", "", "Figure\u00A01.2 Two", "Figure\u00A02.1 Three", "Figure 9: his own"));
}

TEST(CaptionNumbers, AreLeftOutWithTheOthers) {
  auto without = notes;
  without["book.toml"] = "numbered = false\n";
  EXPECT_THAT(captions(resolved(without)), ElementsAre("One", "", "Two", "Three", "Figure 9: his own"));
}

TEST(CaptionNumbers, AreThereForCaptionsWithFiguresOfTheirOwn) {
  EXPECT_THAT(captions(resolved({{"a.md", "# A\n\n![x](s.svg \"Apollo 11 at rest\")\n\n![x](s.svg \"GPT-4\")\n\n![x](s.svg \"Fig. 7 his own\")\n"}, {"s.svg", square}})),
              ElementsAre("Figure\u00A01 Apollo 11 at rest", "Figure\u00A02 GPT-4", "Fig. 7 his own"));
}

TEST(CaptionNumbers, OfAuthorsAreNotSaidOnceMore) {
  EXPECT_THAT(captions(resolved({{"a.md", "---\nlang: de\n---\n# A\n\n![x](s.svg \"Abb. 4: Haus\")\n\n![x](s.svg \"Abbildung\u00A05: Hof\")\n\n![x](s.svg \"2020. Ein Jahr\")\n"},
                                 {"s.svg", square}})),
              ElementsAre("Abb. 4: Haus", "Abbildung\u00A05: Hof", "Abbildung\u00A01 2020. Ein Jahr"));
}

TEST(CaptionNumbers, OfChaptersWithoutNumbersGoOnThroughTheBook) {
  auto with_preface = notes;
  with_preface["0.md"] = "# Preface\n\n![x](s.svg \"Before\")\n";
  with_preface["book.toml"] = "chapters = [\"0.md\", \"a.md\", \"b.md\"]\n";
  EXPECT_THAT(captions(resolved(with_preface)), testing::Contains("Figure\u00A01 Before"));
  EXPECT_THAT(captions(resolved(with_preface)), testing::Contains("Figure\u00A01.1 One"));
}

TEST(CaptionNumbers, OfPicturesInAFigureAreTheFigures) {
  EXPECT_THAT(captions(resolved({{"a.md", "# A\n\n<figure><figure><img src=\"s.svg\" alt=\"x\"><figcaption>left</figcaption></figure>"
                                          "<img src=\"s.svg\" alt=\"y\"><figcaption>Both</figcaption></figure>\n"}, {"s.svg", square}})),
              testing::Contains("Figure\u00A01 Both"));
}

TEST(CaptionNumbers, OfABookOfOneChapterAreSimple) {
  EXPECT_THAT(captions(resolved({{"a.md", "---\nlang: de\n---\n# A\n\n![x](s.svg \"One\")\n"}, {"s.svg", square}})),
              ElementsAre("Abbildung\u00A01 One"));
}

const std::string table = "| a | b |\n|---|---|\n| 1 | 2 |\n";

TEST(CaptionNumbers, OfTablesAreCountedBesideThoseOfPictures) {
  EXPECT_THAT(captions(resolved({{"a.md", "# A\n\n" + table + "\nTable: One\n\n![x](s.svg \"Two\")\n\n" + table + "\n## B\n\n" + table + "\nTable: Three\n"},
                                 {"b.md", "# B\n\n" + table + "\nTable: Table B-7: her own\n\n" + table + "\nTable: Table A: rows\n"}, {"s.svg", square}})),
              ElementsAre("Table\u00A01.1 One", "Figure\u00A01.1 Two", "", "Table\u00A01.2 Three", "Table B-7: her own", "Table\u00A02.1 Table A: rows"));
}

std::string linked(const std::string& links, const std::string& settings = "") {
  const Resolved book = resolved({{"book.toml", settings},
                                  {"a.md", "# A\n\n" + links + "\n"},
                                  {"b.md", "# B\n\n![x](s.svg \"One\")\n^pic\n\n" + table + "\nTable: Two\n^tab\n\n![x](s.svg \"Fig. 7: his own\")\n^own\n\n" +
                                               "![x](s.svg)\n^bare\n\nText.\n^text\n"},
                                  {"s.svg", square}});
  std::string words;
  for (const auto& block : book.chapter("a.md").blocks)
    if (const auto* paragraph = get_if<book::Paragraph>(&block.value)) words += book::plain_text(paragraph->content);
  return words;
}

TEST(CaptionNumbers, AreTheWordsOfLinksThatHaveNone) {
  EXPECT_EQ(linked("[[b#^pic]], [[b#^tab]], [[b#^own]]"), "Figure\u00A02.1, Table\u00A02.1, Fig.\u00A07");
  EXPECT_EQ(linked("[[b#^pic|that]], [that](b.md#^tab)"), "that, that");
  EXPECT_EQ(linked("[[b#^pic]], [[b#^tab]]", "language = \"de\"\n"), "Abbildung\u00A02.1, Tabelle\u00A02.1");
}

TEST(CaptionNumbers, AreNoWordsOfOtherLinks) {
  EXPECT_EQ(linked("[[b#^bare]], [[b#^text]]"), "b, b");
  EXPECT_EQ(linked("[[b#^pic]]", "numbered = false\n"), "b");
}

std::vector<std::string> entries(const std::vector<book::ContentsEntry>& list) {
  std::vector<std::string> found;
  for (const auto& entry : list) found.push_back(entry.number + "|" + book::plain_text(entry.title));
  return found;
}

TEST(CaptionNumbers, MakeTheListsThatAreAskedFor) {
  auto asking = notes;
  asking["a.md"] += "\n" + table + "\nTable: A *table*[^1]\n\n[^1]: Note.\n";
  const auto plain = resolved(asking);
  EXPECT_TRUE(plain.book.figures.empty() && plain.book.tables.empty() && !plain.book.figures_anchor);
  asking["book.toml"] = "[contents]\nfigures = true\ntables = true\n";
  const auto both = resolved(asking);
  EXPECT_THAT(entries(both.book.figures), ElementsAre("1.1|One", "1.2|Two", "2.1|Three", "|Figure 9: his own"));
  EXPECT_THAT(entries(both.book.tables), ElementsAre("1.1|A table"));
  EXPECT_THAT(entries(both.book.contents), ElementsAre("|Figures", "|Tables", "1|A", "2|B"));
  asking["book.toml"] = "numbered = false\n[contents]\nfigures = true\n";
  EXPECT_THAT(entries(resolved(asking).book.figures), ElementsAre("|Figure 9: his own"));
}

}  // namespace
}  // namespace octavo::resolve
