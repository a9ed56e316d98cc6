#pragma once
// A stretch of a source file.
#include <cstdint>

#include "base/ids.h"

namespace octavo::base {

using FileId = Id<struct FileTag>;

// Bytes [begin, end) of the file's text as it was read. A span without a file is about nothing on disk.
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};

// From the beginning of one to the end of the other. What ends in another file, or before it begins, is cut to the first.
inline Span through(Span first, Span last) {
  if (last.file == first.file && last.end > first.end) first.end = last.end;
  return first;
}

}  // namespace octavo::base
