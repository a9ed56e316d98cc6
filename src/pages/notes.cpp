// Footnotes: each is set as a galley of its own, which the page breaker puts at the foot of the page that calls it.
#include <algorithm>
#include <utility>

#include "pages/composer.h"
#include "pages/page_breaks.h"
#include "pictures/pictures.h"

namespace octavo::pages {
namespace {

// A QR code beside a note. It is an artifact: the words beside it say the same.
struct QrSquare {
  float side = 0, room = 0;  // points; the second with what is kept free beside it
  std::vector<Fill> fills;   // from its upper left corner
};

QrSquare qr_square(const std::string& words, const style::Computed& style) {
  const auto code = words.empty() ? std::nullopt : pictures::qr_code(words);
  if (!code) return {};
  constexpr float usual = 40;
  QrSquare square{style.width > 0 ? style.width : usual, 0, {}};
  const float module = square.side / static_cast<float>(code->side);
  square.room = square.side + std::max(style.margin.right, pictures::QrCode::quiet * module);
  const auto is_dark = [&](std::size_t row, std::size_t column) { return code->dark[row * code->side + column]; };
  for (std::size_t row = 0; row < code->side; ++row) {
    for (std::size_t column = 0; column < code->side; ++column) {
      if (!is_dark(row, column)) continue;
      const std::size_t begin = column;
      while (column + 1 < code->side && is_dark(row, column + 1)) ++column;
      square.fills.push_back({{module * static_cast<float>(begin), module * static_cast<float>(row),
                               module * static_cast<float>(column + 1 - begin), module},
                              style.color});
    }
  }
  return square;
}

}  // namespace

void Composer::set_notes(const Place& place) {
  if (!chapter_) return;
  in_note_ = true;
  for (std::size_t index = 0; index < chapter_->notes.size(); ++index) {
    const book::Note& note = chapter_->notes[index];
    Galley body = std::exchange(section_.galley, {});

    style::Element aside{"aside", {"footnote"}, {}, place.element, nullptr, false};
    if (!note.code.empty()) aside.classes.push_back("coded");
    Frame frame = enter(aside, place, Role::note);
    Place inside = frame.place();
    const style::Element code_element{"qr-code", {}, {}, &aside, nullptr, false};
    const QrSquare code = qr_square(note.code, style_of(code_element, frame.style));
    const float code_left = book::is_right_to_left(inside.language) ? section_.measure - place.right - code.side : place.left;
    (book::is_right_to_left(inside.language) ? inside.right : inside.left) += code.room;
    anchor_next(note.anchor);
    const StructureId label = structure(Role::label, inside.structure);
    set_blocks(note.blocks, inside);
    if (section_.galley.empty()) add_strip(frame.style.line_height);

    // The number hangs before the first line and leads back to the call.
    const style::Element number{"a", {"note-number"}, {}, &aside, nullptr, false};
    Collected marker = begin_paragraph(number, inside);
    marker.paragraph.first_indent = 0;
    marker.paragraph.align = style::Align::left;
    std::optional<std::uint32_t> way_back;
    StructureId node = label;
    if (!note.calls.empty()) {
      node = structure(Role::link, label);
      way_back = link({note.calls.front(), note.number, node});
    }
    add_words(marker, note.number, marker.style, inside.language, tag(node, way_back));
    Strip& first = section_.galley.front();
    const float gap = 0.45f * frame.style.font_size;
    for (const lines::Line& line : break_lines(marker.paragraph, section_.measure))
      draw_beside(line, marker_start(inside, line.width, gap), marker, first);
    for (Fill fill : code.fills) {
      fill.area.x += code_left;
      first.items.push_back(fill);
    }
    if (const float height = height_of(section_.galley, 0, section_.galley.size()); height < code.side) {
      add_break(cost::never);
      add_strip(code.side - height);
    }
    leave(frame);

    section_.notes.push_back(std::exchange(section_.galley, std::move(body)));
    pending_.space = 0;
    pending_.break_before = cost::free;
    pending_.snap = false;
  }

  in_note_ = false;

  for (Strip& strip : section_.galley) add_notes_called_in_notes(strip);
}

// A note called in a note stands after it, at the foot of the same page.
void Composer::add_notes_called_in_notes(Strip& strip) const {
  for (std::size_t at = 0; at < strip.notes.size(); ++at) {
    if (strip.notes[at] >= section_.notes.size()) continue;
    for (const Strip& inner : section_.notes[strip.notes[at]])
      for (const std::uint32_t called : inner.notes)
        if (std::find(strip.notes.begin(), strip.notes.end(), called) == strip.notes.end()) strip.notes.push_back(called);
  }
}

}  // namespace octavo::pages
