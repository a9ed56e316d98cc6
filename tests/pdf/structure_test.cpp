#include "pictures/pictures.h"
#include "press.h"

namespace octavo::pdf {
namespace {

using pages::Role;
using testing::HasSubstr;
using testing::Not;

struct Structure : testing::Test {
  Press press;
  pages::StructureId document{0};

  pages::StructureId add(Role role, pages::StructureId parent, int level = 0) {
    return press.add_structure({.role = role, .parent = parent, .level = level});
  }
  pages::StructureId figure(std::string alternative) {
    return press.add_structure({.role = Role::figure, .parent = document, .alternative = std::move(alternative), .stands_alone = true});
  }
  void set(std::string_view text, pages::StructureId element, base::Point at) {
    press.structure = element;
    press.set(text, at);
  }
};

TEST_F(Structure, IsReadInTheOrderOfReading) {
  NEEDS("pdfinfo");
  press.add_page("1");
  const auto heading = add(Role::heading, document, 1);
  const auto paragraph = add(Role::paragraph, document);
  const auto link = add(Role::link, paragraph);
  const auto note = add(Role::note, document);
  const auto last = add(Role::paragraph, document);
  set("Running head", {}, {60, 30});
  set("Heading", heading, {60, 60});
  set("Before ", paragraph, {60, 80});
  set("the link", link, {100, 80});
  set(" and after", paragraph, {150, 80});
  auto& area = press.pages.pages[0].links.emplace_back();
  area.area = {100, 70, 40, 14};
  area.target = "https://example.org/";
  area.structure = link;
  set("The last paragraph", last, {60, 100});
  set("The note", note, {60, 600});

  const std::string pdf = press.write();
  EXPECT_EQ(complaints(pdf), "");
  const std::string tree = run("pdfinfo -struct-text @", pdf);
  std::size_t at = 0;
  for (const char* part :
       {"Document", "H1", "\"Heading\"", "P (block)", "\"Before \"", "Link", "\"the link\"", "Object",
        "\" and after\"", "Note", "\"The note\"", "P (block)", "\"The last paragraph\""}) {
    const auto found = tree.find(part, at);
    ASSERT_NE(found, std::string::npos) << part << " is not where it should be in\n" << tree;
    at = found;
  }
  EXPECT_THAT(tree, Not(HasSubstr("Running head")));
}

TEST_F(Structure, AParagraphGoesOnOverThePage) {
  NEEDS("pdfinfo");
  const auto paragraph = add(Role::paragraph, document);
  press.add_page("1");
  set("begins here ", paragraph, {60, 600});
  press.add_page("2");
  set("and ends there", paragraph, {60, 60});
  const std::string pdf = press.write();
  EXPECT_EQ(complaints(pdf), "");
  EXPECT_THAT(run("pdfinfo -struct-text @", pdf),
              HasSubstr("Document\n  P (block)\n    \"begins here \"\n    \"and ends there\"\n"));
}

// A rule beside them does not interrupt the lines of a quotation; code would lose its lines if they were one.
TEST_F(Structure, LinesOfCodeAreReadOneByOne) {
  NEEDS("pdfinfo");
  press.add_page("1");
  for (const Role role : {Role::code, Role::quote}) {
    const auto element = add(role, document);
    for (const float y : {60.0f, 70.0f}) {
      press.pages.pages[0].items.emplace_back(pages::Fill{{50, y - 8, 0.5f, 10}, {}});
      set("one;", element, {60, y});
      set(" two; ", element, {90, y});
    }
  }
  const std::string tree = run("pdfinfo -struct-text @", press.write());
  EXPECT_THAT(tree, HasSubstr("\n    \"one; two; \"\n    \"one; two; \"\n"));
  EXPECT_THAT(tree, HasSubstr("\n    \"one; two; one; two; \"\n"));
}

TEST_F(Structure, EveryRoleHasAStandardType) {
  NEEDS("pdfinfo");
  press.add_page("1");
  for (int role = 0; role <= static_cast<int>(Role::reference); ++role) {
    set("x", add(static_cast<Role>(role), document, 2), {60, 60.0f + 10 * static_cast<float>(role)});
  }
  EXPECT_EQ(complaints(press.write()), "");
}

TEST_F(Structure, FiguresSayWhatTheyShow) {
  NEEDS("qpdf");
  const auto picture = press.add_picture("bridge.png", book::AssetKind::png, pictures::encoded_png({2, 2, true, std::string(4, '\0'), {}}));
  press.add_page("1").items.emplace_back(pages::Picture{{10, 20, 30, 40}, picture, figure("A bridge")});
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("/Alt (A bridge)"));
  EXPECT_THAT(source, HasSubstr("/BBox [\n      10\n      588\n      40\n      628"));
  EXPECT_THAT(source, HasSubstr("/Placement /Block"));
}

TEST_F(Structure, ListsSayHowTheyAreNumberedAndWhoSpeaksOtherwise) {
  NEEDS("qpdf");
  press.add_page("1");
  const auto list = press.add_structure({.role = Role::list, .parent = document, .language = "de", .numbering = pages::Numbering::roman});
  const auto item = add(Role::item, list);
  const auto label = press.add_structure({.role = Role::label, .parent = item, .alternative = "\u2611"});
  set("Zeile", add(Role::body, item), {60, 60});
  press.pages.pages[0].items.emplace_back(pages::Frame{{40, 50, 6, 6}, 0.5f, {}, label});
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("/Lang (de)"));
  EXPECT_THAT(source, HasSubstr("/ListNumbering /LowerRoman"));
  EXPECT_THAT(source, HasSubstr("/ActualText <feff2611>"));
}

// ISO 14289-1, 7.4.2. What the author left out is closed up; headings of one level keep one.
TEST_F(Structure, LevelsOfHeadingsHaveNoJumps) {
  NEEDS("pdfinfo");
  press.add_page("1");
  float y = 60;
  for (const int level : {3, 1, 4, 4, 2, 6, 3, 1}) set("h" + std::to_string(level), add(Role::heading, document, level), {60, y += 20});
  add(Role::heading, document, 2);  // without words: it is not there
  set("h3", add(Role::heading, document, 3), {60, y += 20});
  std::string levels;
  const std::string tree = run("pdfinfo -struct @", press.write());
  for (std::size_t at = 0; (at = tree.find("\n  H", at)) != std::string::npos; ++at) levels += tree[at + 4];
  EXPECT_EQ(levels, "1" "1" "2" "2" "2" "3" "3" "1" "2") << tree;
  std::string marked;  // the content bears the same names
  const std::string source = source_of(press.write());
  for (std::size_t at = 0; (at = source.find("\n/H", at)) != std::string::npos; ++at) marked += source[at + 3];
  EXPECT_EQ(marked, levels);
}

TEST_F(Structure, CellsSayWhatTheyHeadAndSpan) {
  NEEDS("qpdf");
  press.add_page("1");
  const auto table = add(Role::table, document);
  const auto row = add(Role::row, table);
  const auto cell = [&](Role role, bool names_row, int columns, int rows) {
    return press.add_structure({.role = role,
                                .parent = row,
                                .names_row = names_row,
                                .columns = static_cast<std::uint16_t>(columns),
                                .rows = static_cast<std::uint16_t>(rows)});
  };
  set("Name", cell(Role::head_cell, true, 1, 2), {60, 60});
  set("Year", cell(Role::head_cell, false, 1, 1), {60, 80});
  cell(Role::cell, false, 3, 1);  // empty, and there all the same
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("/A <<\n    /O /Table\n    /RowSpan 2\n    /Scope /Row\n  >>"));
  EXPECT_THAT(source, HasSubstr("/A <<\n    /O /Table\n    /Scope /Column\n  >>"));
  EXPECT_THAT(source, HasSubstr("/A <<\n    /ColSpan 3\n    /O /Table\n  >>"));
}

TEST_F(Structure, WhatHasNoContentIsLeftOut) {
  NEEDS("pdfinfo");
  press.add_page("1");
  add(Role::label, add(Role::item, add(Role::list, document)));
  set("text", add(Role::paragraph, document), {60, 60});
  EXPECT_EQ(run("pdfinfo -struct @", press.write()), "Document\n  P (block)\n");
}

TEST_F(Structure, PagesWithoutAnyAreNotMarked) {
  NEEDS("qpdf");
  press.add_page("1");
  set("text", document, {60, 60});
  const std::string source = source_of(press.write());
  for (const char* word : {"MarkInfo", "StructParents", "MCID", "Artifact"})
    EXPECT_EQ(source.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace octavo::pdf
