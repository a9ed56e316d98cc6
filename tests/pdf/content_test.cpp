#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;

TEST(Content, TurnsTheAxisRound) {
  NEEDS("qpdf");
  Press press;
  auto& page = press.add_page("1");
  page.items.emplace_back(pages::Fill{{10, 20, 100, 0.5f}, {1, 0, 0}});
  page.items.emplace_back(pages::Frame{{10, 40, 6, 6}, 0.75f, {}});
  page.items.emplace_back(pages::Stroke{{{10, 60}, {12, 63}, {17, 58}}, 1, {0, 0, 1}});
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("1 0 0 rg\n10 627.5 100 0.5 re f\n"));
  EXPECT_THAT(source, HasSubstr("q\n0 G\n0.75 w\n10 602 6 6 re S\nQ\n"));
  EXPECT_THAT(source, HasSubstr("q\n1 J 1 j\n0 0 1 RG\n1 w\n10 588 m\n12 585 l\n17 590 l\nS\nQ\n"));
}

TEST(Content, RulesMayBeBroken) {
  NEEDS("qpdf");
  Press press;
  auto& page = press.add_page("1");
  page.items.emplace_back(pages::Fill{{10, 20, 103, 1}, {1, 0, 0}, pages::Rule::dashed});
  page.items.emplace_back(pages::Fill{{10, 40, 1, 41}, {}, pages::Rule::dotted});
  page.items.emplace_back(pages::Fill{{10, 100, 90, 3}, {}, pages::Rule::twofold});
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("q\n1 0 0 RG\n1 w\n[3 2]0 d\n10 627.5 m\n113 627.5 l S\nQ\n"));
  EXPECT_THAT(source, HasSubstr("q\n0 G\n1 w\n1 J\n[0 2]0 d\n10.5 607.5 m\n10.5 567.5 l S\nQ\n"));
  EXPECT_THAT(source, HasSubstr("1 w\n10 547.5 m\n100 547.5 l S\n10 545.5 m\n100 545.5 l S\nQ\n"));
}

TEST(Content, CornersMayBeRoundWhereABlockBeginsAndEnds) {
  NEEDS("qpdf");
  Press press;
  auto& page = press.add_page("1");
  page.items.emplace_back(pages::Fill{{10, 20, 100, 50}, {1, 0, 0}, pages::Rule::solid, 4, 0, true, true});
  page.items.emplace_back(pages::Fill{{10, 100, 100, 50}, {}, pages::Rule::solid, 4, 1, false, true});
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("10 624 m\n10 626.209 11.791 628 14 628 c\n106 628 l\n"));
  EXPECT_THAT(source, HasSubstr("h\nf\n"));
  EXPECT_THAT(source, HasSubstr("109.5 548 m\n109.5 502 l\n")) << "open where the page begins";
}

TEST(Content, ArtifactsOneAfterTheOtherAreMarkedOnce) {
  NEEDS("qpdf");
  Press press;
  press.structure = press.add_structure({pages::Role::paragraph, pages::StructureId(0)});
  press.add_page("1").items.emplace_back(pages::Fill{{10, 20, 100, 0.5f}, {}});
  press.pages.pages[0].items.emplace_back(pages::Frame{{10, 40, 6, 6}, 1, {}});
  press.set("text", {60, 100});
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("/Artifact<</Type/Layout>>BDC\n10 627.5 100 0.5 re f\nq\n0 G\n1 w\n10 602 6 6 re S\nQ\nEMC\nBT\n/P<</MCID 0>>BDC\n"));
}

TEST(Content, ArtifactsSayOfWhatKindTheyAre) {
  NEEDS("qpdf");
  Press press;
  const auto paragraph = press.add_structure({.role = pages::Role::paragraph, .parent = pages::StructureId(0)});
  pages::Page& page = press.add_page("1");
  page.items.emplace_back(pages::Fill{{10, 20, 100, 50}, {}});
  press.structure = paragraph;
  press.set("text", {60, 60});
  press.structure = {};
  press.set("head", {60, 30});
  press.set("foot", {60, 600});
  page.furniture = {{pages::FurnitureKind::head, 2, 3}, {pages::FurnitureKind::foot, 3, 4}};
  const std::string source = source_of(press.write());
  const char* const kinds[] = {"/Artifact<</Type/Background>>BDC", "/P<</MCID 0>>BDC", "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
                               "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"};
  std::size_t at = 0;
  for (const char* kind : kinds) {
    at = source.find(kind, at);
    ASSERT_NE(at, std::string::npos) << kind << " is not where it should be in\n" << source;
  }
}

// What is said beside its glyphs has a mark of its own; before it and behind it there may be nothing else.
TEST(Content, NoMarkIsEmpty) {
  NEEDS("qpdf");
  const Type sans{.family = "DejaVu Sans"};
  for (const std::string text : {"\uF000", "a\uF000", "\uF000b", "a\uF000b", "\uF000\uF000"}) {
    Press press;
    press.add_page("1");
    for (const float y : {60.0f, 90.0f}) {
      press.structure = press.add_structure({.role = pages::Role::paragraph, .parent = pages::StructureId(0)});
      const auto at = press.set(text, {60, y}, sans);
      press.set(text, at, {.family = "DejaVu Sans", .size = 9});  // goes on in the same element, in another font
      press.pages.pages[0].items.emplace_back(pages::Fill{{10, y, 100, 0.5f}, {}});
    }
    const std::string pdf = press.write(), source = source_of(pdf);
    EXPECT_EQ(complaints(pdf), "");
    std::size_t begin = std::string::npos, marks = 0;
    for (std::size_t at = 0; at < source.size(); at = source.find('\n', at) + 1) {
      const std::string line = source.substr(at, source.find('\n', at) - at);
      if (line.ends_with("BDC")) begin = at, ++marks;
      if (line == "EMC") {
        const std::string held = source.substr(begin, at - begin);
        EXPECT_TRUE(held.find("TJ\n") != held.npos || held.find("f\n") != held.npos) << held << text;
      }
      if (source.find('\n', at) == std::string::npos) break;
    }
    EXPECT_GE(marks, 4u);
    if (is_installed("pdftotext")) {
      EXPECT_EQ(text_of(pdf), text + text + "\n" + text + text);
    }
  }
}

TEST(Content, AnEmptyPageIsAPage) {
  NEEDS("qpdf");
  Press press;
  press.add_page("1");
  press.add_page("2");
  EXPECT_EQ(complaints(press.write()), "");
}

TEST(Content, ColorsAreSetOnce) {
  NEEDS("qpdf");
  Press press;
  press.add_page("1");
  const auto at = press.set("red ", {60, 100});
  press.set("red", at);
  for (auto& item : press.pages.pages[0].items) std::get<pages::GlyphRun>(item).color = {1, 0, 0};
  const std::string source = source_of(press.write());
  const auto first = source.find("1 0 0 rg");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(source.find(" rg", first + 8), std::string::npos);
}

}  // namespace
}  // namespace octavo::pdf
