#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/epub.h"

namespace octavo::epub {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> named_in(const std::string& css) {
  std::vector<std::string> names;
  for (const CssAddress& one : addresses_in_css(css)) names.push_back(one.text + " in " + css.substr(one.begin, one.end - one.begin));
  return names;
}

TEST(CssAddresses, NamespacesAreNames) {
  EXPECT_THAT(named_in("@namespace epub url(http://www.idpf.org/2007/ops); p { background: url(a) }"), ElementsAre("a in url(a)"));
}

TEST(CssAddresses, AreFoundInFunctionsAndImports) {
  EXPECT_THAT(named_in("@import 'a.css' screen; @IMPORT url(b.css); p{background:URL( 'c' ) , url(d )}"),
              ElementsAre("a.css in @import 'a.css'", "b.css in url(b.css)", "c in URL( 'c' )", "d in url(d )"));
  EXPECT_THAT(named_in("@import/**/ \"a\""), ElementsAre("a in @import/**/ \"a\""));
}

TEST(CssAddresses, AreNotInCommentsStringsOrLongerWords) {
  EXPECT_THAT(named_in("/* url(e) */ q{content:\"url(f)\" 'a\\'url(g)'} curl(h) url-prefix(i) @imports 'j' #url"), IsEmpty());
}

TEST(CssAddresses, OfBrokenSheetsEndSomewhere) {
  EXPECT_THAT(named_in("p{} /* never closed url(x)"), IsEmpty());
  EXPECT_THAT(named_in("p{content:'open\nurl(a"), ElementsAre("a in url(a"));
  EXPECT_THAT(named_in("url("), ElementsAre(" in url("));
  EXPECT_THAT(named_in("url('"), ElementsAre(" in url('"));
  for (const char* css : {"", "/*", "/", "\\", "'", "'\\", "@", "@import", "@import ", "@import /*"}) EXPECT_THAT(named_in(css), IsEmpty()) << css;
}

TEST(CssAddresses, OnTheNetHaveAScheme) {
  for (const char* address : {"https://example.org", "data:,", "//example.org/a"}) EXPECT_TRUE(is_on_the_net(address)) << address;
  for (const char* address : {"", "a.png", "a/b:c", "#a:b", ":a", "/a"}) EXPECT_FALSE(is_on_the_net(address)) << address;
}

}  // namespace
}  // namespace octavo::epub
