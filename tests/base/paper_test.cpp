#include "base/paper.h"

#include <gtest/gtest.h>

namespace octavo::base {
namespace {

constexpr float mm = points_per_millimetre;

TEST(Paper, is_a_name_in_any_case) {
  EXPECT_EQ(read_paper(" A5 "), (Paper{"a5", {148 * mm, 210 * mm}}));
  EXPECT_EQ(read_paper("Letter"), (Paper{"letter", {612, 792}}));
}

TEST(Paper, is_width_and_height_with_a_unit) {
  EXPECT_EQ(read_paper("6x9in"), (Paper{"", {432, 648}}));
  EXPECT_EQ(read_paper("6in x 9in"), (Paper{"", {432, 648}}));
  EXPECT_NEAR(read_paper("17 \u00D7 24 cm")->size.height, 240 * mm, 0.001);
  EXPECT_EQ(read_paper("200x300pt"), (Paper{"", {200, 300}}));
}

TEST(Paper, of_a_size_that_has_a_name_has_it) {
  EXPECT_EQ(read_paper("140x216mm"), paper("octavo"));
  EXPECT_EQ(read_paper("21 x 29.7 cm"), paper("a4"));
}

TEST(Paper, is_nothing_else) {
  for (const char* written : {"", "a55", "6x9", "6in", "x9in", "6x9 inches", "-6x9in", "0x0mm", "0.5x9in", "1e9x1mm", "6x9in!", "nanxinfmm", "300000x1in"})
    EXPECT_FALSE(read_paper(written)) << written;
}

TEST(Paper, that_is_misspelled_has_a_name_nearby) {
  EXPECT_EQ(nearest_papers("lettre"), std::vector<std::string>{"letter"});
  EXPECT_TRUE(nearest_papers("6x9").empty());
}

TEST(Length, is_a_number_and_a_unit) {
  EXPECT_FLOAT_EQ(read_length("3mm").value(), 3 * mm);
  EXPECT_FLOAT_EQ(read_length(" 0.125 in").value(), 9);
  EXPECT_EQ(read_length("0"), 0.f);
  for (const char* written : {"", "3", "mm", "-1mm", "3em", "3mm 4mm"}) EXPECT_FALSE(read_length(written)) << written;
}

TEST(Paper, AtHomeGoesByTheRegion) {
  EXPECT_EQ(paper_at_home("en-US").name, "letter");
  EXPECT_EQ(paper_at_home("es-MX").name, "letter");
  for (const char* language : {"en", "ca", "en-GB", "de", ""}) EXPECT_EQ(paper_at_home(language).name, "a4") << language;
}

}  // namespace
}  // namespace octavo::base
