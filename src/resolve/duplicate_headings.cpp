// Headings that no link can name, because another of the same text stands before them under the same heading.
#include <unordered_map>
#include <utility>

#include "resolve/heading_text.h"
#include "resolve/note_choice.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

namespace {

std::string place_of(const Block& block, const Chapter& chapter, const Sink& sink) {
  const auto& sources = sink.sources;
  const std::string line =
      "line " + std::to_string(sources.position(block.where.file, block.where.begin).line);
  return block.where.file == chapter.file ? line : sources.of(block.where.file).path + ", " + line;
}

}  // namespace

void report_duplicate_headings(const Chapter& chapter, Sink& sink) {
  struct Open {
    int level;
    std::size_t number;  // of the heading, counted from 1; 0 is the chapter
  };
  std::vector<Open> open = {{0, 0}};
  std::size_t count = 0;
  std::unordered_map<std::string, const Block*> first_of;  // by the number of the heading above, and the text
  each_block(chapter.blocks, [&](const Block& block) {
    const auto* heading = get_if<Heading>(&block.value);
    if (!heading) return true;
    while (open.back().level >= heading->level) open.pop_back();
    const std::string text = as_typed(plain_text(heading->content));
    const std::string key = std::to_string(open.back().number) + ' ' + text;
    open.push_back({heading->level, ++count});
    // An id names it.
    if (text.empty() || block.is_copy || !block.where.file || !heading->id.empty() || !block.block_id.empty())
      return true;
    const Block* first = first_of.try_emplace(key, &block).first->second;
    if (first == &block || first->where == block.where) return true;
    sink.report({diagnostics::Rule::heading_duplicate,
                 block.where,
                 "another heading before this one reads " + quoted(text) +
                     ", so that no link by its text leads to this one; change one of them",
                 "",
                 {"the first is in " + place_of(*first, chapter, sink)}});
    return true;
  });
}

}  // namespace octavo::resolve
