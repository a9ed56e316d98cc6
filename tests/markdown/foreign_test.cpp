#include "markdown/foreign.h"

#include <gtest/gtest.h>

namespace octavo::markdown {
namespace {

TEST(Foreign, ABlockReferenceHasTheFormOfAUuid) {
  const std::string_view reference = "((64f1c2d4-0A1b-4c2d-8e3f-0123456789ab))";
  EXPECT_EQ(block_reference_length(reference), reference.size());
  EXPECT_EQ(block_reference_length("((64f1c2d4-0a1b-4c2d-8e3f-0123456789ab)) and more"), reference.size());
  for (const char* other :
       {"", "((", "((x))", "((64f1c2d4-0a1b-4c2d-8e3f-0123456789a))",
        "((64f1c2d4-0a1b-4c2d-8e3f-0123456789ag))", "((64f1c2d400a1b04c2d08e3f00123456789ab))",
        "(64f1c2d4-0a1b-4c2d-8e3f-0123456789ab)))"})
    EXPECT_EQ(block_reference_length(other), 0u) << other;
}

TEST(Foreign, FoamHasAFewWordsForEmbeds) {
  for (const char* word : {"full", "content", "card", "inline", "full-card", "content-inline"})
    EXPECT_TRUE(is_embed_manner(word)) << word;
  for (const char* word : {"", "-", "wow", "discard", "card-full", "full-", "full-card-inline"})
    EXPECT_FALSE(is_embed_manner(word)) << word;
}

}  // namespace
}  // namespace octavo::markdown
