#pragma once
// Paragraphs as they were set before. Books show the same code again and again as it grows, and a chapter whose cross-references turn out
// otherwise is set anew for the sake of a few lines: what became of every paragraph is kept until all pages are settled.
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lines/lines.h"

namespace octavo::pages {

class SetLines {
 public:
  // The lines the paragraph is set in, to this measure: as they were before, or as `set` now makes them.
  template <class Set>
  std::vector<lines::Line> of(const lines::Paragraph& paragraph, float measure, const Set& set) {
    const Numbering first = describe(paragraph, measure);
    const auto known = known_.find(description_);
    if (known != known_.end()) return renumbered(known->second, {}, first);
    std::vector<lines::Line> made = set();
    known_.emplace(description_, renumbered(made, first, {}));
    return made;
  }

 private:
  // Tags and marks are numbered through a section; the lines kept are those of a paragraph that begins with these.
  struct Numbering {
    lines::Tag tag = 0;
    std::uint32_t mark = 0;
  };
  Numbering describe(const lines::Paragraph& paragraph, float measure);
  void describe(const lines::Manner& manner, float measure);
  static std::vector<lines::Line> renumbered(std::vector<lines::Line> lines, Numbering from, Numbering to);

  // A manner is known by what all its words share; the styles, which every paragraph has in an order of its own, by themselves.
  std::vector<std::pair<lines::Manner, float>> manners_;
  std::vector<lines::TextStyle> styles_;
  std::unordered_map<std::string, std::vector<lines::Line>> known_;
  // Of the paragraph asked for last.
  std::pair<lines::Manner, float> whole_;
  std::uint32_t manner_ = 0;
  std::vector<std::uint32_t> style_numbers_;
  std::string description_;
};

}  // namespace octavo::pages
