#pragma once
// The foot of a page while it is filled: the notes that stand there, and those that wait for the next page.
#include <cstdint>
#include <vector>

#include "pages/page_breaks.h"

namespace octavo::pages {

class Foot {
 public:
  // `room`: of the column, for text and notes, points.
  Foot(const Section& section, const PageMeasure& measure, float room) : section_(&section), measure_(&measure), room_(room) {}

  // What the page before could not hold comes first, but leaves `for_text` points to the text.
  void bring(const std::vector<NoteSlice>& waiting, float for_text);
  // A note called in text that reaches down to `y`: as far as it fits. False if not even its first lines do.
  bool call(std::uint32_t note, float y);
  // The note waits, whole.
  void defer(std::uint32_t note) { waiting_.push_back({note, 0, section_->notes[note].size()}); }
  // One strip of what waits, though it does not fit: so that it does not wait for ever.
  void force();

  float height() const { return height_; }  // with what parts the notes from the text
  const std::vector<NoteSlice>& notes() const { return notes_; }
  const std::vector<NoteSlice>& waiting() const { return waiting_; }

 private:
  bool add(NoteSlice slice, float y);
  void stand(NoteSlice slice);

  const Section* section_;
  const PageMeasure* measure_;
  float room_;
  std::vector<NoteSlice> notes_, waiting_;
  float height_ = 0;
};

}  // namespace octavo::pages
