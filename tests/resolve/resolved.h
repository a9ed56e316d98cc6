#pragma once
// A book of notes in memory, read and resolved, for tests to look into.
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/files.h"
#include "markdown/markdown.h"
#include "resolve/resolve.h"

namespace octavo::resolve {

struct Resolved {
  base::Memory files;
  config::Settings settings;
  diagnostics::Sink sink;
  book::Book book;

  const book::Chapter& chapter(const std::string& path) const {
    for (const auto& one : book.chapters) {
      if (one.path == path) return one;
    }
    throw std::out_of_range(path);
  }

  // The text of a chapter, a line for each block.
  std::string text(const std::string& path) const { return book::dump(chapter(path).blocks); }

  // "a.md:3:5 link/missing-note", in the order of the report.
  std::vector<std::string> findings() const {
    std::vector<std::string> lines;
    for (const auto& one : sink.sorted()) {
      std::string line;
      if (one.where.file) {
        const auto [row, column] = sink.sources.position(one.where.file, one.where.begin);
        line = sink.sources.of(one.where.file).path + ':' + std::to_string(row) + ':' +
               std::to_string(column) + ' ';
      }
      lines.push_back(line.append(diagnostics::facts(one.rule).id));
    }
    return lines;
  }
  std::vector<std::string> messages() const {
    std::vector<std::string> lines;
    for (const auto& one : sink.sorted()) lines.push_back(one.message);
    return lines;
  }

  // Every link of a chapter: its text, an arrow, and where it leads: "chapter#id", "player Name", an address,
  // or "nothing".
  std::vector<std::string> links(const std::string& path) const {
    std::vector<std::string> found;
    const auto in_run = [&](const book::Inlines& run) {
      book::each_inline(run, [&](const book::Inline& one) {
        if (const auto* link = get_if<book::Link>(&one.value))
          found.push_back(book::plain_text(link->content) + " -> " + target(link->target));
        return true;
      });
    };
    const auto in_blocks = [&](const book::Blocks& blocks) {
      book::each_block(blocks, [&](const book::Block& block) {
        book::each_run(block, in_run);
        return true;
      });
    };
    in_blocks(chapter(path).blocks);
    for (const auto& note : chapter(path).notes) in_blocks(note.blocks);
    return found;
  }

  std::string target(const book::Target& to) const {
    if (const auto* anchor = std::get_if<book::ToAnchor>(&to)) return place(anchor->anchor);
    if (const auto* player = std::get_if<book::ToPlayer>(&to))
      return "player " + book::plain_text(book.players.at(player->player.index()).name);
    if (const auto* url = std::get_if<book::ToUrl>(&to)) return url->url;
    return std::holds_alternative<book::ToNothing>(to) ? "nothing" : "a name";
  }

  std::string place(book::AnchorId id) const {
    const auto& anchor = book.anchors.at(id.index());
    if (anchor.division != book::Division::chapter) return '#' + anchor.id;
    const auto& one = book.chapters.at(anchor.chapter.index());
    return one.anchor == id ? one.slug : one.slug + '#' + anchor.id;
  }
};

// `contents`: paths within the book's folder, and what stands there.
inline Resolved resolved(const std::map<std::string, std::string>& contents) {
  Resolved result;
  for (const auto& [path, text] : contents) result.files.contents["book/" + path] = text;
  result.settings = config::load(result.files, "book", result.sink);
  const auto notes = vault::open(result.files, result.settings, result.sink);
  book::Book draft = markdown::read(notes, result.files, result.settings, result.sink);
  book::Book book = resolve(std::move(draft), notes, result.files, result.settings, result.sink);
  book = with_whole_pictures(std::move(book), result.files, result.settings, result.sink);
  result.book = with_back_matter(std::move(book), notes, result.settings);
  return result;
}

}  // namespace octavo::resolve
