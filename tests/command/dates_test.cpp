#include "command/dates.h"

#include <gtest/gtest.h>

#include "base/failure.h"

namespace octavo::command {
namespace {

TEST(Dates, SecondsBecomeAMomentInUniversalTime) {
  EXPECT_EQ(moment_of_epoch(""), std::nullopt);
  EXPECT_EQ(moment_of_epoch("0"), "1970-01-01T00:00:00Z");
  EXPECT_EQ(moment_of_epoch("951827696"), "2000-02-29T12:34:56Z");
  EXPECT_EQ(moment_of_epoch("253402300799"), "9999-12-31T23:59:59Z");
}

TEST(Dates, WhatIsNoNumberOfSecondsIsAFailure) {
  for (const auto* text : {"x", "-1", "1.5", " 1", "1 ", "253402300800", "99999999999999999999"})
    EXPECT_THROW(moment_of_epoch(text), base::Failure) << text;
}

}  // namespace
}  // namespace octavo::command
