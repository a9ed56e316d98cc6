#include "markdown/source_map.h"

#include <algorithm>
#include <optional>

namespace octavo::markdown {

namespace {

std::string_view without_trailing_space(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\n");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// Where `content` begins in `text` if it ends it, a bar in the one perhaps escaped in the other.
std::optional<std::size_t> suffix(std::string_view content, std::string_view text) {
  if (text.ends_with(content) && content.find('|') == std::string_view::npos) return text.size() - content.size();
  std::size_t at = text.size();
  for (std::size_t i = content.size(); i-- > 0;) {
    if (at == 0 || text[at - 1] != content[i]) return std::nullopt;
    --at;
    if (content[i] == '|' && at > 0 && text[at - 1] == '\\' && (i == 0 || content[i - 1] != '\\')) --at;
  }
  return at;
}

// The two run in step but for the backslashes of escaped bars.
void add_in_step(SourceMap& map, std::string_view content, std::string_view text, Offset content_at,
                 Offset source_at) {
  map.add(content_at, source_at);
  if (content.find('|') == std::string_view::npos) return;
  Offset source = 0;
  for (Offset i = 0; i < content.size(); ++i, ++source) {
    if (content[i] == '|' && source < text.size() && text[source] == '\\') {
      ++source;
      map.add(content_at + i, source_at + source);
    }
  }
}

}  // namespace

void SourceMap::add(Offset content, Offset source) { pieces_.push_back({content, source}); }

std::vector<SourceMap::Piece>::const_iterator SourceMap::piece_of(Offset content) const {
  if (pieces_.size() == 1) return pieces_.begin();
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), content,
                       [](Offset offset, const Piece& piece) { return offset < piece.content; });
  return after == pieces_.begin() ? after : after - 1;
}

Offset SourceMap::source(Offset content) const {
  const auto piece = piece_of(content);
  return piece == pieces_.end() ? 0 : piece->source + (content - piece->content);
}

std::pair<Offset, Offset> SourceMap::range(Offset begin, Offset end) const {
  const Offset first = source(begin);
  return {first, end > begin ? source(end - 1) + 1 : first};
}

std::string SourceMap::text(std::string_view source_text, Offset begin, Offset end) const {
  std::string result;
  for (auto piece = piece_of(begin); piece != pieces_.end() && begin < end; ++piece) {
    const bool is_last = piece + 1 == pieces_.end();
    const Offset stop = is_last ? end : std::min(end, (piece + 1)->content);
    const std::size_t from = piece->source + (begin - piece->content);
    result += source_text.substr(std::min(from, source_text.size()), stop - begin);
    begin = stop;
  }
  return result;
}

SourceMap map_lines(std::string_view content, std::string_view text, const std::vector<Line>& lines,
                    std::size_t first, std::size_t last) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    // Spaces at the head stand for a tab that a list took a part of.
    const std::size_t begin = std::min(content.find_first_not_of(' ', at), end);
    pieces.push_back(content.substr(begin, end - begin));
    at = end + 1;
  }
  const auto found_in = [&](std::string_view piece, const Line& line) {
    return suffix(without_trailing_space(piece),
                  without_trailing_space(text.substr(line.begin, line.end - line.begin)));
  };
  const auto fits = [&](std::size_t number) {
    if (number + pieces.size() > lines.size()) return false;
    return std::all_of(pieces.begin(), pieces.end(),
                       [&](std::string_view piece) { return found_in(piece, lines[number++]); });
  };
  // Mostly the content is all the lines, else the last of them, for link definitions came first. Otherwise
  // there is an underline or a table below.
  std::size_t number = last + 1 >= first + pieces.size() ? last + 1 - pieces.size() : first;
  if (!fits(number) && !fits(number = first)) {
    while (number < last && !found_in(pieces.front(), lines[number])) ++number;
  }
  SourceMap map;
  for (std::size_t i = 0; i < pieces.size() && number < lines.size(); ++i, ++number) {
    const Line& line = lines[number];
    const Offset begin =
        line.begin + static_cast<Offset>(found_in(pieces[i], line).value_or(line.text - line.begin));
    add_in_step(map, pieces[i], text.substr(begin, line.end - begin),
                static_cast<Offset>(pieces[i].data() - content.data()), begin);
  }
  return map;
}

SourceMap map_stretch(std::string_view content, std::string_view text, Offset from, Offset end) {
  SourceMap map;
  add_in_step(map, content, text.substr(from, end - from), 0, from);
  return map;
}

}  // namespace octavo::markdown
