#include "glyphs/font_packages.h"

#include <gmock/gmock.h>

namespace octavo::glyphs {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

bool none(std::string_view) { return false; }

TEST(FontPackages, AreThoseOfTheScript) {
  EXPECT_THAT(packages_with(U'ሀ', none), ElementsAre("fonts-noto-core", "fonts-unifont"));
  EXPECT_THAT(packages_with(U'中', none), ElementsAre("fonts-noto-cjk", "fonts-babelstone-han", "fonts-unifont"));
  EXPECT_THAT(packages_with(U'☃', none), ElementsAre("fonts-symbola", "fonts-noto-core", "fonts-unifont"));
  EXPECT_THAT(packages_with(U'\U0001F9FF', none), ElementsAre("fonts-symbola", "fonts-noto-core", "fonts-unifont"));
  EXPECT_THAT(packages_with(U'\U00020000', none), ElementsAre("fonts-noto-cjk", "fonts-hanazono", "fonts-babelstone-han"));
  EXPECT_THAT(packages_with(U'\U00010570', none), ElementsAre("fonts-unifont")) << "Vithkuqi is younger than Noto's fonts";
}

TEST(FontPackages, LeaveOutWhatIsInstalled) {
  const auto has = [](std::string_view family) { return family == "Symbola" || family == "Noto Sans Symbols2"; };
  EXPECT_THAT(packages_with(U'\U0001F9FF', has), ElementsAre("fonts-unifont"));
}

TEST(FontPackages, AreNoneForWhatHasNoMeaning) {
  for (const char32_t c : {U'\uE000', U'\U0010FFFD', U'\u0378', char32_t{0xD800}}) EXPECT_THAT(packages_with(c, none), IsEmpty()) << std::uint32_t{c};
}

// The ranges are looked up by halving.
TEST(FontPackages, AreInOrder) {
  for (char32_t c = 0x80; c < 0x3FFFF; c += 7) EXPECT_LT(packages_with(c, none).size(), 4u);
  EXPECT_THAT(packages_with(U'\u2190', none).front(), "fonts-symbola");
  EXPECT_THAT(packages_with(U'\u2BFF', none).front(), "fonts-symbola");
  EXPECT_THAT(packages_with(U'\u2C00', none).front(), "fonts-noto-core");
  EXPECT_THAT(packages_with(U'\uAC00', none).front(), "fonts-noto-cjk");
  EXPECT_THAT(packages_with(U'\U00016A70', none).front(), "fonts-unifont");
}

}  // namespace
}  // namespace octavo::glyphs
