#include "pages/kept_lines.h"

#include <unordered_map>

namespace octavo::pages {
namespace {

lines::Tag* tag_of(lines::Piece& piece) {
  if (auto* words = std::get_if<lines::Words>(&piece)) return &words->tag;
  if (auto* box = std::get_if<lines::Box>(&piece)) return &box->tag;
  if (auto* fill = std::get_if<lines::Fill>(&piece)) return &fill->tag;
  return nullptr;
}

// The same paragraph with each tag and mark named after the first piece that has it.
lines::Paragraph nameless(lines::Paragraph paragraph) {
  std::unordered_map<lines::Tag, lines::Tag> first_with;
  for (std::size_t index = 0; index < paragraph.pieces.size(); ++index) {
    const auto number = static_cast<std::uint32_t>(index);
    if (auto* mark = std::get_if<lines::Mark>(&paragraph.pieces[index])) mark->id = number;
    if (lines::Tag* tag = tag_of(paragraph.pieces[index])) *tag = first_with.try_emplace(*tag, number).first->second;
  }
  return paragraph;
}

// The other way about.
void give_names(std::vector<lines::Line>& lines, lines::Paragraph paragraph) {
  const auto name = [&](lines::Tag& tag) { tag = *tag_of(paragraph.pieces[tag]); };
  for (lines::Line& line : lines) {
    for (auto& run : line.runs) name(run.tag);
    for (auto& box : line.boxes) name(box.tag);
    for (auto& mark : line.marks) mark.id = std::get<lines::Mark>(paragraph.pieces[mark.id]).id;
  }
}

}  // namespace

std::vector<lines::Line> KeptLines::set(const lines::Paragraph& paragraph, float measure, const lines::Tools& tools) {
  if (next_ == kept_.size()) kept_.emplace_back();
  Kept& kept = kept_[next_++];
  lines::Paragraph asked = nameless(paragraph);
  if (kept.measure != measure || kept.paragraph != asked) {
    kept.lines = lines::set(asked, measure, tools);
    kept.paragraph = std::move(asked);
    kept.measure = measure;
  }
  std::vector<lines::Line> lines = kept.lines;
  give_names(lines, paragraph);
  return lines;
}

}  // namespace octavo::pages
