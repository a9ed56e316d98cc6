#include "markdown/neighbours.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace octavo::markdown {

namespace {

bool is_place(const book::Inline& one) { return holds_alternative<book::NamedPlace>(one.value); }

// A paragraph of nothing but places that the author named.
book::Inlines* places_alone(book::Block& block) {
  auto* paragraph = get_if<book::Paragraph>(&block.value);
  if (paragraph == nullptr || !block.block_id.empty()) return nullptr;
  bool has_place = false;
  for (const book::Inline& one : paragraph->content) {
    const auto* text = get_if<book::Text>(&one.value);
    const bool is_blank = holds_alternative<book::LineBreak>(one.value) ||
                          (text != nullptr && text->text.find_first_not_of(' ') == std::string::npos);
    if (!is_place(one) && !is_blank) return nullptr;
    has_place = has_place || is_place(one);
  }
  return has_place ? &paragraph->content : nullptr;
}

enum class End { first, last };

// The first or last run of inlines that a block or one within it holds.
book::Inlines* run_of(book::Block& block, End end) {
  book::Inlines* found = nullptr;
  const auto take = [&](book::Inlines* run) {
    if (run != nullptr && (found == nullptr || end == End::last)) found = run;
  };
  book::each_run(block, [&](book::Inlines& run) { take(run.empty() ? nullptr : &run); });
  if (found != nullptr && end == End::first) return found;
  book::each_body(block, [&](book::Blocks& body) {
    for (book::Block& inner : body) take(run_of(inner, end));
  });
  return found;
}

// Whether the places could be put to the block; if not, they are still there.
bool put(book::Inlines& places, book::Block& block, End end) {
  if (book::Inlines* run = run_of(block, end)) {
    run->insert(end == End::first ? run->begin() : run->end(), places.begin(), places.end());
  } else if (block.block_id.empty() && places.size() == 1) {
    block.block_id = get<book::NamedPlace>(places.front().value).id;
  } else {
    return false;
  }
  places.clear();
  return true;
}

void settle_places(book::Blocks& blocks) {
  if (std::ranges::none_of(blocks, [](book::Block& block) { return places_alone(block) != nullptr; })) return;
  book::Blocks result;
  book::Inlines places;  // waiting for a block
  for (book::Block& block : blocks) {
    if (book::Inlines* alone = places_alone(block)) {
      std::copy_if(alone->begin(), alone->end(), std::back_inserter(places), is_place);
      continue;
    }
    if (!places.empty()) put(places, block, End::first);
    result.push_back(std::move(block));
  }
  for (std::size_t i = result.size(); i-- > 0 && !places.empty();) put(places, result[i], End::last);
  if (!places.empty()) {  // there is nothing else in the parent, which may yet be dissolved in its own
    const base::Span where = places.front().where;
    result.push_back({book::Paragraph{std::move(places)}, where, {}, {}, {}});
  }
  blocks = std::move(result);
}

// What a paragraph says that is nothing but one passage of this class; or a group of that one paragraph.
book::Inlines* words_of_class(book::Block& block, std::string_view name) {
  const auto has = [&](const std::vector<std::string>& classes) {
    return std::find(classes.begin(), classes.end(), name) != classes.end();
  };
  if (auto* group = get_if<book::Group>(&block.value)) {
    auto* only = has(group->classes) && group->blocks.size() == 1
                     ? get_if<book::Paragraph>(&group->blocks.front().value)
                     : nullptr;
    return only == nullptr ? nullptr : &only->content;
  }
  auto* paragraph = get_if<book::Paragraph>(&block.value);
  if (paragraph == nullptr || paragraph->content.size() != 1) return nullptr;
  auto* passage = get_if<book::Passage>(&paragraph->content.front().value);
  return passage != nullptr && has(passage->classes) ? &passage->content : nullptr;
}

void give_caption(book::Block& above, book::Block& caption, book::Inlines words) {
  auto& figure = get<book::Figure>(above.value);
  figure.caption = std::move(words);
  above.where = base::through(above.where, caption.where);
}

// The words of a table's caption as pandoc has it: a paragraph above or below that begins "Table: ".
book::Inlines* words_of_table(book::Block& block) {
  constexpr std::string_view mark = "Table: ";
  auto* paragraph = get_if<book::Paragraph>(&block.value);
  if (paragraph == nullptr || paragraph->content.empty() || !block.block_id.empty()) return nullptr;
  auto* text = get_if<book::Text>(&paragraph->content.front().value);
  if (text == nullptr || !text->text.starts_with(mark)) return nullptr;
  text->text.erase(0, mark.size());
  return &paragraph->content;
}

book::Block listing(book::Block& name, book::Inlines words, book::Block code) {
  book::Captioned content;
  content.classes.emplace_back(listing_class);
  book::Block result;
  result.where = base::through(name.where, code.where);
  result.block_id = std::exchange(code.block_id, "");
  content.blocks.push_back(
      {book::Paragraph{std::move(words), book::ParagraphRole::label}, name.where, {}, {}, {}});
  content.blocks.push_back(std::move(code));
  result.value = std::move(content);
  return result;
}

void join_names(book::Blocks& blocks) {
  const auto may_have_name = [](const book::Block& block) {
    return holds_alternative<book::Figure>(block.value) || holds_alternative<book::Table>(block.value) ||
           holds_alternative<book::CodeBlock>(block.value);
  };
  if (std::ranges::none_of(blocks, may_have_name)) return;
  book::Blocks result;
  for (book::Block& block : blocks) {
    book::Block* above = result.empty() ? nullptr : &result.back();
    if (above != nullptr && holds_alternative<book::Figure>(above->value)) {
      if (book::Inlines* words = words_of_class(block, caption_class)) {
        give_caption(*above, block, std::move(*words));
        continue;
      }
    }
    if (auto* table = above != nullptr ? get_if<book::Table>(&above->value) : nullptr; table != nullptr && table->caption.empty()) {
      if (book::Inlines* words = words_of_table(block)) {
        table->caption = std::move(*words);
        above->where = base::through(above->where, block.where);
        continue;
      }
    }
    if (auto* table = get_if<book::Table>(&block.value); above != nullptr && table != nullptr && table->caption.empty()) {
      book::Inlines* words = words_of_class(*above, caption_class);
      if (words == nullptr) words = words_of_table(*above);
      if (words != nullptr) {
        table->caption = std::move(*words);
        block.where = base::through(above->where, block.where);
        *above = std::move(block);
        continue;
      }
    }
    if (above != nullptr && holds_alternative<book::CodeBlock>(block.value)) {
      if (book::Inlines* words = words_of_class(*above, file_class)) {
        *above = listing(*above, std::move(*words), std::move(block));
        continue;
      }
    }
    result.push_back(std::move(block));
  }
  blocks = std::move(result);
}

}  // namespace

book::Figure figure(book::Image image, base::Span where, const Typography& typography) {
  book::Figure result;
  if (!image.title.empty()) {
    result.caption.push_back({book::Text{image.title}, where});
    typography.apply(result.caption);
  }
  result.image = std::move(image);
  return result;
}

void join_neighbours(book::Blocks& blocks) {
  join_names(blocks);
  settle_places(blocks);
}

}  // namespace octavo::markdown
