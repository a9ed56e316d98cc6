// The cover that is drawn, by its pixels.
#include "epub/cover.h"

#include <gtest/gtest.h>

#include <set>

#include "pictures/pictures.h"

namespace octavo::epub {
namespace {

const CoverText bedrock = {"Bedrock: How Amazon Rented an Intelligence", "", "Ada Example", "Octavo Press", "en"};

std::string drawn(const CoverText& text) {
  static glyphs::Fonts fonts;
  return drawn_cover(text, fonts);
}

std::string color(const pictures::Pixels& pixels, std::uint32_t x, std::uint32_t y) {
  return pixels.color.substr((std::size_t{y} * pixels.width + x) * 3, 3);
}
std::string ground_of(const std::string& cover) { return color(*pictures::decode(cover), 1500, 10); }

TEST(cover, is_a_small_file_of_the_size_that_shops_ask_for) {
  const std::string cover = drawn(bedrock);
  const auto known = pictures::facts(cover);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->kind, pictures::Kind::png);
  EXPECT_EQ(known->width, 1600);
  EXPECT_EQ(known->height, 2560);
  EXPECT_LT(cover.size(), 200'000u);
}

TEST(cover, is_the_same_at_every_run) {
  glyphs::Fonts others;
  EXPECT_EQ(drawn(bedrock), drawn_cover(bedrock, others));
}

TEST(cover, has_one_of_a_few_dark_grounds) {
  std::set<std::string> grounds;
  for (const char* title :
       {"Ulysses", "Dubliners", "Exiles", "Chamber Music", "Emma", "Persuasion", "Walden", "Middlemarch"})
    grounds.insert(ground_of(drawn({.title = title})));
  EXPECT_GE(grounds.size(), 2u);
  EXPECT_LE(grounds.size(), 5u);
  for (const std::string& ground : grounds)
    for (const char channel : ground) EXPECT_LT(static_cast<unsigned char>(channel), 0x60);
}

// The right margin, a picture's breadth from top to foot, is bare.
bool margin_is_bare(const std::string& cover) {
  const auto pixels = pictures::decode(cover);
  const std::string ground = color(*pixels, 1500, 10);
  for (std::uint32_t y = 0; y < pixels->height; ++y)
    for (std::uint32_t x = 1500; x < pixels->width; x += 4)
      if (color(*pixels, x, y) != ground) return false;
  return true;
}

TEST(cover, keeps_any_title_within_its_margins) {
  std::string zalgo = "o";
  for (int mark = 0; mark < 300; ++mark) zalgo += "\u0316\u0317";
  const std::string long_title =
      "On the Curious and Largely Forgotten History of Clockwork Automata in the Courts of Renaissance "
      "Europe and Their Makers";
  for (const CoverText& text :
       {bedrock, CoverText{long_title, long_title, long_title, long_title}, CoverText{std::string(60, 'W')},
        CoverText{"吾輩は猫である、名前はまだ無い、どこで生れたかとんと見当がつかぬ"},
        CoverText{std::string(5000, 'm')}, CoverText{zalgo}})
    EXPECT_TRUE(margin_is_bare(drawn(text))) << text.title;
}

TEST(cover, survives_words_that_are_missing_or_no_words_at_all) {
  for (const CoverText& text : {CoverText{}, CoverText{"<b>&amp;\"'</b>", "]]>", "<!--", "&#0;"},
                                CoverText{"\x01\xFF\xFE", "\xC0\x80"}, CoverText{": ", ":", " — ", "\n"}})
    EXPECT_TRUE(pictures::facts(drawn(text))) << text.title;
}

TEST(cover, shows_markup_as_the_letters_it_is_made_of) {
  EXPECT_NE(drawn({.title = "A", .authors = "<tspan>B</tspan>"}),
            drawn({.title = "A", .authors = "B"}));
}

TEST(cover, takes_what_follows_a_colon_for_the_subtitle) {
  EXPECT_NE(drawn({.title = "Bedrock: A Story"}), drawn({.title = "Bedrock", .subtitle = ""}));
  EXPECT_NE(drawn({.title = "Bedrock: A Story", .subtitle = "One"}),
            drawn({.title = "Bedrock: A Story"}));
}

TEST(cover, draws_Han_characters_as_the_other_letters_or_the_language_say) {
  const auto with = [](std::string title, std::string language) { return drawn({.title = std::move(title), .language = std::move(language)}); };
  EXPECT_NE(with("直骨", "ja"), with("直骨", "zh"));
  EXPECT_EQ(with("直骨", "en"), with("直骨", "zh"));
  EXPECT_EQ(with("直骨の", "en"), with("直骨の", "ja"));
  EXPECT_EQ(with("直骨의", "zh"), with("直骨의", "ko"));
}

TEST(cover, begins_every_line_on_the_left_as_the_title_runs) {
  const std::string hebrew = drawn({.title = "סיפור.", .language = "he"});
  EXPECT_NE(hebrew, drawn({.title = "סיפור", .language = "he"}));
  EXPECT_EQ(hebrew, drawn({.title = "סיפור.", .language = ""}));
}

TEST(cover, leaves_out_what_no_font_has) {
  EXPECT_EQ(drawn({.title = "", .authors = "A\U000F0000B"}), drawn({.title = "", .authors = "AB"}));
}

}  // namespace
}  // namespace octavo::epub
