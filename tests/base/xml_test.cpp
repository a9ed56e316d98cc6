#include "base/xml.h"

#include <gtest/gtest.h>

using octavo::base::XmlWriter;

TEST(Xml, WritesADocumentWithoutWhiteSpaceInMixedContent) {
  XmlWriter xml;
  xml.declaration("html");
  xml.open("p");
  xml.attribute("class", "first");
  xml.text("It was ");
  xml.element("em", "late");
  xml.text(" and dark");
  xml.open("br");
  xml.close();
  xml.close();
  xml.line();
  EXPECT_EQ(xml.take(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
            "<p class=\"first\">It was <em>late</em> and dark<br/></p>\n");
}

TEST(Xml, AnElementWithEmptyTextIsAPair) {
  XmlWriter xml;
  xml.open("a");
  xml.attribute("id", "x");
  xml.text("");
  xml.close();
  EXPECT_EQ(xml.take(), "<a id=\"x\"></a>");
}

TEST(Xml, EscapesTextAndAttributes) {
  XmlWriter xml;
  xml.open("a");
  xml.attribute("title", "\"Tom\" & <Jerry>");
  xml.text("1 < 2 && \"so\" ]]>");
  xml.close();
  EXPECT_EQ(xml.take(),
            "<a title=\"&quot;Tom&quot; &amp; &lt;Jerry&gt;\">1 &lt; 2 &amp;&amp; \"so\" ]]&gt;</a>");
}

TEST(Xml, ReplacesWhatXmlForbids) {
  using namespace std::string_view_literals;
  XmlWriter xml;
  xml.element("p", "a\0b\x0B\x1B\t\n\uFFFE\uFFFF\xFF\xED\xA0\x80é\uFFFD"sv);
  EXPECT_EQ(xml.take(), "<p>a\uFFFDb\uFFFD\uFFFD\t\n\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDé\uFFFD</p>");
}

TEST(Xml, KeepsNoPointerToTheNamesItWasGiven) {
  XmlWriter xml;
  {
    std::string name = "section";
    xml.open(name);
    name = "changed";
  }
  xml.text("x");
  xml.close();
  EXPECT_EQ(xml.take(), "<section>x</section>");
}

TEST(Xml, IsEmptyAfterItWasTaken) {
  XmlWriter xml;
  xml.element("a", "1");
  EXPECT_EQ(xml.take(), "<a>1</a>");
  xml.element("b", "2");
  xml.line();
  xml.element("c", "3");
  EXPECT_EQ(xml.take(), "<b>2</b>\n<c>3</c>");
}
