#include "style/parse.h"

#include <gtest/gtest.h>

#include "sheet.h"

namespace octavo::style {
namespace {

TEST(Parse, MistakesCostOnlyThemselves) {
  const Document document;
  for (const std::string_view css : {
           "p:hover { orphans: 9 } p { orphans: 3 }",
           "p { orphans: ; widows: 3; orphans: 3 }",
           "p { nonsense; orphans: 3 }",
           "p { : x; orphans: 3 }",
           "p { a:b { c:d } orphans: 3 }",
           "p { &.x { orphans: 9 } orphans: 3 }",
           "@font-face { font-family: x } p { orphans: 3 }",
           "@unknown x { p { orphans: 9 } } p { orphans: 3 }",
           "@import 'x.css'; p { orphans: 3 }",
           "@charset \"utf-8\"; p { orphans: 3 }",
           "} p { orphans: 9 } p { orphans: 3 }",
           "p { orphans: 3",
           "p { orphans: 3; x: [ ( }",
           "p { --x: { a: b; c } ; orphans: 3 }",
           "<!-- p { orphans: 3 } -->",
           "p { orphans: 3 } h1",
       })
    EXPECT_EQ(styled(css, document.first).orphans, 3) << css;
}

TEST(Parse, AUsersSheetIsToldWhatPrintDoesNotKnow) {
  const auto expect = [](std::string_view css, std::vector<std::string> expected) {
    EXPECT_EQ(notes(css), expected) << css;
  };
  expect("p { cursor: pointer }", {"cursor: pointer | print has no \"cursor\": it is of screens"});
  expect("p { colr: red }",
         {"colr: red | print does not know the property \"colr\"; did you mean \"color\"?"});
  expect("p { color: reddish }",
         {"color: reddish | print cannot use this value of \"color\", so it is skipped"});
  expect("p:hover { color: red }", {":hover | print does not know \":hover\", so its rule is skipped"});
  expect("@supports (x) { p { color: red } }",
         {"@supports (x)  | print does not know \"@supports\", so it is skipped"});
  expect(
      "@import url(x.css);",
      {"@import url(x.css) | a style sheet may not import another; list every sheet in book.toml instead"});
  expect("@page :middle { margin: 0 }",
         {"@page :middle  | print does not know this page selector, so its rule is skipped"});
  expect("@page { marks: crop }", {"marks: crop | print has no \"marks\": what surrounds the trimmed page is asked for when the book is built"});
  expect("@page { size: huge }", {"size: huge | print cannot use this value of \"size\", so it is skipped"});
  expect("p { color }", {"color | this is no declaration, so it is skipped; write it as \"name: value;\""});
  expect("p { b { x: y } }", {"b  | print does not know rules inside rules, so this one is skipped"});
  expect("p:frist-child { color: red }", {":frist-child | print does not know \":frist-child\", so its rule is skipped; did you mean \"first-child\"?"});
  expect("blockqoute p { color: red }", {"blockqoute | no printed book has an element \"blockqoute\"; did you mean \"blockquote\"?"});
  expect("img { width: 50% }", {"img | no printed book has an element \"img\"; what comes nearest is \"figure\""});
  expect("p[title] { color: red }", {"[title | nothing in a printed book has an attribute \"title\""});
  expect("@page { @top-centre { content: none } }", {"@top-centre | a page has no \"@top-centre\"; did you mean \"top-center\"?"});
  expect("@page { @top-left { colr: red } orphans: 2 }",
         {"colr: red | print does not know the property \"colr\"; did you mean \"color\"?", "orphans: 2 | print does not know the property \"orphans\""});
  expect("p { color: red } q", {"q | this selector has no block after it, so it is skipped"});
  expect("p { -webkit-hyphens: auto; --mine: 1; color: var(--x); margin: 0 }", {});
  expect("@media screen { img { float: left } } .mine::before { content: counter(x) }", {});
  expect("@media screen { p { color: red } } @page wide:first { size: a4 landscape }", {});
}

TEST(Parse, ASheetForBothBooksMayAskForWhatOnlyTheEBookHas) {
  diagnostics::Sink sink;
  const std::string_view css = "img { float: left } p { colr: red } blockqoute { margin: 0 }";
  const auto file = sink.sources.add("both.css", std::string(css));
  Cascade cascade;
  cascade.add(css, file, sink, Audience::both);
  EXPECT_EQ(sink.sorted().size(), 2u) << "slips are told of all the same";
}

TEST(Parse, TheBuiltInSheetsAreNotToldOf) {
  diagnostics::Sink sink;
  Cascade cascade;
  cascade.add("p { cursor: pointer } p:hover {} @x;", {}, sink);
  EXPECT_TRUE(sink.empty());
}

}  // namespace
}  // namespace octavo::style
