#include "pages/margin_boxes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "pages/counters.h"
#include "pages/shortened.h"

namespace octavo::pages {
namespace {

using style::BoxName;

constexpr float endless = 100'000;  // points: the measure of a line that is not broken

// The four sides of a page, each with a corner before it, clockwise.
enum class Side { top, right, bottom, left };
Side side_of(BoxName name) {
  if (name <= BoxName::top_right_corner) return Side::top;
  if (name <= BoxName::right_bottom) return Side::right;
  return name <= BoxName::bottom_left_corner ? Side::bottom : Side::left;
}

FurnitureKind kind_of(BoxName name) {
  switch (side_of(name)) {
    case Side::top: return FurnitureKind::head;
    case Side::bottom: return FurnitureKind::foot;
    case Side::left:
    case Side::right: break;
  }
  return FurnitureKind::repeated;
}

// Where on its side a box stands, from the left or the top; none in a corner.
std::optional<int> place_in_row(BoxName name) {
  switch (name) {
    case BoxName::top_left:
    case BoxName::bottom_left:
    case BoxName::left_top:
    case BoxName::right_top: return 0;
    case BoxName::top_center:
    case BoxName::bottom_center:
    case BoxName::left_middle:
    case BoxName::right_middle: return 1;
    case BoxName::top_right:
    case BoxName::bottom_right:
    case BoxName::left_bottom:
    case BoxName::right_bottom: return 2;
    default: return std::nullopt;
  }
}

float frame_width(const style::Computed& style) {
  return style.margin.left + style.border.left + style.padding.left + style.padding.right + style.border.right + style.margin.right;
}

base::Rect less(base::Rect area, const style::Sides& sides) {
  return {area.x + sides.left, area.y + sides.top, std::max(area.width - sides.left - sides.right, 0.0f),
          std::max(area.height - sides.top - sides.bottom, 0.0f)};
}

// A box of its own height or width keeps to its place in a third of the side, or in all of it.
void take(float wanted, int place, float& begin, float& length) {
  if (wanted <= 0 || wanted >= length) return;
  begin += (length - wanted) * static_cast<float>(place) / 2;
  length = wanted;
}

}  // namespace

struct MarginBoxes::Words {
  const style::MarginBox* box;
  std::vector<std::string> texts;
  std::vector<Composer::Collected> collected;
  std::vector<lines::Line> lines;

  const style::Computed& style() const { return box->style; }
  float text_width() const {
    float width = 0;
    for (const lines::Line& line : lines) width = std::max(width, line.width);
    return width;
  }
  float width() const { return text_width() + frame_width(style()); }
};

MarginBoxes::MarginBoxes(Workshop& workshop) : workshop_(workshop), composer_(workshop, scratch_), tag_(composer_.tag(StructureId{})) {
  scratch_.measure = endless;
}

void MarginBoxes::set_line(Words& words, std::size_t line, std::string text) {
  style::Computed style = words.style();
  style.background.reset();  // it lies behind the box, not behind the words; so does its border
  style.border = {};
  style.radius = 0;
  const std::string& language = workshop_.book.metadata.language;
  auto& collected = words.collected[line] = composer_.begin_paragraph(style, {nullptr, nullptr, 0, 0, {}, language});
  collected.paragraph.align = collected.paragraph.align_last = style::Align::left;
  collected.paragraph.hanging_punctuation = false;
  collected.paragraph.first_indent = 0;
  composer_.add_words(collected, text, collected.style, language, tag_);
  const auto& set = composer_.break_lines(collected.paragraph, endless);
  words.lines[line] = set.empty() ? lines::Line{} : set.front();
  words.texts[line] = std::move(text);
}

MarginBoxes::Words MarginBoxes::words_of(const style::MarginBox& box, const NamedStrings& strings, const Folio& folio) {
  std::string text;
  for (const style::ContentPart& part : box.style.content->parts) {
    if (part.kind == style::ContentKind::text) text += part.text;
    if (part.kind == style::ContentKind::string) text += strings.value(part.text, part.pick);
    if (part.kind != style::ContentKind::counter) continue;
    const bool is_page = part.text == "page";
    if (is_page && !part.form) text += folio.label;
    else if (is_page || part.text == "pages")
      text += counter_text(part.form.value_or(style::ListStyle::decimal), static_cast<int>(is_page ? folio.number : folio.total));
  }
  Words words{&box, {}, {}, {}};
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    words.texts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  words.collected.resize(words.texts.size());
  words.lines.resize(words.texts.size());
  for (std::size_t line = 0; line < words.texts.size(); ++line) set_line(words, line, std::string(words.texts[line]));
  return words;
}

// `room`: for the box with its frame.
void MarginBoxes::shorten(Words& words, float room) {
  const float most = room - frame_width(words.style());
  for (std::size_t line = 0; line < words.lines.size(); ++line) {
    if (words.lines[line].width <= most) continue;
    const std::string whole = words.texts[line];
    const auto fits = [&](const std::string& text) {
      set_line(words, line, text);
      return words.lines[line].width <= most;
    };
    const std::string text = shortened(whole, fits);
    if (words.texts[line] != text) set_line(words, line, text);  // a longer one was tried after it
  }
}

// What stands at the head or at the foot shares the measure: where there is too little of it, the longest gives way.
void MarginBoxes::fit_row(std::vector<Words>& row, float room) {
  std::array<Words*, 3> at{};
  for (Words& words : row) at[static_cast<std::size_t>(*place_in_row(words.box->name))] = &words;
  const auto width = [&](std::size_t place) { return at[place] && at[place]->text_width() > 0 ? at[place]->width() : 0; };
  for (std::size_t tries = 0; tries < row.size(); ++tries) {
    const float left = width(0), centre = width(1), right = width(2), side = std::max(left, right);
    const float gap = row.front().style().font_size;  // words do not run into each other
    const float apart = side <= 0 || (centre <= 0 && std::min(left, right) <= 0) ? 0 : gap;
    const float taken = centre > 0 ? centre + 2 * (side + apart) : left + right + apart;
    if (taken <= room) return;
    const std::size_t longest = centre >= side ? 1 : left >= right ? 0 : 2;
    const float most = longest == 1 ? room - 2 * (side + apart) : centre > 0 ? (room - centre) / 2 - apart : room - std::min(left, right) - apart;
    shorten(*at[longest], std::max(most, 0.0f));
  }
}

SetBox MarginBoxes::drawn(const Words& words, const base::Rect& place, const style::PageStyle& page) {
  const style::Computed& style = words.style();
  SetBox result{kind_of(words.box->name), {}};
  Strip& strip = result.strip;
  const base::Rect frame = less(place, style.margin);
  const style::Sides& border = style.border;
  const auto fill = [&](const base::Rect& area, std::size_t side) {
    if (area.width > 0 && area.height > 0) strip.items.push_back(Fill{area, style.border_color[side], rule_of(style.border_style[side])});
  };
  if (style.background && frame.width > 0 && frame.height > 0) {
    const bool is_round = style.radius > 0;
    strip.items.push_back(Fill{frame, *style.background, Rule::solid, style.radius, 0, is_round, is_round});
  }
  fill({frame.x, frame.y, frame.width, border.top}, 0);
  fill({frame.right() - border.right, frame.y, border.right, frame.height}, 1);
  fill({frame.x, frame.bottom() - border.bottom, frame.width, border.bottom}, 2);
  fill({frame.x, frame.y, border.left, frame.height}, 3);

  const base::Rect inner = less(less(frame, border), style.padding);
  const float height = static_cast<float>(words.lines.size()) * style.line_height;
  float y = inner.y;
  if (style.box_align == style::VerticalAlign::middle) y += (inner.height - height) / 2;
  if (style.box_align == style::VerticalAlign::bottom) y += inner.height - height;
  for (std::size_t line = 0; line < words.lines.size(); ++line, y += style.line_height) {
    const lines::Line& set = words.lines[line];
    const float free = inner.width - set.width;
    const float x = inner.x + (style.align == style::Align::right ? free : style.align == style::Align::center ? free / 2 : 0);
    // Margins may be too narrow for it.
    const float size = style.font_size;
    const float baseline = std::clamp(y + composer_.baseline(words.collected[line]), size, std::max(page.height - size / 4, size));
    composer_.draw(set, x, baseline, words.collected[line], strip);
  }
  return result;
}

std::vector<SetBox> MarginBoxes::set(const PageKind& kind, const style::PageStyle& page, const NamedStrings& strings, const Folio& folio) {
  const auto [found, is_new] = known_.try_emplace(kind);
  if (is_new) found->second = workshop_.sheet.margin_boxes(kind.name, kind.side, kind.first, kind.blank);

  std::array<std::vector<Words>, 4> rows;  // by side
  std::vector<Words> corners;
  for (const style::MarginBox& box : found->second) {
    Words words = words_of(box, strings, folio);
    if (place_in_row(box.name)) rows[static_cast<std::size_t>(side_of(box.name))].push_back(std::move(words));
    else corners.push_back(std::move(words));
  }

  const base::Rect body = less({0, 0, page.width, page.height}, page.margin);
  std::vector<SetBox> result;
  for (const Words& words : corners) {
    const BoxName name = words.box->name;
    const bool is_left = name == BoxName::top_left_corner || name == BoxName::bottom_left_corner;
    const bool is_top = name == BoxName::top_left_corner || name == BoxName::top_right_corner;
    result.push_back(drawn(words,
                           {is_left ? 0 : body.right(), is_top ? 0 : body.bottom(), is_left ? page.margin.left : page.margin.right,
                            is_top ? page.margin.top : page.margin.bottom},
                           page));
  }
  for (const Side side : {Side::top, Side::bottom}) {
    auto& row = rows[static_cast<std::size_t>(side)];
    fit_row(row, body.width);
    std::array<float, 3> wanted{};
    for (const Words& words : row) wanted[static_cast<std::size_t>(*place_in_row(words.box->name))] = std::max(words.width(), 0.1f);
    // They share the whole measure, so that rules under them meet.
    const auto [left, centre, right] = wanted;
    const float middle = centre <= 0 ? 0 : left + right <= 0 ? body.width : std::min(centre, body.width);
    const float first = centre > 0 ? (body.width - middle) / 2 : left + right > 0 ? body.width * left / (left + right) : 0;
    const std::array<float, 3> begins = {0, first, first + middle}, ends = {first, first + middle, body.width};
    for (const Words& words : row) {
      const int place = *place_in_row(words.box->name);
      const auto at = static_cast<std::size_t>(place);
      const float height = side == Side::top ? page.margin.top : page.margin.bottom;
      base::Rect area{body.x + begins[at], side == Side::top ? 0 : body.bottom(), ends[at] - begins[at], height};
      take(words.style().width + words.style().width_share * body.width, place, area.x, area.width);
      take(words.style().height, side == Side::top ? 2 : 0, area.y, area.height);  // close to the text
      result.push_back(drawn(words, area, page));
    }
  }
  for (const Side side : {Side::right, Side::left}) {
    auto& row = rows[static_cast<std::size_t>(side)];
    for (Words& words : row) {
      const int place = *place_in_row(words.box->name);
      base::Rect area{side == Side::left ? 0 : body.right(), body.y, side == Side::left ? page.margin.left : page.margin.right, body.height};
      if (row.size() > 1) {
        area.height /= 3;
        area.y += static_cast<float>(place) * area.height;
      }
      take(words.style().height, place, area.y, area.height);
      take(words.style().width, side == Side::left ? 2 : 0, area.x, area.width);
      shorten(words, area.width);
      result.push_back(drawn(words, area, page));
    }
  }
  return result;
}

}  // namespace octavo::pages
