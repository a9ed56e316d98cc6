#include <regex>
#include <set>

#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;

// A book of many pages in which every chapter points to every other page.
void fill(Press& press, std::size_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    press.add_page(i < 2 ? (i == 0 ? "i" : "ii") : std::to_string(i - 1));
    press.set("The office on page " + std::to_string(i) + " — “fluffy”", {60, 100});
    press.pages.outline.push_back({1, "Chapter " + std::to_string(i), press.add_place(i, {60, 100})});
    auto& link = press.pages.pages.back().links.emplace_back();
    link.area = {60, 90, 100, 14};
    link.target = book::AnchorId((i * 7) % count);
  }
}

TEST(Pdf, IsSoundHoweverManyPages) {
  NEEDS("qpdf");
  for (const std::size_t count : {1, 99, 100, 101, 350}) {
    Press press;
    fill(press, count);
    const std::string pdf = press.write();
    EXPECT_EQ(complaints(pdf), "") << count;
    EXPECT_EQ(run("qpdf --show-npages @", pdf), std::to_string(count) + "\n");
  }
}

TEST(Pdf, LinksAndBookmarksAllLeadToPages) {
  NEEDS("qpdf");
  Press press;
  fill(press, 120);
  const std::string source = source_of(press.write());
  std::set<std::string> pages;
  const std::regex page("%% Page \\d+\n(\\d+) 0 obj"), place("/Dest \\[\n +(\\d+) 0 R\n +/XYZ");
  for (std::sregex_iterator at(source.begin(), source.end(), page), end; at != end; ++at)
    pages.insert((*at)[1]);
  EXPECT_EQ(pages.size(), 120u);
  std::size_t count = 0;
  for (std::sregex_iterator at(source.begin(), source.end(), place), end; at != end; ++at, ++count) {
    EXPECT_TRUE(pages.contains((*at)[1]));
  }
  EXPECT_EQ(count, 240u);
}

TEST(Pdf, OfTheSamePagesIsTheSame) {
  Press first, second;
  fill(first, 30);
  fill(second, 30);
  EXPECT_EQ(first.write(), second.write());
  EXPECT_EQ(first.write(), first.write());
}

TEST(Pdf, OfOtherPagesHasAnotherIdentifier) {
  const auto identifier = [](std::size_t count) {
    Press press;
    fill(press, count);
    const std::string pdf = press.write();
    return pdf.substr(pdf.rfind("/ID["), 72);
  };
  EXPECT_NE(identifier(1), identifier(2));
  EXPECT_EQ(identifier(1), identifier(1));
}

TEST(Pdf, KeepsTheSizeOfPaperToTheThousandth) {
  NEEDS("pdfinfo");
  Press press;
  press.add_page("1").size = {419.528f, 595.276f};
  EXPECT_THAT(run("pdfinfo @", press.write()), HasSubstr("419.528 x 595.276 pts"));
}

TEST(Pdf, NamesPagesAsPrinted) {
  NEEDS("qpdf");
  Press press;
  fill(press, 5);
  EXPECT_THAT(source_of(press.write()),
              HasSubstr("/PageLabels <<\n    /Nums [\n      0\n      <<\n        /S /r\n"));
}

}  // namespace
}  // namespace octavo::pdf
