#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/config.h"

namespace octavo::config {
namespace {

using base::Memory;
using diagnostics::Sink;
using testing::ElementsAre;

struct Loaded {
  Settings settings;
  Sink sink;
};

Loaded loaded(const std::map<std::string, std::string>& contents) {
  Memory files;
  for (const auto& [path, text] : contents) files.contents["vault/" + path] = text;
  Loaded result;
  result.settings = load(files, "vault", result.sink);
  return result;
}

TEST(Obsidian, a_vault_breaks_lines_where_its_notes_do_unless_it_is_strict) {
  EXPECT_FALSE(loaded({{"a.md", ""}}).settings.hard_line_breaks);
  EXPECT_TRUE(loaded({{".obsidian/app.json", "{}"}}).settings.hard_line_breaks);
  EXPECT_TRUE(loaded({{".obsidian/workspace.json", ""}}).settings.hard_line_breaks);
  EXPECT_TRUE(loaded({{"site-options.json", "{}"}}).settings.hard_line_breaks);
  EXPECT_FALSE(loaded({{".obsidian/app.json", R"({"strictLineBreaks": true})"}}).settings.hard_line_breaks);
  EXPECT_FALSE(loaded({{"site-options.json", R"({"strictLineBreaks": true})"}}).settings.hard_line_breaks);
}

TEST(Obsidian, book_toml_goes_before_it) {
  const auto [settings, sink] = loaded({{".obsidian/app.json", "{}"},
                                        {"site-options.json", R"({"siteName": "Site"})"},
                                        {"book.toml", "line-breaks = false\ntitle = 'Book'"}});
  EXPECT_FALSE(settings.hard_line_breaks);
  EXPECT_EQ(settings.metadata.title, "Book");
}

TEST(Obsidian, a_published_site_says_its_name_its_first_note_and_its_order) {
  const auto [settings, sink] = loaded({{"site-options.json", R"({
    "siteName": " Stones ", "indexFile": "Home",
    "navigationOrdering": ["Later/", "Later/b.md", 7, "Home.md"], "navigationHiddenItems": ["Later/b.md"]})"}});
  EXPECT_TRUE(sink.empty());
  EXPECT_EQ(settings.metadata.title, "Stones");
  EXPECT_TRUE(settings.title_given);
  EXPECT_EQ(settings.first_note, "Home");
  EXPECT_THAT(settings.order, ElementsAre("Later", "Later/b.md", "Home.md"));
}

TEST(Obsidian, broken_settings_are_told_at_their_place) {
  const auto [settings, sink] =
      loaded({{".obsidian/app.json", "{\n  \"strictLineBreaks\": yes\n}"}, {"site-options.json", "[]"}});
  const auto all = sink.sorted();
  ASSERT_EQ(all.size(), 2u);
  for (const auto& one : all) EXPECT_EQ(facts(one.rule).id, "config/invalid");
  const auto at = sink.sources.position(all[0].where.file, all[0].where.begin);
  EXPECT_EQ(sink.sources.of(all[0].where.file).path, ".obsidian/app.json");
  EXPECT_EQ(at.line, 2u);
  EXPECT_EQ(at.column, 23u);
  EXPECT_TRUE(settings.hard_line_breaks);
}

}  // namespace
}  // namespace octavo::config
