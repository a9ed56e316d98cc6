// Every case of the specification is a test of its own, named by its id.
#include "links/specification.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace octavo::links {
namespace {

const std::vector<Case>& all_cases() {
  static const std::vector<Case> all = cases(OCTAVO_SOURCE "/tests/links");
  return all;
}

// Lines that a case may leave out; all others must be said.
bool is_optional(const std::string& line) {
  return line.starts_with("reads ") || line.starts_with("in words: ");
}

class Specification : public testing::TestWithParam<Case> {};

TEST_P(Specification, IsKept) {
  const Case& one = GetParam();
  ASSERT_EQ(one.mistake, "") << one.where;
  std::vector<std::string> lines = came_out(one);
  std::erase_if(lines, [&](const std::string& line) {
    return is_optional(line) && std::ranges::find(one.expected, line) == one.expected.end();
  });
  std::string told;
  for (const auto& line : came_out(one)) told += "- " + line + '\n';
  EXPECT_THAT(lines, testing::UnorderedElementsAreArray(one.expected))
      << one.where << ": " << one.sentence << "\n"
      << told;
}

INSTANTIATE_TEST_SUITE_P(Links, Specification, testing::ValuesIn(all_cases()),
                         [](const auto& one) { return one.param.id; });

TEST(Specification, HasEveryCaseOnce) {
  std::set<std::string> ids;
  for (const Case& one : all_cases())
    EXPECT_TRUE(ids.insert(one.id).second) << one.where << " comes a second time";
  for (int number = 1; number <= 84; ++number) {
    const std::string id = (number < 10 ? "W0" : "W") + std::to_string(number);
    EXPECT_TRUE(ids.contains(id)) << id << " is missing";
  }
}

TEST(Specification, TakesNoCaseThatCouldNotFail) {
  std::istringstream page(
      "### W01 A link\n\n    [[x]]\n\n### W02 Two\n\n- `x` leads nowhere\n\n### W03\n\n    [[x]]\n\n- "
      "nothing to say\n");
  std::vector<std::string> mistakes;
  for (const Case& one : cases_of("page.md", page)) mistakes.push_back(one.mistake);
  EXPECT_THAT(mistakes,
              testing::ElementsAre(testing::HasSubstr("expects nothing"), testing::HasSubstr("no text"),
                                   testing::HasSubstr("no sentence")));
}

TEST(Specification, CanFail) {
  std::istringstream page("### W01 A link\n\n    [[x]]\n\n- `x` leads to `y.md`\n");
  const Case one = cases_of("page.md", page).at(0);
  EXPECT_EQ(one.mistake, "");
  EXPECT_THAT(came_out(one), testing::Not(testing::IsSupersetOf(one.expected)));
  EXPECT_THAT(came_out(one), testing::Contains("`x` leads nowhere"));
}

}  // namespace

void PrintTo(const Case& one, std::ostream* out) { *out << one.id << ' ' << one.where; }

}  // namespace octavo::links
