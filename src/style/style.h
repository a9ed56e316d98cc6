#pragma once
// The part of CSS that a printed page needs: sheets are parsed, rules matched and cascaded, and every element
// gets plain numbers in points. PROPERTIES.md says how far CSS Syntax 3, Selectors 4, Cascading 4, Paged Media 3 and
// Generated Content 3 are followed.
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "base/names.h"
#include "base/span.h"
#include "diagnostics/diagnostics.h"

namespace octavo::style {

// What selectors look at. Elements are built on the stack while the book is walked.
struct Element {
  std::string_view name;  // one of elements.h; "::before" and its like are children
  std::vector<std::string_view> classes;
  std::string_view id;
  const Element* parent = nullptr;
  const Element* previous = nullptr;  // the sibling before it
  bool last_child = false;
  std::string_view language;  // `lang`, where it is given
  std::string_view address;   // `href` of a link
};

enum class Align { justify, left, right, center };
enum class VerticalAlign { top, middle, bottom };  // of a margin box, of a cell
enum class Break { automatic, avoid, page, recto, column };
enum class WhiteSpace { normal, pre_wrap };
enum class Transform { none, uppercase, lowercase, capitalize };
// Of a border, or of a line at words.
enum class LineStyle { none, solid, dashed, dotted, twofold };
enum class Display { block, none, run_in };
enum class ListStyle {
  disc, circle, square, dash, decimal, decimal_leading_zero, lower_alpha, upper_alpha, lower_roman, upper_roman, lower_greek, string, none
};

// The rarer variants of CSS Fonts 4, section 6, as bits; fonts that have them draw other glyphs.
using Variants = std::uint32_t;
enum Variant : Variants {
  discretionary_ligatures = 1, historical_ligatures = 2, no_contextual = 4, fractions = 8, stacked_fractions = 16, ordinals = 32,
  slashed_zero = 64, superiors = 128, inferiors = 256, petite_caps = 512, titling_caps = 1024, unicase = 2048, proportional = 4096
};

// What rules put into the text, or keep of it (CSS Generated Content 3; GCPM 3, section 1): words as they are, or found where they are set.
enum class ContentKind {
  text, string, counter, counters, content, attribute, open_quote, close_quote, no_open_quote, no_close_quote
};
enum class Pick { first, start, last, first_except };  // which of the values that a string takes on a page
struct ContentPart {
  ContentKind kind = ContentKind::text;
  std::string text;               // the words; the name of a string, a counter or an attribute
  std::string separator;          // of counters()
  std::optional<ListStyle> form;  // of a counter, where one is asked for
  Pick pick = Pick::first;        // of string()
  friend bool operator==(const ContentPart&, const ContentPart&) = default;
};
struct Content {
  std::vector<ContentPart> parts;  // none: `none`
  bool is_decoration = false;      // `/ ""`: nothing to read aloud
};
struct NamedContent {  // of string-set
  std::string name;
  std::vector<ContentPart> parts;
};
struct CounterChange {
  std::string name;
  int by = 0;  // or to
};

struct HyphenLimits {  // letters; 0: what the language wants
  std::uint8_t word = 0, before = 0, after = 0;
  friend bool operator==(const HyphenLimits&, const HyphenLimits&) = default;
};

struct Sides {  // points
  float top = 0, right = 0, bottom = 0, left = 0;
  friend bool operator==(const Sides&, const Sides&) = default;
};

// How lines are drawn at words (CSS Text Decoration 4).
struct Decoration {
  LineStyle style = LineStyle::solid;
  std::optional<base::Color> color;  // none: the words'
  float thickness = 0;               // points; 0: octavo's own
  std::optional<float> offset;       // of an underline, from the baseline down; none: octavo's own
  friend bool operator==(const Decoration&, const Decoration&) = default;
};

struct Variables;  // custom properties; private to the room

// What inheritance needs and no reader of a style does.
struct Carried {
  float line_height_factor = 1.2f;  // 0 where the line height was given as a length
  float root_font_size = 10;        // for rem
  bool align_last_follows = true;   // text-align-last: auto
  std::shared_ptr<const Variables> variables;
  friend bool operator==(const Carried&, const Carried&);
};

// Everything in points but where said. Inherited as CSS says.
struct Computed {
  base::Names families = {"serif"};
  float font_size = 10;
  int weight = 400;
  bool italic = false;
  bool small_caps = false;
  bool all_small_caps = false;
  bool oldstyle = false, lining = false, tabular = false;
  bool ligatures = true, kerning = true;
  Variants variants = 0;        // of the font, besides
  base::Names font_features;    // of font-feature-settings: "ss01", "zero=0"
  float letter_spacing = 0, word_spacing = 0;
  base::Color color;
  float line_height = 12;
  Align align = Align::justify;
  Align align_last = Align::left;
  float text_indent = 0;
  bool hyphens = true;
  HyphenLimits hyphen_limits;
  int tab_size = 4;             // columns
  WhiteSpace white_space = WhiteSpace::normal;
  Transform transform = Transform::none;
  ListStyle list_style = ListStyle::disc;
  base::Names list_mark;  // of ListStyle::string
  base::Names quotes;     // opening and closing by turns, the outermost first; none: the language's
  int orphans = 2, widows = 2;
  bool underline = false, line_through = false;  // text-decoration
  Decoration decoration;
  bool hanging_punctuation = true;
  // Not inherited.
  Display display = Display::block;
  Sides margin, padding, border;            // border: widths
  std::array<base::Color, 4> border_color;  // top, right, bottom, left
  std::array<LineStyle, 4> border_style{};  // the same
  bool auto_left = false, auto_right = false;  // margins that share what a block with a width leaves
  float radius = 0;                         // of the corners
  std::optional<base::Color> background;
  Break break_before = Break::automatic, break_after = Break::automatic, break_inside = Break::automatic;
  bool is_ragged = false;       // align-content: start; its pages end where the text does
  int column_count = 1;
  float column_gap = 12;
  float rise = 0;               // vertical-align: how far the baseline is lifted above the parent's
  float width = 0, height = 0, max_width = 0;  // 0: auto, or none
  float width_share = 0, max_width_share = 0;  // what they are of the room there is, besides
  VerticalAlign box_align = VerticalAlign::middle;
  float initial_lines = 0;      // initial-letter: how many lines it is tall; 0: it is no drop capital
  int initial_sink = 0;         // and how many it stands beside; 0: as many, rounded down
  bool floats = false;          // of a first letter
  std::string page;             // the named page it asks for
  std::shared_ptr<const Content> content;  // null: `normal`
  std::shared_ptr<const std::vector<NamedContent>> strings;  // null: no string-set
  std::shared_ptr<const std::vector<CounterChange>> counter_reset, counter_set, counter_increment;
  Carried carried;
  friend bool operator==(const Computed&, const Computed&) = default;
};

enum class Side { left, right };  // verso, recto

struct PageStyle {
  float width = 0, height = 0;
  Sides margin;  // left and right as on that side
  std::optional<base::Color> background;
};

// CSS Paged Media 3, section 5: clockwise from the upper left.
enum class BoxName {
  top_left_corner, top_left, top_center, top_right, top_right_corner, right_top, right_middle, right_bottom,
  bottom_right_corner, bottom_right, bottom_center, bottom_left, bottom_left_corner, left_bottom, left_middle, left_top
};
struct MarginBox {
  BoxName name;
  Computed style;  // with content
};

// A face that the sheet declares (CSS Fonts 4, section 4). What is not said is as the font says.
struct FontSource {
  bool is_installed = false;  // `local()`: by its full name or its PostScript name
  std::string name;           // else an address, from where the sheet is
  base::Span where;
};
struct FontFace {
  std::string family;
  std::vector<FontSource> sources;             // the first that can be used counts; at least one
  std::optional<std::pair<int, int>> weights;  // the lightest and the heaviest
  std::optional<bool> is_italic;
  std::vector<std::pair<char32_t, char32_t>> characters;  // what it is asked for, first to last; none: everything
};

enum class Audience { print, both };  // which books a sheet is for

class Cascade {
 public:
  Cascade();
  ~Cascade();
  Cascade(Cascade&&) noexcept;
  Cascade& operator=(Cascade&&) noexcept;

  // Adds a sheet; later sheets win over earlier ones of the same weight. What print does not know is a note
  // (style/unknown) if `file` is set, and skipped silently in the built-in sheets. Never throws on any bytes.
  void add(std::string_view css, base::FileId file, diagnostics::Sink& sink, Audience audience = Audience::print);
  // Matched by `@media (theme: book)`, `@media (edition: print)` and `@media (paper: a4)`; set before the
  // first style(). A paper that the theme chose itself is called "theme".
  void choose(std::string theme, std::string edition, std::string paper = "octavo");

  // For the root element (no parent, best named "html"), `parent` is Computed{}.
  Computed style(const Element& element, const Computed& parent) const;
  // Those of `@font-face`, in the order of the sheets.
  std::vector<FontFace> font_faces() const;
  // Whether any rule has a say on `display`: if not, everything is shown.
  bool may_hide() const;
  // Whether any rule puts something before or after an element.
  bool may_generate() const;
  // Whether any rule is of first letters, or of first lines.
  bool may_style_first_letters() const;
  bool may_style_first_lines() const;
  // Whether any rule is of this element.
  bool has_rules(const Element& element) const;
  // A page inherits from the body, and so do the boxes in its margins. Always leaves room for half an inch of text.
  PageStyle page(std::string_view name, Side side, bool first, bool blank = false) const;
  // Those that hold something, in the order of BoxName.
  std::vector<MarginBox> margin_boxes(std::string_view name, Side side, bool first, bool blank) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace octavo::style
