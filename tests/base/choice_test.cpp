#include "base/choice.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace octavo::base {
namespace {

struct Small {
  int number = 0;
};
struct Large {
  std::string text;
  std::array<int, 64> numbers = {};
};
using Either = Choice<Small, std::string, Large>;

TEST(Choice, HoldsTheKindItWasMadeOf) {
  const Either small = Small{7}, text = std::string("seven"), large = Large{"seven", {7}};
  EXPECT_EQ(get<Small>(small).number, 7);
  EXPECT_EQ(get<std::string>(text), "seven");
  EXPECT_EQ(get<Large>(large).text, "seven");
  EXPECT_TRUE(holds_alternative<Large>(large));
  EXPECT_FALSE(holds_alternative<Small>(large));
  EXPECT_EQ(get_if<Small>(&large), nullptr);
  EXPECT_TRUE(holds_alternative<Small>(Either()));
}

TEST(Choice, KeepsWhatIsLargeElsewhere) {
  EXPECT_LE(sizeof(Either), sizeof(std::string) + sizeof(void*));
  EXPECT_GT(sizeof(Large), sizeof(Either));
}

TEST(Choice, CopiesWhatIsLarge) {
  Either first = Large{"first", {}};
  Either second = first;
  get<Large>(second).text = "second";
  EXPECT_EQ(get<Large>(first).text, "first");
  first = second;
  get<Large>(second).text = "third";
  EXPECT_EQ(get<Large>(first).text, "second");
}

TEST(Choice, MovesWithoutCopying) {
  Either first = Large{"first", {}};
  const Large* const place = get_if<Large>(&first);
  const Either second = std::move(first);
  EXPECT_EQ(get_if<Large>(&second), place);
  first = Small{1};  // what was moved away may be given another value
  EXPECT_EQ(get<Small>(first).number, 1);
}

TEST(Choice, VisitsTheValueItself) {
  std::vector<Either> all = {Small{1}, std::string("two"), Large{"three", {}}};
  struct Name {
    std::string operator()(const Small&) const { return "small"; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Large& large) const { return large.text; }
  };
  std::string names;
  for (const Either& one : all) names += visit(Name{}, one) + ' ';
  EXPECT_EQ(names, "small two three ");
  visit([](auto& value) { value = {}; }, all[2]);
  EXPECT_EQ(get<Large>(all[2]).text, "");
}

}  // namespace
}  // namespace octavo::base
