// Faces that a book declares: which of them a text gets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class OwnFacesTest : public testing::Test {
 protected:
  Fonts fonts;

  static std::string file(const std::string& family, int weight = 400, bool italic = false) {
    Fonts installed;
    const FaceId face = installed.first_face(installed.request({.families = {family}, .weight = weight, .italic = italic}));
    std::ifstream in(installed.face(face).path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void add(OwnFace face, const std::string& bytes) { EXPECT_EQ(fonts.add(std::move(face), "fonts/own.ttf", bytes), ""); }
  std::vector<std::string> names(const Request& request, std::string_view text = "a") {
    std::vector<std::string> all;
    for (const glyphs::Run& run : fonts.shape(fonts.request(request), text, "en").runs) all.push_back(fonts.face(run.face).postscript_name);
    return all;
  }
  std::string name(const Request& request) { return names(request).front(); }
};

TEST_F(OwnFacesTest, GoBeforeThoseThatAreInstalled) {
  add({.family = "lato"}, file("Vollkorn"));
  EXPECT_EQ(name({.families = {"Lato"}}), "Vollkorn-Regular");
  EXPECT_EQ(name({.families = {"No Such Family", "Lato"}}), "Vollkorn-Regular");
  EXPECT_EQ(name({.families = {"Vollkorn"}}), "Vollkorn-Regular");
  EXPECT_EQ(fonts.face(fonts.first_face(fonts.request({.families = {"Lato"}}))).path, "fonts/own.ttf");
}

TEST_F(OwnFacesTest, AreOfTheWeightTheFontSaysIfNothingElseIsSaid) {
  add({.family = "Own"}, file("Vollkorn"));
  add({.family = "Own"}, file("Vollkorn", 700));
  add({.family = "Own"}, file("Vollkorn", 400, true));
  EXPECT_EQ(name({.families = {"Own"}}), "Vollkorn-Regular");
  EXPECT_EQ(name({.families = {"Own"}, .weight = 600}), "Vollkorn-Bold");
  EXPECT_EQ(name({.families = {"Own"}, .italic = true}), "Vollkorn-Italic");
  EXPECT_EQ(name({.families = {"Own"}, .weight = 700, .italic = true}), "Vollkorn-Italic") << "slant before weight";
}

TEST_F(OwnFacesTest, AreOfTheWeightThatIsSaid) {
  add({.family = "Own", .weights = Weights{600, 900}}, file("Vollkorn"));
  add({.family = "Own", .weights = Weights{100, 300}, .is_italic = false}, file("Vollkorn", 400, true));
  EXPECT_EQ(name({.families = {"Own"}, .weight = 700}), "Vollkorn-Regular");
  EXPECT_EQ(name({.families = {"Own"}, .weight = 200}), "Vollkorn-Italic");
  EXPECT_EQ(name({.families = {"Own"}, .weight = 400}), "Vollkorn-Italic") << "lighter before heavier";
  EXPECT_EQ(name({.families = {"Own"}, .weight = 550}), "Vollkorn-Regular") << "heavier before lighter";
}

TEST_F(OwnFacesTest, AreAskedForTheirCharactersAlone) {
  add({.family = "Own"}, file("Vollkorn"));
  add({.family = "Own", .characters = {{U'a', U'f'}, {0x400, 0x4FF}}}, file("Lato"));
  EXPECT_THAT(names({.families = {"Own"}}, "xaz"), ElementsAre("Vollkorn-Regular", "Lato-Regular", "Vollkorn-Regular"));
  EXPECT_THAT(names({.families = {"Own"}}, "a\u0301"), ElementsAre("Vollkorn-Regular")) << "a cluster is not divided";
  const FontId font = fonts.request({.families = {"Own"}});
  EXPECT_EQ(fonts.face(fonts.first_face(font)).family, "Vollkorn") << "which has the space";
  EXPECT_FLOAT_EQ(fonts.metrics(font).space, fonts.shape(font, " ", "en").width);
}

TEST_F(OwnFacesTest, LeaveWhatTheyLackToTheNextFamily) {
  add({.family = "Own", .characters = {{U'a', U'z'}}}, file("Vollkorn"));
  EXPECT_THAT(names({.families = {"Own", "Lato"}}, "aA"), ElementsAre("Vollkorn-Regular", "Lato-Regular"));
  EXPECT_EQ(names({.families = {"Own"}}, "aA").size(), 2u);
  EXPECT_THAT(fonts.missing(), IsEmpty());
}

TEST_F(OwnFacesTest, StandInForNoOthers) {
  add({.family = "Own"}, file("Noto Serif Thai"));
  EXPECT_NE(fonts.face(fonts.shape(fonts.request({.families = {"Vollkorn"}}), "\u0E01", "th").runs.front().face).path, "fonts/own.ttf");
}

TEST_F(OwnFacesTest, MayBeInstalled) {
  EXPECT_EQ(fonts.add_installed({.family = "Own"}, "lato black"), "");
  EXPECT_EQ(fonts.add_installed({.family = "Own"}, "Vollkorn-Regular"), "");
  EXPECT_EQ(name({.families = {"Own"}, .weight = 900}), "Lato-Black");
  EXPECT_EQ(name({.families = {"Own"}}), "Vollkorn-Regular");
  EXPECT_EQ(fonts.add_installed({.family = "Own"}, "Lato Blackest"), "no font of that name is installed");
}

TEST_F(OwnFacesTest, AreOfOneWidth) {
  EXPECT_EQ(fonts.add_installed({.family = "Own"}, "DejaVu Sans Condensed"), "");
  EXPECT_EQ(fonts.add_installed({.family = "Own"}, "DejaVu Sans Bold"), "");
  EXPECT_EQ(name({.families = {"Own"}}), "DejaVuSansCondensed");
  EXPECT_EQ(name({.families = {"Own"}, .weight = 700}), "DejaVuSans-Bold");
}

// A machine with other fonts.
class FontsOfAFolder : public testing::Test {
 protected:
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();

  void SetUp() override {
    std::filesystem::remove_all(folder);
    for (const char* name : {"a", "b"}) std::filesystem::create_directories(folder / name);
    const auto element = [&](const std::string& kind, const char* name) { return "<" + kind + ">" + (folder / name).string() + "</" + kind + ">"; };
    std::ofstream(folder / "fonts.conf") << "<fontconfig>" << element("dir", "b") << element("dir", "a") << element("cachedir", "cache") << "</fontconfig>";
  }
  void TearDown() override {
    unsetenv("FONTCONFIG_FILE");
    std::filesystem::remove_all(folder);
  }
  // From then on this machine has only what was installed here.
  void install(const std::string& family, const std::vector<std::string>& names) const {
    unsetenv("FONTCONFIG_FILE");
    Fonts real;
    const std::string path = real.face(real.first_face(real.request({.families = {family}}))).path;
    for (const std::string& name : names) std::filesystem::copy_file(path, folder / name);
    setenv("FONTCONFIG_FILE", (folder / "fonts.conf").c_str(), 1);
  }
};

TEST_F(FontsOfAFolder, OfOneNameGoByTheirPaths) {
  install("Lato", {"b/1.ttf", "a/2.ttf", "a/1.ttf", "b/0.ttf", "a/3.ttf"});
  Fonts fonts;
  EXPECT_EQ(fonts.add_installed({.family = "Own"}, "Lato Regular"), "");
  EXPECT_EQ(fonts.face(fonts.first_face(fonts.request({.families = {"Own"}}))).path, (folder / "a/1.ttf").string());
}

TEST_F(FontsOfAFolder, ThatCannotBeReadAreNotUsed) {
  install("Lato", {"a/1.ttf"});
  install("Vollkorn", {"b/1.ttf"});
  Fonts fonts;
  EXPECT_EQ(fonts.add_installed({.family = "Own"}, "Lato Regular"), "");
  std::filesystem::remove(folder / "b/1.ttf");
  EXPECT_EQ(fonts.add_installed({.family = "Own"}, "Vollkorn-Regular"), "its file cannot be read");
}

TEST_F(OwnFacesTest, HaveAllWeightsOfAVariableFont) {
  const std::string variable = file("Inter");
  add({.family = "Own"}, variable);
  EXPECT_EQ(name({.families = {"Own"}}), "Inter");
  EXPECT_EQ(name({.families = {"Own"}, .weight = 650}), "Inter_650wght");
  EXPECT_EQ(name({.families = {"Own"}, .weight = 1000}), "Inter_900wght");
  EXPECT_LT(fonts.shape(fonts.request({.families = {"Own"}}), "n", "en").width, fonts.shape(fonts.request({.families = {"Own"}, .weight = 650}), "n", "en").width);
  add({.family = "Cut", .weights = Weights{300, 500}}, variable);
  EXPECT_EQ(name({.families = {"Cut"}, .weight = 800}), "Inter_500wght");
  EXPECT_EQ(fonts.face(fonts.first_face(fonts.request({.families = {"Cut"}, .weight = 800}))).weight, 500);
}

TEST_F(OwnFacesTest, AreSlantedByTheirAxisAlone) {
  std::ifstream in("/usr/share/fonts/truetype/inter-vf/Inter.var.ttf", std::ios::binary);
  add({.family = "Own"}, {std::istreambuf_iterator<char>(in), {}});
  EXPECT_EQ(name({.families = {"Own"}, .weight = 700, .italic = true}), "Inter_700wght_-10slnt");
  EXPECT_LT(fonts.face(fonts.first_face(fonts.request({.families = {"Own"}, .italic = true}))).italic_angle, -5);
  EXPECT_EQ(fonts.face(fonts.first_face(fonts.request({.families = {"Own"}}))).italic_angle, 0);
  add({.family = "Upright"}, file("Inter"));
  const auto upright = fonts.first_face(fonts.request({.families = {"Upright"}}));
  EXPECT_EQ(fonts.first_face(fonts.request({.families = {"Upright"}, .italic = true})), upright) << "none is faked, none is there twice";
}

TEST_F(OwnFacesTest, AreDrawnForTheSizeOfTheText) {
  std::ifstream in(OCTAVO_SOURCE "/tests/cases/a book with fonts of its own/book/fonts/stems.ttf", std::ios::binary);
  add({.family = "Own"}, {std::istreambuf_iterator<char>(in), {}});
  const auto width = [&](float size, int weight = 100) {
    return fonts.shape(fonts.request({.families = {"Own"}, .weight = weight, .size = size}), "a", "en").width;
  };
  EXPECT_FLOAT_EQ(width(0), 0.3f);
  EXPECT_FLOAT_EQ(width(6), 0.3f);
  EXPECT_FLOAT_EQ(width(40), 0.25f);
  EXPECT_FLOAT_EQ(width(72), 0.2f);
  EXPECT_FLOAT_EQ(width(90, 900), 0.3f);
  EXPECT_EQ(name({.families = {"Own"}, .weight = 500, .size = 40}), "Stems-Thin_500wght_40opsz");
  const Request plain{.families = {"Lato"}}, sized{.families = {"Lato"}, .size = 12};
  EXPECT_EQ(fonts.request(plain), fonts.request(sized)) << "a size that does not matter";
}

}  // namespace
}  // namespace octavo::glyphs
