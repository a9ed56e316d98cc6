#include <gtest/gtest.h>

#include "pictures/raster.h"
#include "samples.h"

namespace octavo::pictures {
namespace {

TEST(JpegPreparation, LeavesAloneWhatFitsABook) {
  for (const JpegForm form : {JpegForm::plain, JpegForm::gray, JpegForm::progressive, JpegForm::rgb}) EXPECT_FALSE(prepared(jpeg({form})));
  EXPECT_FALSE(prepared(jpeg({.orientation = 6})));
  EXPECT_FALSE(prepared(jpeg({.profile = screen_profile()}))) << "sRGB by a profile is sRGB";
  EXPECT_FALSE(prepared(jpeg({.form = JpegForm::gray, .profile = gray_profile(2.2)})));
}

TEST(JpegPreparation, TurnsInksIntoLight) {
  for (const JpegForm form : {JpegForm::cmyk, JpegForm::ycck}) {
    const auto made = prepared(jpeg({form}));
    ASSERT_TRUE(made);
    EXPECT_FALSE(made->is_smaller);
    EXPECT_TRUE(passable_jpeg(made->bytes));
    const auto before = decode(jpeg({form})), after = decode(made->bytes);
    ASSERT_TRUE(before && after);
    for (std::size_t i = 0; i < before->color.size(); ++i)
      ASSERT_NEAR(static_cast<unsigned char>(before->color[i]), static_cast<unsigned char>(after->color[i]), 8) << i;
  }
}

TEST(JpegPreparation, BringsColoursOfAProfileToThoseOfScreens) {
  const auto made = prepared(jpeg({.profile = wide_profile()}));
  ASSERT_TRUE(made);
  EXPECT_TRUE(passable_jpeg(made->bytes));
  EXPECT_FALSE(prepared(made->bytes)) << "once is enough";
  const auto lower_right = decode(made->bytes);
  ASSERT_TRUE(lower_right);
  EXPECT_GE(static_cast<unsigned char>(lower_right->color.back()), 250) << "white stays white";
}

TEST(JpegPreparation, TurnsInksIntoTheLightThatTheirProfileSays) {
  for (const JpegForm form : {JpegForm::cmyk, JpegForm::ycck}) {
    const auto made = prepared(jpeg({.form = form, .profile = gray_inks_profile()}));
    ASSERT_TRUE(made);
    EXPECT_TRUE(passable_jpeg(made->bytes));
    const auto after = decode(made->bytes);
    ASSERT_TRUE(after);
    // Red, green and blue take two inks: CIE lightness 50 is 119 of sRGB. White takes none.
    const std::size_t last = after->color.size() - 3, upper_right = 3 * 15, lower_left = last - 3 * 15;
    for (const auto& [pixel, expected] : {std::pair{std::size_t{0}, 119}, {upper_right, 119}, {lower_left, 119}, {last, 255}})
      for (std::size_t channel = 0; channel < 3; ++channel)
        EXPECT_NEAR(static_cast<unsigned char>(after->color[pixel + channel]), expected, 4) << pixel;
  }
}

TEST(JpegPreparation, BringsGrayToThatOfScreens) {
  const auto made = prepared(jpeg({.form = JpegForm::gray, .profile = gray_profile(1.0)}));
  ASSERT_TRUE(made);
  const auto before = decode(jpeg({JpegForm::gray})), after = decode(made->bytes);
  ASSERT_TRUE(before && after && after->gray);
  EXPECT_GT(static_cast<unsigned char>(after->color[0]), static_cast<unsigned char>(before->color[0]) + 40) << "a third of the light is not dark";
}

TEST(JpegPreparation, KeepsThePictureTurned) {
  const std::string before = jpeg({.orientation = 6, .profile = wide_profile()});
  const auto made = prepared(before);
  ASSERT_TRUE(made);
  EXPECT_EQ(facts(made->bytes)->width, 8);
  EXPECT_EQ(facts(made->bytes)->height, 16);
}

TEST(JpegPreparation, PaysNoHeedToAProfileThatCannotBe) {
  EXPECT_FALSE(prepared(jpeg({.profile = "no profile"})));
  EXPECT_FALSE(prepared(jpeg({.form = JpegForm::gray, .profile = wide_profile()}))) << "colours, for a picture without any";
}

TEST(JpegPreparation, MakesNothingOfBrokenPictures) {
  const std::string whole = jpeg({.profile = wide_profile()});
  EXPECT_FALSE(prepared(std::string_view(whole).substr(0, whole.size() - 40)));
  EXPECT_FALSE(prepared(""));
  // What broke off when much of the picture had been written already.
  const std::string inks = jpeg({.form = JpegForm::cmyk, .times = 512});
  EXPECT_TRUE(prepared(inks));
  EXPECT_FALSE(prepared(std::string_view(inks).substr(0, inks.size() - 40)));
}

}  // namespace
}  // namespace octavo::pictures
