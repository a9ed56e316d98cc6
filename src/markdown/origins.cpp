#include "markdown/origins.h"

#include <algorithm>
#include <cassert>

namespace octavo::markdown {

const Origins::Piece& Origins::piece_of(std::uint32_t offset) const {
  assert(!pieces_.empty());
  if (pieces_.size() == 1) return pieces_.front();
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::uint32_t at, const Piece& piece) { return at < piece.at; });
  return after == pieces_.begin() ? *after : *(after - 1);
}

base::Span Origins::span(std::uint32_t begin, std::uint32_t end) const {
  const Piece& first = piece_of(begin);
  const auto source = [](const Piece& piece, std::uint32_t offset, std::uint32_t otherwise) {
    return piece.in_step ? std::min(piece.where.begin + (offset - piece.at), piece.where.end) : otherwise;
  };
  base::Span result{first.where.file, source(first, begin, first.where.begin), 0};
  result.end = result.begin;
  if (end <= begin) return result;
  const Piece& last = piece_of(end - 1);
  const std::uint32_t stop = source(last, end, last.where.end);
  const bool goes_on = last.where.file == result.file && stop >= result.begin;
  result.end = goes_on ? stop : first.where.end;
  return result;
}

}  // namespace octavo::markdown
