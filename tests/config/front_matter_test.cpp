#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "config/config.h"

namespace octavo::config {
namespace {

using diagnostics::Rule;
using diagnostics::Sink;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Read {
  FrontMatter front;
  Sink sink;
};

Read read(const std::string& note) {
  Read result;
  const auto file = result.sink.sources.add("note.md", note);
  result.front = front_matter(note, file, result.sink);
  return result;
}

TEST(FrontMatter, says_what_a_note_is) {
  const auto [front, sink] = read(
      "---\ntitle: \" Ada \"\naliases:\n  - Countess of Lovelace\n  - A. A. L.\n  -\ntype: person\nsort: "
      "Lovelace, Ada\n"
      "language: en-GB\nindex: no\ntags: [x, {y: z}]\ncreated: 2024-01-01\n---\nShe wrote.\n");
  EXPECT_TRUE(sink.empty());
  EXPECT_EQ(front.title, "Ada");
  EXPECT_THAT(front.aliases, ElementsAre("Countess of Lovelace", "A. A. L."));
  EXPECT_EQ(front.type, "person");
  EXPECT_EQ(front.sort, "Lovelace, Ada");
  EXPECT_EQ(front.language, "en-GB");
  EXPECT_FALSE(front.index);
}

TEST(FrontMatter, holds_no_control_characters) {
  const auto [front, sink] = read("---\ntitle: \"\\x07Ada\\eLovelace\"\naliases: [\"A.\\0L.\", \"\\x01\"]\n---\n");
  EXPECT_TRUE(sink.empty());
  EXPECT_EQ(front.title, "Ada Lovelace");
  EXPECT_THAT(front.aliases, ElementsAre("A. L."));
}

TEST(FrontMatter, W65_aliases_are_one_name_or_a_list) {
  struct Case {
    std::string yaml;
    std::vector<std::string> aliases;
  };
  for (const auto& wanted : {
           Case{"aliases: SC", {"SC"}},
           Case{"aliases: [SC, 'S. C.']", {"SC", "S. C."}},
           Case{"alias: SC", {"SC"}},
           Case{"aliases:", {}},
           Case{"aliases: []", {}},
           Case{"aliases: 42", {"42"}},
           Case{"aliases: 'null'", {"null"}},
       }) {
    const auto [front, sink] = read("---\n" + wanted.yaml + "\n---\n");
    EXPECT_EQ(front.aliases, wanted.aliases) << wanted.yaml;
    EXPECT_TRUE(sink.empty()) << wanted.yaml;
  }
}

TEST(FrontMatter, takes_up_everything_to_the_end_of_the_closing_fence) {
  struct Case {
    std::string note;
    std::size_t length;
  };
  for (const auto& wanted : {
           Case{"---\ntitle: x\n---\ntext", 17},
           Case{"---\r\ntitle: x\r\n---\r\ntext", 20},
           Case{"\xEF\xBB\xBF---\ntitle: x\n---\ntext", 20},
           Case{"--- \t\ntitle: x\n---  \ntext", 21},
           Case{"---\ntitle: x\n---", 16},
           Case{"---\ntitle: x\n--- x\n---\n", 0},
           Case{"---\n---\ntext", 8},
           Case{"---\n# only a comment\n---\n", 25},
       }) {
    const auto [front, sink] = read(wanted.note);
    if (wanted.length > 0) {
      EXPECT_EQ(front.length, wanted.length) << wanted.note;
      EXPECT_TRUE(sink.empty()) << wanted.note;
    } else {
      EXPECT_GT(front.length, 0u) << wanted.note;
    }
  }
}

TEST(FrontMatter, is_only_what_stands_between_two_fences_at_the_head) {
  for (const auto* note :
       {"", "text", "---", "---\ntitle: x\n", "\n---\ntitle: x\n---\n", "----\ntitle: x\n----\n",
        "--- title: x\n---\n", " ---\ntitle: x\n ---\n", "---\ntext\n\n----\n- - -\n"}) {
    const auto [front, sink] = read(note);
    EXPECT_EQ(front.length, 0u) << note;
    EXPECT_EQ(front.title, "") << note;
    EXPECT_TRUE(sink.empty()) << note;
  }
}

TEST(FrontMatter, mistakes_are_shown_at_their_place_and_the_fences_still_count) {
  struct Case {
    std::string note, place, message;
  };
  for (const auto& wanted : {
           Case{"---\ntitle: a: b\n---\n", "2:9", "mapping values are not allowed"},
           Case{"\xEF\xBB\xBF---\r\nsort: \xC3\xA9\r\ntitle: @x\r\n---\r\n", "3:8", "cannot start any token"},
           Case{"---\ntitle: \"abc\nsort: d\n---\n", "2:8", "unexpected end of stream"},
           Case{"---\ntitle: [a, b\n---\n", "2:8", "did not find expected"},
           Case{"---\ntitle: a\x01z\n---\n", "2:9", "control characters"},
           Case{"---\njust text\n---\n", "2:1", "has no keys"},
           Case{"---\ntitle: [a, b]\n---\n", "2:8", "\"title\" takes a single text"},
           Case{"---\ntitle: {{title}}\n---\n", "2:8", "\"title\" takes a single text"},
           Case{"---\naliases: {a: b}\n---\n", "2:10", "\"aliases\" takes names"},
           Case{"---\nindex: maybe\n---\n", "2:8", "\"index\" takes true or false"},
           Case{"---\nlang: English\n---\n", "2:7", "\"English\" is no language tag"},
       }) {
    const auto [front, sink] = read(wanted.note);
    EXPECT_EQ(front.length, wanted.note.size()) << wanted.note;
    const auto all = sink.sorted();
    ASSERT_EQ(all.size(), 1u) << wanted.note;
    EXPECT_TRUE(all[0].rule == Rule::front_matter_invalid);
    const auto place = sink.sources.position(all[0].where.file, all[0].where.begin);
    EXPECT_EQ(std::to_string(place.line) + ":" + std::to_string(place.column), wanted.place) << wanted.note;
    EXPECT_THAT(all[0].message, HasSubstr(wanted.message));
    EXPECT_LE(all[0].where.end, wanted.note.size());
  }
}

TEST(FrontMatter, what_stands_before_a_mistake_is_kept) {
  const auto [front, sink] = read("---\ntitle: Ada\nsort: a: b\n---\n");
  EXPECT_EQ(front.title, "Ada");
  EXPECT_TRUE(front.index);
}

TEST(FrontMatter, a_list_of_one_is_a_text) {
  const auto [front, sink] = read("---\ntype: [person]\n---\n");
  EXPECT_EQ(front.type, "person");
  EXPECT_TRUE(sink.empty());
}

TEST(FrontMatter, hostile_yaml_ends_soon) {
  const auto repeated = [](std::string_view unit) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    return text;
  };
  const auto start = std::chrono::steady_clock::now();
  for (const auto* unit :
       {"[", "{a: ", "- ", "? ", "- &a b\n", "%TAG !a! b\n", "a: *b\n", "\"\\\n", "---x\n", "a b ", "!!"}) {
    const auto [front, sink] = read("---\n" + repeated(unit) + "\n---\n");
    EXPECT_GT(front.length, 1'000'000u) << unit;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

}  // namespace
}  // namespace octavo::config
