#include "resolve/media.h"

#include <gmock/gmock.h>

#include "resolve/resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Media, AreNamedByTheirKind) {
  EXPECT_THAT(why_unsupported("a/Song.MP3"), HasSubstr("is a sound"));
  EXPECT_THAT(why_unsupported("a/Song.MP3"), HasSubstr("\"a/Song.MP3\""));
  EXPECT_THAT(why_unsupported("b.mkv"), HasSubstr("is a film"));
  EXPECT_THAT(why_unsupported("b.canvas"), HasSubstr("is a canvas"));
  EXPECT_THAT(why_unsupported("b.base"), HasSubstr("is a base"));
  EXPECT_THAT(why_unsupported("b.pdf"), HasSubstr("is a PDF"));
  for (const auto path : {"a.png", "a.md", "mp3", "a.txt", ""})
    EXPECT_THAT(why_unsupported(path), IsEmpty()) << path;
}

TEST(Media, LeaveTheirNamesAndAreReported) {
  const Resolved book =
      resolved({{"n.md", "![[a.mp3]]\n\n![the talk](b.webm)\n\n![[c.canvas#x]] ![[no.mp3]]\n"},
                {"a.mp3", ""},
                {"b.webm", ""},
                {"c.canvas", ""}});
  EXPECT_THAT(book.findings(), ElementsAre("n.md:1:1 content/unsupported", "n.md:3:1 content/unsupported",
                                           "n.md:5:1 content/unsupported", "n.md:5:17 embed/missing"));
  const std::string text = book.text("n.md");
  for (const auto name : {"a.mp3", "the talk", "c.canvas", "no.mp3"}) EXPECT_THAT(text, HasSubstr(name));
}

}  // namespace
}  // namespace octavo::resolve
