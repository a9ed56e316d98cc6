#include "book/visit.h"

namespace octavo::book {

// Each walk is written once, for values that may be changed and for values that may not.
namespace {

template <class Container, class Function>
void walk_inlines(Container& inlines, const Function& on_inline) {
  for (auto& one : inlines) {
    if (!on_inline(one)) continue;
    visit(
        [&](auto& value) {
          if constexpr (requires { value.content; }) walk_inlines(value.content, on_inline);
        },
        one.value);
  }
}

template <class OneBlock, class Function>
void walk_bodies(OneBlock& block, const Function& on_body) {
  visit(
      [&](auto& value) {
        if constexpr (requires { value.items; }) {
          for (auto& item : value.items) on_body(item.blocks);
        } else if constexpr (requires { value.blocks; }) {
          on_body(value.blocks);
        }
      },
      block.value);
}

template <class Container, class Function>
void walk_blocks(Container& blocks, const Function& on_block) {
  for (auto& block : blocks) {
    if (on_block(block)) walk_bodies(block, [&](auto& body) { walk_blocks(body, on_block); });
  }
}

template <class OneBlock, class Function>
void walk_runs(OneBlock& block, const Function& on_run) {
  const auto each_cell = [&](auto& row) {
    for (auto& cell : row) on_run(cell.content);
  };
  visit(
      [&](auto& value) {
        if constexpr (requires { value.title; }) on_run(value.title);
        if constexpr (requires { value.content; }) on_run(value.content);
        if constexpr (requires { value.items.front().terms; }) {
          for (auto& item : value.items) {
            for (auto& term : item.terms) on_run(term);
          }
        }
        if constexpr (requires { value.caption; }) on_run(value.caption);
        if constexpr (requires { value.rows; }) {
          each_cell(value.head);
          for (auto& row : value.rows) each_cell(row);
        }
      },
      block.value);
}

}  // namespace

void each_inline(Inlines& inlines, const std::function<bool(Inline&)>& on_inline) {
  walk_inlines(inlines, on_inline);
}

void each_inline(const Inlines& inlines, const std::function<bool(const Inline&)>& on_inline) {
  walk_inlines(inlines, on_inline);
}

void each_block(Blocks& blocks, const std::function<bool(Block&)>& on_block) {
  walk_blocks(blocks, on_block);
}

void each_block(const Blocks& blocks, const std::function<bool(const Block&)>& on_block) {
  walk_blocks(blocks, on_block);
}

void each_block(Chapter& chapter, const std::function<bool(Block&)>& on_block) {
  walk_blocks(chapter.blocks, on_block);
  for (Note& note : chapter.notes) walk_blocks(note.blocks, on_block);
}

void each_block(const Chapter& chapter, const std::function<bool(const Block&)>& on_block) {
  walk_blocks(chapter.blocks, on_block);
  for (const Note& note : chapter.notes) walk_blocks(note.blocks, on_block);
}

MayHold held(const Chapter& chapter) {
  MayHold found{.embeds = false, .formulas = false, .pictures = false, .places = false};
  const auto look_at = [&found](const auto& value) {
    using Value = std::decay_t<decltype(value)>;
    found.embeds |= std::is_same_v<Value, Embed> || std::is_same_v<Value, InlineEmbed>;
    found.formulas |= std::is_same_v<Value, Math> || std::is_same_v<Value, MathBlock>;
    found.pictures |= std::is_same_v<Value, Image> || std::is_same_v<Value, Figure>;
    found.places |= std::is_same_v<Value, NamedPlace>;
  };
  const auto in_run = [&](const Inlines& run) {
    walk_inlines(run, [&](const Inline& one) {
      visit(look_at, one.value);
      return true;
    });
  };
  const auto in_block = [&](const Block& block) {
    visit(look_at, block.value);
    walk_runs(block, in_run);
    return true;
  };
  in_run(chapter.title);
  walk_blocks(chapter.blocks, in_block);
  for (const Note& note : chapter.notes) walk_blocks(note.blocks, in_block);
  return found;
}

void each_text_id(const Block& block, const std::function<void(BlockId)>& on_id) {
  if (block.id) on_id(block.id);
  const auto* table = get_if<Table>(&block.value);
  if (!table) return;
  const auto in_row = [&](const Row& row) {
    for (const Cell& cell : row)
      if (cell.id) on_id(cell.id);
  };
  in_row(table->head);
  for (const Row& row : table->rows) in_row(row);
}

void each_run(Block& block, const std::function<void(Inlines&)>& on_run) { walk_runs(block, on_run); }

void each_run(const Block& block, const std::function<void(const Inlines&)>& on_run) {
  walk_runs(block, on_run);
}

void each_body(Block& block, const std::function<void(Blocks&)>& on_body) { walk_bodies(block, on_body); }

void each_body(const Block& block, const std::function<void(const Blocks&)>& on_body) {
  walk_bodies(block, on_body);
}

}  // namespace octavo::book
