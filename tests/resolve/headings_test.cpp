#include <gmock/gmock.h>

#include <set>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;

std::vector<std::string> outline(const Resolved& resolved, const std::string& path) {
  std::vector<std::string> lines;
  book::each_block(resolved.chapter(path).blocks, [&](const book::Block& block) {
    if (const auto* heading = get_if<book::Heading>(&block.value))
      lines.push_back(std::to_string(heading->level) + ' ' + book::plain_text(heading->content) + " #" +
                      resolved.book.anchors.at(heading->anchor.index()).id);
    return true;
  });
  return lines;
}

TEST(Headings, LevelsHaveNoJumps) {
  const Resolved book =
      resolved({{"a.md", "# A\n\n##### Five\n\n### Three\n\n#### Four\n\n# One\n\n### Three again\n"}});
  EXPECT_THAT(outline(book, "a.md"), ElementsAre("2 Five #five", "2 Three #three", "3 Four #four",
                                                 "2 One #one", "3 Three again #three-again"));
}

TEST(Headings, IdsAreAsciiBeginWithALetterAndAreUnique) {
  const Resolved book = resolved(
      {{"a.md",
        "# A\n\n## Été à Paris\n\n## 2023: a review\n\n## 概要\n\n## Dup\n\n## Dup\n\n## M1\n\n[[a]]\n"}});
  EXPECT_THAT(outline(book, "a.md"),
              ElementsAre("2 Été à Paris #ete-a-paris", "2 2023: a review #section-2023-a-review",
                          "2 概要 #section", "2 Dup #dup", "2 Dup #dup-1", "2 M1 #m1"));
  std::set<std::string> ids;
  for (const auto& anchor : book.book.anchors) {
    if (anchor.division != book::Division::chapter) continue;
    EXPECT_TRUE(ids.insert(anchor.id).second) << anchor.id;
  }
}

TEST(Headings, AnIdOfTheirOwnStaysWhateverComesBefore) {
  const Resolved book =
      resolved({{"a.md", "# A\n\n## Origin\n\n## Other {#origin}\n\n## Third {#origin}\n"}});
  EXPECT_THAT(outline(book, "a.md"),
              ElementsAre("2 Origin #origin-2", "2 Other #origin", "2 Third #origin-1"));
  EXPECT_THAT(book.findings(), ElementsAre("a.md:7:1 heading/duplicate-id"));
}

TEST(Headings, AFirstParagraphInEmphasisIsTheStandfirst) {
  const Resolved book = resolved({{"a.md", "# A\n\n*All of it, **and this**.*\n\n*Not the second.*\n"},
                                  {"b.md", "# B\n\n*Partly* so.\n"}});
  const auto role = [&](const char* path, std::size_t at) {
    return get<book::Paragraph>(book.chapter(path).blocks.at(at).value).role;
  };
  EXPECT_EQ(role("a.md", 0), book::ParagraphRole::standfirst);
  EXPECT_EQ(role("a.md", 1), book::ParagraphRole::body);
  EXPECT_EQ(role("b.md", 0), book::ParagraphRole::body);
  const auto& content = get<book::Paragraph>(book.chapter("a.md").blocks.at(0).value).content;
  EXPECT_TRUE(holds_alternative<book::Text>(content.at(0).value));
}

TEST(Headings, ABreakThatAHeadingFollowsIsTheHeadings) {
  const Resolved book =
      resolved({{"a.md", "# A\n\n---\n\nOne.\n\n---\n\nTwo.\n\n---\n\n## B\n\nThree.\n\n---\n"}});
  std::vector<std::size_t> kinds;
  for (const auto& block : book.chapter("a.md").blocks)
    kinds.push_back(holds_alternative<book::SectionBreak>(block.value));
  EXPECT_THAT(kinds, ElementsAre(0, 1, 0, 0, 0));
}

// The Markdown that makes named places is read elsewhere.
TEST(Headings, NamedPlacesAndBlocksWithIdsAreTargets) {
  Resolved result;
  result.files.contents = {
      {"book/a.md", "# A\n\nFirst.\n\nSecond. ^block\n\n[one](#here) [two](#block) [[#here]]\n"}};
  result.settings = config::load(result.files, "book", result.sink);
  const auto notes = vault::open(result.files, result.settings, result.sink);
  book::Book draft = markdown::read(notes, result.files, result.settings, result.sink);
  auto& first = get<book::Paragraph>(draft.chapters.at(0).blocks.at(0).value);
  first.content.insert(first.content.begin(), book::Inline{book::NamedPlace{"here", {}}, {}});
  draft.chapters.at(0).may_hold.places = true;
  result.book = resolve(std::move(draft), notes, result.files, result.settings, result.sink);
  EXPECT_THAT(result.links("a.md"), ElementsAre("one -> a#here", "two -> a#block", "here -> a#here"));
  EXPECT_THAT(result.findings(), testing::IsEmpty());
}

}  // namespace
}  // namespace octavo::resolve
