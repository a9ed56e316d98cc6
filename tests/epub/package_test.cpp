// What the publication says of itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/made.h"

namespace octavo::epub {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* square = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";

TEST(Package, TellsWhatBookTomlTells) {
  const auto book = made({{"book.toml",
                           "title = \"Engines\"\nsubtitle = \"A History\"\nauthors = [\"Ada Lovelace\"]\nlanguage = \"en-GB\"\n"
                           "date = \"1843-08-01\"\npublisher = \"Taylor\"\nisbn = { epub = \"978-3-16-148410-0\" }\n"},
                          {"a.md", "# A\n"}});
  const std::string& package = book["package.opf"];
  for (const char* part : {"<dc:identifier id=\"id\">urn:isbn:9783161484100</dc:identifier>", "<dc:title id=\"title\">Engines: A History</dc:title>",
                           "<dc:language>en-GB</dc:language>", "<dc:creator id=\"person-1\">Ada Lovelace</dc:creator>",
                           "scheme=\"marc:relators\">aut</meta>", "<dc:publisher>Taylor</dc:publisher>", "<dc:date>1843-08-01</dc:date>",
                           "<meta property=\"dcterms:modified\">1843-08-01T00:00:00Z</meta>"})
    EXPECT_THAT(package, HasSubstr(part));
  EXPECT_THAT(book["toc.ncx"], HasSubstr("<meta name=\"dtb:uid\" content=\"urn:isbn:9783161484100\"/>"));
}

TEST(Package, ClaimsDescriptionsOnlyIfEveryPictureHasOne) {
  const auto all = made({{"a.md", "# A\n\n![a square](s.svg)\n"}, {"s.svg", square}});
  EXPECT_THAT(all["package.opf"], HasSubstr(">alternativeText</meta>"));
  EXPECT_THAT(all["package.opf"], HasSubstr("<meta property=\"schema:accessMode\">visual</meta>"));
  const auto some = made({{"a.md", "# A\n\n![a square](s.svg)\n\n![](s.svg)\n"}, {"s.svg", square}});
  EXPECT_THAT(some["package.opf"], Not(HasSubstr(">alternativeText</meta>")));
  const auto none = made({{"a.md", "# A\n"}});
  EXPECT_THAT(none["package.opf"], Not(HasSubstr(">visual</meta>")));
}

TEST(Package, ReadsInTheOrderOfTheBook) {
  const auto book = made({{"book.toml", "chapters = [\"b.md\", \"a.md\"]"}, {"a.md", "# A"}, {"b.md", "# B\n\n[[a]]"}});
  const std::string& package = book["package.opf"];
  std::size_t at = 0;
  for (const char* item : {"f-cover.xhtml", "f-title.xhtml", "f-nav.xhtml", "f-b.xhtml", "f-a.xhtml", "f-index.xhtml"}) {
    const std::size_t found = package.find(std::string("<itemref idref=\"") + item, at);
    ASSERT_NE(found, std::string::npos) << item;
    at = found;
  }
}

}  // namespace
}  // namespace octavo::epub
