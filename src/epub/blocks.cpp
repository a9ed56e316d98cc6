#include <algorithm>

#include "epub/content.h"

namespace octavo::epub {

void Content::write(const book::Blocks& blocks) {
  for (const book::Block& block : blocks) write(block);
}

void Content::write(const book::Block& block) {
  visit([&](const auto& value) { write(value, block); }, block.value);
  write_places();  // of what has no text
  xml_.line();
}

void Content::write_unit(const book::Block& block) {
  const auto* heading = get_if<book::Heading>(&block.value);
  const std::size_t before = xml_.size();
  unit_ = units_.size();
  write(block);
  units_.push_back({xml_.size() - before, 0, follows_heading_ ? Unit::never : heading ? heading->level : Unit::other});
  follows_heading_ = heading != nullptr;
}

void Content::write(const book::Paragraph& paragraph, const book::Block& block) {
  place(block.anchor);
  xml_.open("p");
  if (paragraph.role != book::ParagraphRole::body) xml_.attribute("class", book::class_name(paragraph.role));
  write_text(block.id, paragraph.content);
  xml_.close();
}

void Content::write(const book::Heading& heading, const book::Block& block) {
  // A nested chapter is a file of its own, whose title ranks highest.
  xml_.open(book::heading_name(heading.level - (chapter_ ? chapter_->level - 1 : 0)));
  place(heading.anchor);
  write_places();
  if (!heading.number.empty()) {
    xml_.open("span");
    xml_.attribute("class", "number");
    xml_.text(heading.number + " ");
    xml_.close();
  }
  write_text(block.id, heading.content);
  xml_.close();
}

void Content::write(const book::List& list, const book::Block& block) {
  place(block.anchor);
  xml_.open(list.ordered ? "ol" : "ul");
  const bool has_tasks = std::any_of(list.items.begin(), list.items.end(), [](const auto& item) { return item.done.has_value(); });
  if (has_tasks) xml_.attribute("class", "tasks");
  if (list.ordered && list.start != 1) xml_.attribute("start", std::to_string(list.start));
  xml_.line();
  for (const book::ListItem& item : list.items) {
    xml_.open("li");
    if (item.done) {
      xml_.open("span");
      xml_.attribute("class", "task");
      xml_.text(*item.done ? "\u2611\u00A0" : "\u2610\u00A0");
      xml_.close();
    }
    const auto is_paragraph = [](const book::Block& child) { return holds_alternative<book::Paragraph>(child.value); };
    const bool is_bare = list.tight && std::count_if(item.blocks.begin(), item.blocks.end(), is_paragraph) == 1;
    for (const book::Block& child : item.blocks) {
      // An item of a tight list has no paragraph, as in the source.
      const auto* paragraph = get_if<book::Paragraph>(&child.value);
      if (is_bare && paragraph && !child.anchor) write_text(child.id, paragraph->content);
      else write(child);
    }
    xml_.close();
    xml_.line();
  }
  xml_.close();
}

void Content::write(const book::Quote& quote, const book::Block& block) {
  place(block.anchor);
  xml_.open("blockquote");
  xml_.line();
  write(quote.blocks);
  xml_.close();
}

void Content::write(const book::Callout& callout, const book::Block& block) {
  // One that can be folded is the reader's to open. It stands open where a link would lead into what is hidden.
  const bool is_folding = callout.fold != book::Fold::none && !callout.title.empty();
  place(block.anchor);
  if (is_folding) write_places();
  xml_.open(is_folding ? "details" : "aside");
  xml_.attribute("class", "callout " + callout.kind);
  if (!is_folding) xml_.attribute("role", "note");
  else if (callout.fold == book::Fold::open || publication_.is_entered(block)) xml_.attribute("open", "open");
  xml_.line();
  if (!callout.title.empty()) {
    xml_.open(is_folding ? "summary" : "p");
    xml_.attribute("class", callout.blocks.empty() ? "callout-text" : "callout-title");  // over nothing it is the text itself
    write_text(block.id, callout.title);
    xml_.close();
    xml_.line();
  }
  write(callout.blocks);
  xml_.close();
}

void Content::write(const book::CodeBlock& code, const book::Block& block) {
  place(block.anchor);
  xml_.open("pre");
  xml_.open("code");
  if (!code.language.empty()) xml_.attribute("class", "language-" + code.language);
  const std::string_view text = code.text;
  begin_text(block.id);
  std::size_t at = 0;
  for (const book::Token& token : code.tokens) {
    words(text.substr(at, token.begin - at));
    xml_.open("span");
    xml_.attribute("class", book::class_name(token.kind));
    words(text.substr(token.begin, token.end - token.begin));
    xml_.close();
    at = token.end;
  }
  words(text.substr(at));
  end_text();
  xml_.close();
  xml_.close();
}

void Content::write(const book::MathBlock& math, const book::Block& block) {
  place(block.anchor);
  xml_.open("pre");
  xml_.attribute("class", "math");
  xml_.open("code");
  begin_text(block.id);
  words(math.source);
  end_text();
  xml_.close();
  xml_.close();
}

void Content::write_row(const book::Table& table, const book::Row& row, std::string_view cell) {
  xml_.open("tr");
  for (std::size_t column = 0; column < row.size(); ++column) {
    // A head without words would be none.
    const bool is_head = (cell == "th" || row[column].is_head) && !row[column].content.empty();
    xml_.open(is_head ? "th" : "td");
    if (is_head) xml_.attribute("scope", cell == "th" ? "col" : "row");
    if (row[column].columns > 1) xml_.attribute("colspan", std::to_string(row[column].columns));
    if (row[column].rows > 1) xml_.attribute("rowspan", std::to_string(row[column].rows));
    const book::Alignment alignment = column < table.columns.size() ? table.columns[column] : book::Alignment::none;
    if (alignment == book::Alignment::right) xml_.attribute("class", "right");
    if (alignment == book::Alignment::center) xml_.attribute("class", "center");
    write_text(row[column].id, row[column].content);
    xml_.close();
  }
  xml_.close();
  xml_.line();
}

void Content::write(const book::Table& table, const book::Block& block) {
  // A wide table scrolls inside its own box.
  xml_.open("div");
  xml_.attribute("class", "table");
  place(block.anchor);
  write_places();
  xml_.open("table");
  xml_.line();
  if (!table.caption.empty()) {
    xml_.open("caption");
    write_text(block.id, table.caption);
    xml_.close();
    xml_.line();
  }
  if (!table.head.empty()) {
    xml_.open("thead");
    xml_.line();
    write_row(table, table.head, "th");
    xml_.close();
    xml_.line();
  }
  if (!table.rows.empty()) {
    xml_.open("tbody");
    xml_.line();
    for (const book::Row& row : table.rows) write_row(table, row, "td");
    xml_.close();
    xml_.line();
  }
  xml_.close();
  xml_.close();
}

void Content::write(const book::Figure& figure, const book::Block& block) {
  place(block.anchor);
  xml_.open("figure");
  begin_text(block.id);
  if (figure.image.asset) {
    picture(figure.image);
  } else {
    xml_.open("p");
    xml_.attribute("class", "missing-picture");
    xml_.text(figure.image.alt);
    xml_.close();
  }
  if (!figure.caption.empty()) {
    xml_.open("figcaption");
    write(figure.caption);
    xml_.close();
  }
  end_text();
  xml_.close();
}

void Content::write(const book::Captioned& captioned, const book::Block& block) {
  place(block.anchor);
  xml_.open("figure");
  class_names(captioned.classes);
  xml_.line();
  write(captioned.blocks);
  if (!captioned.caption.empty()) {
    xml_.open("figcaption");
    write_text(block.id, captioned.caption);
    xml_.close();
  }
  xml_.close();
}

void Content::write(const book::DefinitionList& list, const book::Block& block) {
  place(block.anchor);
  xml_.open("dl");
  xml_.line();
  // The terms are the list's own text, which goes on from one to the next.
  std::span<const Publication::PageMark> marks = publication_.pages_in(block.id);
  std::uint32_t offset = 0;
  const book::Inlines* last = nullptr;
  for (const book::Definition& item : list.items)
    if (!item.terms.empty()) last = &item.terms.back();
  for (const book::Definition& item : list.items) {
    for (const book::Inlines& term : item.terms) {
      xml_.open("dt");
      marks_ = marks;
      text_offset_ = offset;
      write_places();
      write_marks_up_to(offset);
      write(term);
      if (&term == last) end_text();
      marks = marks_;
      offset = text_offset_;
      xml_.close();
      xml_.line();
    }
    if (item.terms.empty() && &item == &list.items.front()) {  // a list begins with a term
      xml_.open("dt");
      xml_.close();
    }
    xml_.open("dd");
    xml_.line();
    write(item.blocks);
    xml_.close();
    xml_.line();
  }
  xml_.close();
}

void Content::write(const book::SectionBreak&, const book::Block& block) {
  xml_.open("hr");
  id(block.anchor);
  xml_.close();
}

void Content::write(const book::Group& group, const book::Block& block) {
  place(block.anchor);
  xml_.open("div");
  class_names(group.classes);
  language(group.language);
  direction(group.direction);
  xml_.line();
  write(group.blocks);
  xml_.close();
}

void Content::write_notes(std::span<const std::size_t> indexes) {
  if (indexes.empty()) return;
  xml_.open("section");
  xml_.attribute("class", "footnotes");
  xml_.attribute("epub:type", "footnotes");
  xml_.line();
  for (const std::size_t index : indexes) {
    const book::Note& note = chapter_->notes[index];
    const std::size_t before = xml_.size();
    unit_ = unit_of_note_.empty() ? 0 : unit_of_note_[index];
    xml_.open("aside");
    id(note.anchor);
    xml_.attribute("class", "footnote");
    xml_.attribute("epub:type", "footnote");
    xml_.attribute("role", "doc-footnote");
    const auto way_back = [&] {
      if (note.calls.empty()) return;
      xml_.open("a");
      xml_.attribute("href", publication_.link(note.calls.front(), file_));
      xml_.attribute("class", "note-number");
      xml_.attribute("epub:type", "backlink");
      xml_.attribute("role", "doc-backlink");
      xml_.text(note.number);
      xml_.close();
      xml_.text(" ");
    };
    // The way back stands in the note's first line, where that is a paragraph.
    const auto* paragraph = note.blocks.empty() ? nullptr : get_if<book::Paragraph>(&note.blocks.front().value);
    xml_.open("p");
    if (paragraph) place(note.blocks.front().anchor);
    way_back();
    if (paragraph) write_text(note.blocks.front().id, paragraph->content);
    xml_.close();
    for (std::size_t at = paragraph ? 1 : 0; at < note.blocks.size(); ++at) write(note.blocks[at]);
    xml_.close();
    xml_.line();
    if (unit_ >= units_.size()) continue;
    units_[unit_].bytes += xml_.size() - before;
    units_[unit_].largest_note = std::max(units_[unit_].largest_note, xml_.size() - before);
  }
  xml_.close();
}

}  // namespace octavo::epub
