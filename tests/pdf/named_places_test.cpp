#include "pdf/named_places.h"

#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(NamedPlaces, AreFoundByTheirNames) {
  NEEDS("pdfinfo");
  Press press;
  press.add_page("1");
  press.add_page("2");
  press.pages.names = {{"zebra", press.add_place(0, {0, 100})}, {"anthropic.history", press.add_place(1, {0, 200})}};
  press.pages.destinations.emplace_back();
  press.pages.names.push_back({"nowhere", book::AnchorId(2)});
  const std::string pdf = press.write();
  EXPECT_EQ(complaints(pdf), "");
  const std::string places = run("pdfinfo -dests @", pdf);
  EXPECT_THAT(places, testing::ContainsRegex(" 1 .*\"zebra\""));
  EXPECT_THAT(places, testing::ContainsRegex(" 2 .*\"anthropic.history\""));
  EXPECT_THAT(places, Not(HasSubstr("nowhere")));
}

TEST(NamedPlaces, AreATreeHoweverMany) {
  NEEDS("pdfinfo");
  Press press;
  press.add_page("1");
  for (int i = 0; i < 1000; ++i) press.pages.names.push_back({"place-" + std::to_string(i), press.add_place(0, {0, 100})});
  const std::string pdf = press.write();
  EXPECT_EQ(complaints(pdf), "");
  EXPECT_EQ(run("pdfinfo -dests @ | grep -c place-", pdf), "1000\n");
}

}  // namespace
}  // namespace octavo::pdf
