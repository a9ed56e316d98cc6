#include "epub/smaller_blocks.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace octavo::epub {
namespace {

class Divider {
 public:
  explicit Divider(BookInPages& book) : folios_(book.folios) {
    const auto see = [this](book::BlockId id) { next_ = std::max(next_, id.index() + 1); };
    const auto see_block = [&](const book::Block& block) {
      book::each_text_id(block, see);
      return true;
    };
    for (const book::Chapter& chapter : book.book.chapters) book::each_block(chapter, see_block);
    for (const book::Player& player : book.book.players)
      for (const book::Description& description : player.descriptions)
        if (description.id) see(description.id);
  }

  // The block itself where it cannot be divided.
  std::vector<book::Block> divided(book::Block block, std::size_t parts) {
    return visit([&](auto& value) { return divided(value, block, parts); }, block.value);
  }

 private:
  using Blocks = std::vector<book::Block>;
  static constexpr std::size_t no_text = static_cast<std::size_t>(-1);

  // A block of the same kind that follows it: nothing leads to it, and the text from `offset` on is its own, if that is not no_text.
  book::Block further(const book::Block& block, std::size_t offset) {
    book::Block next;
    next.where = block.where;
    next.is_copy = block.is_copy;
    next.id = book::BlockId(next_++);
    for (book::PrintedPage& page : folios_.pages) {
      if (!page.begins || page.begins->block != block.id || page.begins->offset < offset) continue;
      page.begins = book::TextPlace{next.id, page.begins->offset - static_cast<std::uint32_t>(offset)};
    }
    return next;
  }

  // `items` shared among `parts` blocks; `made(items, n)` is the n-th, from the second on.
  template <class Items, class Made>
  static void share(Items& items, std::size_t parts, const Made& made) {
    const std::size_t each = (items.size() + parts - 1) / parts;
    for (std::size_t at = each; at < items.size(); at += each) {
      const auto begin = items.begin() + static_cast<std::ptrdiff_t>(at);
      const auto end = items.begin() + static_cast<std::ptrdiff_t>(std::min(at + each, items.size()));
      made(Items(std::make_move_iterator(begin), std::make_move_iterator(end)), at);
    }
    items.resize(std::min(each, items.size()));
  }

  // Something that holds blocks: these are shared, or the only one divided.
  template <class Holder>
  Blocks divided_body(book::Blocks& body, book::Block& block, std::size_t parts, const Holder& holder) {
    if (body.size() == 1) body = divided(std::move(body.front()), parts);
    Blocks further_blocks;
    share(body, parts, [&](book::Blocks blocks, std::size_t) {
      further_blocks.push_back(further(block, no_text));
      further_blocks.back().value = holder(std::move(blocks));
    });
    return with(block, std::move(further_blocks));
  }
  static Blocks with(book::Block& block, Blocks further_blocks) {
    further_blocks.insert(further_blocks.begin(), std::move(block));
    return further_blocks;
  }

  // The rest of a single item is no item of its own.
  static book::Group continued(book::Blocks blocks) { return {{"continued"}, {}, {}, std::move(blocks)}; }

  Blocks divided(book::Quote& quote, book::Block& block, std::size_t parts) {
    return divided_body(quote.blocks, block, parts, [](book::Blocks blocks) { return book::Quote{std::move(blocks)}; });
  }
  Blocks divided(book::Group& group, book::Block& block, std::size_t parts) {
    return divided_body(group.blocks, block, parts, [like = book::Group{group.classes, group.language, group.direction, {}}](book::Blocks blocks) {
      book::Group next = like;
      next.blocks = std::move(blocks);
      return next;
    });
  }
  Blocks divided(book::Callout& callout, book::Block& block, std::size_t parts) {
    // What is folded stays so.
    const book::Inlines title = callout.fold == book::Fold::none ? book::Inlines() : book::without_links(callout.title);
    return divided_body(callout.blocks, block, parts, [&, kind = callout.kind, fold = callout.fold](book::Blocks blocks) {
      return book::Callout{kind, title, fold, std::move(blocks)};
    });
  }
  Blocks divided(book::Captioned& captioned, book::Block& block, std::size_t parts) {
    Blocks made = divided_body(captioned.blocks, block, parts, [classes = captioned.classes](book::Blocks blocks) {
      return book::Captioned{classes, std::move(blocks), {}};
    });
    // The caption, which is the block's own text, stands below the last.
    if (made.size() > 1) {
      std::swap(made.front().id, made.back().id);
      std::swap(get<book::Captioned>(made.front().value).caption, get<book::Captioned>(made.back().value).caption);
    }
    return made;
  }

  Blocks divided(book::List& list, book::Block& block, std::size_t parts) {
    if (list.items.size() == 1) return divided_body(list.items.front().blocks, block, parts, continued);
    Blocks further_blocks;
    const book::List like{list.ordered, list.start, list.tight, {}};
    share(list.items, parts, [&](std::vector<book::ListItem> items, std::size_t at) {
      further_blocks.push_back(further(block, no_text));
      further_blocks.back().value = book::List{like.ordered, like.start + static_cast<int>(at), like.tight, std::move(items)};
    });
    return with(block, std::move(further_blocks));
  }

  Blocks divided(book::DefinitionList& list, book::Block& block, std::size_t parts) {
    if (list.items.size() == 1) return divided_body(list.items.front().blocks, block, parts, continued);
    std::vector<std::size_t> begins;  // of the items' terms, which are the list's own text
    std::size_t bytes = 0;
    for (const book::Definition& item : list.items) {
      begins.push_back(bytes);
      for (const book::Inlines& term : item.terms) bytes += book::plain_text(term).size();
    }
    Blocks made;
    std::vector<std::size_t> offsets;
    share(list.items, parts, [&](std::vector<book::Definition> items, std::size_t at) {
      made.emplace_back().value = book::DefinitionList{std::move(items)};
      offsets.push_back(begins[at]);
    });
    return numbered(block, std::move(made), offsets);
  }

  Blocks divided(book::Table& table, book::Block& block, std::size_t parts) {
    if (table.rows.size() < 2) return with(block, {});
    // Rows that a cell spans stay together.
    std::vector<std::vector<book::Row>> groups;
    std::size_t spanned = 0;  // rows of the last group that are still to come
    for (book::Row& row : table.rows) {
      std::size_t rows = 1;
      for (const book::Cell& cell : row) rows = std::max(rows, static_cast<std::size_t>(std::max(cell.rows, 1)));
      if (spanned == 0) groups.emplace_back();
      spanned = std::max(spanned, rows) - 1;
      groups.back().push_back(std::move(row));
    }
    table.rows.clear();
    const auto joined = [](std::vector<std::vector<book::Row>> some) {
      std::vector<book::Row> rows;
      for (std::vector<book::Row>& group : some) std::ranges::move(group, std::back_inserter(rows));
      return rows;
    };
    Blocks further_blocks;
    book::Row head = table.head;
    for (book::Cell& cell : head) cell = book::Cell{book::without_links(cell.content), {}, cell.columns, cell.rows, cell.is_head};
    const std::vector<book::Alignment> columns = table.columns;
    share(groups, parts, [&](std::vector<std::vector<book::Row>> some, std::size_t) {
      further_blocks.push_back(further(block, no_text));
      further_blocks.back().value = book::Table{columns, head, joined(std::move(some)), {}};
    });
    table.rows = joined(std::move(groups));
    return with(block, std::move(further_blocks));
  }

  // Where a text is best parted at or after `at`: behind the sign, or within a stretch that has none, before a character.
  static std::size_t parting(std::string_view text, std::size_t at, char sign) {
    constexpr std::size_t far = 20'000;
    if (at >= text.size()) return text.size();
    const std::size_t found = text.substr(0, std::min(at + far, text.size())).find(sign, at);
    if (found != text.npos) return found + 1;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return at;
  }

  Blocks divided(book::CodeBlock& code, book::Block& block, std::size_t parts) {
    Blocks made;
    std::vector<std::size_t> offsets;
    const std::size_t each = code.text.size() / parts + 1;
    const std::string text = std::exchange(code.text, {});
    const std::vector<book::Token> tokens = std::exchange(code.tokens, {});
    auto token = tokens.begin();
    for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
      end = parting(text, at + each, '\n');
      book::CodeBlock piece{code.language, code.info, text.substr(at, end - at), {}};
      if (piece.text.ends_with('\n')) piece.text.pop_back();
      for (; token != tokens.end() && token->begin < end; ++token) {
        const std::size_t last = std::min<std::size_t>(token->end, end);  // within a line that is parted
        piece.tokens.push_back({token->begin - static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last - at), token->kind});
      }
      if (at == 0) {
        code = std::move(piece);
      } else {
        made.emplace_back().value = std::move(piece);
        offsets.push_back(at);
      }
    }
    return numbered(block, std::move(made), offsets);
  }

  // What stands behind the first `bytes` of the text; marks and passages are parted with their words.
  static book::Inlines taken_behind(book::Inlines& run, std::size_t bytes) {
    book::Inlines behind;
    for (std::size_t index = 0; index < run.size(); ++index) {
      book::Inline& item = run[index];
      const std::size_t own = book::plain_text(book::Inlines{item}).size();
      if (own <= bytes && (own > 0 || bytes > 0)) {
        bytes -= own;
        continue;
      }
      std::size_t first = index;
      if (bytes > 0) {
        if (auto* text = get_if<book::Text>(&item.value)) {
          behind.push_back({book::Text{text->text.substr(bytes)}, item.where});
          text->text.resize(bytes);
          ++first;
        } else if (auto* marked = get_if<book::Marked>(&item.value)) {
          const book::Mark mark = marked->mark;
          behind.push_back({book::Marked{mark, taken_behind(marked->content, bytes)}, item.where});
          ++first;
        } else if (auto* passage = get_if<book::Passage>(&item.value)) {
          book::Passage like{passage->language, passage->direction, passage->classes, {}};
          like.content = taken_behind(passage->content, bytes);
          behind.push_back({std::move(like), item.where});
          ++first;
        }
      }
      std::move(run.begin() + static_cast<std::ptrdiff_t>(first), run.end(), std::back_inserter(behind));
      run.erase(run.begin() + static_cast<std::ptrdiff_t>(first), run.end());
      break;
    }
    return behind;
  }

  Blocks divided(book::Paragraph& paragraph, book::Block& block, std::size_t parts) {
    const std::string text = book::plain_text(paragraph.content);
    const std::size_t each = text.size() / parts + 1;
    std::vector<std::size_t> begins;
    for (std::size_t at = parting(text, each, ' '); at < text.size(); at = parting(text, at + each, ' ')) begins.push_back(at);
    // From the last, so that nothing is moved twice. A link or a stretch of code stays whole, and then its piece begins with it.
    Blocks made;
    std::vector<std::size_t> offsets;
    for (const std::size_t begin : begins | std::views::reverse) {
      book::Inlines behind = taken_behind(paragraph.content, begin);
      if (paragraph.content.empty()) {
        paragraph.content = std::move(behind);
        break;
      }
      if (behind.empty()) continue;
      offsets.insert(offsets.begin(), book::plain_text(paragraph.content).size());
      made.emplace(made.begin())->value = book::Paragraph{std::move(behind), paragraph.role};
    }
    return numbered(block, std::move(made), offsets);
  }

  template <class Value>
  Blocks divided(Value&, book::Block& block, std::size_t) {
    return with(block, {});
  }

  // Blocks that share the text of one, which begin at the offsets: from the last, because each takes what lies behind its beginning.
  Blocks numbered(book::Block& block, Blocks made, const std::vector<std::size_t>& offsets) {
    for (std::size_t index = made.size(); index-- > 0;) {
      auto value = std::move(made[index].value);
      made[index] = further(block, offsets[index]);
      made[index].value = std::move(value);
    }
    return with(block, std::move(made));
  }

  book::Folios& folios_;
  std::size_t next_ = 0;  // block id that is free
};

}  // namespace

bool divide(BookInPages& book, const Parts& parts) {
  Divider divider(book);
  bool has_divided = false;
  for (std::size_t index = 0; index < book.book.chapters.size(); ++index) {
    if (std::ranges::all_of(parts[index], [](std::size_t count) { return count == 1; })) continue;
    book::Blocks blocks;
    for (std::size_t at = 0; at < parts[index].size(); ++at) {
      book::Block& block = book.book.chapters[index].blocks[at];
      if (parts[index][at] == 1) {
        blocks.push_back(std::move(block));
        continue;
      }
      std::vector<book::Block> made = divider.divided(std::move(block), parts[index][at]);
      has_divided = has_divided || made.size() > 1;
      std::ranges::move(made, std::back_inserter(blocks));
    }
    book.book.chapters[index].blocks = std::move(blocks);
  }
  return has_divided;
}

}  // namespace octavo::epub
