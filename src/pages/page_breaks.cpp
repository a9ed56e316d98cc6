#include "pages/page_breaks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace octavo::pages {
namespace {

constexpr float hair = 0.01f;              // rounding
constexpr std::size_t least_of_a_note = 2;  // lines of a note that is carried over

// A page short by some lines is better than a widow, but not by half a page.
float cost_of_shortness(float missing, float grid) {
  const float lines = missing / grid;
  return 30.0f * lines * lines;
}

class Breaker {
 public:
  Breaker(const Section& section, const PageMeasure& measure) : section_(section), measure_(measure) {}

  std::vector<PageCut> pages() {
    std::vector<PageCut> cuts;
    std::size_t at = 0;
    const std::size_t end = section_.galley.size();
    while (at < end || !carried_.empty()) {
      PageCut cut;
      float top = 0;
      const float height = cuts.empty() ? measure_.first_height : measure_.height;
      if (at == 0 && section_.spanning > 0) {
        cut.columns.push_back({0, section_.spanning, 0});
        top = height_of(section_.galley, 0, section_.spanning);
        at = section_.spanning;
      }
      const std::size_t first = at;
      at = fill_columns(first, top, height - top, cut);
      cuts.push_back(std::move(cut));
    }
    return cuts;
  }

 private:
  // Fills as many columns as the section has, and evens out the last page. Returns the first strip that is left.
  std::size_t fill_columns(std::size_t first, float top, float height, PageCut& cut) {
    const std::size_t spanning = cut.columns.size();
    auto attempt = [&](float tall) {
      cut.columns.resize(spanning);
      std::size_t at = first;
      for (int column = 0; column < section_.columns && (at < section_.galley.size() || column == 0); ++column) {
        const std::size_t end = fill(at, tall, cut);
        cut.columns.push_back({at, end, top});
        at = end;
      }
      return at;
    };
    std::size_t end = attempt(height);
    if (section_.columns > 1 && end == section_.galley.size()) {
      const float all = height_of(section_.galley, first, end);
      for (float tall = std::ceil(all / section_.columns / measure_.grid) * measure_.grid; tall < height; tall += measure_.grid)
        if (attempt(tall) == section_.galley.size() && !parts_what_belongs_together(cut, spanning)) return end;
      end = attempt(height);
    }
    return end;
  }

  // Whether a column begins with what must not be parted from the strip before it: an entry from its letter.
  bool parts_what_belongs_together(const PageCut& cut, std::size_t spanning) const {
    for (std::size_t column = spanning + 1; column < cut.columns.size(); ++column) {
      const std::size_t begin = cut.columns[column].begin;
      if (begin < section_.galley.size() && section_.galley[begin].break_before >= cost::never) return true;
    }
    return false;
  }

  float notes_height(const std::vector<NoteSlice>& notes) const {
    float total = notes.empty() ? 0 : measure_.note_separation;
    for (const NoteSlice& slice : notes) total += height_of(section_.notes[slice.note], slice.begin, slice.end);
    return total;
  }

  // Adds a note as far as it fits under text of height `y`; what does not fit is carried to the next page. False if not even its
  // first lines fit.
  bool add_note(std::uint32_t note, std::size_t from, float y, float height, std::vector<NoteSlice>& notes,
                std::vector<NoteSlice>& carried) const {
    const Galley& galley = section_.notes[note];
    const std::size_t whole = galley.size();
    const float room = height + hair - y - notes_height(notes) - (notes.empty() ? measure_.note_separation : 0);
    const std::size_t end = last_that_fits(galley, from, room);
    const bool is_cut = end < whole;
    // Only the last note of a page is cut, and not to a line alone on either side.
    if (end == from || (is_cut && (!carried.empty() || end - from < least_of_a_note))) return false;
    notes.push_back({note, from, end});
    if (is_cut) carried.push_back({note, end, whole});
    return true;
  }

  // The end of as many strips from `from` on as the room holds, without leaving too few for the next page.
  static std::size_t last_that_fits(const Galley& galley, std::size_t from, float room) {
    float taken = 0;
    std::size_t end = from;
    for (; end < galley.size(); ++end) {
      taken += galley[end].height + (end > from ? galley[end].space_before : 0);
      if (taken > room) break;
    }
    if (end == galley.size() || galley.size() - end >= least_of_a_note) return end;
    return galley.size() - std::min(galley.size() - from, least_of_a_note);
  }

  // One column from `begin`: the cheapest cut among those that fit.
  std::size_t fill(std::size_t begin, float height, PageCut& cut) {
    struct Cut {
      std::size_t end;
      float cost;
      std::vector<NoteSlice> notes, carried;
    };
    Cut best{begin, std::numeric_limits<float>::max(), {}, {}};
    std::vector<NoteSlice> notes, carried;
    float y = 0;

    // What the last page could not hold comes first, but never takes the whole page from the text.
    const std::vector<NoteSlice> waiting = std::exchange(carried_, {});
    const bool text_is_left = begin < section_.galley.size();
    const float for_text = text_is_left ? std::min(height / 3, 6 * measure_.grid) : 0;
    for (const NoteSlice& slice : waiting)
      if (!carried.empty() || !add_note(slice.note, slice.begin, for_text, height, notes, carried)) carried.push_back(slice);
    if (!text_is_left) {
      if (notes.empty() && !carried.empty()) {  // not even a line of it fits: it runs over rather than wait for ever
        NoteSlice& first = carried.front();
        notes.push_back({first.note, first.begin, first.begin + 1});
        cut.overfull = true;
        if (++first.begin == first.end) carried.erase(carried.begin());
      }
      cut.notes = std::move(notes);
      carried_ = std::move(carried);
      return begin;
    }

    std::size_t at = begin;
    bool full = false;
    for (; at < section_.galley.size(); ++at) {
      const Strip& strip = section_.galley[at];
      const bool is_first = at == begin;
      if (!is_first) {
        const float cost = static_cast<float>(std::max(strip.break_before, 0)) +
                           cost_of_shortness(height - y - notes_height(notes), measure_.grid);
        if (strip.break_before == cost::always || cost <= best.cost) best = {at, cost, notes, carried};
        if (strip.break_before == cost::always) {
          full = true;
          break;
        }
        if (full) break;
      }
      float next = y + (is_first ? 0 : gap_before(strip, y, measure_.grid));
      if (is_first && strip.repeated) {
        const Galley& head = section_.repeated[*strip.repeated];
        next += height_of(head, 0, head.size());
      }
      next += strip.height;
      if (next + notes_height(notes) > height + hair) {
        full = true;
        if (!is_first) break;
        // The first strip always stands; notes from the page before wait once more.
        notes.clear();
        carried = waiting;
      }
      bool fits = true;
      for (std::uint32_t note : strip.notes) {
        if (note >= section_.notes.size()) continue;
        if (!carried.empty()) {
          // Behind a note that is cut, the others wait their turn; the text goes no further.
          carried.push_back({note, 0, section_.notes[note].size()});
        } else if (!add_note(note, 0, next, height, notes, carried)) {
          if (!is_first) fits = false;
          else carried.push_back({note, 0, section_.notes[note].size()});
        }
        if (!carried.empty()) full = true;
      }
      if (!fits) {
        full = true;
        break;
      }
      cut.overfull = cut.overfull || next > height + hair;
      y = next;
    }
    if (at == section_.galley.size()) best = {at, 0, notes, carried};
    if (best.end == begin) best = {begin + 1, 0, notes, carried};
    cut.notes.insert(cut.notes.end(), best.notes.begin(), best.notes.end());
    carried_ = std::move(best.carried);
    return best.end;
  }

  const Section& section_;
  const PageMeasure& measure_;
  std::vector<NoteSlice> carried_;
};

}  // namespace

float gap_before(const Strip& strip, float y, float grid) {
  if (!strip.snaps) return strip.space_before;
  const float down = std::ceil((y + strip.space_before) / grid - hair) * grid;
  return std::max(down - y, 0.0f);
}

float height_of(const Galley& galley, std::size_t begin, std::size_t end) {
  float total = 0;
  for (std::size_t index = begin; index < end; ++index)
    total += galley[index].height + (index > begin ? galley[index].space_before : 0);
  return total;
}

std::vector<PageCut> break_pages(const Section& section, const PageMeasure& measure) {
  return Breaker(section, measure).pages();
}

}  // namespace octavo::pages
