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

// The words of a paragraph above or below that begins "Table: ", as pandoc has it, or "Figure: ". Not where both have ids.
book::Inlines* words_of_mark(book::Block& block, const book::Block& shown) {
  auto* paragraph = get_if<book::Paragraph>(&block.value);
  if (paragraph == nullptr || (!block.block_id.empty() && !shown.block_id.empty())) return nullptr;
  const std::string_view mark = holds_alternative<book::Figure>(shown.value) ? figure_mark : table_mark;
  return take_mark(paragraph->content, mark) ? &paragraph->content : nullptr;
}

// What may have a caption that stands beside it.
book::Inlines* caption_of(book::Block& block) {
  if (auto* figure = get_if<book::Figure>(&block.value)) return &figure->caption;
  if (auto* table = get_if<book::Table>(&block.value)) return &table->caption;
  return nullptr;
}

enum class Stands { above, below };

// Whether the paragraph was the caption of the picture or table; then they have its words. One of the class for captions stands below
// pictures and above tables; one with a mark, where there is no other.
bool give_caption(book::Block& shown, book::Block& paragraph, Stands stands) {
  book::Inlines* caption = caption_of(shown);
  if (caption == nullptr) return false;
  const bool is_figure = holds_alternative<book::Figure>(shown.value);
  book::Inlines* words = nullptr;
  if (is_figure ? stands == Stands::below : stands == Stands::above && caption->empty()) words = words_of_class(paragraph, caption_class);
  if (words == nullptr && caption->empty()) words = words_of_mark(paragraph, shown);
  if (words == nullptr) return false;
  *caption = std::move(*words);
  if (shown.block_id.empty()) shown.block_id = std::move(paragraph.block_id);
  shown.where = stands == Stands::below ? base::through(shown.where, paragraph.where) : base::through(paragraph.where, shown.where);
  return true;
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
    if (above != nullptr && give_caption(*above, block, Stands::below)) continue;
    if (above != nullptr && give_caption(block, *above, Stands::above)) {
      *above = std::move(block);
      continue;
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

bool take_mark(book::Inlines& run, std::string_view mark) {
  if (run.empty()) return false;
  auto* text = get_if<book::Text>(&run.front().value);
  if (text == nullptr) return false;
  const std::size_t blanks = std::min(text->text.find_first_not_of(' '), text->text.size());
  if (!std::string_view(text->text).substr(blanks).starts_with(mark)) return false;
  text->text.erase(0, blanks + mark.size());
  return true;
}

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
