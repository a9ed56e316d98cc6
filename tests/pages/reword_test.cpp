#include "pages/reword.h"

#include <gtest/gtest.h>

#include <limits>

namespace octavo::pages {
namespace {

struct SetLine {
  glyphs::Fonts fonts;
  PageReference reference;
  Strip strip;
  float right = 0;

  explicit SetLine(const std::vector<std::string>& words, std::size_t of_reference) {
    reference.font = fonts.request({.families = {"serif"}});
    reference.language = "en";
    reference.words = words[of_reference].substr(1, words[of_reference].size() - 2);
    float x = 10;
    for (std::size_t index = 0; index < words.size(); ++index) {
      const glyphs::Run run = fonts.shape(reference.font, words[index], "en").runs.front();
      const StructureId structure(index);
      strip.items.push_back(GlyphRun{{x, 8}, run.face, 10, {}, false, fonts.keep(std::string_view(words[index])), fonts.keep(run.glyphs), structure});
      strip.links.push_back({{x, 0, run.width * 10, 10}, book::AnchorId(0), words[index], structure});
      x += run.width * 10;
    }
    right = x;
    strip.references.push_back({0, static_cast<std::uint32_t>(of_reference), 0, static_cast<std::uint32_t>(words.size())});
  }
  bool say(const std::string& words, const std::string& label, float most = 100) {
    PageReference now = reference;
    now.words = words;
    now.label = label;
    return reword(strip, strip.references.front(), reference, now, fonts, most);
  }
  const GlyphRun& run(std::size_t index) const { return std::get<GlyphRun>(strip.items[index]); }
  float end(std::size_t index) const {
    float x = run(index).origin.x;
    for (const auto& glyph : run(index).glyphs) x += glyph.advance * run(index).size;
    return x;
  }
};

TEST(reword, AWordedReferenceLeavesTheEndsOfItsLineWhereTheyAre) {
  for (const char* words : {"p.\u00A043", "p.\u00A01000", "p.\u00A09"}) {
    SetLine line({"some words before it ", "(opposite)", " and some that come after"}, 1);
    ASSERT_TRUE(line.say(words, "43"));
    EXPECT_EQ(line.run(1).text, "(" + std::string(words) + ")");
    EXPECT_FLOAT_EQ(line.run(0).origin.x, 10);
    EXPECT_NEAR(line.end(0), line.run(1).origin.x, 0.01);
    EXPECT_NEAR(line.end(1), line.run(2).origin.x, 0.01);
    EXPECT_NEAR(line.end(2), line.right, 0.01);
    EXPECT_EQ(line.strip.links[1].description, "43");
    for (std::size_t index = 0; index < 3; ++index) {
      EXPECT_NEAR(line.strip.links[index].area.x, line.run(index).origin.x, 0.01) << index;
      EXPECT_NEAR(line.strip.links[index].area.right(), line.end(index), 0.01) << index;
    }
  }
}

TEST(reword, ALineOfFewWordsEndsElsewhereRatherThanStretch) {
  SetLine line({"see ", "(opposite)", "."}, 1);
  const float space = line.end(0);
  ASSERT_TRUE(line.say("p.\u00A043", "43"));
  EXPECT_FLOAT_EQ(line.end(0), space);
  EXPECT_LT(line.end(2), line.right - 5);
  EXPECT_NEAR(line.end(1), line.run(2).origin.x, 0.01);
}

TEST(reword, NothingIsDoneWhereASpaceWouldChangeByMore) {
  SetLine line({"some words before it ", "(opposite)", " and some that come after"}, 1);
  EXPECT_FALSE(line.say("p.\u00A043", "43", 0.03f));
  EXPECT_EQ(line.run(1).text, "(opposite)");
  SetLine number({"some words before it ", "(p.\u00A042)", " and some that come after"}, 1);
  EXPECT_TRUE(number.say("p.\u00A043", "43", 0.03f));
}

TEST(reword, ALineThatIsShortAnywayKeepsItsSpaces) {
  SetLine line({"some words before it ", "(p.\u00A042)", " and some that come after"}, 1);
  line.strip.references.front().room = 100;
  const float before = line.end(0);
  ASSERT_TRUE(line.say("overleaf", "43", 0.001f));
  EXPECT_FLOAT_EQ(line.end(0), before);
  EXPECT_GT(line.end(2), line.right + 5);
}

// Words closer than that are read as one.
TEST(reword, NoSpaceGetsNarrowerThanProgramsCanSee) {
  const auto narrow = [](SetLine& line) {
    for (Item& item : line.strip.items) {
      auto& run = std::get<GlyphRun>(item);
      std::vector<glyphs::Glyph> glyphs(run.glyphs.begin(), run.glyphs.end());
      for (glyphs::Glyph& glyph : glyphs)
        if (run.text[glyph.cluster] == ' ') glyph.advance = lines::narrowest_space + 0.001f;
      run.glyphs = line.fonts.keep(glyphs);
    }
  };
  SetLine line({"some words before it ", "(p.\u00A011)", " and some that come after"}, 1);
  narrow(line);
  EXPECT_FALSE(line.say("p.\u00A0888", "888", 1));
  EXPECT_TRUE(line.say("p.\u00A0888", "888", std::numeric_limits<float>::infinity()));
  for (const std::size_t index : {0u, 2u})
    for (const glyphs::Glyph& glyph : line.run(index).glyphs)
      if (line.run(index).text[glyph.cluster] == ' ') {
        EXPECT_GE(glyph.advance, lines::narrowest_space);
      }
}

TEST(reword, WhatIsNotThereIsNotWorded) {
  SetLine line({"see ", "(opposite)", "."}, 1);
  line.strip.references.front().item.reset();
  EXPECT_FALSE(line.say("p.\u00A043", "43"));
}

}  // namespace
}  // namespace octavo::pages
