#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "numbered.h"
#include "set_type.h"

namespace octavo::sheets {
namespace {

using pages::Role;
using pages::StructureId;
using testing::ElementsAre;
using testing::IsEmpty;

class Blemishes : public testing::Test {
 protected:
  Blemishes() : pages(numbered(3)) {
    for (pages::Page& page : pages.pages) page.body = {20, 20, 260, 360};
    pages.structure.push_back({.role = Role::document});
    paragraph = add(Role::paragraph, StructureId(0));
  }
  StructureId add(Role role, StructureId parent) {
    pages.structure.push_back({.role = role, .parent = parent});
    return StructureId(pages.structure.size() - 1);
  }
  void set(std::size_t page, std::string_view text, base::Point at, StructureId structure, float spaces = 1) {
    set_type(fonts, pages.pages[page], text, at, structure, spaces);
  }
  // "fault/page"
  std::vector<std::string> found() {
    constexpr const char* names[] = {"lone", "loose", "coarse", "missing", "outside"};
    std::vector<std::string> result;
    for (const Blemish& one : blemishes(pages, book, fonts)) result.push_back(names[static_cast<int>(one.fault)] + ("/" + std::to_string(one.page)));
    return result;
  }

  glyphs::Fonts fonts;
  pages::Pages pages;
  book::Book book;
  StructureId paragraph;
};

TEST_F(Blemishes, AreNoneWhereAllIsWell) {
  for (const float y : {340.f, 354.f}) set(0, "two lines of it", {20, y}, paragraph);
  for (const float y : {30.f, 44.f}) set(1, "and two more", {20, y}, paragraph);
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Blemishes, ALastLineByItselfIsOne) {
  for (const float y : {340.f, 354.f}) set(0, "two lines of it", {20, y}, paragraph);
  set(1, "a widow", {20, 30}, add(Role::link, paragraph));
  set(1, "another paragraph", {20, 44}, add(Role::paragraph, StructureId(0)));
  EXPECT_THAT(found(), ElementsAre("lone/1"));
}

TEST_F(Blemishes, AFirstLineByItselfIsOne) {
  set(0, "an orphan", {20, 354}, paragraph);
  for (const float y : {30.f, 44.f}) set(1, "and two more", {20, y}, paragraph);
  EXPECT_THAT(found(), ElementsAre("lone/0"));
}

TEST_F(Blemishes, ALineOfACellThatGoesOnIsNone) {
  const StructureId in_cell = add(Role::paragraph, add(Role::cell, StructureId(0)));
  for (const float y : {340.f, 354.f}) set(0, "two lines of it", {20, y}, in_cell);
  set(1, "the rest of a cell", {20, 30}, in_cell);
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Blemishes, ASuperscriptIsNoLineOfItsOwn) {
  for (const float y : {340.f, 354.f}) set(0, "two lines of it", {20, y}, paragraph);
  set(1, "the end", {20, 30}, paragraph);
  set(1, "2", {60, 26.4f}, paragraph);
  EXPECT_THAT(found(), ElementsAre("lone/1"));
}

TEST_F(Blemishes, ALineIsLooseWhoseSpacesAreHalfAsWideAgain) {
  set(0, "a line that is well set", {20, 100}, paragraph, 1.45f);
  set(0, "a line that is not so", {20, 114}, paragraph, 1.6f);
  EXPECT_THAT(found(), ElementsAre("loose/0"));
}

TEST_F(Blemishes, AMissingGlyphIsOne) {
  set(2, "\U0010FFFD", {20, 100}, paragraph);
  EXPECT_THAT(found(), ElementsAre("missing/2"));
}

TEST_F(Blemishes, WhatLeavesTheMeasureOrTheFootIsOne) {
  set(0, "too far to the right", {250, 100}, paragraph);
  set(1, "too far down", {20, 390}, add(Role::paragraph, StructureId(0)));
  EXPECT_THAT(found(), ElementsAre("outside/0", "outside/1"));
}

TEST_F(Blemishes, FoliosAreNone) {
  set(0, "42", {20, 390}, {});
  pages.pages[0].furniture.push_back({pages::FurnitureKind::foot, 0, 1});
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Blemishes, APictureWithFewDotsIsOne) {
  book.assets.push_back({.path = "coarse.png", .width = 200});
  pages.pictures.push_back({"coarse.png", book::AssetKind::png, 200});
  pages.pages[1].items.push_back(pages::Picture{{20, 20, 200, 100}, pages::PictureId(0), paragraph});
  pages.pages[2].items.push_back(pages::Picture{{20, 20, 90, 45}, pages::PictureId(0), paragraph});
  EXPECT_THAT(found(), ElementsAre("coarse/1")) << "72 dots an inch, and 160";
}

}  // namespace
}  // namespace octavo::sheets
