#include "pages/foot.h"

#include <algorithm>

namespace octavo::pages {
namespace {

constexpr std::size_t least_of_a_note = 2;  // lines of a note that is carried over

// The end of as many strips from `from` on as the room holds, without leaving too few for the next page.
std::size_t last_that_fits(const Galley& galley, std::size_t from, float room) {
  float taken = 0;
  std::size_t end = from;
  for (; end < galley.size(); ++end) {
    taken += galley[end].height + (end > from ? galley[end].space_before : 0);
    if (taken > room) break;
  }
  if (end == galley.size() || galley.size() - end >= least_of_a_note) return end;
  return galley.size() - std::min(galley.size() - from, least_of_a_note);
}

}  // namespace

void Foot::stand(NoteSlice slice) {
  if (notes_.empty()) height_ += measure_->note_separation;
  height_ += height_of(section_->notes[slice.note], slice.begin, slice.end);
  notes_.push_back(slice);
}

bool Foot::add(NoteSlice slice, float y) {
  const float room = room_ + hair - y - height_ - (notes_.empty() ? measure_->note_separation : 0);
  const std::size_t end = last_that_fits(section_->notes[slice.note], slice.begin, room);
  const bool is_cut = end < slice.end;
  // Only the last note of a page is cut, and not to a line alone on either side.
  if (end == slice.begin || (is_cut && (!waiting_.empty() || end - slice.begin < least_of_a_note))) return false;
  stand({slice.note, slice.begin, end});
  if (is_cut) waiting_.push_back({slice.note, end, slice.end});
  return true;
}

void Foot::bring(const std::vector<NoteSlice>& waiting, float for_text) {
  for (const NoteSlice& slice : waiting)
    if (!waiting_.empty() || !add(slice, for_text)) waiting_.push_back(slice);
}

bool Foot::call(std::uint32_t note, float y) {
  return waiting_.empty() && add({note, 0, section_->notes[note].size()}, y);
}

void Foot::force() {
  NoteSlice& first = waiting_.front();
  stand({first.note, first.begin, first.begin + 1});
  if (++first.begin == first.end) waiting_.erase(waiting_.begin());
}

}  // namespace octavo::pages
