#pragma once
// A note's text to a copy of the same length that the parser reads as octavo means it: comments gone,
// formulas and the bars of wikilinks out of the sight of blocks and tables, nothing in it that would take
// long.
#include <string>
#include <utility>
#include <vector>

#include "markdown/lines.h"
#include "markdown/source.h"

namespace octavo::markdown {

using Comments = std::vector<std::pair<Offset, Offset>>;  // [begin, end) of the text, with their signs

struct Prepared {
  std::string text;
  std::vector<Line> lines;  // numbered from 0, where the parser numbers from 1
  Comments comments;
};

Prepared prepare(const Source& source, Offset from);

// The steps of prepare().
Comments hide_comments(std::string& text, const std::vector<Line>& lines);
void hide_formulas(std::string& text, const std::vector<Line>& lines);
void hide_link_bars(std::string& text, const std::vector<Line>& lines);
void defuse_nesting(std::string& text, const std::vector<Line>& lines, const Source& source);
void defuse_tables(std::string& text, const std::vector<Line>& lines, const Source& source);

}  // namespace octavo::markdown
