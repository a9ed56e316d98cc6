#pragma once
// One note, read through the door, for the tests of this room.
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "markdown/markdown.h"

namespace octavo::markdown {

struct ReadNote {
  std::string source;
  book::Chapter chapter;
  std::vector<std::string> findings;  // "link/empty 3:7", by place

  std::string dump() const { return book::dump(chapter.blocks); }
  std::string title() const { return book::plain_text(chapter.title); }
  std::string written(base::Span where) const { return source.substr(where.begin, where.end - where.begin); }
};

// `files` are what the note may include; it stands in a folder of its own.
inline ReadNote read_note(std::string source, const config::Settings& settings = {},
                          const base::Memory& files = {}) {
  diagnostics::Sink sink;
  vault::Vault notes;
  vault::Note note;
  note.path = "folder/The note.md";
  note.file = sink.sources.add(note.path, source);
  note.front = config::front_matter(source, note.file, sink);
  notes.notes.push_back(std::move(note));
  ReadNote result{std::move(source), {}, {}};
  result.chapter = std::move(read(notes, files, settings, sink).chapters.at(0));
  for (const diagnostics::Diagnostic& one : sink.sorted()) {
    const auto [line, column] = sink.sources.position(one.where.file, one.where.begin);
    result.findings.push_back(std::string(diagnostics::facts(one.rule).id) + " " + std::to_string(line) +
                              ":" + std::to_string(column));
  }
  return result;
}

// The only paragraph of a note, as dump() shows it, without the word "paragraph" and its quotation marks.
inline std::string read_line(std::string source, std::string_view language = "en") {
  config::Settings settings;
  settings.metadata.language = language;
  std::string text = read_note(std::move(source), settings).dump();
  constexpr std::string_view head = "paragraph \"", tail = "\"\n";
  if (!text.starts_with(head) || !text.ends_with(tail)) return text;
  return text.substr(head.size(), text.size() - head.size() - tail.size());
}

}  // namespace octavo::markdown
