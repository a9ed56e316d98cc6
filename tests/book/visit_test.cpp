#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "book/book.h"
#include "sample.h"

using namespace octavo::book;
using testing::ElementsAre;
using Words = std::vector<std::string>;

namespace {

Blocks sample() {
  return {
      paragraph("one"),
      {Quote{{paragraph("two"),
              list({{std::nullopt, {paragraph("three")}}, {std::nullopt, {paragraph("four")}}})}}},
      {Callout{"note", {words("five")}, Fold::none, {paragraph("six")}}},
      {Group{{}, "", "", {paragraph("seven")}}},
  };
}

// The texts of all paragraphs, not entering what `enters` refuses.
Words paragraphs(const Blocks& blocks, const std::function<bool(const Block&)>& enters) {
  Words found;
  each_block(blocks, [&](const Block& block) {
    if (holds_alternative<Paragraph>(block.value)) found.push_back(plain_text(block));
    return enters(block);
  });
  return found;
}

}  // namespace

TEST(Visit, MeetsEveryBlockInReadingOrder) {
  EXPECT_THAT(paragraphs(sample(), [](const Block&) { return true; }),
              ElementsAre("one", "two", "three", "four", "six", "seven"));
}

TEST(Visit, LeavesOutTheChildrenOfARefusedBlock) {
  EXPECT_THAT(
      paragraphs(sample(), [](const Block& block) { return !holds_alternative<Quote>(block.value); }),
      ElementsAre("one", "six", "seven"));
}

TEST(Visit, ChangesBlocksInPlace) {
  Blocks blocks = sample();
  each_block(blocks, [](Block& block) {
    if (auto* one = get_if<Paragraph>(&block.value)) one->content = {words("x")};
    return true;
  });
  EXPECT_THAT(paragraphs(blocks, [](const Block&) { return true; }),
              ElementsAre("x", "x", "x", "x", "x", "x"));
}

TEST(Visit, MeetsParentsBeforeChildrenAmongInlines) {
  const Inlines inlines = {
      words("a"),
      marked(Mark::strong, {words("b"), link(ToNothing{}, {marked(Mark::emphasis, {words("c")})})}),
      {Passage{"la", "", {}, {words("d")}}},
  };
  Words found;
  each_inline(inlines, [&](const Inline& one) {
    if (const auto* text = get_if<Text>(&one.value)) found.push_back(text->text);
    if (holds_alternative<Marked>(one.value)) found.push_back("marked");
    return !holds_alternative<Link>(one.value);
  });
  EXPECT_THAT(found, ElementsAre("a", "marked", "b", "d"));
}

TEST(Visit, ChangesInlinesInPlace) {
  Inlines inlines = {marked(Mark::strong, {words("a")}), words("b")};
  each_inline(inlines, [](Inline& one) {
    if (auto* text = get_if<Text>(&one.value)) text->text += "!";
    return true;
  });
  EXPECT_EQ(plain_text(inlines), "a!b!");
}

TEST(Visit, FindsTheRunsOfABlock) {
  const auto runs = [](const Block& block) {
    Words found;
    each_run(block, [&](const Inlines& run) { found.push_back(plain_text(run)); });
    return found;
  };
  EXPECT_THAT(runs(paragraph("a")), ElementsAre("a"));
  EXPECT_THAT(runs({Heading{2, {words("h")}}}), ElementsAre("h"));
  EXPECT_THAT(runs({Callout{"note", {words("title")}, Fold::none, {paragraph("body")}}}),
              ElementsAre("title"));
  EXPECT_THAT(runs(table()), ElementsAre("Lives", "Name", "Born", "Ada", "1815"));
  EXPECT_THAT(runs({Figure{{}, {words("caption")}}}), ElementsAre("caption"));
  EXPECT_THAT(runs({Quote{{paragraph("a")}}}), ElementsAre());
  EXPECT_THAT(runs({CodeBlock{"", "", "a"}}), ElementsAre());
}

TEST(Visit, FindsTheBodiesOfABlock) {
  const auto bodies = [](Block block) {
    std::vector<std::size_t> sizes;
    each_body(block, [&](Blocks& body) { sizes.push_back(body.size()); });
    return sizes;
  };
  EXPECT_THAT(bodies(list({{std::nullopt, {paragraph("a"), paragraph("b")}}, {true, {}}})),
              ElementsAre(2, 0));
  EXPECT_THAT(bodies({Quote{{paragraph("a")}}}), ElementsAre(1));
  EXPECT_THAT(bodies(paragraph("a")), ElementsAre());
}

TEST(Visit, SaysWhatAChapterHolds) {
  const auto held_by = [](Block block) {
    Chapter chapter;
    chapter.title = {words("title")};
    chapter.notes.push_back({"n", {{Quote{{std::move(block)}}}}});
    const MayHold all = held(chapter);
    return std::string(all.embeds ? "e" : "") + (all.formulas ? "f" : "") + (all.pictures ? "p" : "") + (all.places ? "n" : "");
  };
  EXPECT_EQ(held_by(paragraph("words")), "");
  EXPECT_EQ(held_by({Embed{}}), "e");
  EXPECT_EQ(held_by({Paragraph{{marked(Mark::strong, {{InlineEmbed{}}})}}}), "e");
  EXPECT_EQ(held_by({MathBlock{}}), "f");
  EXPECT_EQ(held_by({Paragraph{{{Math{}}}}}), "f");
  EXPECT_EQ(held_by({Figure{}}), "p");
  EXPECT_EQ(held_by({Table{{}, {{{{Image{}}}}}, {}, {}}}), "p");
  EXPECT_EQ(held_by({Paragraph{{{NamedPlace{"here", {}}}}}}), "n");
}

TEST(Visit, AChapterNobodyLookedAtMayHoldAnything) {
  const MayHold all = Chapter().may_hold;
  EXPECT_TRUE(all.embeds && all.formulas && all.pictures && all.places);
}
