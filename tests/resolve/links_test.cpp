#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Notes = std::map<std::string, std::string>;

struct Case {
  const char* id;    // of the wikilink table
  Notes notes;       // beside the one that links
  const char* from;  // its path
  const char* link;
  const char* leads_to;
  std::vector<std::string> rules;
};

class LinkCases : public testing::TestWithParam<Case> {};

TEST_P(LinkCases, LeadWhereTheTableSays) {
  const Case& one = GetParam();
  Notes notes = one.notes;
  notes[one.from] += "# Source\n\n" + std::string(one.link) + "\n\n## Own: heading\n\nText. ^mine\n";
  const Resolved book = resolved(notes);
  const auto links = book.links(one.from);
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].substr(links[0].rfind(" -> ") + 4), one.leads_to);
  std::vector<std::string> rules;
  for (const auto& finding : book.findings()) rules.push_back(finding.substr(finding.find(' ') + 1));
  EXPECT_EQ(rules, one.rules);
}

const Notes deep = {{"n.md",
                     "# N\n\n## TCP/IP Model\n\n## A\n\n### Same\n\n## B\n\n### Same\n\n## What's "
                     "*new*...\n\n## D2 H2.2\n\nBlock. ^b1\n"}};

INSTANTIATE_TEST_SUITE_P(
    Wikilinks, LinkCases,
    testing::Values(
        Case{"W01", {{"x/Laws.md", "# Laws\n"}}, "a.md", "[[Laws]]", "laws", {}},
        Case{"W02", {{"x/Laws.md", "# Laws\n"}}, "a.md", "[[Laws.md]]", "laws", {}},
        Case{"W04", {{"n.md", "# N\n"}}, "a.md", "[[n|Custom]]", "n", {}},
        Case{"W23", {}, "a.md", "[[#Own: heading]]", "source#own-heading", {}},
        Case{"W25", deep, "a.md", "[[n#B#Same]]", "n#same-1", {}},
        Case{"W25 with the title", deep, "a.md", "[[n#N#A]]", "n#a", {}},
        Case{"W28", {}, "a.md", "[[#Own heading]]", "source#own-heading", {}},
        Case{"W29", deep, "a.md", "[[n#TCP IP Model]]", "n#tcpip-model", {}},
        Case{"quotes as typed", deep, "a.md", "[[n#What's *new*...]]", "n#whats-new", {}},
        Case{"W30", deep, "a.md", "[[n#d2-h22]]", "n#d2-h22", {"link/case"}},
        Case{"W31", deep, "a.md", "[[n#Same]]", "n#same", {"heading/ambiguous"}},
        Case{"W32", deep, "a.md", "[[n#tcp/ip model]]", "n#tcpip-model", {"link/case"}},
        Case{"the title is the note", deep, "a.md", "[[n#N]]", "n", {}},
        Case{"W33", deep, "a.md", "[[n#^b1]]", "n#b1", {}},
        Case{"own block", {}, "a.md", "[[#^mine]]", "source#mine", {}},
        Case{"no such heading", deep, "a.md", "[[n#Nothing like it]]", "nothing", {"link/missing-heading"}},
        Case{"no such path", deep, "a.md", "[[n#B#A]]", "nothing", {"link/missing-heading"}},
        Case{"no such block", deep, "a.md", "[[n#^zz]]", "nothing", {"link/missing-block"}},
        Case{"W52", {{"Figure 1.png", "?"}}, "a.md", "[[Figure 1.png]]", "nothing", {"link/outside-book"}},
        Case{"W53", {{"Log.md", "# Log\n"}}, "a.md", "[[LOG]]", "log", {"link/case"}},
        Case{"W54", {{"p/Laws.md", "# Laws\n"}}, "a.md", "[[p/Laws]]", "laws", {}},
        Case{"W55", {{"a/b/Note.md", "# N\n"}}, "a.md", "[[b/Note]]", "n", {}},
        Case{"W56",
             {{"b/Note.md", "# Right\n"}, {"a/b/Note.md", "# Wrong\n"}},
             "a/b/s.md",
             "[[b/Note]]",
             "right",
             {}},
        Case{"W57",
             {{"Note.md", "# Right\n"}, {"a/b/Note.md", "# Wrong\n"}},
             "a/b/s.md",
             "[[Note]]",
             "right",
             {"link/ambiguous"}},
        Case{"W58",
             {{"b/Note.md", "# Wrong\n"}, {"zzzz/Note.md", "# Right\n"}},
             "zzzz/s.md",
             "[[Note]]",
             "right",
             {"link/ambiguous"}},
        Case{"W60",
             {{"a/b/Note.md", "# Right\n"}, {"zzzz/Note.md", "# Wrong\n"}},
             "s.md",
             "[[Note]]",
             "right",
             {"link/ambiguous"}},
        Case{"W61",
             {{"aa/Tie.md", "# Right\n"}, {"bb/Tie.md", "# Wrong\n"}},
             "s.md",
             "[[Tie]]",
             "right",
             {"link/ambiguous"}},
        Case{"W62", {{"y.md", "# Y\n"}}, "a/x.md", "[[../y]]", "y", {}},
        Case{"out of the folder", {}, "a.md", "[[../../etc/passwd]]", "nothing", {"link/outside-folder"}},
        Case{"W64",
             {{"Artificial Intelligence.md", "---\naliases: [AI]\n---\n# Mind\n"}},
             "a.md",
             "[[AI]]",
             "mind",
             {"link/alias-target"}},
        Case{"W68", {}, "a.md", "[[Missing]]", "nothing", {"link/missing-note"}},
        Case{"W71",
             {{"book.toml", "chapters = [\"a.md\"]\n"}, {"b.md", "# B\n"}},
             "a.md",
             "[[b]]",
             "nothing",
             {"link/outside-book"}}));

INSTANTIATE_TEST_SUITE_P(
    MarkdownLinks, LinkCases,
    testing::Values(
        Case{"an address", {}, "a.md", "[x](https://example.org/a#b)", "https://example.org/a#b", {}},
        Case{"a mail", {}, "a.md", "[x](mailto:a@b.org)", "mailto:a@b.org", {}},
        Case{"W73", {{"Three laws.md", "# L\n"}}, "a.md", "[x](Three%20laws.md)", "l", {}},
        Case{"W74 beside", {{"y.md", "# Far\n"}, {"s/y.md", "# Near\n"}}, "s/a.md", "[x](y.md)", "near", {}},
        Case{"W74 anywhere", {{"s/y.md", "# Y\n"}}, "a.md", "[x](y.md)", "y", {}},
        Case{"W76", {{"s/a#b.md", "# L\n"}}, "a.md", "[x](s/a%23b.md)", "l", {}},
        Case{"W77", {{"p q.md", "# P\n\n## Sec\n"}}, "a.md", "[x](<p q.md#sec>)", "p#sec", {}},
        Case{"a folder up", {{"y.md", "# Y\n"}}, "s/a.md", "[x](../y.md)", "y", {}},
        Case{"own heading", {}, "a.md", "[x](#own-heading)", "source#own-heading", {}},
        Case{"too far up",
             {{"y.md", "# Y\n"}},
             "s/a.md",
             "[x](../../y.md)",
             "nothing",
             {"link/outside-folder"}},
        Case{"absolute", {}, "a.md", "[x](/etc/passwd.png)", "nothing", {"link/outside-folder"}},
        Case{"a drive", {}, "a.md", "[x](C:/x.md)", "nothing", {"link/outside-folder"}},
        Case{
            "this machine's disk", {}, "a.md", "[x](file:///etc/passwd)", "nothing", {"link/outside-folder"}},
        Case{"missing", {}, "a.md", "[x](zebra.md)", "nothing", {"link/missing-note"}}));

TEST(Links, AnAddressWithoutEndIsNone) {
  const std::string address = "https://example.org/" + std::string(40'000, 'a');
  const Resolved book = resolved({{"a.md", "# A\n\n[kept](" + address + ")\n"}});
  ASSERT_EQ(book.links("a.md").size(), 1u);
  EXPECT_THAT(book.links("a.md")[0], testing::StartsWith("kept -> "));
  EXPECT_THAT(book.links("a.md")[0], testing::Not(HasSubstr("example.org")));
  EXPECT_THAT(book.findings(), ElementsAre(HasSubstr("text/hostile")));
}

TEST(Links, AMissingNoteIsReportedAtExactlyTheLinkWithTheNearestName) {
  const Resolved book =
      resolved({{"a.md", "# A\n\nOf [[Hannbal|him]] and again [[Hannbal]].\n"}, {"Hannibal.md", "# H\n"}});
  EXPECT_THAT(book.findings(), ElementsAre("a.md:3:4 link/missing-note", "a.md:3:30 link/missing-note"));
  const auto first = book.sink.sorted().at(0);
  EXPECT_EQ(first.where.end - first.where.begin, std::string("[[Hannbal|him]]").size());
  EXPECT_EQ(first.message, "no note is called \"Hannbal\"; did you mean \"Hannibal\"?");
  EXPECT_EQ(first.suggestion, "[[Hannibal|him]]");
}

TEST(Links, SuggestionsAreNoNonsense) {
  const Resolved book = resolved({{"amazon-ai.md", "# Amazon AI\n\n[[Amazon]] [[GPT]] [[Daniela Amodei]]\n"},
                                  {"Dario Amodei.md", "# D\n"}});
  for (const auto& message : book.messages())
    EXPECT_THAT(message, testing::Not(HasSubstr("did you mean"))) << message;
  EXPECT_EQ(book.messages().size(), 3u);
}

TEST(Links, AmbiguityNamesTheNoteTakenAndTheOthers) {
  const Resolved book =
      resolved({{"s.md", "# S\n\n[[Tie]]\n"}, {"aa/Tie.md", "# One\n"}, {"bb/Tie.md", "# Two\n"}});
  const auto found = book.sink.sorted().at(0);
  EXPECT_THAT(found.message, HasSubstr("\"aa/Tie.md\" is taken"));
  EXPECT_EQ(found.suggestion, "[[aa/Tie]]");
  EXPECT_THAT(found.related, ElementsAre("it could also be \"bb/Tie.md\""));
}

TEST(Links, ARespelledNameGoesOnShowingWhatItShowed) {
  const Resolved book = resolved({{"a.md", "# A\n\n[[log]] [[log|x]] [[#own]] [[AI]]\n\n## Own\n"},
                                  {"Log.md", "# Log\n"},
                                  {"Mind.md", "---\naliases: [AI]\n---\n# Mind\n"}});
  std::vector<std::string> suggestions;
  for (const auto& finding : book.sink.sorted()) suggestions.push_back(finding.suggestion);
  EXPECT_THAT(suggestions, ElementsAre("[[Log|log]]", "[[Log|x]]", "[[#Own|own]]", "[[Mind|AI]]"));
}

TEST(Links, EveryLinkHasAPlaceOfItsOwn) {
  const Resolved book =
      resolved({{"a.md",
                 "# A\n\n## On [[b]]\n\n[[b]] [[nobody]] <https://x.org>\n\n| t |\n|---|\n| [[b]] "
                 "|\n\nNote.[^n]\n\n[^n]: [[b]]\n"},
                {"b.md", "# B\n"}});
  std::vector<std::string> ids;
  for (const auto& anchor : book.book.anchors) {
    if (anchor.kind == book::AnchorKind::mention && book.place(book.chapter("a.md").anchor) == "a" &&
        anchor.chapter == book::ChapterId(0))
      ids.push_back(anchor.id);
  }
  EXPECT_THAT(ids, ElementsAre("m1", "m2", "m3", "m4", "m5", "m6"));
  EXPECT_EQ(book.links("a.md").size(), 6u);
}

TEST(Links, OnlyWhatIsLinkedToIsATarget) {
  const Resolved book = resolved({{"a.md", "# A\n\n[[#^x]]\n\nOne. ^x\n\nTwo. ^y\n"}});
  const auto is_target = [&](const std::string& id) {
    for (const auto& anchor : book.book.anchors) {
      if (anchor.id == id) return anchor.is_target;
    }
    ADD_FAILURE() << "no anchor " << id;
    return false;
  };
  EXPECT_TRUE(is_target("x"));
  EXPECT_FALSE(is_target("y"));
}

TEST(Links, NothingOutsideTheFolderIsRead) {
  Resolved book =
      resolved({{"a.md", "# A\n\n[[../secret]] [x](../secret.md) ![[../secret]] ![x](../secret.png)\n"}});
  EXPECT_THAT(book.findings(), testing::Each(HasSubstr("link/outside-folder")));
  EXPECT_EQ(book.findings().size(), 4u);
  for (const auto& path : book.files.was_read) EXPECT_TRUE(path.starts_with("book/")) << path;
}

TEST(Links, ALargeVaultTakesNoQuadraticTime) {
  Notes notes;
  for (int i = 0; i < 2000; ++i) {
    std::string text = "# Note " + std::to_string(i) + "\n\n";
    for (int j = 0; j < 10; ++j)
      text +=
          "[[note " + std::to_string((i * 7 + j) % 2000) + "]] [[gone " + std::to_string(i * 10 + j) + "]]\n";
    notes["note " + std::to_string(i) + ".md"] = text;
  }
  const Resolved book = resolved(notes);
  EXPECT_EQ(book.sink.sorted().size(), 20'000u);
  EXPECT_EQ(book.book.index.size(), 22'000u);
}

}  // namespace
}  // namespace octavo::resolve
