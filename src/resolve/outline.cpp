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

Outline::Outline(const book::Chapter& chapter)
    : chapter_(&chapter), title_(book::plain_text(chapter.title)), title_key_(heading_key(title_)) {
  std::vector<std::size_t> open;  // the headings the next one may stand under
  book::each_block(chapter.blocks, [&](const Block& block) {
    if (!block.block_id.empty()) {
      add(by_block_id_, block.block_id, block);
      block_ids_.push_back(block.block_id);
    }
    const auto* heading = std::get_if<Heading>(&block.value);
    if (!heading) return true;
    Section section{&block, book::plain_text(heading->content), {}, {}, {}, none};
    section.typed = as_typed(section.text);
    section.plain = without_signs(section.text);
    section.key = base::folded(section.plain);
    while (!open.empty() && std::get<Heading>(sections_[open.back()].heading->value).level >= heading->level)
      open.pop_back();
    if (!open.empty()) section.parent = open.back();
    open.push_back(sections_.size());
    by_key_[section.key].push_back(sections_.size());
    sections_.push_back(std::move(section));
    return true;
  });
}

void Outline::learn_addresses() {
  if (std::exchange(knows_addresses_, true)) return;
  const std::string title_slug = base::slug(title_);
  title_addresses_.insert(base::folded(title_slug));
  book::each_inline(chapter_->title, [&](const book::Inline& one) {
    if (const auto* named = std::get_if<book::NamedPlace>(&one.value))
      title_addresses_.insert(base::folded(named->id));
    return true;
  });
  const auto learn_places = [&](const Block& block) {
    book::each_run(block, [&](const book::Inlines& run) {
      book::each_inline(run, [&](const book::Inline& one) {
        if (const auto* named = std::get_if<book::NamedPlace>(&one.value))
          by_place_.try_emplace(base::folded(named->id), Place{&block, named});
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
    by_letters_[letters_of(text)].push_back(i);
    if (const auto& id = std::get<Heading>(block.value).id; !id.empty()) add(by_address_, id, block);
    // As GitHub counts those alike: "dup", "dup-1", "dup-2".
    std::string slug = base::slug(text);
    const std::size_t number = slugs[slug]++;
    // The title may have been a heading of the text, which counts too.
    if (slug == title_slug) add(by_address_, slug + '-' + std::to_string(number + 1), block);
    if (number > 0) slug += '-' + std::to_string(number);
    add(by_address_, slug, block);
    add(by_address_, base::slug(with_typed_dashes(text)), block);
  }
}

// "#A#B": above the last one stand the others, in this order, perhaps with further headings between them.
bool Outline::path_fits(std::size_t section, const std::vector<std::string>& keys) const {
  std::size_t left = keys.size() - 1;
  for (std::size_t above = sections_[section].parent; left > 0 && above != none;
       above = sections_[above].parent) {
    if (sections_[above].key == keys[left - 1]) --left;
  }
  return left == 0 || (left == 1 && keys.front() == title_key_);
}

Outline::Match Outline::by_text(const std::vector<std::string>& path, base::FileId file) const {
  std::vector<std::string> keys;
  for (const std::string& step : path) keys.push_back(heading_key(step));
  const auto found = by_key_.find(keys.back());
  if (found == by_key_.end()) return {};
  const std::string typed = as_typed(path.back());
  const std::string plain = without_signs(path.back());
  const auto& candidates = found->second;
  Match best;
  std::tuple<bool, bool, HeadingFit> best_rank;
  for (std::size_t i = 0; i < std::min(most, candidates.size()); ++i) {
    const std::size_t at = candidates[i];
    const Section& section = sections_[at];
    if (!path_fits(at, keys)) continue;
    const HeadingFit fit = section.typed == typed   ? HeadingFit::text
                           : section.plain == plain ? HeadingFit::without_signs
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
  const auto found = by_key_.find(keys.back());
  if (found == by_key_.end()) return named;
  for (const std::size_t at : found->second) {
    if (!path_fits(at, keys)) continue;
    std::string whole = sections_[at].text;
    for (std::size_t above = sections_[at].parent; above != none; above = sections_[above].parent)
      whole.insert(0, sections_[above].text + " > ");
    named.push_back({sections_[at].heading, std::move(whole)});
  }
  return named;
}

Outline::Match Outline::by_letters(const std::vector<std::string>& path) const {
  const std::string& wanted = path.back();
  const std::string letters = letters_of(wanted);
  if (letters.empty()) return {};
  std::vector<std::string> keys;
  for (const std::string& step : path) keys.push_back(heading_key(step));
  // Two spellings that differ in spaces alone are two words and one.
  const auto fits = [&](const std::string& text) { return has_signs(wanted) || has_signs(text); };
  Match only;
  if (const auto found = by_letters_.find(letters); found != by_letters_.end()) {
    for (std::size_t i = 0; i < std::min(most, found->second.size()); ++i) {
      const std::size_t at = found->second[i];
      const Section& section = sections_[at];
      if (!fits(section.text) || !path_fits(at, keys)) continue;
      if (only && only.heading->where != section.heading->where) return {};  // which of them cannot be known
      if (!only || only.heading->is_copy) only = {section.heading, false, {}, HeadingFit::punctuation, 1};
    }
  }
  if (path.size() > 1 || letters_of(title_) != letters || !fits(title_)) return only;
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

Outline::Match Outline::by_address(const std::string& address, base::FileId file) const {
  if (const Block* found = find(by_address_, address, file))
    return {found, false, {}, HeadingFit::address, 1};
  if (const auto place = by_place_.find(base::folded(address)); place != by_place_.end())
    return {.place = place->second};
  if (const Block* block = find(by_block_id_, address, file)) return {.place = {block}};
  return {.whole_note = title_addresses_.contains(base::folded(address))};
}

Outline::Match Outline::heading(const std::vector<std::string>& path, book::LinkForm form,
                                base::FileId file) {
  const bool is_markdown = form == book::LinkForm::markdown, is_single = path.size() == 1;
  Match match;
  if (is_markdown && is_single) {
    learn_addresses();
    match = by_address(path.back(), file);
  }
  if (!match) match = by_text(path, file);
  if (!match && is_single && heading_key(path.back()) == title_key_) match.whole_note = true;
  if (match) return match;
  learn_addresses();
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
    headings_near_.emplace(std::move(texts));
  }
  return headings_near_->near(text);
}

std::vector<std::string> Outline::near_blocks(std::string_view id) {
  if (!blocks_near_) blocks_near_.emplace(block_ids_);
  return blocks_near_->near(id);
}

}  // namespace octavo::resolve
