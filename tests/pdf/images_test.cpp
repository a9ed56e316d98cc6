#include "pictures/pictures.h"
#include "press.h"

namespace octavo::pdf {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Images : testing::Test {
  Press press;

  void SetUp() override { press.add_page("1"); }
  void show(pages::PictureId picture, base::Rect area = {60, 60, 200, 100}) {
    press.pages.pages[0].items.emplace_back(pages::Picture{area, picture, {}});
  }
  static std::string svg(const std::string& content) {
    return "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='5'>" + content + "</svg>";
  }
  static std::string png(bool translucent) {
    pictures::Pixels pixels{40, 20, false, std::string(40 * 20 * 3, '\x80'), {}};
    for (std::size_t i = 0; i < pixels.color.size(); ++i) pixels.color[i] = static_cast<char>(i % 251);
    if (translucent) pixels.alpha = std::string(40 * 20, '\x40');
    return pictures::encoded_png(pixels);
  }
};

TEST_F(Images, ArePlacedWithTheirLowerLeftCorner) {
  NEEDS("qpdf");
  show(press.add_picture("a.png", book::AssetKind::png, png(false)));
  const std::string pdf = press.write();
  EXPECT_THAT(source_of(pdf), HasSubstr("200 0 0 100 60 488 cm/P1 Do"));
  EXPECT_EQ(complaints(pdf), "");
}

TEST_F(Images, OfOpaquePngGoInAsTheyArePacked) {
  NEEDS("qpdf");
  const std::string file = png(false);
  show(press.add_picture("a.png", book::AssetKind::png, file));
  const std::string pdf = press.write();
  EXPECT_THAT(pdf, HasSubstr(pictures::passable_png(file)->data));
  EXPECT_EQ(complaints(pdf), "");
}

TEST_F(Images, AreWrittenOnceHoweverOftenShown) {
  NEEDS("pdfimages");
  const auto picture = press.add_picture("a.png", book::AssetKind::png, png(false));
  show(picture);
  show(picture, {60, 300, 20, 10});
  press.write();
  EXPECT_THAT(press.files.was_read, ElementsAre("book/a.png"));
}

TEST_F(Images, ThatLetThePaperThroughHaveAMask) {
  NEEDS("pdfimages");
  show(press.add_picture("a.png", book::AssetKind::png, png(true)));
  const std::string pdf = press.write();
  EXPECT_THAT(run("pdfimages -list @", pdf), HasSubstr("smask"));
  EXPECT_THAT(source_of(pdf), HasSubstr("/S /Transparency"));
  EXPECT_EQ(complaints(pdf), "");
}

TEST_F(Images, ThatAreBrokenAreReportedAndLeaveTheirPlaceEmpty) {
  press.standards = {false, Archive::none};
  show(press.add_picture("broken.png", book::AssetKind::png, "\x89PNG\r\n and no more"));
  show(press.add_picture("broken.jpg", book::AssetKind::jpeg, "no picture"));
  press.pages.pictures.push_back({"gone.png", book::AssetKind::png, 100});
  show(pages::PictureId(2));
  const std::string pdf = press.write();
  const auto found = press.sink.sorted();
  ASSERT_EQ(found.size(), 3u);
  for (const auto& diagnostic : found) EXPECT_EQ(diagnostic.rule, diagnostics::Rule::image_unreadable);
  EXPECT_THAT(found[0].message, HasSubstr("\"broken.jpg\""));
  EXPECT_EQ(pdf.find("/XObject/Subtype/Image"), std::string::npos);
}

TEST_F(Images, ThatNoPageShowsAreNotRead) {
  press.add_picture("a.png", book::AssetKind::png, png(false));
  press.write();
  EXPECT_TRUE(press.files.was_read.empty());
}

TEST_F(Images, DrawingsAreVectorsAsLargeAsTheirPlace) {
  NEEDS("qpdf");
  show(press.add_picture("a.svg", book::AssetKind::svg, svg("<rect width='10' height='5' fill='#f80'/><text y='4' font-size='4'>ab</text>")));
  const std::string pdf = press.write();
  const std::string source = source_of(pdf);
  EXPECT_THAT(source, HasSubstr("200 0 0 100 60 488 cm/P1 Do"));
  EXPECT_THAT(source, HasSubstr("/Subtype /Form"));
  EXPECT_THAT(source, HasSubstr("1 0.5"));  // the colour
  EXPECT_THAT(source, testing::Not(HasSubstr("/Subtype /Image")));
  EXPECT_THAT(source, testing::Not(HasSubstr("/Transparency"))) << "nothing lets anything through";
  EXPECT_THAT(run("pdffonts @ | tail -n +3", pdf), "") << "words are outlines";
  EXPECT_EQ(complaints(pdf), "");
}

TEST_F(Images, DrawingsHaveDotsOnlyForWhatIsNothingElse) {
  NEEDS("pdfimages");
  show(press.add_picture("a.svg", book::AssetKind::svg,
                         svg("<filter id='f'><feGaussianBlur stdDeviation='1'/></filter><rect width='9' height='4' filter='url(#f)'/>")));
  const std::string pdf = press.write();
  // 200 points at 300 dots per inch; nothing for viewers to smooth.
  EXPECT_THAT(run("pdfimages -list @ | awk 'NR == 3 {print $4, $5, $10}'", pdf), testing::StartsWith("834 417 no"));
  EXPECT_THAT(source_of(pdf), HasSubstr("/S /Transparency"));
}

TEST_F(Images, DrawingsAreTheSameInEveryRun) {
  show(press.add_picture("a.svg", book::AssetKind::svg, svg("<g opacity='.5'><rect width='9' height='4'/><circle r='3'/></g>")));
  EXPECT_EQ(press.write(), press.write());
}

}  // namespace
}  // namespace octavo::pdf
