// Whatever holds text gets a number, in reading order: chapter by chapter, each with its footnotes after it; then what is said of the key
// players.
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

Book with_block_ids(Book book) {
  std::size_t count = 0;
  const auto number_row = [&](Row& row) {
    for (Cell& cell : row) cell.id = BlockId(count++);
  };
  const auto number_block = [&](Block& block) {
    block.id = BlockId(count++);
    if (auto* table = get_if<Table>(&block.value)) {
      number_row(table->head);
      for (Row& row : table->rows) number_row(row);
    }
    return true;
  };
  for (Chapter& chapter : book.chapters) each_block(chapter, number_block);
  for (Player& player : book.players)
    for (Description& description : player.descriptions) description.id = BlockId(count++);
  return book;
}

}  // namespace octavo::resolve
