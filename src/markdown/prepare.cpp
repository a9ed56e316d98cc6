#include "markdown/prepare.h"

#include "base/utf8.h"

namespace octavo::markdown {

namespace {

// Control characters mean nothing in a note, and the parser's view of it needs them for other ends.
void clear_controls(std::string& text) {
  // Without branches, so that many bytes are done at once.
  for (char& character : text) {
    const auto byte = static_cast<unsigned char>(character);
    const bool is_control = (byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r');
    character = is_control | (byte == 0x7F) ? ' ' : character;
  }
}

}  // namespace

Prepared prepare(const Source& source, Offset from) {
  Prepared result{std::string(source.text), {}, {}};
  clear_controls(result.text);
  result.lines = lines_of(result.text, from);
  result.comments = hide_comments(result.text, result.lines);
  hide_formulas(result.text, result.lines);
  hide_link_bars(result.text, result.lines);
  defuse_nesting(result.text, result.lines, source);
  defuse_tables(result.text, result.lines, source);
  return result;
}

}  // namespace octavo::markdown
