#include <gtest/gtest.h>

#include "samples.h"

namespace octavo::pictures {
namespace {

TEST(pictures, what_is_no_picture_has_no_facts) {
  for (const std::string_view text : {"", "x", "# A note", "<html/>", "<svg", "GIF89a", "\x89PNG\r\n\x1A\n",
                                      "\xFF\xD8\xFF", "RIFF\1\0\0\0WEBP", "%PDF-1.7"}) {
    EXPECT_FALSE(facts(text)) << text;
    EXPECT_FALSE(decode(text)) << text;
    EXPECT_FALSE(passable_jpeg(text)) << text;
  }
}

void try_everything(std::string_view bytes) {
  facts(bytes);
  if (const auto pixels = decode(bytes, 16)) {
    const std::size_t count = std::size_t{pixels->width} * pixels->height;
    EXPECT_EQ(pixels->color.size(), count * (pixels->gray ? 1 : 3));
    EXPECT_TRUE(pixels->alpha.empty() || pixels->alpha.size() == count);
  }
  if (facts(bytes) && is_whole(bytes)) {
    EXPECT_TRUE(decode(bytes, 16));
  }
  passable_jpeg(bytes);
  passable_png(bytes);
  const auto made = prepared(bytes);
  EXPECT_TRUE(!made || decode(made->bytes));
  cleaned_svg(bytes);
}

TEST(pictures, cut_short_anywhere_are_survived) {
  for (const std::string& whole : one_of_each())
    for (std::size_t length = 0; length < whole.size(); ++length)
      try_everything(std::string_view(whole).substr(0, length));
}

TEST(pictures, with_any_byte_changed_are_survived) {
  for (const std::string& whole : one_of_each())
    for (std::size_t at = 0; at < whole.size(); ++at)
      for (const int change : {0x01, 0x80, 0xFF}) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ change);
        try_everything(damaged);
      }
}

TEST(pictures, are_whole_down_to_their_last_data) {
  for (const std::string& whole : one_of_each()) {
    if (facts(whole)->kind == Kind::svg) continue;
    EXPECT_TRUE(is_whole(whole));
    const std::string_view half = std::string_view(whole).substr(0, whole.size() * 2 / 3);
    EXPECT_FALSE(is_whole(half)) << file_type(facts(half)->kind).ending;
  }
}

TEST(pictures, of_every_kind_are_known_by_their_bytes) {
  EXPECT_EQ(facts(encoded_png(quarters(2)))->kind, Kind::png);
  EXPECT_EQ(facts(jpeg())->kind, Kind::jpeg);
  EXPECT_EQ(facts(gif({.pixels = {1, 2, 3, 0}}))->kind, Kind::gif);
  EXPECT_EQ(facts(webp(quarters(2)))->kind, Kind::webp);
  EXPECT_EQ(facts(svg("width='2' height='2'"))->kind, Kind::svg);
}

}  // namespace
}  // namespace octavo::pictures
