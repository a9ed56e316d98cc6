#include <gtest/gtest.h>

#include "book/book.h"
#include "sample.h"

using namespace octavo::book;

namespace {

// A book of two chapters with all its back matter.
Book sample() {
  Book book;
  book.metadata.title = "Bedrock";
  book.metadata.contributors = {{"Ada Lovelace", "Lovelace, Ada", "aut"}, {"Eve", "", "edt"}};
  book.metadata.identifier = "urn:uuid:1";
  book.metadata.subjects = {"history", "machines"};

  const auto anchor = [&](AnchorKind kind, Division division, ChapterId chapter, std::string id) {
    book.anchors.push_back({kind, division, chapter, std::move(id)});
    return AnchorId(book.anchors.size() - 1);
  };
  Chapter engine;
  engine.path = "engine.md";
  engine.title = {words("The Engine")};
  engine.number = "1";
  engine.slug = "engine";
  engine.anchor = anchor(AnchorKind::chapter, Division::chapter, ChapterId(0), "engine");
  Chapter people = engine;
  people.path = "people/Ada.md";
  people.title = {words("Ada")};
  people.number = "";
  people.slug = "ada";
  people.kind = ChapterKind::appendix;
  people.aliases = {"Countess"};
  people.is_person = true;
  people.sort_as = "Lovelace, Ada";
  people.in_index = false;
  people.anchor = anchor(AnchorKind::chapter, Division::chapter, ChapterId(1), "ada");
  const AnchorId origins = anchor(AnchorKind::heading, Division::chapter, ChapterId(0), "origins");

  engine.blocks = {
      {Heading{2, {words("Origins")}, "", origins, "1.1"}},
      paragraph({words("By "),
                 link(ToAnchor{people.anchor}, {words("her")}),
                 words(", "),
                 link(ToPlayer{PlayerId(0)}, {words("Ada")}),
                 {NoteCall{"x", NoteId(0)}}}),
  };
  engine.notes = {{"x",
                   {paragraph("A note.")},
                   {},
                   "1",
                   "",
                   anchor(AnchorKind::note, Division::chapter, ChapterId(0), "fn-1")}};
  people.blocks = {paragraph({words("See "), link(ToAnchor{origins}, {words("origins")})})};
  book.chapters = {engine, people};
  book.parts = {{{words("Machines")}, 0, anchor(AnchorKind::part, Division::front, {}, "part-1")}};
  book.assets = {{"desk.png", AssetKind::png, 640, 480}};
  book.contents = {{0, "", {words("Machines")}, book.parts[0].anchor},
                   {1, "1", {words("The Engine")}, engine.anchor}};
  book.contents_anchor = anchor(AnchorKind::matter, Division::front, {}, "contents");

  book.players_anchor = anchor(AnchorKind::matter, Division::players, {}, "players");
  const AnchorId player = anchor(AnchorKind::player, Division::players, {}, "ada-lovelace");
  book.players = {{{words("Ada Lovelace")},
                   "Lovelace, Ada",
                   "L",
                   ChapterId(1),
                   player,
                   {{ChapterId(0), {words("wrote the first program")}, origins}},
                   {{origins, ChapterId(0), origins}, {origins, ChapterId(0), origins, true}}}};
  book.index_anchor = anchor(AnchorKind::matter, Division::index, {}, "index");
  book.index = {
      {"Ada", "", "A", {}, people.anchor, PlayerId(0), {{origins, ChapterId(0), origins, false, true}}},
      {"Engine", "", "E", {}, {}, {}, {{origins, ChapterId(1), people.anchor}}}};
  return book;
}

}  // namespace

TEST(Dump, WritesABookAsItIsReadWithItsFrontAndBackMatter) {
  EXPECT_EQ(dump(sample()), R"dump(book "Bedrock"
  contributor aut "Ada Lovelace" as "Lovelace, Ada"
  contributor edt "Eve"
  language en
  identifier urn:uuid:1
  subject history
  subject machines
contents #contents
  0 "Machines" -> front#part-1
  1 1 "The Engine" -> engine
part #part-1 "Machines"
chapter 1 engine #engine "The Engine"
  from engine.md
  heading 2 1.1 #origins "Origins"
  paragraph "By [her](-> ada), [Ada](-> player Ada Lovelace)[^1]"
  note 1 #fn-1
    paragraph "A note."
appendix ada #ada "Ada"
  from people/Ada.md
  alias "Countess"
  is a person
  sort as "Lovelace, Ada"
  not in the index
  paragraph "See [origins](-> engine#origins)"
key players #players
  L "Ada Lovelace" #ada-lovelace chapter ada
    in 1 "wrote the first program"
    mentioned in 1, 1n
index #index
  A "Ada" 1* -> ada -> player Ada Lovelace
  E "Engine" ada
pictures
  png 640x480 desk.png
)dump");
}

TEST(Dump, WritesEveryKindOfInlineWithItsMarks) {
  ToName name;
  name.note = "Note";
  name.headings = {"A", "B"};
  ToName block;
  block.form = LinkForm::markdown;
  block.block = "id";
  Image picture{"desk.png", {}, "a desk", "At work", 100.5f};
  const Inlines inlines = {
      words("tab\tend "),
      marked(Mark::emphasis, {words("e"), marked(Mark::strong, {words("s")})}),
      marked(Mark::strikethrough, {words("d")}),
      marked(Mark::highlight, {words("h")}),
      marked(Mark::superscript, {words("2")}),
      marked(Mark::subscript, {words("i")}),
      marked(Mark::keyboard, {words("k")}),
      marked(Mark::underline, {words("u")}),
      marked(Mark::small_caps, {words("sc")}),
      {Passage{"la", "rtl", {"verse"}, {words("arma")}}},
      {Code{"x"}},
      {LineBreak{}},
      link(name, {words("n")}),
      link(block, {words("b")}),
      link(ToUrl{"https://a.org"}, {words("u")}),
      link(ToNothing{}, {words("gone")}),
      {picture},
      {NoteCall{"label"}},
      {Math{"x", true}},
      {Tag{"t"}},
      {InlineEmbed{name}},
  };
  EXPECT_EQ(
      dump({paragraph(inlines)}),
      R"(paragraph "tab\tend *e**s***~~d~~==h==^2^~i~<kbd>k</kbd><u>u</u><sc>sc</sc>{arma .verse lang=la dir=rtl}`x`\n)"
      R"([n](-> [[Note#A#B]])[b](-> <#^id>)[u](-> https://a.org)[gone](-> nothing))"
      R"(![a desk](desk.png 100.5x 'At work')[^label]$$x$$#t![[Note#A#B]]")"
      "\n");
}

TEST(Dump, WritesEveryKindOfBlockWithoutItsBook) {
  Block marked_paragraph = paragraph("p");
  marked_paragraph.block_id = "id";
  marked_paragraph.anchor = AnchorId(7);
  List ordered;
  ordered.ordered = true;
  ordered.start = 3;
  ordered.tight = false;
  ordered.items = {{true, {paragraph("done")}}, {false, {paragraph("open")}}, {std::nullopt, {}}};
  ToName name;
  name.note = "Note";
  const Blocks blocks = {
      marked_paragraph,
      {Paragraph{{words("s")}, ParagraphRole::standfirst}},
      {Heading{2, {words("h")}, "own", AnchorId(3)}},
      {ordered},
      {Quote{{paragraph("q")}}},
      {Callout{"note", {words("t")}, Fold::closed, {paragraph("c")}}},
      {CodeBlock{"cpp", "", "a;\n\n  b;"}},
      table(),
      {Figure{{"", AssetId(0), "alt"}, {words("caption")}}},
      {SectionBreak{}},
      {MathBlock{"x\ny"}},
      {Group{{"aside"}, "de", "", {paragraph("g")}}},
      {Embed{name}},
  };
  EXPECT_EQ(dump(blocks), R"(paragraph ^id #7 "p"
paragraph standfirst "s"
heading 2 {#own} #3 "h"
list from 3 loose
  item [x]
    paragraph "done"
  item [ ]
    paragraph "open"
  item
quote
  paragraph "q"
callout note closed "t"
  paragraph "c"
code cpp
  | a;
  |
  |   b;
table left - "Lives"
  head "Name" | "Born"
  row "Ada" | "1815"
figure ![alt](asset 0) "caption"
section break
math "x\ny"
group .aside lang=de
  paragraph "g"
embed [[Note]]
)");
}
