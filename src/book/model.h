#pragma once
// The book as a value: parts, chapters, blocks, inlines. `markdown` makes it, the passes of `resolve` finish it, `epub` and
// `pages` render it. It renders nothing itself. Everything points by typed ids, so that a book can be copied, compared, dumped.
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/choice.h"
#include "base/ids.h"
#include "base/span.h"
#include "book/metadata.h"

namespace octavo::book {

using ChapterId = base::Id<struct ChapterTag>;  // into Book::chapters
using AnchorId = base::Id<struct AnchorTag>;    // into Book::anchors
using PlayerId = base::Id<struct PlayerTag>;    // into Book::players
using EntryId = base::Id<struct EntryTag>;      // into Book::index
using AssetId = base::Id<struct AssetTag>;      // into Book::assets
using BlockId = base::Id<struct BlockTag>;      // numbered in reading order; whatever holds text has one
using NoteId = base::Id<struct NoteTag>;        // into Chapter::notes

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

// ---- where a link leads -------------------------------------------------------------------------------------------------

enum class LinkForm { wikilink, markdown };

// As the author wrote it. No book that leaves `resolve` holds one.
struct ToName {
  LinkForm form = LinkForm::wikilink;
  std::string note;                   // trimmed; "" means the note the link stands in
  std::vector<std::string> headings;  // "#A#B" is {"A", "B"}
  std::string block;                  // "#^id" is "id"
  bool has_alias = false;             // the text was given, `[[a|b]]`
  bool in_cell = false;               // of a Markdown table, where the bar is written "\|"
};
struct ToAnchor { AnchorId anchor; };  // a place in this book
struct ToPlayer { PlayerId player; };  // an entry of the key-players appendix
struct ToUrl { std::string url; };     // out of the book
struct ToNothing {};                   // unresolved: the text stays, without a link

using Target = std::variant<ToName, ToAnchor, ToPlayer, ToUrl, ToNothing>;

// ---- inlines ------------------------------------------------------------------------------------------------------------

enum class Mark { emphasis, strong, strikethrough, highlight, superscript, subscript, keyboard, underline, small_caps };

struct Text { std::string text; };  // never holds a line feed
struct Code { std::string text; };
struct LineBreak {};
struct Marked { Mark mark; Inlines content; };
// A stretch of another language, direction or look.
struct Passage { std::string language, direction; std::vector<std::string> classes; Inlines content; };
struct Link {
  Target target;
  Inlines content;       // never holds another Link
  AnchorId occurrence;   // where this link stands; given by resolve to every link of a chapter
  std::string as_written;  // the source of the target, for diagnostics: "Note#Heading"
  bool is_bare = false;  // in words of where it leads, and none of the author's own; given by resolve
};
struct Image {
  std::string path;    // as written, decoded; "" once it has an asset
  AssetId asset;       // given by resolve; none if the picture cannot be had: then the alternative text is shown
  std::string alt;
  std::string title;   // the caption, where the picture stands alone
  std::optional<float> width, height;  // CSS pixels, as the author asked
  std::optional<float> share;          // or a part of the measure, at most 1
  bool is_wikilink = false;
  bool is_decoration = false;  // the author says that there is nothing to be told: alt="" in HTML
};
struct NoteCall {
  std::string label;     // as written
  NoteId note;           // given by resolve
  AnchorId occurrence;   // the place of the call, where the way back from the note leads
};
struct Math { std::string source; bool display = false; };
struct Tag { std::string name; };  // an Obsidian #tag, printed as text
// `![[Note]]` inside a line of text. Standing alone it is an Embed block.
struct InlineEmbed { ToName target; std::string as_written; };
// A place in the text that the author named, `<a id="here"></a>`; it prints nothing.
struct NamedPlace { std::string id; AnchorId anchor; };  // the anchor is given by resolve

struct Inline {
  base::Choice<Text, Code, LineBreak, Marked, Passage, Link, Image, NoteCall, Math, Tag, InlineEmbed, NamedPlace> value;
  base::Span where;
};

// ---- blocks -------------------------------------------------------------------------------------------------------------

// A label stands above what it names: the name of a listing's file.
enum class ParagraphRole { body, standfirst, caption, label };

struct Paragraph { Inlines content; ParagraphRole role = ParagraphRole::body; };
struct Heading {
  int level = 1;         // its chapter's own level is that of the chapter's title; resolve shifts embedded headings to fit
  Inlines content;
  std::string id;        // as written with {#id}, or ""
  AnchorId anchor;       // given by resolve
  std::string number;    // "2.1", or ""
};
struct ListItem {
  std::optional<bool> done;  // a task, and whether it is done
  Blocks blocks;
};
struct List { bool ordered = false; int start = 1; bool tight = true; std::vector<ListItem> items; };
struct Quote { Blocks blocks; };
enum class Fold { none, open, closed };
// The kind is folded: "note", "warning", ...; "details" for HTML's.
struct Callout { std::string kind; Inlines title; Fold fold = Fold::none; Blocks blocks; };
// What a stretch of code is to its language. Code of no kind has no token.
enum class TokenKind { keyword, type, function, variable, constant, number, string, comment, attribute, macro, inserted, deleted };
struct Token { std::uint32_t begin = 0, end = 0; TokenKind kind = TokenKind::keyword; };  // bytes of the code's text
struct CodeBlock {
  std::string language, info;
  std::string text;            // ends without a line feed
  std::vector<Token> tokens;   // in order, none within another and none across a line feed; given by highlight
};
enum class Alignment { none, left, center, right };
// `columns` and `rows` count what it spans, itself included; a row leaves out the cells that one above spans.
struct Cell { Inlines content; BlockId id; int columns = 1, rows = 1; bool is_head = false; };
using Row = std::vector<Cell>;
struct Table { std::vector<Alignment> columns; Row head; std::vector<Row> rows; Inlines caption; };
struct Figure { Image image; Inlines caption; };
struct SectionBreak {};
struct MathBlock { std::string source; };
// Blocks under one caption: a listing of code, a table or several pictures in a <figure>. Classes: "listing", ...
struct Captioned { std::vector<std::string> classes; Blocks blocks; Inlines caption; };
// One or more terms and what is said of them.
struct Definition { std::vector<Inlines> terms; Blocks blocks; };
struct DefinitionList { std::vector<Definition> items; };
// A run of blocks with a name or a class: an aside.
struct Group { std::vector<std::string> classes; std::string language, direction; Blocks blocks; };
// `![[Note]]`, `![[Note#Heading]]`, `![[Note#^id]]`. No book that leaves `resolve` holds one.
struct Embed { ToName target; std::string as_written; };

struct Block {
  base::Choice<Paragraph, Heading, List, Quote, Callout, CodeBlock, Table, Figure, SectionBreak, MathBlock, Captioned, DefinitionList, Group, Embed> value;
  base::Span where;
  BlockId id;              // given by resolve
  std::string block_id;    // the author's name for it: "^id" without the caret, or the id of an HTML element; or ""
  AnchorId anchor;         // given by resolve to a block that something links to
  bool is_copy = false;    // brought here by an embed: links mean the original, where the chapter has it too
};

// ---- the book -----------------------------------------------------------------------------------------------------------

// A footnote: the call and the text it leads to.
struct Note {
  std::string label;
  Blocks blocks;
  base::Span where;
  std::string number;      // "1", in the order of first calls within the chapter; given by resolve
  std::string code;        // what a QR code beside the note says; or ""
  AnchorId anchor;         // of the note itself
  std::vector<AnchorId> calls;  // every call, first first
};

// Kinds of content that few notes hold: whoever looks for one may pass by the chapters without it. True where nobody has looked; who
// brings new content into a chapter looks again, by held().
struct MayHold {
  bool embeds = true, formulas = true, pictures = true, places = true;
};

enum class ChapterKind { chapter, preface, appendix };

struct Chapter {
  std::string path;        // of its note, relative to the book's folder
  base::FileId file;
  ChapterKind kind = ChapterKind::chapter;
  int level = 1;           // above 1 it is a section of the chapter before it that has a smaller one, in a file of its own
  Inlines title;
  std::string number;      // "1", "1.2" on level 2; "" where chapters are not numbered
  std::string slug;        // a file name's stem for the EPUB: ASCII, unique in the book; given by resolve
  AnchorId anchor;         // of its opening
  Blocks blocks;           // the title's own heading taken out
  std::vector<Note> notes;
  MayHold may_hold;        // in title, text and notes
  Inlines hidden;          // links and embeds in comments: looked after, never printed
  std::string language;    // BCP 47; "" where it is the book's
  // Front matter that the passes need.
  std::vector<std::string> aliases;
  bool is_person = false;      // type: person
  std::string sort_as;         // sort:
  bool in_index = true;        // index: false keeps it out
  base::Span title_where;      // where the title was written
};

struct Part {
  Inlines title;           // empty: chapters before the first part
  std::size_t first_chapter = 0;  // up to the first of the next part
  AnchorId anchor;
};

// The kinds of places a link, the contents, the index or a bookmark can lead to.
enum class AnchorKind { part, chapter, heading, block, figure, mention, note, note_call, player, entry, matter };
// Which stretch of the book a place is in.
enum class Division { front, chapter, players, index };

struct Anchor {
  AnchorKind kind = AnchorKind::chapter;
  Division division = Division::chapter;
  ChapterId chapter;       // where division is chapter
  std::string id;          // unique in its file: a letter first, then ASCII letters, digits, "-", "_"
  bool is_target = false;  // something leads here, so that epub writes the id
};

// One place that mentions something: the link itself and the section it stands in.
struct Mention {
  AnchorId occurrence;
  ChapterId chapter;
  AnchorId section;        // the heading above it, or the chapter's own anchor
  bool in_note = false;    // in a footnote: "30n"
  bool is_main = false;    // the place that tells most: printed in semibold
};

// ---- back matter --------------------------------------------------------------------------------------------------------

// What one chapter's list says of a person.
struct Description { ChapterId chapter; Inlines content; AnchorId at; BlockId id; };  // no chapter: one that a handout leaves out

struct Player {
  Inlines name;            // plain text, mostly
  std::string sort_key;    // family name first; compared by collation
  std::string initial;
  ChapterId chapter;       // the person's own note, if it is in the book
  AnchorId anchor;         // of the entry in the appendix
  std::vector<Description> descriptions;
  std::vector<Mention> mentions;
  std::vector<PlayerId> related;  // who name this one in what is said of them, and are not named in return
};

struct IndexEntry {
  std::string term;
  std::string sort_key;
  std::string initial;     // the letter it is grouped under
  AnchorId anchor;         // of the entry
  AnchorId target;         // what the term itself leads to, if it is in the book
  PlayerId player;         // set if the term is a key player
  std::vector<Mention> mentions;
  std::vector<EntryId> related;  // what to see also; what to see instead, where the entry has no mentions
};

struct ContentsEntry {
  int level = 1;           // 0 part, 1 chapter or back matter, 2 section, ...
  std::string number;
  Inlines title;           // without links and note calls
  AnchorId target;
};

enum class AssetKind { png, jpeg, gif, webp, svg };

// A picture the book shows. Bytes are read again by the two writers.
struct Asset {
  std::string path;        // relative to the book's folder
  AssetKind kind = AssetKind::png;
  float width = 0, height = 0;  // its natural size in CSS pixels
  bool may_move = false;
};

// Leaves are those of a book that nobody binds, as a manuscript's: no page has one opposite it. A handout is some of a book's chapters,
// printed by themselves on leaves: one section, its title above the text on the first page.
enum class Form { book, leaves, handout };

struct Book {
  Form form = Form::book;
  Metadata metadata;
  std::vector<Part> parts;           // empty where the book has none
  std::vector<Chapter> chapters;     // in reading order
  std::vector<Chapter> shelf;        // notes that are no chapters but may be embedded; empty after resolve
  std::vector<Anchor> anchors;
  std::vector<Asset> assets;
  std::vector<Player> players;       // in the order of the appendix
  std::vector<IndexEntry> index;     // in order
  std::vector<ContentsEntry> contents;
  std::optional<int> contents_depth;  // as the author asked: then all entries are printed
  std::vector<ContentsEntry> figures, tables;  // those with captions, by their numbers, where the author asks for lists of them
  AnchorId contents_anchor, figures_anchor, tables_anchor, players_anchor, index_anchor;  // none where the part would be empty
};

}  // namespace octavo::book
