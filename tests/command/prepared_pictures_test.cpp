#include "command/prepared_pictures.h"

#include <gtest/gtest.h>

#include "pictures/pictures.h"

namespace octavo::command {
namespace {

struct PreparedPicturesTest : testing::Test {
  base::Memory disk;
  book::Book book;
  const std::string root = "book";
  diagnostics::Sink sink;
  const PreparedPictures files{disk, book, root, sink};

  void show(const std::string& path, std::string bytes) {
    disk.contents[root + "/" + path] = std::move(bytes);
    book.assets.push_back({path, book::AssetKind::png});
  }
};

TEST_F(PreparedPicturesTest, LeavesWhatFitsABookAsItIs) {
  const std::string png = pictures::encoded_png({2, 1, true, "ab", {}});
  show("a.png", png);
  show("a.md", "# A note");
  EXPECT_EQ(files.read("book/a.png"), png);
  EXPECT_EQ(files.read("book/a.md"), "# A note");
  EXPECT_TRUE(sink.empty());
}

TEST_F(PreparedPicturesTest, MakesEachPictureOnceForBothBooksAndSaysWhatItBecame) {
  show("a.png", pictures::encoded_png({8'000, 6'300, true, std::string(std::size_t{8'000} * 6'300, '\x40'), {}}));
  const std::string first = files.read("book/a.png");
  EXPECT_EQ(files.read("book/a.png"), first);
  EXPECT_EQ(disk.was_read.size(), 1u);
  EXPECT_EQ(pictures::facts(first)->width, 4'000);
  const auto found = sink.sorted();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rule, diagnostics::Rule::image_too_fine);
  EXPECT_EQ(found[0].message, "\"a.png\" has 8000 x 6300 pixels, more than any page can show; the book has it with 4000 x 3150");
}

}  // namespace
}  // namespace octavo::command
