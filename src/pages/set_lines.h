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
  // The lines the paragraph is set in, to this measure: as they were before, or as `set` now makes them. They bear this paragraph's tags
  // and marks until one like it is asked for.
  template <class Set>
  const std::vector<lines::Line>& of(const lines::Paragraph& paragraph, float measure, const Set& set) {
    const Numbering first = describe(paragraph, measure);
    const auto [known, is_new] = known_.try_emplace(description_);
    Known& lines = known->second;
    if (is_new) lines = {set(), first};
    else renumber(lines, first);
    return lines.set;
  }

 private:
  // Tags and marks are numbered through a section; a paragraph begins with these.
  struct Numbering {
    lines::Tag tag = 0;
    std::uint32_t mark = 0;
  };
  Numbering describe(const lines::Paragraph& paragraph, float measure);
  void describe(const lines::Manner& manner, float measure);
  struct Known {
    std::vector<lines::Line> set;
    Numbering numbering;
  };
  static void renumber(Known& lines, Numbering to);

  // A manner is known by what all its words share; the styles, which every paragraph has in an order of its own, by themselves.
  std::vector<std::pair<lines::Manner, float>> manners_;
  std::vector<lines::TextStyle> styles_;
  std::unordered_map<std::string, Known> known_;
  // Of the paragraph asked for last.
  std::pair<lines::Manner, float> whole_;
  std::uint32_t manner_ = 0;
  std::vector<std::uint32_t> style_numbers_;
  std::string description_;
};

}  // namespace octavo::pages
