#pragma once
// Pages as values: things at positions, with the structure they belong to. This is all that `pdf` sees.
// Lengths in points, origin at the upper left, y downward; a glyph run's origin is on its baseline.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "book/book.h"
#include "glyphs/glyphs.h"

namespace octavo::pages {

using StructureId = base::Id<struct StructureTag>;  // into Pages::structure; none: an artifact (running heads, folios, rules)
using PictureId = base::Id<struct PictureTag>;      // into Pages::pictures

// The standard structure types of ISO 32000-1, 14.8.4, that octavo uses.
enum class Role {
  document, part, section, division, title, heading, paragraph, quote, list, item, label, body, table, head_rows, body_rows, row,
  head_cell, cell, figure, caption, code, note, link, span, contents, contents_item, index, reference
};
enum class Numbering { none, disc, circle, square, decimal, roman, letters, roman_capitals, capitals };  // of a list's labels

// A node of the logical structure. Parents come before their children; children are in reading order by index.
struct Structure {
  Role role = Role::paragraph;
  StructureId parent;        // none for the document
  int level = 0;             // of a heading, 1 to 6, as the author has it
  std::string alternative;   // of a figure: what it shows; of a label that is drawn: the characters it stands for
  std::string language;      // where it differs from the parent's
  Numbering numbering = Numbering::none;  // of a list
  bool names_row = false;    // of a head cell: it heads its row, not its column
  std::uint16_t columns = 1, rows = 1;    // that a cell takes up
  bool stands_alone = false; // a figure or code between paragraphs, not in one
};

// The text of a drop capital's glyphs. To programs that read text off a page, a letter that stands so far from its word is another word: what
// it says is a run beside that word, which nobody sees.
inline constexpr std::string_view said_elsewhere = "\u2060";

struct GlyphRun {
  base::Point origin;
  glyphs::FaceId face;
  float size = 0;            // points
  base::Color color;
  bool right_to_left = false;
  std::string_view text;     // what the glyphs stand for; clusters are offsets into it; kept by the fonts, as they are
  glyphs::GlyphRow glyphs;   // in visual order, ems; advances as justified
  StructureId structure;
  float scaling = 1;         // of the glyphs and their advances, to the sides only
  float tracking = 0;        // points, in the advances of most glyphs: what a writer need say once only
  bool is_unseen = false;    // read, not drawn
};
enum class Rule { solid, dashed, dotted, twofold };  // along the longer sides of its area, or round a frame
struct Fill {                 // rules and tints
  base::Rect area;
  base::Color color;
  Rule rule = Rule::solid;
  float radius = 0;           // of the corners at a head and a foot that are the block's own
  float frame = 0;            // of the area only what is so near to its edge is drawn, but for a head and a foot that are not; 0: all
  bool begins = false, ends = false;  // the head and the foot are the block's own, and not those of a page or of a line
  bool is_plain() const { return rule == Rule::solid && radius == 0 && frame == 0; }
  friend bool operator==(const Fill&, const Fill&) = default;
};
// What is drawn and what is left out by turns along a rule so long and thick, so that it begins and ends with what is drawn. A dot is a disc as
// wide as the rule: of its length, nothing.
struct Dashes { float drawn = 0, left_out = 0; };
Dashes dashes_of(Rule rule, float thickness, float length);
struct Frame { base::Rect area; float width = 0.5f; base::Color color; StructureId structure; };  // the outline of a rectangle: task boxes
struct Stroke { std::vector<base::Point> points; float width = 0.5f; base::Color color; StructureId structure; };  // an open polyline: ticks
struct Picture { base::Rect area; PictureId picture; StructureId structure; };

using Item = std::variant<Fill, Frame, Stroke, Picture, GlyphRun>;  // drawn in the order of Page::items

struct LinkArea {
  base::Rect area;
  std::variant<book::AnchorId, std::string> target;  // a place in the book, or an address
  std::string description;   // the text of the link
  StructureId structure;
};

// Items of a page that are there because it is one: artifacts, but of a kind of their own.
enum class FurnitureKind { head, foot, repeated };  // running heads, folios; heads of tables that go on, and what stands beside the text
struct Furniture { FurnitureKind kind; std::uint32_t begin = 0, end = 0; };  // into Page::items

struct Page {
  base::Size size;
  std::string label;         // as printed: "xii", "42"
  std::vector<Item> items;
  std::vector<LinkArea> links;
  std::vector<Furniture> furniture;  // in order
  base::Rect body;           // what text may take up: running heads and folios stand outside
  float grid = 0;            // the leading of the text, from the head of the body
};

// Areas that are filled piece by piece, line after line, and are one to the eye: the rule beside a block of code, the tint behind it. For each
// fill of the page, in their order, what to fill: a whole band where it begins, nothing where it goes on. A band is whole as far as pieces of
// the same sides and colour touch, with nothing but text between them in the order of drawing, or other bands beside it.
std::vector<Fill> bands_of(const Page& page);

struct Destination { std::uint32_t page = 0; base::Point at; };

struct OutlineEntry {
  int level = 1;
  std::string title;
  book::AnchorId target;
};

// For links from outside: the same from build to build, as long as the author's words are.
struct NamedPlace { std::string name; book::AnchorId place; };

struct PictureSource { std::string path; book::AssetKind kind; float width = 0; bool in_grey = false; };  // width: the widest it is shown, points

struct Pages {
  std::vector<Page> pages;
  std::vector<std::optional<Destination>> destinations;  // by AnchorId
  std::vector<OutlineEntry> outline;
  std::vector<NamedPlace> names;                         // of two with one name, the first counts
  std::vector<Structure> structure;                      // [0] is the document
  std::vector<PictureSource> pictures;
};

}  // namespace octavo::pages
