#include "epub/smaller_blocks.h"

#include <algorithm>
#include <utility>

namespace octavo::epub {
namespace {

class Divider {
 public:
  explicit Divider(BookInPages& book) : folios_(book.folios) {
    const auto see = [this](book::BlockId id) {
      if (id) next_ = std::max(next_, id.index() + 1);
    };
    const auto see_block = [&](const book::Block& block) {
      see(block.id);
      if (const auto* table = get_if<book::Table>(&block.value)) {
        for (const book::Cell& cell : table->head) see(cell.id);
        for (const book::Row& row : table->rows)
          for (const book::Cell& cell : row) see(cell.id);
      }
      return true;
    };
    for (const book::Chapter& chapter : book.book.chapters) book::each_block(chapter, see_block);
    for (const book::Player& player : book.book.players)
      for (const book::Description& description : player.descriptions) see(description.id);
  }

  // The block itself where it cannot be divided.
  std::vector<book::Block> divided(book::Block block, std::size_t parts) {
    return visit([&](auto& value) { return divided(value, block, parts); }, block.value);
  }

 private:
  using Blocks = std::vector<book::Block>;

  // A block of the same kind that follows it: nothing leads to it, and the text from `offset` on is its own.
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
      further_blocks.push_back(further(block, static_cast<std::size_t>(-1)));
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
    return divided_body(callout.blocks, block, parts, [kind = callout.kind](book::Blocks blocks) {
      return book::Callout{kind, {}, book::Fold::none, std::move(blocks)};
    });
  }
  Blocks divided(book::Captioned& captioned, book::Block& block, std::size_t parts) {
    return divided_body(captioned.blocks, block, parts, [classes = captioned.classes](book::Blocks blocks) {
      return book::Captioned{classes, std::move(blocks), {}};
    });
  }

  Blocks divided(book::List& list, book::Block& block, std::size_t parts) {
    if (list.items.size() == 1) return divided_body(list.items.front().blocks, block, parts, continued);
    Blocks further_blocks;
    const book::List like{list.ordered, list.start, list.tight, {}};
    share(list.items, parts, [&](std::vector<book::ListItem> items, std::size_t at) {
      further_blocks.push_back(further(block, static_cast<std::size_t>(-1)));
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
    std::vector<book::Block> made;
    share(list.items, parts, [&](std::vector<book::Definition> items, std::size_t at) {
      made.push_back({});
      made.back().value = book::DefinitionList{std::move(items)};
      further_offsets_.push_back(begins[at]);
    });
    return numbered(block, std::move(made));
  }

  Blocks divided(book::Table& table, book::Block& block, std::size_t parts) {
    const auto spans = [](const book::Row& row) { return std::ranges::any_of(row, [](const book::Cell& cell) { return cell.rows > 1; }); };
    if (table.rows.size() < 2 || std::ranges::any_of(table.rows, spans)) return with(block, {});
    Blocks further_blocks;
    book::Row head = table.head;
    for (book::Cell& cell : head) cell = book::Cell{book::without_links(cell.content), {}, cell.columns, cell.rows, cell.is_head};
    const std::vector<book::Alignment> columns = table.columns;
    share(table.rows, parts, [&](std::vector<book::Row> rows, std::size_t) {
      further_blocks.push_back(further(block, static_cast<std::size_t>(-1)));
      further_blocks.back().value = book::Table{columns, head, std::move(rows), {}};
    });
    return with(block, std::move(further_blocks));
  }

  Blocks divided(book::CodeBlock& code, book::Block& block, std::size_t parts) {
    std::vector<book::Block> made;
    const std::size_t each = code.text.size() / parts + 1;
    const std::string text = std::exchange(code.text, {});
    const std::vector<book::Token> tokens = std::exchange(code.tokens, {});
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t feed = text.find('\n', std::min(at + each, text.size()));
      const std::size_t end = std::min(feed, text.size());
      book::CodeBlock piece{code.language, code.info, text.substr(at, end - at), {}};
      for (const book::Token& token : tokens)
        if (token.begin >= at && token.end <= end)
          piece.tokens.push_back({token.begin - static_cast<std::uint32_t>(at), token.end - static_cast<std::uint32_t>(at), token.kind});
      if (at == 0) {
        code = std::move(piece);
      } else {
        made.push_back({});
        made.back().value = std::move(piece);
        further_offsets_.push_back(at);
      }
      at = end + 1;
    }
    return numbered(block, std::move(made));
  }

  Blocks divided(book::Paragraph& paragraph, book::Block& block, std::size_t parts) {
    const std::size_t bytes = book::plain_text(paragraph.content).size(), each = bytes / parts + 1;
    std::vector<book::Inlines> runs(1);
    std::vector<std::size_t> begins = {0};
    std::size_t at = 0;
    const auto next_run = [&] {
      runs.emplace_back();
      begins.push_back(at);
    };
    for (book::Inline& item : std::exchange(paragraph.content, {})) {
      auto* text = get_if<book::Text>(&item.value);
      if (!text) {
        if (at - begins.back() >= each) next_run();
        at += book::plain_text(book::Inlines{item}).size();
        runs.back().push_back(std::move(item));
        continue;
      }
      std::string_view left = text->text;
      while (!left.empty()) {
        if (at - begins.back() >= each) next_run();
        const std::size_t room = std::max<std::size_t>(each - (at - begins.back()), 1);
        const std::size_t space = room < left.size() ? left.find(' ', room) : left.npos;
        const std::string_view words = left.substr(0, space == left.npos ? space : space + 1);
        runs.back().push_back({book::Text{std::string(words)}, item.where});
        at += words.size();
        left.remove_prefix(words.size());
      }
    }
    std::vector<book::Block> made;
    for (std::size_t index = 1; index < runs.size(); ++index) {
      made.push_back({});
      made.back().value = book::Paragraph{std::move(runs[index]), paragraph.role};
      further_offsets_.push_back(begins[index]);
    }
    paragraph.content = std::move(runs.front());
    return numbered(block, std::move(made));
  }

  template <class Value>
  Blocks divided(Value&, book::Block& block, std::size_t) {
    return with(block, {});
  }

  // Blocks that share the text of one: from the last, because each takes what lies behind its beginning.
  Blocks numbered(book::Block& block, Blocks made) {
    const std::vector<std::size_t> offsets = std::exchange(further_offsets_, {});
    for (std::size_t index = made.size(); index-- > 0;) {
      auto value = std::move(made[index].value);
      made[index] = further(block, offsets[index]);
      made[index].value = std::move(value);
    }
    return with(block, std::move(made));
  }

  book::Folios& folios_;
  std::size_t next_ = 0;                      // block id that is free
  std::vector<std::size_t> further_offsets_;  // in the text of the block being divided
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
