// Footnotes: each is set as a galley of its own, which the page breaker puts at the foot of the page that calls it.
#include <algorithm>
#include <utility>

#include "pages/composer.h"

namespace octavo::pages {

void Composer::set_notes(const Place& place) {
  if (!chapter_) return;
  in_note_ = true;
  for (std::size_t index = 0; index < chapter_->notes.size(); ++index) {
    const book::Note& note = chapter_->notes[index];
    Galley body = std::exchange(section_.galley, {});

    const style::Element aside{"aside", {"footnote"}, {}, place.element, nullptr, false};
    Frame frame = enter(aside, place, Role::note);
    const Place inside = frame.place();
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
