#pragma once
// The part of CSS that a printed page needs: sheets are parsed, rules matched and cascaded, and every element
// gets plain numbers in points. Follows CSS Syntax 3, Selectors 4 (types, classes, ids, descendants,
// children, `+`, `~`, :first-child, :last-child, :not(), lists), Cascading 4, Paged Media 3 (@page with
// :left, :right, :first, :blank and names) as far as those go.
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/names.h"
#include "base/span.h"
#include "diagnostics/diagnostics.h"

namespace octavo::style {

// What selectors look at. Elements are built on the stack while the book is walked.
struct Element {
  std::string_view
      name;  // "p", "h2", "blockquote", "ul", "li", "pre", "table", "td", "section", "aside", "a", ...
  std::vector<std::string_view> classes;
  std::string_view id;
  const Element* parent = nullptr;
  const Element* previous = nullptr;  // the sibling before it
  bool last_child = false;
};

enum class Align { justify, left, right, center };
enum class Break { automatic, avoid, page, recto, column };
enum class WhiteSpace { normal, pre_wrap };
enum class Transform { none, uppercase, lowercase };
enum class Display { block, none, run_in };
enum class ListStyle { disc, circle, square, dash, decimal, lower_alpha, lower_roman, none };

struct Sides {  // points
  float top = 0, right = 0, bottom = 0, left = 0;
  friend bool operator==(const Sides&, const Sides&) = default;
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
  bool ligatures = true;
  float letter_spacing = 0;
  base::Color color;
  float line_height = 12;
  Align align = Align::justify;
  Align align_last = Align::left;
  float text_indent = 0;
  bool hyphens = true;
  WhiteSpace white_space = WhiteSpace::normal;
  Transform transform = Transform::none;
  ListStyle list_style = ListStyle::disc;
  int orphans = 2, widows = 2;
  bool underline = false, line_through = false;  // text-decoration
  bool hanging_punctuation = true;
  // Not inherited.
  Display display = Display::block;
  Sides margin, padding, border;            // border: widths
  std::array<base::Color, 4> border_color;  // top, right, bottom, left
  std::optional<base::Color> background;
  Break break_before = Break::automatic, break_after = Break::automatic, break_inside = Break::automatic;
  int column_count = 1;
  float column_gap = 12;
  float rise = 0;               // vertical-align: how far the baseline is lifted above the parent's
  float width = 0, height = 0;  // 0: auto
  std::string page;             // the named page it asks for
  std::string content;          // `content:` as a string, for ornaments and marks
  Carried carried;
  friend bool operator==(const Computed&, const Computed&) = default;
};

enum class Side { left, right };  // verso, recto

struct PageStyle {
  float width = 0, height = 0;
  Sides margin;  // left and right as on that side
};

class Cascade {
 public:
  Cascade();
  ~Cascade();
  Cascade(Cascade&&) noexcept;
  Cascade& operator=(Cascade&&) noexcept;

  // Adds a sheet; later sheets win over earlier ones of the same weight. What print does not know is a note
  // (style/unknown) if `file` is set, and skipped silently in the built-in sheets. Never throws on any bytes.
  void add(std::string_view css, base::FileId file, diagnostics::Sink& sink);
  // Matched by `@media (theme: book)`, `@media (edition: print)` and `@media (paper: a4)`; set before the
  // first style(). A paper that the theme chose itself is called "theme".
  void choose(std::string theme, std::string edition, std::string paper = "octavo");

  // For the root element (no parent, best named "html"), `parent` is Computed{}.
  Computed style(const Element& element, const Computed& parent) const;
  // Whether any rule has a say on `display`: if not, everything is shown.
  bool may_hide() const;
  // Lengths in em and rem, and var(), are those of an element "html". Always leaves room for half an inch of
  // text.
  PageStyle page(std::string_view name, Side side, bool first) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace octavo::style
