#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;

TEST(Contents, HavePartsChaptersSectionsAndBackMatter) {
  const Resolved book =
      resolved({{"a.md",
                 "# Alpha [[Beta]]\n\n## One\n\n### Deep\n\n#### Deeper\n\n> ## Quoted\n\n## Key "
                 "Players\n\n- **Ada**\n"},
                {"part/b.md", "# Beta\n"}});
  std::vector<std::string> lines;
  for (const auto& entry : book.book.contents) {
    lines.push_back(std::to_string(entry.level) + ' ' + entry.number + ' ' + book::plain_text(entry.title));
    EXPECT_TRUE(book.book.anchors.at(entry.target.index()).is_target) << lines.back();
    book::each_inline(entry.title, [](const book::Inline& one) {
      EXPECT_FALSE(holds_alternative<book::Link>(one.value));
      return true;
    });
  }
  EXPECT_THAT(lines, ElementsAre("1 1 Alpha Beta", "2  One", "3  Deep", "0  part",
                                 "1 2 Beta", "1  Key Players", "1  Index"));
}

TEST(Contents, LeaveOutHeadingsInWhichNothingCanBeSeen) {
  const Resolved book = resolved({{"a.md", "# A\n\n## &nbsp;\n\nx\n\n## &#8203;\n\n## B\n"}});
  std::vector<std::string> titles;
  for (const auto& entry : book.book.contents) titles.push_back(book::plain_text(entry.title));
  EXPECT_THAT(titles, ElementsAre("A", "B"));
}

TEST(Contents, NameTheBackMatterInTheBooksLanguage) {
  const Resolved book = resolved({{"book.toml", "language = \"de\"\n"}, {"a.md", "# A\n\n[[Mond]]\n"}});
  EXPECT_EQ(book::plain_text(book.book.contents.back().title), "Register");
}

TEST(Contents, GoAsDeepAsAsked) {
  const auto entries = [](const std::string& depth) {
    const Resolved book = resolved({{"book.toml", "[contents]\ndepth = " + depth}, {"SUMMARY.md", "- [A](a.md)\n  - [B](b.md)\n"},
                                    {"a.md", "# A\n\n## S\n\n### T\n\n#### U\n"}, {"b.md", "# B\n"}});
    std::string titles;
    for (const auto& entry : book.book.contents) titles += book::plain_text(entry.title);
    return titles;
  };
  EXPECT_EQ(entries("1"), "A");
  EXPECT_EQ(entries("2"), "ASB");
  EXPECT_EQ(entries("4"), "ASTUB");
}

}  // namespace
}  // namespace octavo::resolve
