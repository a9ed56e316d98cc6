#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The parts of an article as its author writes them: nobody else's notes, key players, a list of further
// reading.
const char* const article =
    "# Amazon AI: The $8 Billion Confession\n\n*Inside the decade.*\n\n---\n\n## The Delusion\n\nFor years "
    "[[Amazon]] told a lie.\n\n---\n\n"
    "## The Play\n\nEnter [[Anthropic]], founded by [[Dario Amodei]] and [[Daniela Amodei]].\n\n"
    "## Key Players\n\n- **[[Jeff Bezos]]** — Founder\n- **[[Dario Amodei]]** — Anthropic CEO\n\n---\n\n"
    "## See Also\n\n- [[Amazon Alexa]] — The assistant\n- [[Anthropic]] — The bet\n";

TEST(Resolve, AnArticleAloneHasPlayersAnIndexAndAFindingForEachOtherLink) {
  const Resolved book = resolved({{"amazon-ai.md", article}});
  ASSERT_EQ(book.book.chapters.size(), 1u);
  EXPECT_EQ(book.book.metadata.title, "Amazon AI: The $8 Billion Confession");
  EXPECT_THAT(
      book.links("amazon-ai.md"),
      ElementsAre("Amazon -> nothing", "Anthropic -> nothing", "Dario Amodei -> player Dario Amodei",
                  "Daniela Amodei -> nothing", "Jeff Bezos -> player Jeff Bezos",
                  "Dario Amodei -> player Dario Amodei", "Amazon Alexa -> nothing", "Anthropic -> nothing"));
  EXPECT_THAT(book.findings(),
              ElementsAre("amazon-ai.md:9:11 link/missing-note", "amazon-ai.md:15:7 link/missing-note",
                          "amazon-ai.md:15:54 link/missing-note", "amazon-ai.md:26:3 link/missing-note",
                          "amazon-ai.md:27:3 link/missing-note"));
  for (const auto& message : book.messages()) EXPECT_THAT(message, testing::Not(HasSubstr("did you mean")));
  std::vector<std::string> terms;
  for (const auto& entry : book.book.index) terms.push_back(entry.term);
  EXPECT_THAT(terms, ElementsAre("Amazon", "Amazon Alexa", "Amodei, Dario", "Anthropic", "Bezos, Jeff",
                                 "Daniela Amodei"));
}

TEST(Resolve, LeavesNoNameAndNoBlockWithoutANumber) {
  const Resolved book =
      resolved({{"a.md",
                 "# A [[b]]\n\n[[b]] ![[b]] x[^1]\n\n![[b]]\n\n> - [[gone]]\n\n| [[b]] |\n|---|\n| x "
                 "|\n\n[^1]: [[b]]\n"},
                {"b.md", "# B\n\n[[a]]\n"}});
  std::uint32_t next = 0;
  const auto check = [&](const book::Blocks& blocks) {
    book::each_block(blocks, [&](const book::Block& block) {
      EXPECT_EQ(block.id.value, next++);
      EXPECT_FALSE(holds_alternative<book::Embed>(block.value));
      if (const auto* table = get_if<book::Table>(&block.value))
        next += 2 * static_cast<std::uint32_t>(table->columns.size());
      book::each_run(block, [](const book::Inlines& run) {
        book::each_inline(run, [](const book::Inline& one) {
          EXPECT_FALSE(holds_alternative<book::InlineEmbed>(one.value));
          if (const auto* link = get_if<book::Link>(&one.value)) {
            EXPECT_FALSE(std::holds_alternative<book::ToName>(link->target));
            EXPECT_TRUE(link->occurrence);
          }
          return true;
        });
      });
      return true;
    });
  };
  for (const auto& chapter : book.book.chapters) {
    check(chapter.blocks);
    for (const auto& note : chapter.notes) check(note.blocks);
  }
  EXPECT_TRUE(book.book.shelf.empty());
}

TEST(Resolve, GivesTheSameBookEveryTime) {
  const std::map<std::string, std::string> notes = {
      {"amazon-ai.md", article}, {"x/Anthropic.md", "# Anthropic\n"}, {"y/Anthropic.md", "# Other\n"}};
  EXPECT_EQ(book::dump(resolved(notes).book), book::dump(resolved(notes).book));
}

TEST(Resolve, OfNothingMakesNothing) {
  base::Memory files;
  files.contents["book/x.txt"] = "";
  diagnostics::Sink sink;
  const auto settings = config::load(files, "book", sink);
  const auto book = resolve({}, vault::open(files, settings, sink), files, settings, sink);
  EXPECT_TRUE(book.contents.empty());
  EXPECT_EQ(book.metadata.title, "book");
}

}  // namespace
}  // namespace octavo::resolve
