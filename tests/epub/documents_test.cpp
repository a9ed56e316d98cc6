// Files of a size that old readers can open.
#include "epub/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/made.h"

namespace octavo::epub {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string times(std::size_t count, const std::function<std::string(std::size_t)>& text) {
  std::string all;
  for (std::size_t i = 1; i <= count; ++i) all += text(i);
  return all;
}

std::size_t count_of(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
  return count;
}

// What all files of a chapter say, and how many there are.
std::pair<std::string, std::size_t> whole(const Made& made, const std::string& name) {
  std::pair<std::string, std::size_t> result{made[name + ".xhtml"], 1};
  for (std::size_t part = 2;; ++part) {
    const auto found = made.files.find("EPUB/" + name + '.' + std::to_string(part) + ".xhtml");
    if (found == made.files.end()) return result;
    result.first += found->second;
    ++result.second;
  }
}

void expect_small(const Made& made) {
  for (const auto& [name, bytes] : made.files) {
    if (name.ends_with(".xhtml") && !name.ends_with("nav.xhtml")) {
      EXPECT_LE(bytes.size(), Documents::most_bytes) << name;
    }
  }
}

// files() proves that every link leads somewhere.
TEST(Documents, AreCutAtHeadingsWithTheNotesThatAreCalledThere) {
  const std::string words(900, 'w');
  const auto book = made({{"a.md", "# A\n\n" + times(40, [&](std::size_t i) {
                             const std::string n = std::to_string(i);
                             return "## Part " + n + "\n\n" + times(12, [&](std::size_t) { return words + "\n\n"; }) + "See [[#Part " +
                                    std::to_string(41 - i) + "]].[^" + n + "]\n\n[^" + n + "]: Note " + n + " [[b]].\n\n";
                           })},
                          {"b.md", "# B\n\n[[a#Part 40]]\n"}});
  expect_small(book);
  const auto [text, files] = whole(book, "a");
  EXPECT_EQ(files, 2u);
  EXPECT_EQ(count_of(text, "<h1"), 1u);
  EXPECT_EQ(count_of(text, "epub:type=\"chapter\""), 1u) << "the second file is no chapter of its own";
  EXPECT_EQ(count_of(text, "role=\"doc-footnote\""), 40u);
  const std::string& second = book["a.2.xhtml"];
  EXPECT_THAT(second, HasSubstr("<section class=\"chapter\" aria-label=\"A\">\n<h2><span id=\"part-"));
  EXPECT_THAT(second, HasSubstr("Note 40"));
  EXPECT_THAT(second, Not(HasSubstr("Note 1 ")));
  EXPECT_THAT(second, HasSubstr("<a href=\"a.xhtml#part-1\""));
  EXPECT_THAT(book["b.xhtml"], HasSubstr("<a href=\"a.2.xhtml#part-40\""));
  EXPECT_THAT(book["nav.xhtml"], HasSubstr("a.2.xhtml#part-40"));
  EXPECT_LT(book["package.opf"].find("href=\"a.xhtml\""), book["package.opf"].find("href=\"a.2.xhtml\""));
}

TEST(Documents, DivideBlocksThatNoFileCanHold) {
  const std::string words = "eight words that stand for a longer sentence. ";
  const std::pair<const char*, std::string> blocks[] = {
      {"a paragraph", times(20'000, [&](std::size_t) { return words; })},
      {"code", "```\n" + times(20'000, [&](std::size_t) { return words + "\n"; }) + "```"},
      {"a list", times(20'000, [&](std::size_t i) { return std::to_string(i) + ". " + words + "\n"; })},
      {"a table", "| head | b |\n|-|-|\n" + times(20'000, [&](std::size_t) { return "| " + words + " | x |\n"; })},
      {"a quotation", times(20'000, [&](std::size_t) { return "> " + words + "\n>\n"; })},
      {"marked words", "**" + times(20'000, [&](std::size_t) { return words; }) + "**"},
      {"words in a passage", "<span class=\"x\">" + times(20'000, [&](std::size_t) { return words; }) + "</span>"},
      {"a single line of code", "```\n" + times(20'000, [&](std::size_t) { return words; }) + "\n```"},
      {"rows that a cell spans", "<table>" + times(10'000, [&](std::size_t) { return "<tr><td rowspan=\"2\">" + words + "</td></tr><tr><td>" + words + "</td></tr>"; }) + "</table>"},
      {"a fold", "> [!note]- Folded\n" + times(20'000, [&](std::size_t) { return "> " + words + "\n>\n"; })},
      {"one item", "- first\n\n" + times(20'000, [&](std::size_t) { return "  " + words + "\n\n"; })},
  };
  for (const auto& [what, block] : blocks) {
    const auto book = made({{"a.md", "# A\n\nBefore.\n\n" + block + "\n\nBehind.\n"}});
    expect_small(book);
    const auto [text, files] = whole(book, "a");
    EXPECT_GE(files, 3u) << what;
    EXPECT_EQ(count_of(text, "sentence."), 20'000u) << what;
    EXPECT_LT(text.find("Before."), text.find("Behind.")) << what;
  }
}

TEST(Documents, KeepWordsTogetherThatCallAHeavyNote) {
  const auto book = made({{"a.md", "# A\n\nWords before[^1] and words behind.\n\n[^1]: " + std::string(400'000, 'n') + "\n"}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<p>Words before<a href=\"#n1\""));
  EXPECT_THAT(book["a.xhtml"], HasSubstr("</a> and words behind.</p>"));
}

TEST(Documents, PartChineseBetweenCharacters) {
  const auto book = made({{"a.md", times(200'000, [](std::size_t) { return "字"; })}});
  expect_small(book);
  EXPECT_EQ(count_of(whole(book, "a").first, "字"), 200'000u);
}

TEST(Documents, LeaveAFoldFolded) {
  const auto [text, files] = whole(made({{"a.md", "> [!note]- Folded\n" + times(20'000, [](std::size_t) { return "> a longer line of text\n>\n"; })}}), "a");
  EXPECT_GT(files, 1u);
  EXPECT_EQ(count_of(text, "<details class=\"callout note\">"), count_of(text, "callout note"));
}

// A page may begin in what is said of any of them; files() proves that the page list leads there.
TEST(Documents, OfTheKeyPlayersHaveTheirPages) {
  auto source = resolve::resolved({{"a.md", "# A\n\n## Key Players\n\n" + times(4'000, [](std::size_t i) {
                                      return "- **Person Number" + std::to_string(i) + "x** — " + std::string(80, 'w') + "\n";
                                    })}});
  book::Folios folios;
  folios.pages = {{"1", {}, {}}};
  for (std::size_t i = 0; i < source.book.players.size(); i += 500)
    folios.pages.push_back({std::to_string(i + 2), book::TextPlace{source.book.players[i].descriptions.at(0).id, 3}, {}});
  folios.page_of.resize(source.book.anchors.size());
  const auto book = made(std::move(source), &folios);
  expect_small(book);
  EXPECT_GT(whole(book, "key-players").second, 1u);
  EXPECT_EQ(count_of(whole(book, "key-players").first, "doc-pagebreak"), 8u);
}

TEST(Documents, HaveNamesOfTheirOwn) {
  const auto book = made({{"SUMMARY.md", "# Summary\n\n# First\n\n- [Part](part.md)\n\n# Second\n\n- [B](b.md)\n"},
                          {"part.md", "# Part\n\n" + times(20'000, [](std::size_t) { return "some words of a paragraph\n\n"; })},
                          {"b.md", "# B\n"}});
  EXPECT_GT(whole(book, "part").second, 1u);
}

TEST(Documents, GoOnCountingItemsAndRepeatHeads) {
  const auto list = made({{"a.md", times(20'000, [](std::size_t i) { return std::to_string(i) + ". something to count by\n"; })}});
  EXPECT_THAT(whole(list, "a").first, HasSubstr("<ol start=\""));
  const auto table = made({{"a.md", "| head | b |\n|-|-|\n" + times(20'000, [](std::size_t) { return "| a longer cell | x |\n"; })}});
  const auto [text, files] = whole(table, "a");
  EXPECT_EQ(count_of(text, "<th scope=\"col\">head</th>"), count_of(text, "<table>"));
  EXPECT_GT(files, 2u);
}

TEST(Documents, CutTheIndexAtItsEntries) {
  const auto book = made({{"a.md", "# A\n\n" + times(4'000, [](std::size_t i) { return "[[Name number " + std::to_string(i) + "]] "; })}});
  expect_small(book);
  EXPECT_EQ(count_of(whole(book, "index").first, "epub:type=\"index-entry\""), 4'000u);
  EXPECT_GT(whole(book, "index").second, 1u);
}

}  // namespace
}  // namespace octavo::epub
