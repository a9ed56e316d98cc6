#pragma once
// From the content that the parser made of a block (indentation, quote marks and escaped bars taken out) back
// to the source.
#include <string_view>
#include <vector>

#include "markdown/lines.h"

namespace octavo::markdown {

class SourceMap {
 public:
  // From `content` on, content and source run in step.
  void add(Offset content, Offset source);
  Offset source(Offset content) const;
  // The stretch of source of content [begin, end).
  std::pair<Offset, Offset> range(Offset begin, Offset end) const;
  // The source of it, of each line what the content has of it.
  std::string text(std::string_view source, Offset begin, Offset end) const;

 private:
  struct Piece {
    Offset content, source;
  };
  std::vector<Piece>::const_iterator piece_of(Offset content) const;

  std::vector<Piece> pieces_;
};

// Of a block whose content is whole lines, looked for from line `first` (an index into `lines`) on; `last` is
// its last line as the parser believes. Link definitions at its head are no content, so that it may begin
// later.
SourceMap map_lines(std::string_view content, std::string_view text, const std::vector<Line>& lines,
                    std::size_t first, std::size_t last);
// Of a block that is one stretch of a line, beginning at `from`.
SourceMap map_stretch(std::string_view content, std::string_view text, Offset from, Offset end);

}  // namespace octavo::markdown
