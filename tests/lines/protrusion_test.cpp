#include "lines/protrusion.h"

#include <gtest/gtest.h>

#include <string_view>

namespace octavo::lines {
namespace {

TEST(Protrusion, MarksHangByMuchAndLettersByALittle) {
  for (const char32_t mark : std::u32string_view(U".,:;-\u2010’”»")) EXPECT_GE(hang_at_end(mark, Hanging::letters_too), 0.4f);
  for (const char32_t mark : std::u32string_view(U"'\"‘“„«")) EXPECT_GE(hang_at_start(mark, Hanging::letters_too), 0.4f);
  for (const char32_t letter : std::u32string_view(U"ATVWY147")) {
    EXPECT_GT(hang_at_start(letter, Hanging::letters_too), 0);
    EXPECT_GT(hang_at_end(letter, Hanging::letters_too), 0);
  }
  for (char32_t c = U'0'; c <= U'z'; ++c) {
    const auto is_letter = (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
    if (!is_letter && c > U'9') continue;
    EXPECT_LE(hang_at_start(c, Hanging::letters_too), 0.1f);
    EXPECT_LE(hang_at_end(c, Hanging::letters_too), 0.1f);
  }
}

TEST(Protrusion, InColumnsOnlyMarksHang) {
  for (const char32_t letter : std::u32string_view(U"ATVWY147(!?)")) {
    EXPECT_EQ(hang_at_start(letter, Hanging::marks), 0);
    EXPECT_EQ(hang_at_end(letter, Hanging::marks), 0);
  }
  EXPECT_EQ(hang_at_end(U'.', Hanging::marks), hang_at_end(U'.', Hanging::letters_too));
  EXPECT_EQ(hang_at_start(U'“', Hanging::marks), hang_at_start(U'“', Hanging::letters_too));
}

TEST(Protrusion, WhatStandsUprightAtTheEdgeDoesNotHang) {
  for (const char32_t letter : std::u32string_view(U"BDEHIMNbhilmnpu")) EXPECT_EQ(hang_at_start(letter, Hanging::letters_too), 0);
  for (const char32_t letter : std::u32string_view(U"HIMNdhilmnqu")) EXPECT_EQ(hang_at_end(letter, Hanging::letters_too), 0);
}

TEST(Protrusion, AMarkThatOpensHangsWhereItOpens) {
  EXPECT_GT(hang_at_start(U'(', Hanging::letters_too), hang_at_end(U'(', Hanging::letters_too));
  EXPECT_GT(hang_at_end(U')', Hanging::letters_too), hang_at_start(U')', Hanging::letters_too));
  EXPECT_EQ(hang_at_start(U'.', Hanging::letters_too), 0);
}

TEST(Protrusion, NothingHangsByMoreThanItself) {
  for (char32_t c = 0; c < 0x3100; ++c) {
    EXPECT_GE(hang_at_start(c, Hanging::letters_too), 0);
    EXPECT_LE(hang_at_start(c, Hanging::letters_too), 0.75f);
    EXPECT_GE(hang_at_end(c, Hanging::letters_too), 0);
    EXPECT_LE(hang_at_end(c, Hanging::letters_too), 0.75f);
  }
}

}  // namespace
}  // namespace octavo::lines
