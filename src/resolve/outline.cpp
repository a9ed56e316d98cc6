#include "resolve/outline.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "resolve/heading_text.h"

namespace octavo::resolve {

using book::Block;
using book::Heading;

namespace {

constexpr std::size_t few = 64;     // blocks with an id, to be looked through whenever one is asked for
constexpr std::size_t most = 1000;  // no note has more headings of one text but to keep us busy

// Addresses are made of the hyphens that were typed for a dash.
std::string with_typed_dashes(std::string_view text) {
  std::string typed;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    if (decoded.code_point == U'\u2013')
      typed += "--";
    else if (decoded.code_point == U'\u2014')
      typed += "---";
    else
      typed.append(text, at, decoded.length);
    at += decoded.length;
  }
  return typed;
}

std::string heading_key(std::string_view text) { return base::folded(without_signs(text)); }

}  // namespace

book::AnchorId anchor_of(const Block& block) {
  const auto* heading = get_if<Heading>(&block.value);
  return heading ? heading->anchor : block.anchor;
}

Outline::Outline(const book::Chapter& chapter) : chapter_(&chapter) {
  std::vector<std::size_t> open;  // the headings the next one may stand under
  book::each_block(chapter.blocks, [&](const Block& block) {
    if (!block.block_id.empty()) with_id_.push_back(&block);
    const auto* heading = get_if<Heading>(&block.value);
    if (!heading) return true;
    Section section{&block, book::plain_text(heading->content), {}, none};
    section.key = heading_key(section.text);
    while (!open.empty() && get<Heading>(sections_[open.back()].heading->value).level >= heading->level)
      open.pop_back();
    if (!open.empty()) section.parent = open.back();
    open.push_back(sections_.size());
    by_key_.add(section.key, static_cast<std::uint32_t>(sections_.size()));
    sections_.push_back(std::move(section));
    return true;
  });
  by_key_.finish();
  if (with_id_.size() > few) keep_first_with_each_id();
  for (std::size_t i = 0; i < with_id_.size(); ++i)
    by_block_id_.add(base::folded(with_id_[i]->block_id), static_cast<std::uint32_t>(i));
  by_block_id_.finish();
}

// Of each file the original, or else the first copy: a block may be embedded thousands of times.
void Outline::keep_first_with_each_id() {
  std::unordered_map<std::string, std::size_t> known;
  std::vector<const Block*> kept;
  for (const Block* block : with_id_) {
    const auto [first, is_new] =
        known.try_emplace(base::folded(block->block_id) + '\n' + std::to_string(block->where.file.value), kept.size());
    if (is_new)
      kept.push_back(block);
    else if (kept[first->second]->is_copy && !block->is_copy)
      kept[first->second] = block;
  }
  with_id_ = std::move(kept);
}

const std::string& Outline::title_key() const {
  if (!title_key_) title_key_ = heading_key(book::plain_text(chapter_->title));
  return *title_key_;
}

std::vector<std::size_t> Outline::of_key(const std::string& key, std::size_t limit) const {
  std::vector<std::size_t> found;
  for (const auto at : by_key_.find(key)) {
    if (found.size() == limit) break;
    if (sections_[at].key == key) found.push_back(at);
  }
  return found;
}

const Block* Outline::block(const std::string& id, base::FileId file) const {
  const std::string key = base::folded(id);
  const Block* best = nullptr;
  const auto rank = [file](const Block& one) { return std::tuple(one.where.file != file, one.is_copy); };
  for (const auto at : by_block_id_.find(key)) {
    const Block& one = *with_id_[at];
    if (base::folded(one.block_id) == key && (!best || rank(one) < rank(*best))) best = &one;
    if (best && rank(*best) == std::tuple(false, false)) break;
  }
  return best;
}

const Outline::Addresses& Outline::addresses() {
  if (addresses_) return *addresses_;
  addresses_ = std::make_unique<Addresses>();
  auto& [blocks, places, titles, by_letters, title_letters, title_has_signs] = *addresses_;
  const std::string title = book::plain_text(chapter_->title);
  title_letters = letters_of(title);
  title_has_signs = has_signs(title);
  const std::string title_slug = base::slug(title);
  titles.insert(base::folded(title_slug));
  book::each_inline(chapter_->title, [&](const book::Inline& one) {
    if (const auto* named = get_if<book::NamedPlace>(&one.value)) titles.insert(base::folded(named->id));
    return true;
  });
  const auto learn_places = [&](const Block& block) {
    book::each_run(block, [&](const book::Inlines& run) {
      book::each_inline(run, [&](const book::Inline& one) {
        if (const auto* named = get_if<book::NamedPlace>(&one.value))
          places.try_emplace(base::folded(named->id), Place{&block, named});
        return true;
      });
    });
    return true;
  };
  if (chapter_->may_hold.places) book::each_block(chapter_->blocks, learn_places);
  std::unordered_map<std::string, std::size_t> slugs;
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const Block& block = *sections_[i].heading;
    const std::string& text = sections_[i].text;
    by_letters[letters_of(text)].push_back(i);
    if (const auto& id = get<Heading>(block.value).id; !id.empty()) add(blocks, id, block);
    // As GitHub counts those alike: "dup", "dup-1", "dup-2".
    std::string slug = base::slug(text);
    const std::size_t number = slugs[slug]++;
    // The title may have been a heading of the text, which counts too.
    if (slug == title_slug) add(blocks, slug + '-' + std::to_string(number + 1), block);
    if (number > 0) slug += '-' + std::to_string(number);
    add(blocks, slug, block);
    add(blocks, base::slug(with_typed_dashes(text)), block);
  }
  return *addresses_;
}

// "#A#B": above the last one stand the others, in this order, perhaps with further headings between them.
bool Outline::path_fits(std::size_t section, const std::vector<std::string>& keys) const {
  std::size_t left = keys.size() - 1;
  for (std::size_t above = sections_[section].parent; left > 0 && above != none;
       above = sections_[above].parent) {
    if (sections_[above].key == keys[left - 1]) --left;
  }
  return left == 0 || (left == 1 && keys.front() == title_key());
}

Outline::Match Outline::by_text(const std::vector<std::string>& path, base::FileId file) const {
  std::vector<std::string> keys;
  for (const std::string& step : path) keys.push_back(heading_key(step));
  const auto candidates = of_key(keys.back(), most);
  if (candidates.empty()) return {};
  const std::string typed = as_typed(path.back());
  const std::string plain = without_signs(path.back());
  Match best;
  std::tuple<bool, bool, HeadingFit> best_rank;
  for (const std::size_t at : candidates) {
    const Section& section = sections_[at];
    if (!path_fits(at, keys)) continue;
    const HeadingFit fit = as_typed(section.text) == typed        ? HeadingFit::text
                           : without_signs(section.text) == plain ? HeadingFit::without_signs
                                                                  : HeadingFit::ignoring_case;
    const std::tuple rank(section.heading->where.file != file, section.heading->is_copy, fit);
    // What was embedded twice was written once.
    if (best && rank == best_rank && section.heading->where != best.heading->where) ++best.alike;
    if (best && rank >= best_rank) continue;
    best = {section.heading, false, {}, fit, 1};
    best_rank = rank;
  }
  return best;
}

std::vector<Outline::Named> Outline::headings_of_text(const std::vector<std::string>& path) const {
  std::vector<std::string> keys;
  for (const std::string& step : path) keys.push_back(heading_key(step));
  std::vector<Named> named;
  for (const std::size_t at : of_key(keys.back(), sections_.size())) {
    if (!path_fits(at, keys)) continue;
    std::string whole = sections_[at].text;
    for (std::size_t above = sections_[at].parent; above != none; above = sections_[above].parent)
      whole.insert(0, sections_[above].text + " > ");
    named.push_back({sections_[at].heading, std::move(whole)});
  }
  return named;
}

Outline::Match Outline::by_letters(const std::vector<std::string>& path) {
  const std::string& wanted = path.back();
  const std::string letters = letters_of(wanted);
  if (letters.empty()) return {};
  std::vector<std::string> keys;
  for (const std::string& step : path) keys.push_back(heading_key(step));
  // Two spellings that differ in spaces alone are two words and one.
  const bool wanted_has_signs = has_signs(wanted);
  Match only;
  const Addresses& known = addresses();
  if (const auto found = known.by_letters.find(letters); found != known.by_letters.end()) {
    for (std::size_t i = 0; i < std::min(most, found->second.size()); ++i) {
      const std::size_t at = found->second[i];
      const Section& section = sections_[at];
      if ((!wanted_has_signs && !has_signs(section.text)) || !path_fits(at, keys)) continue;
      if (only && only.heading->where != section.heading->where) return {};  // which of them cannot be known
      if (!only || only.heading->is_copy) only = {section.heading, false, {}, HeadingFit::punctuation, 1};
    }
  }
  if (path.size() > 1 || known.title_letters != letters || (!wanted_has_signs && !known.title_has_signs)) return only;
  return only ? Match() : Match{.whole_note = true, .fit = HeadingFit::punctuation};
}

void Outline::add(FirstBlocks& blocks, const std::string& name, const Block& block) {
  const std::string key = base::folded(name);
  for (const std::string& full : {key, key + '\n' + std::to_string(block.where.file.value)}) {
    const Block*& first = blocks.try_emplace(full, &block).first->second;
    if (first->is_copy && !block.is_copy) first = &block;
  }
}

const Block* Outline::find(const FirstBlocks& blocks, const std::string& name, base::FileId file) {
  const std::string key = base::folded(name);
  auto found = blocks.find(key + '\n' + std::to_string(file.value));
  if (found == blocks.end()) found = blocks.find(key);
  return found == blocks.end() ? nullptr : found->second;
}

Outline::Match Outline::by_address(const std::string& address, base::FileId file) {
  const Addresses& known = addresses();
  if (const Block* found = find(known.blocks, address, file)) return {found, false, {}, HeadingFit::address, 1};
  if (const auto place = known.places.find(base::folded(address)); place != known.places.end())
    return {.place = place->second};
  if (const Block* found = block(address, file)) return {.place = {found}};
  return {.whole_note = known.titles.contains(base::folded(address))};
}

Outline::Match Outline::heading(const std::vector<std::string>& path, book::LinkForm form,
                                base::FileId file) {
  const bool is_markdown = form == book::LinkForm::markdown, is_single = path.size() == 1;
  Match match;
  if (is_markdown && is_single) match = by_address(path.back(), file);
  if (!match) match = by_text(path, file);
  if (!match && is_single && heading_key(path.back()) == title_key()) match.whole_note = true;
  if (match) return match;
  if (!match && !is_markdown && is_single) match = by_address(path.back(), file);
  // HTML's own word for the head of a page.
  if (!match && is_markdown && is_single && base::folded(path.back()) == "top") match.whole_note = true;
  if (!match) match = by_letters(path);
  return match;
}

std::vector<std::string> Outline::near_headings(std::string_view text) {
  if (!headings_near_) {
    std::vector<std::string> texts;
    for (const Section& section : sections_) texts.push_back(section.text);
    headings_near_ = std::make_unique<NearNames>(std::move(texts));
  }
  return headings_near_->near(text);
}

std::vector<std::string> Outline::near_blocks(std::string_view id) {
  if (!blocks_near_) {
    std::vector<std::string> ids;
    for (const Block* block : with_id_) ids.push_back(block->block_id);
    blocks_near_ = std::make_unique<NearNames>(std::move(ids));
  }
  return blocks_near_->near(id);
}

}  // namespace octavo::resolve
