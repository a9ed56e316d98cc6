#include "base/name_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace octavo::base {
namespace {

std::vector<std::uint32_t> found(const NameTable& table, const std::string& name) {
  std::vector<std::uint32_t> result;
  for (const auto index : table.find(name)) result.push_back(index);
  return result;
}

TEST(NameTable, GivesTheIndicesOfANameInOrderEachOnce) {
  NameTable table;
  table.add("ada", 7);
  table.add("grace", 2);
  table.add("ada", 3);
  table.add("ada", 7);
  table.finish();
  EXPECT_THAT(found(table, "ada"), testing::ElementsAre(3, 7));
  EXPECT_THAT(found(table, "grace"), testing::ElementsAre(2));
  EXPECT_THAT(found(table, "alan"), testing::IsEmpty());
}

TEST(NameTable, FindsEachOfVeryMany) {
  NameTable table;
  for (std::uint32_t i = 0; i < 10'000; ++i) table.add("name " + std::to_string(i), i);
  table.finish();
  for (std::uint32_t i = 0; i < 10'000; ++i) EXPECT_THAT(found(table, "name " + std::to_string(i)), testing::Contains(i));
}

TEST(NameTable, IsEmptyAtFirst) {
  NameTable table;
  table.finish();
  EXPECT_THAT(found(table, "ada"), testing::IsEmpty());
}

}  // namespace
}  // namespace octavo::base
