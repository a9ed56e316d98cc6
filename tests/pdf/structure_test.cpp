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
    return press.add_structure({role, parent, level, {}, {}, false});
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
  press.add_page("1");
  press.add_structure({Role::figure, document, 0, "A bridge", {}, false});
  press.add_structure({Role::list, document, 0, {}, "de", true});
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("/Alt (A bridge)"));
  EXPECT_THAT(source, HasSubstr("/Lang (de)"));
  EXPECT_THAT(source, HasSubstr("/ListNumbering /Decimal"));
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
