#include "markdown/included_file.h"

#include <algorithm>
#include <charconv>

namespace octavo::markdown {

namespace {

bool is_name(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || c == '-' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The name behind the first `mark` of the line that has one behind it, or "".
std::string_view marked_name(std::string_view line, std::string_view mark) {
  for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1)) {
    const auto begin = std::min(line.find_first_not_of(" \t", at + mark.size()), line.size());
    std::size_t end = begin;
    while (end < line.size() && is_name(line[end])) ++end;
    if (end > begin) return line.substr(begin, end - begin);
  }
  return {};
}

std::optional<std::size_t> number(std::string_view digits) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

IncludedFile::IncludedFile(base::FileId file, std::string_view text, std::size_t head)
    : file_(file), text_(text), head_(static_cast<std::uint32_t>(head)) {
  for (std::size_t at = 0; at < text.size();) {
    starts_.push_back(static_cast<std::uint32_t>(at));
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  }
  starts_.push_back(static_cast<std::uint32_t>(text.size()));
  if (text.find("ANCHOR") != std::string_view::npos) find_anchors();
}

// An anchor begun a second time within itself goes on; one without an end reaches to the end of the file.
void IncludedFile::find_anchors() {
  std::map<std::string_view, std::size_t> open;  // name to the line behind its mark
  for (std::size_t line = 0; line < line_count(); ++line) {
    const std::string_view text = text_.substr(starts_[line], starts_[line + 1] - starts_[line]);
    const auto ended = marked_name(text, "ANCHOR_END:"), begun = marked_name(text, "ANCHOR:");
    if (ended.empty() && begun.empty()) continue;
    mark_lines_.push_back(line);
    if (const auto one = open.find(ended); one != open.end()) {
      anchors_[ended].push_back({one->second, line});
      open.erase(one);
    } else if (!begun.empty()) {
      open.emplace(begun, line + 1);
    }
  }
  for (const auto& [name, begin] : open) anchors_[name].push_back({begin, line_count()});
}

bool IncludedFile::names_anchor(std::string_view written) {
  const auto head = written.substr(0, written.find(':'));
  return !head.empty() && !number(head);
}

std::optional<Excerpt> IncludedFile::excerpt(std::string_view written, AnchorPlaces places) const {
  Excerpt result;
  const auto colon = written.find(':');
  const auto head = written.substr(0, colon);
  if (names_anchor(written)) {
    const auto found = anchors_.find(head);
    if (found == anchors_.end()) return std::nullopt;
    for (const Lines& lines : found->second) {
      add(lines, result);
      if (places == AnchorPlaces::first) break;
    }
  } else {
    Lines lines{0, line_count()};
    if (const auto first = number(head)) {
      lines.first = std::max<std::size_t>(*first, 1) - 1;
      if (colon == std::string_view::npos) lines.second = lines.first + 1;
    }
    if (colon != std::string_view::npos) {
      const auto rest = written.substr(colon + 1);
      if (const auto last = number(rest.substr(0, rest.find(':')))) lines.second = *last;
    }
    lines.second = std::min(lines.second, line_count());
    const bool is_all = head.empty() && lines == Lines(0, line_count());
    if (!is_all && lines.first >= lines.second) return std::nullopt;
    add(lines, result);
    if (is_all) {
      auto& stretches = result.stretches;
      std::erase_if(stretches, [&](const auto& one) { return one.second <= head_; });
      if (!stretches.empty()) stretches.front().first = std::max(stretches.front().first, head_);
    }
  }
  if (!result.stretches.empty()) {
    auto& [begin, end] = result.stretches.back();
    if (end > begin && text_[end - 1] == '\n') --end;
    if (end > begin && text_[end - 1] == '\r') --end;
  }
  return result;
}

// Without the lines that mark anchors.
void IncludedFile::add(Lines lines, Excerpt& excerpt) const {
  excerpt.walked += starts_[lines.second] - starts_[lines.first] + 1;
  const auto push = [&](std::size_t first, std::size_t last) {
    if (first < last) excerpt.stretches.push_back({starts_[first], starts_[last]});
  };
  for (auto mark = std::lower_bound(mark_lines_.begin(), mark_lines_.end(), lines.first);
       mark != mark_lines_.end() && *mark < lines.second; ++mark) {
    push(lines.first, *mark);
    lines.first = *mark + 1;
  }
  push(lines.first, lines.second);
}

}  // namespace octavo::markdown
