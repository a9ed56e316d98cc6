#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "laid.h"
#include "pictures/pictures.h"

namespace octavo::pages {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string png(std::uint32_t width) {
  return pictures::encoded_png({width, 20, true, std::string(std::size_t{width} * 20, '\x40'), {}});
}

std::vector<diagnostics::Diagnostic> found(const Laid& book) {
  std::vector<diagnostics::Diagnostic> coarse;
  for (const auto& one : book.source.sink.sorted())
    if (one.rule == diagnostics::Rule::image_too_coarse) coarse.push_back(one);
  return coarse;
}

TEST(CoarsePictures, AreFoundOnceWhereTheyFirstStand) {
  const auto book = laid({{"a.md", "# A\n\nIn ![[a.png|20]] line.\n\n![s|192](a.png)\n\n![s|150](a.png)\n"}, {"a.png", png(200)}});
  const auto coarse = found(book);
  ASSERT_EQ(coarse.size(), 1u);
  EXPECT_EQ(book.source.sink.sources.position(coarse[0].where.file, coarse[0].where.begin).line, 3u);
  // 192 pixels of CSS are two inches.
  EXPECT_THAT(coarse[0].message, AllOf(HasSubstr("100 pixels to the inch"), HasSubstr("300 pixels wide (it has 200)"), HasSubstr("no wider than 128")));
}

TEST(CoarsePictures, AreNotThoseThatAreFineEnoughOrDrawingsOrIcons) {
  const auto book = laid({{"a.md", "# A\n\n![s|128](a.png)\n\n![s](s.svg)\n\nIn ![[b.png|20]] line.\n"},
                          {"a.png", png(200)},
                          {"b.png", png(20)},
                          {"s.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"40\"/>"}});
  EXPECT_TRUE(found(book).empty());
}

}  // namespace
}  // namespace octavo::pages
