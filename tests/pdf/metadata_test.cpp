#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Metadata : testing::Test {
  Press press;

  void SetUp() override { press.add_page("1"); }
};

TEST_F(Metadata, IsReadBackByOthers) {
  NEEDS("pdfinfo");
  press.metadata.title = "Ångström & <Sons>";
  press.metadata.contributors = {
      {"Ada Lovelace", "", "aut"}, {"Charles Babbage", "", "aut"}, {"Somebody", "", "edt"}};
  press.metadata.description = "About (engines)";
  press.metadata.subjects = {"engines", "numbers"};
  const std::string info = run("TZ=UTC pdfinfo -enc UTF-8 @", press.write());
  for (const char* line :
       {"Title:           Ångström & <Sons>\n", "Author:          Ada Lovelace and Charles Babbage\n",
        "Subject:         About (engines)\n", "Keywords:        engines, numbers\n",
        "Creator:         octavo\n", "CreationDate:    Wed May  1 12:30:00 2024 UTC\n",
        "PDF version:     1.7\n"}) {
    EXPECT_THAT(info, HasSubstr(line));
  }
}

TEST_F(Metadata, OfThePacketAgrees) {
  press.metadata.title = "Ångström & <Sons>";
  press.metadata.contributors = {{"Ada Lovelace", "", "aut"}, {"Charles Babbage", "", "aut"}};
  const std::string pdf = press.write();
  for (const char* part : {"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Ångström &amp; &lt;Sons",
                           "<rdf:li>Ada Lovelace</rdf:li>", "<rdf:li>Charles Babbage</rdf:li>",
                           "<xmp:CreateDate>2024-05-01T12:30:00Z</xmp:CreateDate>"}) {
    EXPECT_THAT(pdf, HasSubstr(part));
  }
}

TEST_F(Metadata, NamesTheLanguageAndShowsTheTitle) {
  NEEDS("qpdf");
  press.metadata.language = "de-CH";
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("/Lang (de-CH)"));
  EXPECT_THAT(source, HasSubstr("/DisplayDocTitle true"));
}

TEST_F(Metadata, ADateThatIsNoneIsLeftOut) {
  NEEDS("pdfinfo");
  for (const char* date : {"", "2024", "yesterday at noon ...", "2024-05-01 12:30:00Z"}) {
    press.metadata.modified = date;
    EXPECT_THAT(run("pdfinfo @", press.write()), Not(HasSubstr("CreationDate"))) << date;
  }
}

}  // namespace
}  // namespace octavo::pdf
