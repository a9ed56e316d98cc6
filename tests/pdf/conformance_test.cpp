#include "pdf/conformance.h"

#include "pictures/pictures.h"
#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* says_accessible = "<pdfuaid:part>1</pdfuaid:part>";
constexpr const char* says_archive = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>";

struct Conformance : testing::Test {
  Press press;

  void SetUp() override {
    press.structure = press.add_structure({.role = pages::Role::paragraph, .parent = pages::StructureId(0)});
    press.add_page("1");
    press.set("text", {60, 60});
  }
  void show_a_picture(std::string alternative) {
    const auto picture = press.add_picture("a.png", book::AssetKind::png, pictures::encoded_png({2, 2, true, std::string(4, '\0'), {}}));
    const auto figure = press.add_structure(
        {.role = pages::Role::figure, .parent = pages::StructureId(0), .alternative = std::move(alternative)});
    press.pages.pages[0].items.emplace_back(pages::Picture{{60, 90, 30, 30}, picture, figure});
  }
  std::vector<std::string> findings() const {
    std::vector<std::string> messages;
    for (const auto& finding : press.sink.sorted()) messages.push_back(finding.message);
    return messages;
  }
};

TEST_F(Conformance, BothStandardsAreMetByDefault) {
  show_a_picture("A square");
  const std::string pdf = press.write();
  EXPECT_THAT(pdf, HasSubstr(says_accessible));
  EXPECT_THAT(pdf, HasSubstr(says_archive));
  EXPECT_THAT(pdf, HasSubstr("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
  EXPECT_TRUE(findings().empty());
}

TEST_F(Conformance, NothingIsSaidThatWasNotAskedFor) {
  press.standards = {false, Archive::a2u};
  const std::string archive = press.write();
  EXPECT_THAT(archive, Not(HasSubstr(says_accessible)));
  EXPECT_THAT(archive, HasSubstr("<pdfaid:conformance>U</pdfaid:conformance>"));
  EXPECT_THAT(archive, Not(HasSubstr("pdfaSchema:prefix>")));
  press.standards = {false, Archive::none};
  const std::string neither = press.write();
  for (const char* said : {"<pdfuaid:", "<pdfaid:"}) EXPECT_THAT(neither, Not(HasSubstr(said)));
}

TEST_F(Conformance, APictureThatSaysNothingIsNotAccessible) {
  show_a_picture("");
  const std::string pdf = press.write();
  EXPECT_THAT(pdf, Not(HasSubstr(says_accessible)));
  EXPECT_THAT(pdf, HasSubstr(says_archive));
  EXPECT_THAT(findings(), testing::ElementsAre("the PDF does not say that it meets PDF/UA-1: 1 picture has no alternative text"));
}

TEST_F(Conformance, ABoxForACharacterThatNoFontHasMeetsNeither) {
  press.set("\uE123", {60, 120});
  const std::string pdf = press.write();
  for (const char* said : {says_accessible, says_archive}) EXPECT_THAT(pdf, Not(HasSubstr(said)));
  EXPECT_EQ(findings().size(), 2u);
}

TEST_F(Conformance, WhatIsNotWantedIsNotReported) {
  show_a_picture("");
  press.standards.is_accessible = false;
  press.write();
  EXPECT_TRUE(findings().empty());
}

TEST_F(Conformance, WhatHasNoTagsMeetsOnlyTheStandardThatAsksForNone) {
  Press bare;
  bare.add_page("1");
  const std::string pdf = bare.write();
  for (const char* said : {says_accessible, says_archive}) EXPECT_THAT(pdf, Not(HasSubstr(said)));
  EXPECT_EQ(bare.sink.sorted().size(), 2u);
  Press wanting_less;
  wanting_less.standards = {false, Archive::a2u};
  wanting_less.add_page("1");
  EXPECT_THAT(wanting_less.write(), HasSubstr("<pdfaid:conformance>U</pdfaid:conformance>"));
  EXPECT_TRUE(wanting_less.sink.empty());
}

TEST_F(Conformance, PaperMayBeTooLargeForAnArchive) {
  press.pages.pages[0].size = {15000, 600};
  EXPECT_THAT(press.write(), Not(HasSubstr(says_archive)));
}

TEST_F(Conformance, ATextMayBeTooLongForAnArchive) {
  show_a_picture(std::string(20000, 'a'));
  const std::string pdf = press.write();
  EXPECT_THAT(pdf, Not(HasSubstr(says_archive)));
  EXPECT_THAT(pdf, HasSubstr(says_accessible)) << "which sets no limits of its own";
  EXPECT_THAT(findings(), testing::ElementsAre("the PDF does not say that it meets PDF/A-2a: an alternative text is longer than a PDF for archives can hold"));
}

TEST_F(Conformance, ATextOfFewerCharactersMayBeTooLongToo) {
  std::string faces;
  for (int i = 0; i < 9000; ++i) faces += "\U0001F600";  // four bytes each
  show_a_picture(faces);
  EXPECT_THAT(press.write(), Not(HasSubstr(says_archive)));
}

TEST_F(Conformance, SoMayTitlesHeadingsAndAddresses) {
  const std::string too_long(40000, 'a');
  const auto reason = [&](Press& of) {
    of.add_page("1");
    EXPECT_THAT(of.write(), Not(HasSubstr(says_archive)));
    return of.sink.sorted().at(0).message;
  };
  Press titled, headed, linked;
  titled.metadata.title = too_long;
  headed.add_page("1");
  headed.pages.outline.push_back({1, too_long, headed.add_place(0, {60, 60})});
  linked.add_page("1").links.push_back({{60, 60, 20, 10}, "https://example.org/" + too_long, "text", {}});
  EXPECT_THAT(reason(titled), HasSubstr("PDF/A-2a: the title is longer than"));
  EXPECT_THAT(reason(headed), HasSubstr("PDF/A-2a: a heading is longer than"));
  EXPECT_THAT(reason(linked), HasSubstr("PDF/A-2a: the address of a link is longer than"));
}

TEST_F(Conformance, ColoursHaveAProfile) {
  NEEDS("qpdf");
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("/S /GTS_PDFA1"));
  EXPECT_THAT(source, HasSubstr("acspAPPL"));  // the signature of a profile
  EXPECT_THAT(source, HasSubstr("RGB XYZ "));
}

}  // namespace
}  // namespace octavo::pdf
