#include <gtest/gtest.h>

#include "samples.h"

namespace octavo::pictures {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view root =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";

// What remains within a root that is in order.
std::string inside(std::string_view content) {
  const auto cleaned = cleaned_svg(std::string(root).append(content).append("</svg>"));
  if (!cleaned) return "nothing";
  const std::string before = std::string(head).append(root);
  if (*cleaned == before.substr(0, before.size() - 1) + "/>\n") return "";
  EXPECT_TRUE(cleaned->starts_with(before) && cleaned->ends_with("</svg>\n")) << *cleaned;
  return cleaned->substr(before.size(), cleaned->size() - before.size() - 7);
}

TEST(svg_clean, leaves_an_honest_drawing_as_it_is) {
  for (const std::string_view content : {
           "<title>Ein Bärenfell &amp; ein \u3042</title>",
           "<g>\n  <path d=\"M0 0 L 1,1\" style=\"fill: #f00; stroke:none\"/>\n</g>",
           "<defs><linearGradient id=\"a\"/></defs><rect fill=\"url(#a)\" filter=\"url('#b')\"/>",
           "<g id=\"a\"/><use href=\"#a\"/><use xlink:href=\"#a\"/>",
           "<image href=\"data:image/png;base64,AAAA\"/><image xlink:href=\"data:image/jpeg;base64,AAAA\"/>",
           "<g id=\"é\"/><use href=\"#%C3%A9\"/><rect data-x=\"1\"/>",
           "<style>rect { fill: url(#a) } text { font-family: \"Lato\" }</style>",
           "<style><![CDATA[a > b { fill: red }]]></style>",
           "<style>@font-face { src: url(data:font/woff2;base64,AAAA) }</style>",
           "<animate attributeName=\"opacity\" from=\"0\" to=\"1\"/>",
           "<!-- a remark -->",
           "<text xml:space=\"preserve\"> a  <tspan>b</tspan> </text>",
           "<text aria-label=\"an image(1) of @import\" transform=\"rotate(3)\">x</text>",
           "<m:note xmlns:m=\"urn:m\" m:of=\"x\">y</m:note>",
       })
    EXPECT_EQ(inside(content), content);
}

struct Change {
  std::string_view before, after;
};

TEST(svg_clean, drops_what_acts) {
  for (const auto& [before, after] : {
           Change{"<script>alert(1)</script><g/>", "<g/>"},
           {"<g><script href=\"x.js\"/></g>", "<g/>"},
           {"<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>", ""},
           {"<h:iframe xmlns:h=\"http://www.w3.org/1999/xhtml\" h:src=\"x\"/><g/>", "<g/>"},
           {"<s:script xmlns:s=\"urn:any\">x</s:script>", ""},
           {"<handler/><listener/>", ""},
           {"<g onclick=\"x()\" OnLoad=\"y()\" id=\"a\"/>", "<g id=\"a\"/>"},
           {"<set attributeName=\"href\" to=\"javascript:x()\"/>", ""},
           {"<a><animate attributeName=\" xlink:href \" values=\"javascript:x()\"/></a>", "<a/>"},
           {"<?xml-stylesheet href=\"x.css\"?><g/>", "<g/>"},
       })
    EXPECT_EQ(inside(before), after) << before;
}

TEST(svg_clean, drops_what_reaches_out) {
  for (const auto& [before, after] : {
           Change{"<a href=\"https://example.org/\"><text>x</text></a>", "<a><text>x</text></a>"},
           {"<a xlink:href=\"javascript:x()\"/>", "<a/>"},
           {"<use href=\"other.svg#a\"/>", "<use/>"},
           {"<image href=\"photo.png\"/>", "<image/>"},
           {"<image href=\"file:///etc/passwd\"/>", "<image/>"},
           {"<image href=\"data:image/svg+xml;base64,AAAA\"/>", "<image/>"},
           {"<image href=\"data:image/pngx;base64,AAAA\"/>", "<image/>"},
           {"<image href=\"data:text/html,x\"/>", "<image/>"},
           {"<rect fill=\"url(https://example.org/#a)\" x=\"1\"/>", "<rect x=\"1\"/>"},
           {"<rect filter=\"URL( 'x.svg#a' )\"/>", "<rect/>"},
           {"<rect style=\"fill: \\75 rl(//example.org)\"/>", "<rect/>"},
           {"<rect style=\"background: image-set('x.png' 1x)\"/>", "<rect/>"},
           {"<style>@import 'x.css';</style><g/>", "<g/>"},
           {"<style>@\\69mport 'x.css';</style><g/>", "<g/>"},
           {"<style>@im<!-- -->port 'x.css';</style><g/>", "<g/>"},
           {"<style>@font-face { src: url(https://example.org/a.woff) }</style><g/>", "<g/>"},
           {"<style>a { fill: url(#a) } b { fill: url(\"http://example.org/\") }</style><g/>", "<g/>"},
           {"<g xml:base=\"https://example.org/\"/>", "<g/>"},
       })
    EXPECT_EQ(inside(before), after) << before;
}

TEST(svg_clean, drops_what_an_e_book_must_not_hold) {
  for (const auto& [before, after] : {
           Change{"<g id=\"a\"/><g id=\"a\"/>", "<g id=\"a\"/><g/>"},
           {"<g id=\"1a\"/><g id=\"\"/><g id=\"a b\"/>", "<g/><g/><g/>"},
           {"<use href=\"#gone\"/><use xlink:href=\" #gone\"/><use href=\"#\"/>", "<use/><use/><use/>"},
           {"<use href=\"#a\"/><script id=\"a\"/>", "<use/>"},
           {"<rect fill=\"url(#gone)\" stroke=\"url(#gone) red\"/>", "<rect fill=\"none\" stroke=\"red\"/>"},
           {"<g id=\"a\"/><rect fill=\"url( '#a' ) red\" stroke=\"url('#gone')\"/>",
            "<g id=\"a\"/><rect fill=\"url(#a) red\" stroke=\"none\"/>"},
           {"<g data-Name=\"1\" data-=\"2\"/>", "<g/>"},
           {"<math xmlns=\"http://www.w3.org/1998/Math/MathML\"/>", ""},
       })
    EXPECT_EQ(inside(before), after) << before;
}

TEST(svg_clean, puts_name_spaces_right) {
  EXPECT_EQ(cleaned_svg("<svg><g/></svg>"),
            std::string(head) + "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>\n");
  EXPECT_EQ(
      cleaned_svg("<svg id='a'><use xlink:href='#a'/></svg>"),
      std::string(head) +
          "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" id=\"a\">"
          "<use xlink:href=\"#a\"/></svg>\n");
  EXPECT_EQ(cleaned_svg("<svg><use xlink:href='x.svg#a' inkscape:label='x'/><sodipodi:view/></svg>"),
            std::string(head) +
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
                "<use/></svg>\n");
}

TEST(svg_clean, drops_the_doctype_and_writes_utf8) {
  EXPECT_EQ(
      cleaned_svg("<?xml version='1.0' encoding='ISO-8859-1' standalone='no'?>\n<!-- \xA9 me -->\n"
                  "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                  "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n" +
                  svg("", "<text>\xE9</text>")),
      std::string(head) + "<!-- © me -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"><text>é</text></svg>\n");
}

TEST(svg_clean, knows_the_abbreviations_of_drawing_programs) {
  EXPECT_EQ(
      cleaned_svg("<!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'>]><svg xmlns='&ns;' id='a'/>"),
      std::string(head) + "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"a\"/>\n");
}

TEST(svg_clean, twice_is_the_same_as_once) {
  for (const std::string_view text : {"<svg><a xlink:href='http://x'/>\r\n<text>\t&#13;&lt;</text></svg>",
                                      "<svg><g xmlns=''/><style>a&gt;b</style></svg>"}) {
    const auto once = cleaned_svg(text);
    ASSERT_TRUE(once);
    EXPECT_EQ(cleaned_svg(*once), once);
  }
}

TEST(svg_clean, refuses_what_is_no_drawing) {
  for (const std::string_view text :
       {"", "text", "<svg>", "<svg></g></svg>", "<html/>", "<svg xmlns='urn:other'/>", "<svg a='1' a='2'/>",
        "<svg>&unknown;</svg>"})
    EXPECT_FALSE(cleaned_svg(text)) << text;
}

TEST(svg_clean, refuses_entities_that_multiply) {
  std::string laughs = "<!DOCTYPE svg [<!ENTITY l0 'ha'>";
  for (int level = 1; level < 12; ++level) {
    laughs += "<!ENTITY l" + std::to_string(level) + " '";
    for (int count = 0; count < 10; ++count) laughs += "&l" + std::to_string(level - 1) + ";";
    laughs += "'>";
  }
  EXPECT_FALSE(cleaned_svg(laughs + "]><svg>&l11;</svg>"));
  EXPECT_FALSE(cleaned_svg(laughs + "]><svg id='&l11;'/>"));

  const std::string long_entity = "<!DOCTYPE svg [<!ENTITY a '" + std::string(100'000, 'a') + "'>]>";
  EXPECT_FALSE(cleaned_svg(long_entity + "<svg>&a;&a;&a;</svg>"));
}

TEST(svg_clean, reads_no_file_through_an_entity) {
  const std::string file = std::string("file://") + OCTAVO_SOURCE + "/LICENSE";
  for (const std::string& text : {
           "<!DOCTYPE svg [<!ENTITY a SYSTEM '" + file + "'>]><svg><text>&a;</text></svg>",
           "<!DOCTYPE svg [<!ENTITY % a SYSTEM '" + file + "'>%a;]><svg><text/></svg>",
           "<!DOCTYPE svg SYSTEM '" + file + "'><svg><text>&a;</text></svg>",
           "<svg xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include parse='text' href='" + file +
               "'/></svg>",
       }) {
    const std::string cleaned = cleaned_svg(text).value_or("");
    EXPECT_EQ(cleaned.find("MIT"), std::string::npos) << cleaned;
    EXPECT_EQ(cleaned.find("file:"), std::string::npos) << cleaned;
    EXPECT_EQ(cleaned.find("&a;"), std::string::npos) << cleaned;
  }
}

TEST(svg_clean, refuses_what_nests_without_end) {
  std::string deep;
  for (int level = 0; level < 100'000; ++level) deep += "<g>";
  EXPECT_FALSE(cleaned_svg("<svg>" + deep));
  for (int level = 0; level < 100'000; ++level) deep += "</g>";
  EXPECT_FALSE(cleaned_svg("<svg>" + deep + "</svg>"));
  EXPECT_FALSE(facts("<svg>" + deep + "</svg>"));
}

TEST(svg_clean, takes_a_long_drawing_in_its_stride) {
  std::string wide;
  for (int count = 0; count < 100'000; ++count) wide += "<g fill=\"red\" clip-path=\"url(#a)\"/>";
  EXPECT_EQ(inside(wide), wide);
  std::string rules = "<style>";
  for (int count = 0; count < 100'000; ++count) rules += "url( #a)";
  rules += std::string(100'000, ' ') + "</style>";
  EXPECT_EQ(inside(rules), rules);
}

}  // namespace
}  // namespace octavo::pictures
