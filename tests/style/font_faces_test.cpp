// What @font-face comes to.
#include "style/font_faces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheet.h"

namespace octavo::style {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

FontFace face(const std::string& descriptors) {
  const auto all = sheet("@font-face { " + descriptors + " }").font_faces();
  return all.empty() ? FontFace{} : all.front();
}
std::vector<std::string> sources(const std::string& src) {
  std::vector<std::string> names;
  for (const auto& one : face("font-family: A; src: " + src).sources) names.push_back((one.is_installed ? "local " : "") + one.name);
  return names;
}
std::vector<std::string> notes_of(const std::string& descriptors) { return notes("@font-face { " + descriptors + " }"); }

TEST(FontFaces, HaveAFamilyAndSources) {
  EXPECT_EQ(face("font-family: \"My Face\"; src: url(a.ttf)").family, "My Face");
  EXPECT_EQ(face("font-family: My Face; src: url(a.ttf)").family, "My Face");
  EXPECT_THAT(sources("url(fonts/a.ttf)"), ElementsAre("fonts/a.ttf"));
  EXPECT_THAT(sources("url( 'b c.otf' ) format('opentype'), local(Gentium Book), local(\"Lato, Bold\")"),
              ElementsAre("b c.otf", "local Gentium Book", "local Lato, Bold"));
  EXPECT_THAT(face("font-family: A; src: url(a.ttf); src: url(b.ttf)").sources.front().name, "b.ttf");
  EXPECT_EQ(face("src: url(a.ttf)").family, "");
}

TEST(FontFaces, LeaveOutSourcesThatNoBookCanHold) {
  EXPECT_THAT(sources("url(a.eot) format(\"embedded-opentype\"), url(a.svg#a) format(svg), url(a.woff2) format(\"WOFF2\")"), ElementsAre("a.woff2"));
  EXPECT_THAT(sources("url(a.ttf) format(truetype) tech(variations), url(b.ttf) format(opentype) tech(color-COLRv1)"), ElementsAre("a.ttf"));
  EXPECT_THAT(sources("url(a.ttf) format(\"woff2-variations\"), nonsense, url(b.ttf) nonsense, url(c.ttf)"), ElementsAre("a.ttf", "c.ttf"));
  EXPECT_THAT(sources("url(a.eot) format(\"embedded-opentype\")"), IsEmpty());
}

TEST(FontFaces, HaveWeightsAndASlantIfTheySaySo) {
  const auto weights = [](const std::string& value) { return face("font-family: A; src: url(a); font-weight: " + value).weights; };
  EXPECT_EQ(weights("bold"), std::pair(700, 700));
  EXPECT_EQ(weights("100 900"), std::pair(100, 900));
  EXPECT_EQ(weights("900 normal"), std::pair(400, 900));
  EXPECT_EQ(weights("auto"), std::nullopt);
  EXPECT_EQ(weights("bolder"), std::nullopt);
  EXPECT_EQ(weights("0"), std::nullopt);
  EXPECT_EQ(weights("100 200 300"), std::nullopt);
  const auto slant = [](const std::string& value) { return face("font-family: A; src: url(a); font-style: " + value).is_italic; };
  EXPECT_EQ(slant("italic"), true);
  EXPECT_EQ(slant("oblique 0deg 10deg"), true);
  EXPECT_EQ(slant("normal"), false);
  EXPECT_EQ(slant("auto"), std::nullopt);
  EXPECT_EQ(slant("italic 5deg"), std::nullopt);
}

TEST(FontFaces, HaveRangesOfCharacters) {
  const auto ranges = [](const std::string& value) { return face("font-family: A; src: url(a); unicode-range: " + value).characters; };
  EXPECT_THAT(ranges("U+26"), ElementsAre(Pair(U'&', U'&')));
  EXPECT_THAT(ranges("u+0025-00ff, U+4??"), ElementsAre(Pair(0x25, 0xFF), Pair(0x400, 0x4FF)));
  EXPECT_THAT(ranges("U+1E9E, U+1e10-1E20 "), ElementsAre(Pair(0x1E9E, 0x1E9E), Pair(0x1E10, 0x1E20)));
  EXPECT_THAT(ranges("U+0-7F /* basic, */, /* and */ U+100-1FF/**/"), ElementsAre(Pair(0, 0x7F), Pair(0x100, 0x1FF)));
  EXPECT_THAT(face("font-family: A; src: url(a); unicode-range /* : */ : U+26").characters, ElementsAre(Pair(U'&', U'&')));
  for (const char* bad : {"U+", "26", "U+110000", "U+??????", "U+20-10", "U+1234567", "U+4?1", "U+26,", "U+-5"}) EXPECT_THAT(ranges(bad), IsEmpty()) << bad;
}

TEST(FontFaces, AreThoseOfTheirMedia) {
  Cascade cascade = sheet("@media (theme: handout) { @font-face { font-family: A; src: url(a) } } @media screen { @font-face { src: 0 } }"
                          "@media print { @font-face { font-family: B; src: url(b) } } @font-face { font-family: C; src: url(c) }");
  const auto families = [&] {
    std::vector<std::string> names;
    for (const auto& one : cascade.font_faces()) names.push_back(one.family);
    return names;
  };
  EXPECT_THAT(families(), ElementsAre("B", "C"));
  cascade.choose("handout", "print");
  EXPECT_THAT(families(), ElementsAre("A", "B", "C"));
}

TEST(FontFaces, SayWherePrintCannotFollow) {
  EXPECT_THAT(notes_of("font-family: A; src: url(a); font-display: swap; font-weight: auto"), IsEmpty());
  EXPECT_THAT(notes_of("font-family: A"), ElementsAre("@font-face | this @font-face has no \"font-family\" or no \"src\", so it is skipped"));
  EXPECT_THAT(notes_of("font-family: A; src: url(a) format(svg)"), ElementsAre("src: url(a) format(svg) | print can use no such \"src\" of @font-face"));
  EXPECT_THAT(notes_of("font-family: A; src: url(a); unicode-range: all"),
              ElementsAre("unicode-range: all | print can use no such \"unicode-range\" of @font-face"));
  EXPECT_THAT(notes_of("font-family: A; src: url(a); font-wight: 700"),
              ElementsAre("font-wight: 700 | print does not know \"font-wight\" of @font-face; did you mean \"font-weight\"?"));
}

TEST(FontFaces, KnowWhereTheirSourcesStand) {
  const std::string css = "p {}\n@font-face { font-family: A; src: local(\"L\") , url(a.ttf) format(truetype) }";
  diagnostics::Sink sink;
  const auto file = sink.sources.add("book.css", css);
  Cascade cascade;
  cascade.add(css, file, sink);
  std::vector<std::string_view> places;
  for (const auto& one : cascade.font_faces().front().sources) places.push_back(sink.sources.text(one.where));
  EXPECT_THAT(places, ElementsAre("local(\"L\")", "url(a.ttf)"));
}

}  // namespace
}  // namespace octavo::style
