// Publications broken by hand, one break each.
#include "epub/proof.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/markup.h"

namespace octavo::epub {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<NamedFile> whole() {
  return {
      {"META-INF/container.xml", "<container><rootfiles><rootfile full-path='EPUB/package.opf'/></rootfiles></container>", "application/xml"},
      {"EPUB/package.opf",
       "<?xml version=\"1.0\"?>\n<package><metadata><dc:title id='t'>A &amp; B</dc:title><meta refines='#t'>main</meta></metadata>"
       "<manifest><item id='n' href='nav.xhtml'/><item href='text/a.xhtml' id='a'/><item id='s' href='style.css'/>"
       "<item id='p' href='my%20picture.svg'/><item id='x' href='toc.ncx'/></manifest>"
       "<spine toc='x'><itemref idref='n'/><itemref idref='a'/></spine></package>",
       "application/oebps-package+xml"},
      {"EPUB/nav.xhtml", "<html><body><a href='text/a.xhtml#one'>1</a><a\n class='b'\n href = \"text/a.xhtml\" >2</a></body></html>",
       "application/xhtml+xml"},
      {"EPUB/text/a.xhtml",
       "<!DOCTYPE html>\n<html><head><link href='../style.css'/></head><body><!-- <a href='gone'> --><p id='one'>a &lt; b</p>"
       "<p id='caf&#xE9;'/><a href='#caf%C3%A9'/><a href='https://example.org/gone#x'/><a href='mailto:ada@example.org'/>"
       "<img src='../my%20picture.svg'/><a href='#one'/></body></html>",
       "application/xhtml+xml"},
      {"EPUB/style.css", "/* url(gone) */ a { background: url(\"my picture.svg\") } b::after { content: 'url(gone)' }", "text/css"},
      {"EPUB/my picture.svg", "<svg><use xlink:href='#r'/><rect id='r'/><style><![CDATA[ <a href='gone'/> ]]></style></svg>", "image/svg+xml"},
      {"EPUB/toc.ncx", "<ncx><navPoint id='p1'><content src='text/a.xhtml#one'/></navPoint></ncx>", "application/x-dtbncx+xml"},
  };
}

// The breaks of the publication after the text has given way in the file.
std::vector<std::string> breaks_with(const std::string& path, const std::string& text, const std::string& instead) {
  auto files = whole();
  for (NamedFile& file : files) {
    if (file.path != path) continue;
    const std::size_t at = file.bytes.find(text);
    if (at == file.bytes.npos) throw std::invalid_argument(text);
    file.bytes.replace(at, text.size(), instead);
  }
  return breaks(files);
}

TEST(Proof, FindsNothingWhereAllIsWell) { EXPECT_THAT(breaks(whole()), IsEmpty()); }

TEST(Proof, FollowsEveryAddressToItsFileAndPlace) {
  EXPECT_THAT(breaks_with("EPUB/nav.xhtml", "a.xhtml#one", "b.xhtml#one"),
              ElementsAre("EPUB/nav.xhtml leads to \"text/b.xhtml#one\", and there is no such file"));
  EXPECT_THAT(breaks_with("EPUB/nav.xhtml", "#one", "#two"),
              ElementsAre("EPUB/nav.xhtml leads to \"text/a.xhtml#two\", and there is no such id"));
  EXPECT_THAT(breaks_with("EPUB/nav.xhtml", "\"text/a.xhtml\"", "\"/EPUB/text/a.xhtml\""),
              ElementsAre("EPUB/nav.xhtml leads to \"/EPUB/text/a.xhtml\", and there is no such file"));
  EXPECT_THAT(breaks_with("EPUB/text/a.xhtml", "id='one'", "id='One'").size(), 3u) << "navigation, NCX and the file itself";
  EXPECT_THAT(breaks_with("EPUB/text/a.xhtml", "src='../", "src='"),
              ElementsAre("EPUB/text/a.xhtml leads to \"my%20picture.svg\", and there is no such file"));
  EXPECT_THAT(breaks_with("EPUB/toc.ncx", "#one", "#0"),
              ElementsAre("EPUB/toc.ncx leads to \"text/a.xhtml#0\", and there is no such id"));
  EXPECT_THAT(breaks_with("EPUB/style.css", "my picture", "her picture"),
              ElementsAre("EPUB/style.css leads to \"her picture.svg\", and there is no such file"));
  EXPECT_THAT(breaks_with("EPUB/my picture.svg", "'#r'", "'#q'"),
              ElementsAre("EPUB/my picture.svg leads to \"#q\", and there is no such id"));
  EXPECT_THAT(breaks_with("META-INF/container.xml", "EPUB/", ""),
              ElementsAre("META-INF/container.xml leads to \"package.opf\", and there is no such file"));
  EXPECT_THAT(breaks_with("EPUB/package.opf", "'#t'", "'#u'"),
              ElementsAre("EPUB/package.opf leads to \"#u\", and there is no such id"));
}

TEST(Proof, WantsAnIdOnceAFile) {
  EXPECT_THAT(breaks_with("EPUB/text/a.xhtml", "caf&#xE9;", "one"),
              ElementsAre("EPUB/text/a.xhtml has the id \"one\" twice", "EPUB/text/a.xhtml leads to \"#caf%C3%A9\", and there is no such id"));
}

TEST(Proof, WantsAllThatIsThereInTheManifest) {
  EXPECT_THAT(breaks_with("EPUB/package.opf", "<item id='s' href='style.css'/>", ""),
              ElementsAre("EPUB/package.opf does not list EPUB/style.css"));
  EXPECT_THAT(breaks_with("EPUB/package.opf", "href='style.css'", "href='nav.xhtml'"),
              ElementsAre("EPUB/package.opf lists \"nav.xhtml\" twice", "EPUB/package.opf does not list EPUB/style.css"));
  EXPECT_THAT(breaks_with("EPUB/package.opf", "idref='a'", "idref='b'"),
              ElementsAre("EPUB/package.opf has \"b\" in its spine, and there is no such item"));
  EXPECT_THAT(breaks_with("EPUB/package.opf", "toc='x'", ""),
              ElementsAre("EPUB/package.opf has \"\" in its spine, and there is no such item"));
  auto files = whole();
  files.push_back(files.back());
  EXPECT_THAT(breaks(files).front(), "EPUB/toc.ncx is there twice");
}

TEST(Proof, DoesNotTakeBrokenXmlForWhole) {
  EXPECT_THAT(breaks_with("EPUB/nav.xhtml", ">2</a></body></html>", ""), ElementsAre("EPUB/nav.xhtml is no well-formed XML"));
  EXPECT_THAT(breaks_with("EPUB/nav.xhtml", "class='b'", "class=b"), ElementsAre("EPUB/nav.xhtml is no well-formed XML"));
  EXPECT_THAT(breaks_with("EPUB/nav.xhtml", "</body>", "<!-- "), ElementsAre("EPUB/nav.xhtml is no well-formed XML"));
}

TEST(Markup, ResolvesEntitiesOnce) {
  EXPECT_EQ(unescaped("a&amp;lt;b &quot;&apos;&#65;&#x42;&lt;&gt;"), "a&lt;b \"'AB<>");
  EXPECT_EQ(unescaped("a & b &unknown; &"), "a & b &unknown; &");
}

}  // namespace
}  // namespace octavo::epub
