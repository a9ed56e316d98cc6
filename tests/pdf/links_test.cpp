#include "pdf/links.h"

#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Links : testing::Test {
  Press press;

  void SetUp() override {
    press.add_page("1");
    press.set("a link", {60, 100});
    press.add_page("2");
    press.set("its target", {60, 300});
  }
  std::string linked_to(std::variant<book::AnchorId, std::string> target) {
    auto& link = press.pages.pages[0].links.emplace_back();
    link.area = {60, 90, 30, 14};
    link.target = std::move(target);
    link.description = "a link";
    return press.write();
  }
};

TEST_F(Links, LeadToAPlaceOnAPage) {
  NEEDS("qpdf");
  const std::string pdf = linked_to(press.add_place(1, {60, 300}));
  EXPECT_EQ(complaints(pdf), "");
  const std::string source = source_of(pdf);
  // A little above: 648 - 300 + 12.
  EXPECT_THAT(source, HasSubstr("/XYZ\n    0\n    360\n    null"));
  EXPECT_THAT(source, HasSubstr("/Rect [\n    60\n    544\n    90\n    558\n  ]"));
  EXPECT_THAT(source, HasSubstr("/Contents (a link)"));
}

// ISO 14289-1, 7.18.5.
TEST_F(Links, WithoutWordsAreCalledByWhereTheyLead) {
  NEEDS("qpdf");
  auto& link = press.pages.pages[0].links.emplace_back();
  link.area = {60, 120, 30, 14};
  link.target = press.add_place(1, {60, 300});
  auto& external = press.pages.pages[0].links.emplace_back(link);
  external.target = "https://example.org/";
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("/Contents (2)"));
  EXPECT_THAT(source, HasSubstr("/Contents (https://example.org/)"));
}

TEST_F(Links, NeverBeginAboveThePage) {
  const auto at_the_top = press.add_place(0, {60, 4});
  const std::vector<Reference> objects{{5}, {6}};
  const sheets::Sheets sheets = sheets::single(press.pages);
  EXPECT_EQ(Destinations(press.pages, sheets, objects).find(at_the_top)->bytes(), "[5 0 R/XYZ 0 648 null]");
}

TEST_F(Links, ToWhatWasNotPrintedAreLeftOut) {
  NEEDS("qpdf");
  press.pages.destinations.emplace_back();
  for (const auto anchor : {book::AnchorId(0), book::AnchorId(99), book::AnchorId()}) {
    EXPECT_THAT(source_of(linked_to(anchor)), Not(HasSubstr("/Annot")));
  }
}

// ISO 14289-1, 7.18.5: a Link has an annotation.
TEST_F(Links, ThatNobodyCanFollowAreNoLinks) {
  NEEDS("pdfinfo");
  const auto paragraph = press.add_structure({.role = pages::Role::paragraph, .parent = pages::StructureId(0)});
  const std::string address = "https://example.org/";
  press.pages.destinations.emplace_back();
  const auto show = [&](std::string_view text, float x, std::variant<book::AnchorId, std::string> target) {
    press.structure = press.add_structure({.role = pages::Role::link, .parent = paragraph});
    press.set(text, {x, 200});
    press.pages.pages[1].links.push_back({{x, 190, 30, 14}, std::move(target), std::string(text), press.structure});
  };
  show("beyond ", 2000, address);
  show("nowhere ", 60, book::AnchorId(0));
  show("here", 160, address);
  const std::string pdf = press.write();
  EXPECT_THAT(run("pdfinfo -struct @", pdf), testing::StartsWith("Document\n  P (block)\n    Span (inline)\n    Span (inline)\n    Link (inline)\n      Object "));
  EXPECT_EQ(source_of(pdf).find("/Link<<"), source_of(pdf).rfind("/Link<<")) << "content bears the same names";
}

TEST_F(Links, ToAddressesAreAscii) {
  NEEDS("qpdf");
  EXPECT_THAT(source_of(linked_to("https://example.org/é b(1)")),
              HasSubstr("/URI (https://example.org/%C3%A9%20b\\(1\\))"));
}

}  // namespace
}  // namespace octavo::pdf
