// Pages that share a sheet: content, links, places and structure come along.
#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;

class SharedSheets : public testing::Test {
 protected:
  SharedSheets() {
    press.structure = press.add_structure({.role = pages::Role::paragraph, .parent = pages::StructureId(0)});
    for (const char* words : {"one", "two", "three", "four", "five", "six", "seven", "eight"}) {
      press.add_page(std::to_string(press.pages.pages.size() + 1));
      press.set(words, {60, 100});
    }
  }
  std::string folded() {
    return write(press.pages, sheets::folded(press.pages, {{864, 648}}), press.metadata, press.fonts, press.files, "book", press.standards, press.sink);
  }
  Press press;
};

TEST_F(SharedSheets, AreWholeAndInTheirOrder) {
  NEEDS("qpdf");
  const std::string pdf = folded();
  EXPECT_EQ(complaints(pdf), "");
  EXPECT_EQ(run("pdftotext -layout -nopgbrk @ - | tr -s ' \\n' ' '", pdf), "eight one two seven six three four five ");
  EXPECT_THAT(source_of(pdf), HasSubstr("/Duplex /DuplexFlipShortEdge"));
}

// A paragraph that goes over all pages is one element, its words in the order of reading.
TEST_F(SharedSheets, AreReadInTheOrderOfPages) {
  NEEDS("pdfinfo");
  EXPECT_EQ(run("pdfinfo -struct-text @ | grep -o '\"[a-z]*\"' | tr -d '\\n'", folded()),
            R"("one""two""three""four""five""six""seven""eight")");
}

TEST_F(SharedSheets, LinksAndPlacesStandWhereTheirPagesDo) {
  NEEDS("qpdf");
  auto& link = press.pages.pages[0].links.emplace_back();
  link.area = {60, 90, 30, 14};
  link.target = press.add_place(1, {60, 300});
  press.pages.outline.push_back({1, "Two", std::get<book::AnchorId>(link.target)});
  const std::string source = run("qpdf --qdf --object-streams=disable @ - | tr -s ' \\n' ' '", folded());
  EXPECT_THAT(source, HasSubstr("/Rect [ 492 544 522 558 ]")) << "page 1 is on the right of the first side";
  EXPECT_THAT(source, HasSubstr("/XYZ 0 360 null")) << "page 2 is on the left of the second";
}

TEST_F(SharedSheets, NothingReachesIntoThePageBesideIt) {
  NEEDS("qpdf");
  EXPECT_THAT(source_of(folded()), HasSubstr("1 0 0 1 432 0 cm\n0 0 432 648 re W n"));
}

}  // namespace
}  // namespace octavo::pdf
