// Which findings a comment for octavo takes away. Footnotes that are called and not defined are what is
// found.
#include "markdown/exemptions.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found(const std::string& source, const base::Memory& files = {}) {
  return read_note(source, {}, files).findings;
}

const std::string call = "note/undefined-footnote ", unknown = "config/unknown-rule ";

TEST(Exemptions, BesideTextAreForTheirLine) {
  EXPECT_THAT(found("a [^x] <!-- octavo: ignore note/undefined-footnote -->\nb [^x]\n"),
              ElementsAre(call + "2:3"));
  EXPECT_THAT(found("# a [^x] <!-- octavo: ignore note/* -->\n"), IsEmpty());
  EXPECT_THAT(found("- a [^x] <!--octavo:ignore-->\n- b [^x]\n"), ElementsAre(call + "2:5"));
  EXPECT_THAT(found("| a [^x] <!-- octavo: ignore --> | b |\n|---|---|\n| c [^x] | d |\n"),
              ElementsAre(call + "3:5"));
  EXPECT_THAT(found("call[^1]\n\n[^1]: a [^x] <!-- octavo: ignore -->\n"), IsEmpty());
}

TEST(Exemptions, MayGiveTheirReason) {
  const std::string ignore = "a [^x] <!-- octavo: ignore note/undefined-footnote";
  EXPECT_THAT(found(ignore + " — it is a riddle -->\n"), IsEmpty());
  EXPECT_THAT(found(ignore + ": it is a riddle -->\n"), IsEmpty());
  EXPECT_THAT(found("a [^x] <!-- octavo: ignore — it is a riddle -->\n"), IsEmpty());
  EXPECT_THAT(found("a [^x] <!-- octavo: ignore link/case: it is a riddle -->\n"), ElementsAre(call + "1:3"));
  // Two hyphens are allowed in a comment only where it is a block.
  EXPECT_THAT(found("<!-- octavo: ignore note/* -- it is a riddle -->\na [^x]\n"), IsEmpty());
}

TEST(Exemptions, AloneAreForTheBlockBelow) {
  EXPECT_THAT(found("<!-- octavo: ignore -->\na [^x]\nb [^x]\n\nc [^x]\n"), ElementsAre(call + "5:3"));
  EXPECT_THAT(found("<!-- octavo: ignore -->\n\n\na [^x]\n"), IsEmpty());
  EXPECT_THAT(found("<!-- octavo: ignore -->\n# a [^x]\nb [^x]\n"), ElementsAre(call + "3:3"));
  EXPECT_THAT(found("<!-- octavo: ignore -->\na [^x]\n# b [^x]\n"), ElementsAre(call + "3:5"));
  EXPECT_THAT(found("> <!-- octavo: ignore\n> note/* -->\n> a [^x]\n>\n> b [^x]\n"),
              ElementsAre(call + "5:5"));
  EXPECT_THAT(
      found("<!-- octavo: ignore link/* --> <!-- octavo: ignore note/* -->\n<!-- of people -->\n\na [^x]\n"),
      IsEmpty());
}

TEST(Exemptions, NameRulesPartedByCommasOrSpaces) {
  EXPECT_THAT(found("a [^x] <!-- octavo: ignore link/case, note/undefined-footnote -->"), IsEmpty());
  EXPECT_THAT(found("a [^x] <!-- octavo: ignore link/case note/* -->"), IsEmpty());
  EXPECT_THAT(found("a [^x] <!-- octavo: ignore link/case -->"), ElementsAre(call + "1:3"));
}

TEST(Exemptions, WithAWrongRuleExemptNothingByIt) {
  EXPECT_THAT(found("a [^x] <!-- octavo: ignore note/undefined -->"),
              ElementsAre(call + "1:3", unknown + "1:28"));
  EXPECT_THAT(found("a [^x] <!-- octavo: ignored note/* -->"), ElementsAre(call + "1:3", unknown + "1:8"));
  EXPECT_THAT(found("a [^x] <!-- octavo -->"), ElementsAre(call + "1:3"));
}

TEST(Exemptions, OfAStretchReachToTheirEnd) {
  const std::string start = "<!-- octavo: ignore-start note/* -->\n\n",
                    end = "<!-- octavo: ignore-end -->\n\n";
  EXPECT_THAT(found("a [^x]\n\n" + start + "b [^x]\n\n## c [^x]\n\n" + end + "d [^x]\n"),
              ElementsAre(call + "1:3", call + "11:3"));
  EXPECT_THAT(found("a [^x]\n\n" + start + "b [^x]\n\nc [^x]"), ElementsAre(call + "1:3"));
  EXPECT_THAT(found(start + "<!-- octavo: ignore-end link/* -->\n\nb [^x]"), IsEmpty());
}

TEST(Exemptions, OfAFileStandAnywhereInIt) {
  EXPECT_THAT(found("a [^x]\n\nb [^x]\n\n<!-- octavo: ignore-file note/* -->\n"), IsEmpty());
  EXPECT_THAT(found("---\ntitle: [\n---\n\na <!-- octavo: ignore-file front-matter/invalid -->\n"),
              IsEmpty());
}

TEST(Exemptions, AreRealComments) {
  for (const char* source :
       {"`<!-- octavo: ignore-file -->` [^x]", "```\n<!-- octavo: ignore-file -->\n```\n\n[^x]",
        "    <!-- octavo: ignore-file -->\n\n[^x]", "<pre>\n<!-- octavo: ignore-file -->\n</pre>\n\n[^x]",
        "a <pre><!-- octavo: ignore-file --></pre> [^x]",
        "<script>\n<!-- octavo: ignore-file -->\n</script>\n\n[^x]", "%%<!-- octavo: ignore-file -->%% [^x]",
        "\\<!-- octavo: ignore-file --> [^x]"})
    EXPECT_THAT(found(source), testing::Contains(testing::StartsWith(call))) << source;
  EXPECT_THAT(found("<div>\n%%hidden%% <!-- octavo: ignore -->\n</div>\n[^x]\n\na [^x]"),
              ElementsAre(call + "6:3"));
}

TEST(Exemptions, StandWhereTheTextWasWritten) {
  base::Memory files;
  files.contents["folder/part.md"] = "a [^x]\n\n<!-- octavo: ignore-file note/* -->\n";
  EXPECT_THAT(found("{{#include part.md}}\n\nb [^x]\n", files), ElementsAre(call + "3:3"));
  files.contents["folder/part.md"] = "a [^x]\n";
  EXPECT_THAT(found("<!-- octavo: ignore -->\n{{#include part.md}}\n", files), ElementsAre(call + "1:3"));
}

TEST(Exemptions, LinesMayEndAsInWindows) {
  EXPECT_THAT(found("<!-- octavo: ignore -->\r\n\r\na [^x]\r\nb [^x]\r\n\r\nc [^x] <!-- octavo: "
                    "ignore\r\nnote/* -->\r\n\r\nd [^x]"),
              ElementsAre(call + "9:3"));
}

TEST(Exemptions, AreNotShown) {
  const auto shown = [](const std::string& source) { return read_note(source).dump(); };
  EXPECT_EQ(shown("a <!-- octavo: ignore --> b <!-- octavo: ignore -->"), "paragraph \"a b\"\n");
  EXPECT_EQ(shown("<!-- octavo: ignore -->\n\na\n\n<!-- octavo: ignore-end -->"), "paragraph \"a\"\n");
  EXPECT_EQ(shown("![A sign](x.png) <!-- octavo: ignore -->"), shown("![A sign](x.png)"));
  EXPECT_EQ(shown("![[Other]] <!-- octavo: ignore -->"), shown("![[Other]]"));
}

}  // namespace
}  // namespace octavo::markdown
