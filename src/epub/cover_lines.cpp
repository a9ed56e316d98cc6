#include "epub/cover_lines.h"

#include <algorithm>
#include <limits>

#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::epub {
namespace {

constexpr std::size_t longest_text = 400;  // code points; no cover has room for more

// What no line may break within.
struct Piece {
  std::u32string text;
  bool has_space_before = false;
  double width = 0;  // in sizes of type
};

bool is_ideographic(char32_t letter) {
  return (letter >= 0x2E80 && letter <= 0xA4CF) || (letter >= 0xF900 && letter <= 0xFAFF) ||
         (letter >= 0xFF00 && letter <= 0xFFEF) || (letter >= 0x20000 && letter <= 0x3FFFF);
}

// JIS X 4051: what must not begin a line, and what must not end one. Marks upon the letter before are among
// the first.
bool may_begin_line(char32_t letter) {
  constexpr std::u32string_view never =
      U"、。，．・：；！？）」』】》〉〕］｝’”…‥ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ〜～—";
  const bool is_mark =
      (letter >= 0x3099 && letter <= 0x309C) || (letter >= 0xFE00 && letter <= 0xFE0F) || letter >= 0xE0000;
  return !is_mark && never.find(letter) == never.npos;
}
bool may_end_line(char32_t letter) {
  constexpr std::u32string_view never = U"（「『【《〈〔［｛‘“";
  return never.find(letter) == never.npos;
}

bool may_break(char32_t before, char32_t after) {
  if (is_ideographic(before) || is_ideographic(after)) return may_end_line(before) && may_begin_line(after);
  return before == U'-' || before == U'/' || before == U'–' || before == U'—';
}

bool is_space(char32_t letter) {
  return letter == U' ' || (letter >= U'\t' && letter <= U'\r') || letter == 0x3000;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool after_space = false, opens = true;
  std::u32string letters = base::code_points(base::trimmed(text));
  if (letters.size() > longest_text) letters.replace(longest_text, letters.npos, U"…");
  for (const char32_t letter : letters) {
    if (is_space(letter)) {
      after_space = opens = true;
      continue;
    }
    if (opens || may_break(pieces.back().text.back(), letter)) pieces.push_back({{}, after_space});
    pieces.back().text += letter;
    after_space = opens = false;
  }
  return pieces;
}

// The room of a line at one size, in the measure of the pieces.
struct Room {
  double width = 0, space = 0;
};

double width_with(double line, const Piece& piece, double space) {
  return line + (piece.has_space_before ? space : 0) + piece.width;
}

std::size_t fewest_lines(const std::vector<Piece>& pieces, const Room& room) {
  std::size_t lines = 1;
  double line = pieces.front().width;
  for (std::size_t index = 1; index < pieces.size(); ++index) {
    line = width_with(line, pieces[index], room.space);
    if (line > room.width) ++lines, line = pieces[index].width;
  }
  return lines;
}

// A line that ends in "an" or "of" reads badly.
bool ends_weakly(const Piece& piece) { return piece.text.size() <= 3 && !is_ideographic(piece.text.back()); }

// The first piece of every line, such that the squares of what the lines lack are least in sum: all about as
// long.
std::vector<std::size_t> balanced(const std::vector<Piece>& pieces, std::size_t lines, const Room& room) {
  constexpr double never = std::numeric_limits<double>::infinity();
  struct Best {
    double cost = never;
    std::size_t first = 0;
  };
  const std::size_t count = pieces.size();
  // best[line][end]: the lines up to this one hold the pieces before `end`.
  std::vector<std::vector<Best>> best(lines + 1, std::vector<Best>(count + 1));
  best[0][0].cost = 0;
  for (std::size_t line = 1; line <= lines; ++line)
    for (std::size_t first = 0; first < count; ++first) {
      if (best[line - 1][first].cost == never) continue;
      double width = 0;
      for (std::size_t last = first; last < count; ++last) {
        width = last == first ? pieces[last].width : width_with(width, pieces[last], room.space);
        if (width > room.width) break;
        const double lack = (room.width - width) / room.width;
        const double weakness = last + 1 < count && ends_weakly(pieces[last]) ? 0.1 : 0;
        const double cost = best[line - 1][first].cost + lack * lack + weakness;
        if (cost < best[line][last + 1].cost) best[line][last + 1] = {cost, first};
      }
    }
  std::vector<std::size_t> firsts(lines);
  for (std::size_t line = lines, end = count; line > 0; --line)
    firsts[line - 1] = end = best[line][end].first;
  return firsts;
}

// Cuts what is too long for a line even at the smallest size, as evenly as code points allow, and marks the
// cut in writing that knows hyphens.
std::vector<Piece> cut_to(std::vector<Piece> pieces, double width) {
  std::vector<Piece> cut;
  for (Piece& piece : pieces) {
    const std::size_t letters = piece.text.size();
    const auto parts = std::min(letters, static_cast<std::size_t>(piece.width / (0.8 * width)) + 1);
    if (piece.width <= width || parts < 2) {
      cut.push_back(std::move(piece));
      continue;
    }
    const double widest = std::min(width, 1.1 * piece.width / static_cast<double>(parts));
    for (std::size_t part = 0; part < parts; ++part) {
      const std::size_t from = letters * part / parts, to = letters * (part + 1) / parts;
      cut.push_back({piece.text.substr(from, to - from), part == 0 && piece.has_space_before, widest});
      if (part + 1 < parts && !is_ideographic(piece.text[to])) cut.back().text += U'-';
    }
  }
  return cut;
}

std::vector<std::string> lines_of(const std::vector<Piece>& pieces, const std::vector<std::size_t>& firsts) {
  std::vector<std::string> lines;
  for (std::size_t line = 0; line < firsts.size(); ++line) {
    const std::size_t end = line + 1 < firsts.size() ? firsts[line + 1] : pieces.size();
    std::u32string text;
    for (std::size_t index = firsts[line]; index < end; ++index) {
      if (index > firsts[line] && pieces[index].has_space_before) text += U' ';
      text += pieces[index].text;
    }
    lines.push_back(base::encoded(text));
  }
  return lines;
}

}  // namespace

SetLines set_in_lines(std::string_view text, const LineBox& box, const Measure& measure) {
  std::vector<Piece> pieces = pieces_of(text);
  if (pieces.empty()) return {};
  const double space = measure(" ");
  double widest = 0;
  for (Piece& piece : pieces) widest = std::max(widest, piece.width = measure(base::encoded(piece.text)));

  for (int size = box.largest;; size = std::max(box.smallest, size * 15 / 16)) {
    const bool is_last = size == box.smallest;
    const Room room{box.width / size, space};
    if (widest > room.width) {
      if (!is_last) continue;
      pieces = cut_to(std::move(pieces), room.width);
    }
    const auto most = static_cast<std::size_t>(std::max(1.0, box.height / (size * box.leading)));
    const std::size_t count = fewest_lines(pieces, room);
    if (!is_last && count > std::min<std::size_t>(most, static_cast<std::size_t>(box.most_lines))) continue;
    SetLines set{lines_of(pieces, balanced(pieces, count, room)), size};
    if (count > most) {
      set.lines.resize(most);
      set.lines.back() += "…";
    }
    return set;
  }
}

}  // namespace octavo::epub
