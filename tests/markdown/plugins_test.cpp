#include "markdown/plugins.h"

#include <gtest/gtest.h>

namespace octavo::markdown {
namespace {

TEST(Plugins, AreKnownByTheBlocksTheyDraw) {
  EXPECT_EQ(drawn_by("mermaid"), "Mermaid");
  EXPECT_EQ(drawn_by("dataview"), drawn_by("dataviewjs"));
  EXPECT_EQ(drawn_by("base"), "Obsidian's Bases");
  EXPECT_EQ(drawn_by("wavedrom"), "WaveDrom");
  EXPECT_EQ(drawn_by("ad-note"), drawn_by("ad-warning"));
  for (const auto language : {"", "rust", "Mermaid", "merma", "zzz", "sql", "json"})
    EXPECT_EQ(drawn_by(language), "") << language;
}

}  // namespace
}  // namespace octavo::markdown
