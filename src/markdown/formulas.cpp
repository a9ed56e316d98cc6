// Formulas over several lines, $$ to $$: what begins their inner lines must not begin a list, a heading or a
// quote.
#include "markdown/disguise.h"
#include "markdown/prepare.h"

namespace octavo::markdown {

namespace {

constexpr std::string_view marks = "$$";

void hide_start(std::string& text, const Line& line, Offset quotes) {
  Offset at = line.begin;
  for (Offset seen = 0; at < line.end; ++at) {
    if (text[at] == '>' && seen < quotes) {
      ++seen;
    } else if (text[at] != ' ' && text[at] != '\t') {
      break;
    }
  }
  if (at == line.end) return;
  if (const Offset marker = list_marker(std::string_view(text).substr(0, line.end), at)) at += marker - 1;
  text[at] = disguised(text[at]);
}

}  // namespace

void hide_formulas(std::string& text, const std::vector<Line>& lines) {
  const auto has_marks = [&](Offset begin, Offset end) {
    return begin < end &&
           std::string_view(text).substr(begin, end - begin).find(marks) != std::string_view::npos;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& open = lines[i];
    if (open.in_code || text.compare(open.text, marks.size(), marks) != 0) continue;
    if (has_marks(open.text + 2, open.end)) continue;  // closed on its own line
    std::size_t last = i + 1;
    const auto goes_on = [&] {
      return last < lines.size() && !lines[last].is_blank() && !lines[last].in_code;
    };
    while (goes_on() && !has_marks(lines[last].text, lines[last].end)) ++last;
    if (goes_on()) {
      for (std::size_t inner = i + 1; inner <= last; ++inner) hide_start(text, lines[inner], open.quotes);
    }
    i = goes_on() ? last : last - 1;
  }
}

}  // namespace octavo::markdown
