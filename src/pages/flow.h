#pragma once
// What lies between lines and pages: a section of the book as one long galley of strips, which the page breaker cuts.
// A strip is what is never cut: a line of text, a slice of a table's row, a picture.
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pages/counters.h"
#include "pages/page.h"

namespace octavo::pages {

// What it costs to begin a page with a strip; the breaker looks for the pages that cost least together. The order of weight: what never is,
// widows, orphans, pages that end short of their foot (page_costs.h), and then what is only less good.
namespace cost {
constexpr int free = 0;
constexpr int within_paragraph = 20;
constexpr int hyphen = 150;           // a word divided between two pages
constexpr int after_colon = 250;      // what is announced stands with its announcement
constexpr int short_code = 300;       // within code of a few lines,
constexpr int kept_code = 2'500;      // where pages need not come to their foot
constexpr int lines_of_short_code = 12;
constexpr int within_row = 8'000;     // between the lines of one
constexpr int row_alone = 5'000;      // one row of a table on a page
constexpr int orphan = 60'000;        // a paragraph's first line alone at the foot of a page
constexpr int widow = 100'000;        // its last line alone at the head of one
constexpr int together = 200'000;     // what a style sheet wants to keep whole
constexpr int never = 10'000'000;     // under a heading, inside a caption: only where nothing else is possible
constexpr int always = -never;        // a page begins here
}  // namespace cost

struct PlacedAnchor { book::AnchorId anchor; float y = 0; };

// Where a strip has a reference: its run, and the items of its line, [begin, end).
struct SetReference {
  std::uint32_t reference = 0;           // into Section::references
  std::optional<std::uint32_t> item;     // into Strip::items; none where it says nothing, or does so in several runs
  std::uint32_t begin = 0, end = 0;
  float room = 0;                        // by which the line may grow
};

struct Strip {
  float height = 0;                 // points, a multiple of the grid in running text
  float baseline = 0;               // from its top, of the text in it; where a list's marker is set
  float space_before = 0;           // dropped at the head of a page
  float space_alone = 0;            // the same where the figure before it has gone to another page
  bool snaps = false;               // returns to the grid: space_before grows to the next grid line
  bool may_spread = false;          // a line of the grid may be added to its space, to fill the page
  bool is_heading = false;
  bool vanishes = false;            // at the head of a page: an empty line of code
  bool goes_on_in_row = false;      // of a table: not its first line
  int break_before = cost::free;
  std::vector<Item> beside;         // what is read before the text in it: a list's marker, a note's number
  std::vector<Item> items;          // from the left edge of the measure and the strip's top
  std::vector<std::uint32_t> cells; // in a row of a table: where in `items` its cells begin, and where the last ends
  std::vector<Fill> gap_fills;      // drawn through space_before; their y and height are ignored
  std::vector<LinkArea> links;
  std::vector<PlacedAnchor> anchors;
  std::vector<SetReference> references;
  std::vector<std::uint32_t> notes;  // into Section::notes, called in this strip
  std::optional<book::TextPlace> begins;
  std::vector<std::uint32_t> strings;     // into Section::strings: what margins may say from here on
  std::optional<std::uint32_t> repeated;  // into Section::repeated: set again where a page begins with this strip
};
using Galley = std::vector<Strip>;

// Strips [begin, end) of a galley.
struct StripRange { std::size_t begin = 0, end = 0; };
// A figure with its caption, which may go to the head of the next page.
struct Floating : StripRange {
  float space_after = 0;            // where it stands at the head of a page
};
// A paragraph that may be set a line longer or shorter, to fill a page.
struct Elastic : StripRange {
  float last_line = 0;              // how much of the measure its last line fills
};

// How a cross-reference says where its target stands: nothing on its own page, a number, or where the page is that one sees or turns to.
enum class Wording { none, number, opposite, overleaf };

// A piece of text whose wording depends on where pages fall, and how it was worded in this round.
struct PageReference {
  book::AnchorId from, target;           // from: the link it follows; none in contents, key players and index
  Wording wording = Wording::number;
  std::string label;                     // of the target's page
  std::optional<std::uint32_t> page;     // where it stands, or would; known once the pages are cut
  // What it takes to word it anew in its line.
  std::string words;                     // "p. 42"
  glyphs::FontId font;
  std::string language;
  float letter_spacing = 0;
};

enum class SectionKind { half_title, title, imprint, contents, figures, tables, part, chapter, players, index, handout };
// Whether it is one of the lists before the text that say where what they name stands.
constexpr bool is_list(SectionKind kind) { return kind == SectionKind::contents || kind == SectionKind::figures || kind == SectionKind::tables; }
enum class Opening { page, recto };

// The room a section has on its pages, points. Where left and right pages differ, both hold what the smaller one can.
struct PageMeasure {
  float height = 0;           // of the body: a whole number of grid lines
  float first_height = 0;     // of the first page's body
  float grid = 0;             // the leading of the text
  float note_separation = 0;  // between text and notes, once a page
  float width = 0;            // of the body
  bool is_ragged = false;     // nothing is done to bring pages down to their foot
};

// What is known of a section before it is set.
struct SectionPlan {
  SectionKind kind = SectionKind::chapter;
  std::optional<SectionKind> follows;   // the kind of the section before it
  book::ChapterId chapter;              // of a chapter
  std::size_t chapters = 1;             // with those nested in it, which are set as its sections
  std::size_t part = 0;                 // of a part: into Book::parts
  bool is_in_part = false;              // a chapter of the part before it that has a title
  bool roman = false;                   // front matter
  bool begins_numbering = false;        // its first page is 1
  bool is_divided = false;              // a chapter that has sections
  std::string title;
  Counters counters;                    // as they stand before it
};

// What a rule keeps of the text (string-set).
struct NamedString {
  std::string name, value;
};

// A stretch of the book that begins on a new page.
struct Section : SectionPlan {
  Opening opening = Opening::page;
  PageMeasure page;
  std::optional<std::size_t> foot;      // from this strip on it stands at the foot of the page: the imprint of a title page
  std::string page_name;                // of its `@page`
  int columns = 1;
  float column_gap = 0;
  float measure = 0;                    // of one column
  std::size_t spanning = 0;             // strips at the head that stand above the columns
  std::vector<NamedString> strings;
  Galley galley;
  std::vector<Galley> notes;            // by index of the chapter's notes
  std::vector<Galley> repeated;         // table heads
  std::vector<Floating> figures;        // in the order of the galley
  std::vector<Elastic> elastic;         // the same
  std::vector<Structure> structure;     // [0] is the section itself; its parents are within, put under the document later
  std::vector<PictureSource> pictures;
  std::vector<PageReference> references;
  std::vector<PageReference> before;    // those of the round before
  std::string colophon;                 // as it is said here, if it is
};

}  // namespace octavo::pages
