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

TEST(FigureNumbers, AreThoseOfChaptersWithCaptions) {
  EXPECT_THAT(captions(resolved(notes)), ElementsAre("Figure\u00A01.1 One", "", "Figure\u00A01.2 Two", "Figure\u00A02.1 Three", "Figure 9: his own"));
}

TEST(FigureNumbers, AreLeftOutWithTheOthers) {
  auto without = notes;
  without["book.toml"] = "numbered = false\n";
  EXPECT_THAT(captions(resolved(without)), ElementsAre("One", "", "Two", "Three", "Figure 9: his own"));
}

TEST(FigureNumbers, AreThereForCaptionsWithFiguresOfTheirOwn) {
  EXPECT_THAT(captions(resolved({{"a.md", "# A\n\n![x](s.svg \"Apollo 11 at rest\")\n\n![x](s.svg \"GPT-4\")\n\n![x](s.svg \"Fig. 7 his own\")\n"}, {"s.svg", square}})),
              ElementsAre("Figure\u00A01 Apollo 11 at rest", "Figure\u00A02 GPT-4", "Fig. 7 his own"));
}

TEST(FigureNumbers, OfChaptersWithoutNumbersGoOnThroughTheBook) {
  auto with_preface = notes;
  with_preface["0.md"] = "# Preface\n\n![x](s.svg \"Before\")\n";
  with_preface["book.toml"] = "chapters = [\"0.md\", \"a.md\", \"b.md\"]\n";
  EXPECT_THAT(captions(resolved(with_preface)), testing::Contains("Figure\u00A01 Before"));
  EXPECT_THAT(captions(resolved(with_preface)), testing::Contains("Figure\u00A01.1 One"));
}

TEST(FigureNumbers, OfPicturesInAFigureAreTheFigures) {
  EXPECT_THAT(captions(resolved({{"a.md", "# A\n\n<figure><figure><img src=\"s.svg\" alt=\"x\"><figcaption>left</figcaption></figure>"
                                          "<img src=\"s.svg\" alt=\"y\"><figcaption>Both</figcaption></figure>\n"}, {"s.svg", square}})),
              testing::Contains("Figure\u00A01 Both"));
}

TEST(FigureNumbers, OfABookOfOneChapterAreSimple) {
  EXPECT_THAT(captions(resolved({{"a.md", "---\nlang: de\n---\n# A\n\n![x](s.svg \"One\")\n"}, {"s.svg", square}})),
              ElementsAre("Abbildung\u00A01 One"));
}

}  // namespace
}  // namespace octavo::resolve
