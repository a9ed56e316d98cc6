#include <algorithm>
#include <cassert>

#include "base/line_ends.h"
#include "diagnostics/diagnostics.h"

namespace octavo::diagnostics {

namespace {

constexpr std::uint32_t stride = 1024;

// Code points are counted by the bytes that begin one, which needs no decoding; sources are UTF-8 or are
// reported not to be.
std::uint32_t code_points_in(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

std::uint32_t code_points_to(const Sources::Source& source, std::uint32_t offset) {
  const std::uint32_t block = offset / stride;
  const std::string_view text = source.text;
  return source.code_points_before()[block] +
         code_points_in(text.substr(block * stride, offset - block * stride));
}

}  // namespace

const std::vector<std::uint32_t>& Sources::Source::line_starts() const {
  if (!counted_lines.empty()) return counted_lines;
  counted_lines.push_back(0);
  for (std::size_t end = base::line_end(text, 0); end < text.size();) {
    const std::size_t next = base::next_line(text, end);
    counted_lines.push_back(static_cast<std::uint32_t>(next));
    end = base::line_end(text, next);
  }
  return counted_lines;
}

const std::vector<std::uint32_t>& Sources::Source::code_points_before() const {
  if (!counted_code_points.empty()) return counted_code_points;
  counted_code_points.push_back(0);
  const std::string_view all = text;
  for (std::size_t end = stride; end <= all.size(); end += stride)
    counted_code_points.push_back(counted_code_points.back() + code_points_in(all.substr(end - stride, stride)));
  return counted_code_points;
}

base::FileId Sources::add(std::string path, std::string text) {
  sources_.push_back({std::move(path), std::move(text)});
  return base::FileId(sources_.size() - 1);
}

const Sources::Source& Sources::of(base::FileId file) const {
  assert(file.index() < sources_.size());
  return sources_[file.index()];
}

std::string_view Sources::text(base::Span where) const {
  if (!where.file) return {};
  const std::string_view all = of(where.file).text;
  const std::size_t begin = std::min<std::size_t>(where.begin, all.size());
  return all.substr(begin, std::max<std::size_t>(where.end, begin) - begin);
}

Sources::Position Sources::position(base::FileId file, std::uint32_t offset) const {
  const Source& source = of(file);
  offset = std::min(offset, static_cast<std::uint32_t>(source.text.size()));
  const auto& starts = source.line_starts();
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = static_cast<std::size_t>(next - starts.begin());
  std::size_t column = code_points_to(source, offset) - code_points_to(source, *(next - 1)) + 1;
  if (line == 1 && column > 1 && source.text.starts_with("\xEF\xBB\xBF")) --column;
  return {line, column};
}

std::string_view Sources::line(base::FileId file, std::size_t number) const {
  const Source& source = of(file);
  const auto& starts = source.line_starts();
  assert(number >= 1 && number <= starts.size());
  const std::string_view text = source.text;
  const std::size_t begin = starts[number - 1];
  const std::size_t end = number < starts.size() ? starts[number] : text.size();
  std::string_view line = text.substr(begin, end - begin);
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace octavo::diagnostics
