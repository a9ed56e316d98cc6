#include <gtest/gtest.h>

#include <set>

#include "samples.h"

namespace octavo::pictures {
namespace {

const CoverText bedrock = {"Bedrock: How Amazon Rented an Intelligence", "", "Ada Example", "Octavo Press"};

std::string ground_of(const std::string& cover) { return pixel(*decode(cover), 1500, 10); }

TEST(cover, is_a_small_file_of_the_size_that_shops_ask_for) {
  const std::string cover = drawn_cover(bedrock);
  const auto known = facts(cover);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->kind, Kind::png);
  EXPECT_EQ(known->width, 1600);
  EXPECT_EQ(known->height, 2560);
  EXPECT_LT(cover.size(), 200'000u);
}

TEST(cover, is_the_same_at_every_run) { EXPECT_EQ(drawn_cover(bedrock), drawn_cover(bedrock)); }

TEST(cover, has_one_of_a_few_dark_grounds) {
  std::set<std::string> grounds;
  for (const char* title :
       {"Ulysses", "Dubliners", "Exiles", "Chamber Music", "Emma", "Persuasion", "Walden", "Middlemarch"})
    grounds.insert(ground_of(drawn_cover({.title = title})));
  EXPECT_GE(grounds.size(), 2u);
  EXPECT_LE(grounds.size(), 5u);
  for (const std::string& ground : grounds)
    for (const std::size_t channel : {0, 2, 4})
      EXPECT_LT(std::stoi(ground.substr(channel, 2), nullptr, 16), 0x60) << ground;
}

// The right margin, a picture's breadth from top to foot, is bare.
bool margin_is_bare(const std::string& cover) {
  const auto pixels = decode(cover);
  const std::string ground = pixel(*pixels, 1500, 10);
  for (std::uint32_t y = 0; y < pixels->height; ++y)
    for (std::uint32_t x = 1500; x < pixels->width; x += 4)
      if (pixel(*pixels, x, y) != ground) return false;
  return true;
}

TEST(cover, keeps_any_title_within_its_margins) {
  const std::string long_title =
      "On the Curious and Largely Forgotten History of Clockwork Automata in the Courts of Renaissance "
      "Europe and Their Makers";
  for (const CoverText& text :
       {bedrock, CoverText{long_title, long_title, long_title, long_title}, CoverText{std::string(60, 'W')},
        CoverText{"吾輩は猫である、名前はまだ無い、どこで生れたかとんと見当がつかぬ"},
        CoverText{std::string(5000, 'm')}})
    EXPECT_TRUE(margin_is_bare(drawn_cover(text))) << text.title;
}

TEST(cover, survives_words_that_are_missing_or_no_words_at_all) {
  for (const CoverText& text : {CoverText{}, CoverText{"<b>&amp;\"'</b>", "]]>", "<!--", "&#0;"},
                                CoverText{"\x01\xFF\xFE", "\xC0\x80"}, CoverText{": ", ":", " — ", "\n"}})
    EXPECT_TRUE(facts(drawn_cover(text))) << text.title;
}

TEST(cover, shows_markup_as_the_letters_it_is_made_of) {
  EXPECT_NE(drawn_cover({.title = "A", .authors = "<tspan>B</tspan>"}),
            drawn_cover({.title = "A", .authors = "B"}));
}

TEST(cover, takes_what_follows_a_colon_for_the_subtitle) {
  EXPECT_NE(drawn_cover({.title = "Bedrock: A Story"}), drawn_cover({.title = "Bedrock", .subtitle = ""}));
  EXPECT_NE(drawn_cover({.title = "Bedrock: A Story", .subtitle = "One"}),
            drawn_cover({.title = "Bedrock: A Story"}));
}

}  // namespace
}  // namespace octavo::pictures
