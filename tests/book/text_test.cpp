#include <gtest/gtest.h>

#include "book/book.h"
#include "sample.h"

using namespace octavo::book;

TEST(PlainText, IsWhatWouldBeReadAloud) {
  const Inlines inlines = {
      words("See "),
      link(ToUrl{"https://example.org"}, {words("the "), marked(Mark::emphasis, {words("site")})}),
      {NoteCall{"1"}},
      {LineBreak{}},
      {Code{"x = 1"}},
      words(", "),
      {Image{"a.png", {}, "a desk"}},
      words(" "),
      {Math{"a^2"}},
      words(" "),
      {Tag{"history"}},
  };
  EXPECT_EQ(plain_text(inlines), "See the site x = 1, a desk a^2 #history");
}

TEST(PlainText, OfABlockIsWhatItHoldsItself) {
  EXPECT_EQ(plain_text(paragraph("a")), "a");
  EXPECT_EQ(plain_text(Block{CodeBlock{"cpp", "", "a\nb"}}), "a\nb");
  EXPECT_EQ(plain_text(Block{MathBlock{"x"}}), "x");
  EXPECT_EQ(plain_text(Block{Quote{{paragraph("a")}}}), "");
  EXPECT_EQ(plain_text(Block{SectionBreak{}}), "");
  EXPECT_EQ(plain_text(table()), "Lives\nName Born\nAda 1815");
}

TEST(WithoutLinks, KeepsTheTextOfLinksAndDropsNoteCalls) {
  const Inlines inlines = {
      words("On "),
      marked(Mark::strong, {link(ToNothing{}, {marked(Mark::emphasis, {words("Ada")})}), {NoteCall{"1"}}}),
      {NoteCall{"2"}},
  };
  EXPECT_EQ(dump({paragraph(without_links(inlines))}), "paragraph \"On ***Ada***\"\n");
}
