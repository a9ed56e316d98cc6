// The contents in both of its forms.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/made.h"

namespace octavo::epub {
namespace {

using testing::HasSubstr;

TEST(Navigation, NestsSectionsUnderTheirChapters) {
  const auto book = made({{"a.md", "# A\n\n## B\n\n### C\n\n## D\n"}, {"e.md", "# E\n"}});
  EXPECT_THAT(book["nav.xhtml"],
              HasSubstr("<ol>\n<li><a href=\"a.xhtml\">1 A</a><ol>\n<li><a href=\"a.xhtml#b\">B</a><ol>\n<li><a href=\"a.xhtml#c\">C</a></li>\n"
                        "</ol></li>\n<li><a href=\"a.xhtml#d\">D</a></li>\n</ol></li>\n<li><a href=\"e.xhtml\">2 E</a></li>\n</ol>"));
}

TEST(Navigation, PutsBackMatterBesideTheParts) {
  const auto book = made({{"One/a.md", "# A\n\n[[b]]"}, {"Two/b.md", "# B"}});
  EXPECT_THAT(book["nav.xhtml"], HasSubstr("B</a></li>\n</ol></li>\n<li><a href=\"index.xhtml\">Index</a></li>\n</ol>"));
}

TEST(Navigation, OfOlderReadersSaysTheSameInOrder) {
  const auto book = made({{"a.md", "# A & B\n\n## C\n"}});
  EXPECT_THAT(book["toc.ncx"], HasSubstr("playOrder=\"1\"><navLabel><text>A &amp; B</text></navLabel><content src=\"a-b.xhtml\"/>"));
  EXPECT_THAT(book["toc.ncx"], HasSubstr("playOrder=\"2\"><navLabel><text>C</text></navLabel><content src=\"a-b.xhtml#c\"/>"));
  EXPECT_THAT(book["toc.ncx"], HasSubstr("<meta name=\"dtb:depth\" content=\"2\"/>"));
}

TEST(Navigation, HasLandmarksOfWhatThereIs) {
  const auto plain = made({{"a.md", "# A\n"}});
  EXPECT_THAT(plain["nav.xhtml"], HasSubstr("epub:type=\"bodymatter\" href=\"a.xhtml\""));
  EXPECT_EQ(plain["nav.xhtml"].find("index.xhtml"), std::string::npos);
  const auto linked = made({{"a.md", "# A\n\n[[b]]"}, {"b.md", "# B"}});
  EXPECT_THAT(linked["nav.xhtml"], HasSubstr("epub:type=\"index\" href=\"index.xhtml\""));
}

}  // namespace
}  // namespace octavo::epub
