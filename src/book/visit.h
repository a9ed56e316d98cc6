#pragma once
// Walking the model. Every pass and both writers go through these, so that a new kind of block is met in one place.
#include <functional>
#include <type_traits>

#include "book/model.h"

namespace octavo::book {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

// Calls `on_inline` for every inline below, parents first, in reading order. If it returns bool, false skips the children.
void each_inline(Inlines& inlines, const std::function<bool(Inline&)>& on_inline);
void each_inline(const Inlines& inlines, const std::function<bool(const Inline&)>& on_inline);

// Calls `on_block` for every block below, parents first. False skips its children.
void each_block(Blocks& blocks, const std::function<bool(Block&)>& on_block);
void each_block(const Blocks& blocks, const std::function<bool(const Block&)>& on_block);
// The same for all of a chapter: its text, then its notes. The title is a run of inlines and no block.
void each_block(Chapter& chapter, const std::function<bool(Block&)>& on_block);
void each_block(const Chapter& chapter, const std::function<bool(const Block&)>& on_block);

// What the chapter does hold.
MayHold held(const Chapter& chapter);

// Every run of inlines a block itself holds (a paragraph's content, a heading's, each cell's, titles and captions), in reading
// order, not those of the blocks in it.
void each_run(Block& block, const std::function<void(Inlines&)>& on_run);
void each_run(const Block& block, const std::function<void(const Inlines&)>& on_run);

// Every id of a text that a block itself holds: its own and those of its cells.
void each_text_id(const Block& block, const std::function<void(BlockId)>& on_id);

// The blocks inside a block: items of a list one after the other, the body of a quote or callout.
void each_body(Block& block, const std::function<void(Blocks&)>& on_body);
void each_body(const Block& block, const std::function<void(const Blocks&)>& on_body);

}  // namespace octavo::book
