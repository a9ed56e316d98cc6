#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/config.h"

namespace octavo::config {
namespace {

using base::Memory;
using diagnostics::Rule;
using diagnostics::Sink;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Loaded {
  Settings settings;
  Sink sink;
};

Loaded loaded(const std::string& toml) {
  Memory files;
  files.contents = {{"book/book.toml", toml},
                    {"book/cover.png", ""},
                    {"book/styles/wide.css", ""},
                    {"book/src/a.md", ""},
                    {"secret.png", ""}};
  Loaded result;
  result.settings = load(files, "book", result.sink);
  return result;
}

// "rule line:column of the place, the text there: message" of the only diagnostic.
std::string only_finding(const Loaded& loaded) {
  const auto all = loaded.sink.sorted();
  if (all.size() != 1) return std::to_string(all.size()) + " findings";
  const auto& where = all[0].where;
  if (!where.file) return std::string(facts(all[0].rule).id) + ": " + all[0].message;
  const auto place = loaded.sink.sources.position(where.file, where.begin);
  const auto& source = loaded.sink.sources.of(where.file);
  return std::string(facts(all[0].rule).id) + " " + source.path + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column) + " `" + source.text.substr(where.begin, where.end - where.begin) +
         "`: " + all[0].message;
}

TEST(BookToml, says_everything_a_book_says_of_itself) {
  const auto [settings, sink] = loaded(R"(
title = "  The Pivot "
subtitle = "A History"
editors = "Mary Somerville"
authors = ["Ada Lovelace", { name = "Charles Babbage", sort = "Babbage, Charles" }]
translators = ["Luigi Menabrea"]
illustrators = [{ name = "Margaret Carpenter", role = "art" }]
language = "pt-BR"
identifier = "urn:example:pivot"
isbn = { epub = "978-3-16-148410-0", pdf = 9780306406157 }
publisher = "Taylor"
date = "1843-08"
rights = "All mine"
series = "Engines"
series-position = 2
description = "What happened."
subjects = ["History", " ", "Machines"]
cover = "./cover.png"
name = "pivot"
chapters = ["a.md", "part/../b"]
players = ["Key Players", "People"]
numbered = false
paper = "A5"
wikilinks = "title-first"
line-breaks = true
[style]
print = "styles/wide.css"
epub = []
)");
  EXPECT_TRUE(sink.empty());
  const auto& book = settings.metadata;
  EXPECT_EQ(book.title, "The Pivot");
  EXPECT_TRUE(settings.title_given);
  EXPECT_EQ(settings.wikilinks, WikilinkOrder::title_first);
  EXPECT_EQ(book.subtitle, "A History");
  std::vector<std::string> people;
  for (const auto& one : book.contributors) people.push_back(one.role + " " + one.name + " / " + one.sort_as);
  EXPECT_THAT(people,
              ElementsAre("aut Ada Lovelace / ", "aut Charles Babbage / Babbage, Charles",
                          "edt Mary Somerville / ", "trl Luigi Menabrea / ", "art Margaret Carpenter / "));
  EXPECT_EQ(book.language, "pt-BR");
  EXPECT_EQ(book.identifier, "urn:example:pivot");
  EXPECT_EQ(book.isbn_epub, "9783161484100");
  EXPECT_EQ(book.isbn_pdf, "9780306406157");
  EXPECT_EQ(book.publisher, "Taylor");
  EXPECT_EQ(book.date, "1843-08");
  EXPECT_EQ(book.modified, "1843-08-01T00:00:00Z");
  EXPECT_EQ(book.rights, "All mine");
  EXPECT_EQ(book.series, "Engines");
  EXPECT_EQ(book.series_position, "2");
  EXPECT_EQ(book.description, "What happened.");
  EXPECT_THAT(book.subjects, ElementsAre("History", "Machines"));
  EXPECT_EQ(book.cover, "cover.png");
  EXPECT_EQ(settings.name, "pivot");
  ASSERT_TRUE(settings.chapters.has_value());
  ASSERT_EQ(settings.chapters->size(), 2u);
  EXPECT_EQ(settings.chapters->at(0).path, "a.md");
  EXPECT_EQ(settings.chapters->at(1).path, "b");
  EXPECT_EQ(
      sink.sources.position(settings.chapters->at(1).where.file, settings.chapters->at(1).where.begin).line,
      20u);
  EXPECT_THAT(settings.player_headings, ElementsAre("Key Players", "People"));
  EXPECT_FALSE(settings.number_chapters);
  EXPECT_EQ(settings.print.paper, base::paper("a5"));
  EXPECT_TRUE(settings.hard_line_breaks);
  EXPECT_THAT(settings.styles_print, ElementsAre("styles/wide.css"));
  EXPECT_THAT(settings.styles_epub, IsEmpty());
}

TEST(BookToml, a_theme_is_one_of_four_and_extra_sheets_are_for_both_books) {
  EXPECT_TRUE(loaded("").settings.theme == Theme::book);
  EXPECT_FALSE(loaded("").settings.print.paper.has_value());
  const auto [settings, sink] = loaded("[style]\ntheme = \"Manuscript\"\nextra = \"styles/wide.css\"\n");
  EXPECT_TRUE(settings.theme == Theme::manuscript);
  EXPECT_THAT(settings.styles_extra, ElementsAre("styles/wide.css"));
  EXPECT_TRUE(sink.empty());
  const auto unknown = loaded("style.theme = \"handuot\"");
  EXPECT_EQ(only_finding(unknown), "config/invalid book.toml:1:15 `\"handuot\"`: \"theme\" takes one of \"book\", \"handout\", "
                                   "\"technical\" and \"manuscript\"");
  EXPECT_EQ(unknown.sink.sorted()[0].suggestion, "handout");
}

TEST(BookToml, the_looks_of_an_e_book_are_the_authors_to_change) {
  EXPECT_FALSE(loaded("").settings.embeds_fonts);
  const auto [settings, sink] = loaded("style = { replace = true, embed-fonts = true }");
  EXPECT_TRUE(settings.own_styles_only);
  EXPECT_TRUE(settings.embeds_fonts);
  EXPECT_TRUE(sink.empty());
}

TEST(BookToml, accessibility_is_certified_whole_or_not_at_all) {
  const auto whole = loaded("[accessibility]\nconforms-to = \"EPUB Accessibility 1.1 - WCAG 2.2 Level A\"\ncertified-by = \"Ada\"\n");
  EXPECT_EQ(whole.settings.metadata.accessibility.certified_by, "Ada");
  EXPECT_TRUE(whole.sink.empty());
  for (const char* wrong : {"certified-by = \"Ada\"", "conforms-to = \"EPUB Accessibility 1.1 - WCAG 2.2 Level A\"", "report = \"https://example.org\"", "conforms-to = \"WCAG 2.1 AA\"",
                            "conforms-to = \"EPUB Accessibility 1.1 - WCAG 2.3 Level A\"", "report = \"none\"", "certifier = \"Ada\""}) {
    const auto [settings, sink] = loaded(std::string("[accessibility]\n") + wrong);
    EXPECT_FALSE(sink.empty()) << wrong;
    const book::Accessibility& said = settings.metadata.accessibility;
    EXPECT_TRUE(said.conforms_to.empty() && said.certified_by.empty() && said.report.empty()) << wrong;
  }
}

TEST(BookToml, control_characters_are_blanks) {
  const auto [settings, sink] = loaded(R"(
title = "The\u0007Pivot\u0000"
authors = ["Ada\u001BLovelace", { name = "Charles\u007FBabbage", sort = "\u0001" }]
subjects = ["\u0002", "Engines"]
)");
  EXPECT_TRUE(sink.empty());
  EXPECT_EQ(settings.metadata.title, "The Pivot");
  EXPECT_EQ(settings.metadata.authors(), "Ada Lovelace and Charles Babbage");
  EXPECT_EQ(settings.metadata.contributors.at(1).sort_as, "");
  EXPECT_THAT(settings.metadata.subjects, ElementsAre("Engines"));
}

TEST(BookToml, dates_may_be_a_number_text_or_a_date_of_toml) {
  struct Case {
    std::string written, date;
  };
  for (const auto& wanted :
       {Case{"2024", "2024"}, Case{"'2024-02'", "2024-02"}, Case{"2024-02-29", "2024-02-29"}}) {
    const auto result = loaded("date = " + wanted.written);
    EXPECT_EQ(result.settings.metadata.date, wanted.date);
    EXPECT_TRUE(result.sink.empty()) << wanted.written;
  }
}

TEST(BookToml, of_an_mdbook_the_book_table_is_read_and_the_tools_are_left_alone) {
  const auto [settings, sink] = loaded(R"(
[book]
title = "The Rust Programming Language"
authors = ["Steve Klabnik", "Carol Nichols"]
language = "en"
src = "src"
multilingual = false
[output.html]
additional-css = ["ferris.css"]
[preprocessor.trpl-note]
[build]
extra-watch-dirs = ["po"]
[rust]
edition = "2021"
)");
  EXPECT_TRUE(sink.empty());
  EXPECT_EQ(settings.metadata.title, "The Rust Programming Language");
  EXPECT_EQ(settings.metadata.authors(), "Steve Klabnik and Carol Nichols");
}

TEST(BookToml, an_mdbook_says_where_its_notes_are_and_what_has_moved) {
  const auto [settings, sink] = loaded(R"(
[book]
src = "./src/"
[output.html.redirect]
"/gone.html" = "/new/place.html#here"
"old/a.html" = "../b.html"
"old/b.html" = "c.html"
"old/dir.html" = "./dir/"
"one.html#gone" = "#here"
"moved.html" = "https://example.org/moved.html"
)");
  EXPECT_TRUE(sink.empty());
  EXPECT_EQ(settings.source, "src");
  EXPECT_THAT(settings.redirects,
              ElementsAre(testing::Pair("gone.html", "new/place.html#here"),
                          testing::Pair("moved.html", "https://example.org/moved.html"),
                          testing::Pair("old/a.html", "b.html"), testing::Pair("old/b.html", "old/c.html"),
                          testing::Pair("old/dir.html", "old/dir/"),
                          testing::Pair("one.html#gone", "one.html#here")));
}

TEST(BookToml, links_are_taken_by_their_longest_beginning) {
  const auto [settings, sink] = loaded(R"([links]
"../" = "https://example.org/"
"../std/" = "https://example.org/std/"
"/api" = "http://example.org/api"
)");
  EXPECT_TRUE(sink.empty());
  std::vector<std::string> links;
  for (const auto& [prefix, url] : settings.links) links.push_back(prefix + " -> " + url);
  EXPECT_THAT(links, ElementsAre("../std/ -> https://example.org/std/", "/api -> http://example.org/api",
                                 "../ -> https://example.org/"));
}

TEST(BookToml, where_notes_and_links_lead_is_checked) {
  for (const auto& [toml, finding] : std::vector<std::pair<std::string, std::string>>{
           {"[book]\nsrc = 7", "2:7 `7`: \"src\" takes text in quotes"},
           {"[book]\nsrc = 'text'", "2:7 `'text'`: \"src\" takes the path of a folder"},
           {"output = 1", "1:10 `1`: \"output\" takes a table"},
           {"[output]\nhtml = 1", "2:8 `1`: \"html\" takes a table"},
           {"[output.html]\nredirect = []", "2:12 `[]`: \"redirect\" takes a table"},
           {"[output.html.redirect]\n'a.html' = 1", "2:12 `1`: \"a.html\" takes text in quotes"},
           {"links = 'x'", "1:9 `'x'`: \"links\" takes a table"},
           {"[links]\n'../' = 'file:///etc/'", "2:9 `'file:///etc/'`: \"../\" takes the beginning of links"},
       })
    EXPECT_THAT(only_finding(loaded(toml)), testing::StartsWith("config/invalid book.toml:" + finding))
        << toml;
}

TEST(BookToml, what_stands_at_the_top_wins_over_the_book_table) {
  const auto [settings, sink] =
      loaded("title = 'Mine'\nauthors = ['Ada']\n[book]\ntitle = 'Theirs'\nauthors = ['Bob']\n");
  EXPECT_EQ(settings.metadata.title, "Mine");
  EXPECT_EQ(settings.metadata.authors(), "Ada");
}

TEST(BookToml, each_mistake_is_one_finding_at_its_place) {
  struct Case {
    std::string toml, finding;
  };
  for (const auto& wanted : {
           // Unknown keys, with the nearest.
           Case{"titel = 'x'",
                "config/unknown-key book.toml:1:1 `titel`: octavo knows no setting \"titel\"; did you mean "
                "\"title\"?"},
           Case{
               "zzqqx = 1",
               "config/unknown-key book.toml:1:1 `zzqqx`: octavo knows no setting \"zzqqx\"; it is left out"},
           Case{"[style]\nprnt = []",
                "config/unknown-key book.toml:2:1 `prnt`: octavo knows no setting \"prnt\"; did you mean "
                "\"print\"?"},
           Case{"[[authors]]\nname = 'A'\nsrot = 'B'",
                "config/unknown-key book.toml:3:1 `srot`: octavo knows no setting \"srot\"; did you mean "
                "\"sort\"?"},
           // Wrong kinds.
           Case{"title = 3", "config/invalid book.toml:1:9 `3`: \"title\" takes text in quotes"},
           Case{"# \xC3\xA9\r\nnumbered = 'no'",
                "config/invalid book.toml:2:12 `'no'`: \"numbered\" takes true, false or \"sections\""},
           Case{"'name' = '\xC3\xA9' \r\nx.y = 1",
                "config/unknown-key book.toml:2:1 `x`: octavo knows no setting \"x\"; it is left out"},
           Case{"chapters = true",
                "config/invalid book.toml:1:12 `true`: \"chapters\" takes a list in square brackets"},
           Case{"chapters = ['a.md', 2]",
                "config/invalid book.toml:1:21 `2`: \"chapters\" takes text in quotes"},
           Case{"style = 'x.css'", "config/invalid book.toml:1:9 `'x.css'`: \"style\" takes a table"},
           Case{"authors = [{ sort = 'B' }]",
                "config/invalid book.toml:1:12 `{ sort = 'B' }`: \"authors\" takes names: a text, or { name "
                "= \"Ada Lovelace\", sort = \"Lovelace, Ada\" }"},
           // Wrong forms.
           Case{"language = 'english'",
                "config/invalid book.toml:1:12 `'english'`: \"language\" takes a language tag, such as "
                "\"en\" or \"pt-BR\""},
           Case{"date = '2024-02-30'",
                "config/invalid book.toml:1:8 `'2024-02-30'`: \"date\" takes a year, a month or a day that "
                "exists: \"2024\", \"2024-05\" or \"2024-05-17\""},
           Case{"paper = 'lettre'",
                "config/invalid book.toml:1:9 `'lettre'`: \"paper\" takes a name of paper, such as \"a5\" or \"royal\", or its width "
                "and height: \"6x9in\", \"170x240mm\"; did you mean \"letter\"?"},
           Case{"print = { paper = '6x9' }",
                "config/invalid book.toml:1:19 `'6x9'`: \"paper\" takes a name of paper, such as \"a5\" or \"royal\", or its width "
                "and height: \"6x9in\", \"170x240mm\""},
           Case{"print = { margin-inside = 18 }",
                "config/invalid book.toml:1:27 `18`: \"margin-inside\" takes a length with its unit, mm, cm, in or pt: \"18mm\""},
           Case{"print = { signature = 0 }",
                "config/invalid book.toml:1:23 `0`: \"signature\" takes a number of sheets that are folded into one another: 4"},
           Case{"print = { color = 'red' }", "config/invalid book.toml:1:19 `'red'`: \"color\" takes \"color\" or \"grey\""},
           Case{"print = { crop-mark = true }",
                "config/unknown-key book.toml:1:11 `crop-mark`: octavo knows no setting \"crop-mark\"; did you mean \"crop-marks\"?"},
           Case{"wikilinks = 'both'",
                "config/invalid book.toml:1:13 `'both'`: \"wikilinks\" takes \"name-first\" or \"title-first\""},
           Case{"name = '../evil'",
                "config/invalid book.toml:1:8 `'../evil'`: \"name\" takes a name for the output files, "
                "without a folder"},
           Case{"cover = 'covr.png'",
                "config/invalid book.toml:1:9 `'covr.png'`: \"cover\" takes the path of a file, and there is "
                "no \"covr.png\" in the book's folder"},
           // Out of the folder.
           Case{"cover = '../secret.png'",
                "link/outside-folder book.toml:1:9 `'../secret.png'`: \"../secret.png\" leads out of the "
                "book's folder, where octavo reads nothing; move the file into it"},
           Case{"chapters = ['/etc/passwd']",
                "link/outside-folder book.toml:1:13 `'/etc/passwd'`: \"/etc/passwd\" leads out of the book's "
                "folder, where octavo reads nothing; move the file into it"},
       }) {
    EXPECT_EQ(only_finding(loaded(wanted.toml)), wanted.finding) << wanted.toml;
  }
}

TEST(BookToml, says_how_a_book_is_printed) {
  const auto [settings, sink] = loaded(R"(
[print]
paper = "6x9in"
margin-inside = "0.75in"
margin-bottom = 0
crop-marks = true
bleed = "5mm"
color = "grey"
sheet = "Letter"
creep = "0.2mm"
signature = 4
)");
  EXPECT_TRUE(sink.sorted().empty());
  const Print& print = settings.print;
  EXPECT_EQ(print.paper->size, (base::Size{432, 648}));
  EXPECT_EQ(print.inside, 54.f);
  EXPECT_EQ(print.bottom, 0.f);
  EXPECT_FALSE(print.outside || print.top);
  EXPECT_TRUE(print.has_crop_marks && print.in_grey);
  EXPECT_FLOAT_EQ(print.bleed.value(), 5 * base::points_per_millimetre);
  EXPECT_EQ(print.sheet, base::paper("letter"));
  EXPECT_FLOAT_EQ(print.creep, 0.2f * base::points_per_millimetre);
  EXPECT_EQ(print.signature, 4);
}

TEST(BookToml, a_wrong_value_leaves_the_default) {
  const auto [settings, sink] =
      loaded("numbered = 1\nplayers = 2\nchapters = 3\nlanguage = 'x'\nname = ''\nidentifier = 'one'");
  EXPECT_EQ(sink.sorted().size(), 6u);
  EXPECT_TRUE(settings.number_chapters);
  EXPECT_THAT(settings.player_headings, ElementsAre("Key Players"));
  EXPECT_FALSE(settings.chapters.has_value());
  EXPECT_EQ(settings.metadata.language, "en");
  EXPECT_EQ(settings.name, "book");
  EXPECT_THAT(settings.metadata.identifier, testing::StartsWith("urn:uuid:"));
}

TEST(BookToml, a_language_as_systems_write_it_comes_with_what_to_write) {
  const auto result = loaded("language = 'en_US'");
  ASSERT_EQ(result.sink.sorted().size(), 1u);
  EXPECT_EQ(result.sink.sorted()[0].suggestion, "en-US");
}

TEST(BookToml, broken_toml_is_an_error_at_its_place_and_the_defaults_go_on) {
  const auto result = loaded("\xEF\xBB\xBFtitle = 'Fine'\nauthors = [\"Ada\"\npublisher = 'x'\n");
  EXPECT_THAT(only_finding(result), HasSubstr("config/invalid book.toml:3:1 `p`: this is not valid TOML"));
  EXPECT_EQ(result.settings.name, "book");
}

TEST(BookToml, letters_beyond_ascii_are_broken_toml_outside_quotes_and_text_within) {
  EXPECT_THAT(only_finding(loaded("\xC3\xA9t\xC3\xA9 = 1")),
              HasSubstr("config/invalid book.toml:1:1 `\xC3\xA9`"));
  EXPECT_THAT(only_finding(loaded("title = \xC3\xA9")), HasSubstr("config/invalid book.toml:1:9 `\xC3\xA9`"));
  EXPECT_EQ(loaded("title = \"\"\"a \\\n \xC3\xA9\"\"\"").settings.metadata.title, "a \xC3\xA9");
}

TEST(BookToml, half_a_date_is_broken_toml) {
  for (const auto* date : {"2024-01-01T", "2024-01-01T:", "2024-01-01 x", "2024-", "12:"}) {
    EXPECT_THAT(only_finding(loaded("date = " + std::string(date) + "\n")),
                HasSubstr("config/invalid book.toml:"))
        << date;
  }
}

TEST(BookToml, one_that_is_not_utf8_is_shown_at_the_first_bad_byte) {
  const auto result = loaded("title = 'x'\nrights = '\xE9'\n");
  EXPECT_THAT(only_finding(result), HasSubstr("text/not-utf8 book.toml:2:11 `\xEF\xBF\xBD`: "));
}

TEST(BookToml, hostile_nesting_ends_with_a_finding) {
  std::string toml = "x = ";
  for (int i = 0; i < 100000; ++i) toml += '[';
  EXPECT_THAT(only_finding(loaded(toml)), HasSubstr("config/invalid"));
}

TEST(BookToml, says_how_deep_the_contents_goes_and_what_is_numbered) {
  const auto [settings, sink] = loaded("edition = 'Second'\nnumbered = 'Sections'\n[contents]\ndepth = 2");
  EXPECT_TRUE(sink.empty());
  EXPECT_EQ(settings.metadata.edition, "Second");
  EXPECT_TRUE(settings.number_chapters && settings.number_sections);
  EXPECT_EQ(settings.contents_depth, 2);
  EXPECT_FALSE(loaded("").settings.contents_depth);
  EXPECT_EQ(only_finding(loaded("[contents]\ndepth = 0")),
            "config/invalid book.toml:2:9 `0`: \"depth\" takes a number from 1, for chapters alone, to 6");
  EXPECT_EQ(only_finding(loaded("contents = 2")).substr(0, 34), "config/invalid book.toml:1:12 `2`:");
}

}  // namespace
}  // namespace octavo::config
