// Blocks of the model to strips, the plain kinds: paragraphs, headings, quotes, callouts, groups, section breaks. Lists, tables, code and
// figures have files of their own.
#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "pages/composer.h"
#include "pages/first_words.h"

namespace octavo::pages {
namespace {

// The element a block is to the style sheet.
style::Element element_of(const book::Block& block, const style::Element* parent, const style::Element* previous) {
  style::Element element{"div", {}, {}, parent, previous, false};
  visit(book::Overloaded{
            [&](const book::Paragraph& paragraph) {
              element.name = "p";
              if (paragraph.role != book::ParagraphRole::body) element.classes = {book::class_name(paragraph.role)};
            },
            [&](const book::Heading& heading) {
              element.name = book::heading_name(heading.level);
            },
            [&](const book::List& list) {
              element.name = list.ordered ? "ol" : "ul";
              element.classes = {list.tight ? "tight" : "loose"};
              if (std::any_of(list.items.begin(), list.items.end(), [](const auto& item) { return item.done.has_value(); }))
                element.classes.push_back("tasks");
            },
            [&](const book::Quote&) { element.name = "blockquote"; },
            [&](const book::Callout& callout) {
              element.name = "aside";
              element.classes = {"callout", callout.kind};
            },
            [&](const book::CodeBlock&) { element.name = "pre"; },
            [&](const book::MathBlock&) {
              element.name = "pre";
              element.classes = {"math"};
            },
            [&](const book::Table&) { element.name = "table"; },
            [&](const book::Figure&) { element.name = "figure"; },
            [&](const book::SectionBreak&) { element.name = "hr"; },
            [&](const book::Captioned& captioned) {
              element.name = "figure";
              for (const auto& name : captioned.classes) element.classes.push_back(name);
            },
            [&](const book::DefinitionList&) { element.name = "dl"; },
            [&](const book::Group& group) {
              element.language = group.language;
              for (const auto& name : group.classes) element.classes.push_back(name);
            },
            [&](const book::Embed&) {},
        },
        block.value);
  return element;
}

}  // namespace

void Composer::set_blocks(const book::Blocks& blocks, const Place& place, const style::Element* before) {
  // Siblings stay alive side by side, so that `h2 + p` can look back.
  std::vector<style::Element> siblings;
  siblings.reserve(blocks.size());
  for (std::size_t index = 0; index < blocks.size(); ++index) {
    siblings.push_back(element_of(blocks[index], place.element, index ? &siblings[index - 1] : before));
    siblings.back().last_child = index + 1 == blocks.size();
    set_block(blocks[index], siblings.back(), place);
  }
}

void Composer::set_block(const book::Block& block, const style::Element& element, const Place& place) {
  if (block.anchor) pending_.anchors.push_back(block.anchor);
  if (workshop_.sheet.may_hide() && style_of(element, *place.style).display == style::Display::none) return;
  visit([&](const auto& value) { set(value, block, element, place); }, block.value);
}

StripRange Composer::set_paragraph(const book::Inlines& content, const style::Element& element, const Place& place,
                                         const ParagraphFacts& facts) {
  Frame frame = enter(element, place, structure(facts.role, place.structure, facts.level));
  Collected collected = begin_paragraph(frame.style, place);
  if (!facts.number.empty()) {
    const style::Element number{"span", {"number"}, {}, &element, nullptr, false};
    add_words(collected, std::string(facts.number) + "\u2002", style_of(number, collected.style), place.language, tag(frame.inside.structure), false);
  }
  if (frame.style.strings) {
    const std::string own = (facts.number.empty() ? "" : std::string(facts.number) + "\u2002") + book::plain_text(content);
    keep_strings(frame.style, element, place.language, &own);
  }
  if (workshop_.sheet.may_style_first_letters() && facts.number.empty()) first_letter_of_ = owner_of("::first-letter", element);
  if (workshop_.sheet.may_style_first_lines() && facts.role == Role::paragraph)
    if (const style::Element* owner = owner_of("::first-line", element)) first_line_ = {&element, owner};
  const bool generates = workshop_.sheet.may_generate();
  const lines::Tag made = generates ? tag(frame.inside.structure) : 0;
  if (const Waiting around = std::exchange(waiting_, {}); around.element)
    add_made(Made::before, collected, *around.element, *around.style, place.language, made);
  if (generates) add_made(Made::before, collected, element, collected.style, place.language, made);
  collect(collected, content, element, collected.style, frame.place(), frame.inside.structure);
  first_letter_of_ = nullptr;
  first_line_ = {};
  if (generates) add_made(Made::after, collected, element, collected.style, place.language, made);
  if (const Waiting around = facts.block && facts.block == ends_item_.block ? std::exchange(ends_item_, {}).item : Waiting{}; around.element)
    add_made(Made::after, collected, *around.element, *around.style, place.language, made);
  if (!collected.first_line.empty()) set_first_line(collected, frame.place());
  const StripRange strips = add_lines(collected, frame.place(), facts);
  leave(frame);
  return strips;
}

namespace {

// Whether its last character is a colon.
bool announces(const book::Inlines& run) {
  if (run.empty()) return false;
  bool does = false;
  visit(
      [&](const auto& value) {
        if constexpr (requires { value.content; }) does = announces(value.content);
        else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, book::Text>) does = value.text.ends_with(':');
      },
      run.back().value);
  return does;
}

}  // namespace

void Composer::set(const book::Paragraph& paragraph, const book::Block& block, const style::Element& element, const Place& place) {
  if (block.id && block.id == opening_) set_paragraph(with_first_words(paragraph.content), element, place, {.block = block.id});
  else set_paragraph(paragraph.content, element, place, {.block = block.id});
  if (announces(paragraph.content)) add_break(cost::after_colon);
}

void Composer::set(const book::Heading& heading, const book::Block& block, const style::Element& element, const Place& place) {
  set_heading(heading, block.id, element, place);
}

void Composer::set_heading(const book::Heading& heading, book::BlockId block, const style::Element& element, const Place& place) {
  const ParagraphFacts facts{.block = block, .anchor = heading.anchor, .role = Role::heading, .level = heading.level, .number = heading.number};
  set_paragraph(heading.content, element, place, facts);
}

void Composer::set(const book::Quote& quote, const book::Block&, const style::Element& element, const Place& place) {
  Frame frame = enter(element, place, Role::quote);
  set_made(Made::before, element, frame.place());
  set_blocks(quote.blocks, frame.place());
  set_made(Made::after, element, frame.place());
  leave(frame);
}

void Composer::set(const book::Callout& callout, const book::Block& block, const style::Element& element, const Place& place) {
  Frame frame = enter(element, place, Role::division);
  // A title over nothing is the text itself.
  const style::Element title{"p", {callout.blocks.empty() ? "callout-text" : "callout-title"}, {}, &element, nullptr, false};
  set_made(Made::before, element, frame.place());
  set_paragraph(callout.title, title, frame.place(), {.block = block.id});
  set_blocks(callout.blocks, frame.place());
  set_made(Made::after, element, frame.place());
  leave(frame);
}

void Composer::set(const book::Captioned& captioned, const book::Block& block, const style::Element& element, const Place& place) {
  Frame frame = enter(element, place, Role::division);
  set_made(Made::before, element, frame.place());
  set_blocks(captioned.blocks, frame.place());
  if (!captioned.caption.empty()) {
    const style::Element caption{"figcaption", {}, {}, &element, nullptr, false};
    add_break(cost::never);
    pending_.snap = false;  // near what it names; what comes after it returns to the grid
    const StripRange strips = set_paragraph(captioned.caption, caption, frame.place(), {.block = block.id, .role = Role::caption});
    for (std::size_t index = strips.begin; index < strips.end; ++index) section_.galley[index].break_before = cost::never;
  }
  set_made(Made::after, element, frame.place());
  pending_.snap = true;
  leave(frame);
}

void Composer::set(const book::DefinitionList& list, const book::Block& block, const style::Element& element, const Place& place) {
  Frame frame = enter(element, place, Role::list);
  std::uint32_t before = 0;
  for (const book::Definition& item : list.items) {
    Place inside = frame.place();
    inside.structure = structure(Role::item, inside.structure);
    const style::Element term{"dt", {}, {}, &element, nullptr, false};
    for (const book::Inlines& words : item.terms) {
      set_paragraph(words, term, inside, {.block = block.id, .role = Role::label, .text_before = before});
      before += static_cast<std::uint32_t>(book::plain_text(words).size());
    }
    const style::Element body{"dd", {}, {}, &element, &term, false};
    Frame description = enter(body, inside, Role::body);
    set_made(Made::before, body, description.place());
    set_blocks(item.blocks, description.place());
    set_made(Made::after, body, description.place());
    leave(description);
  }
  leave(frame);
}

void Composer::set(const book::Group& group, const book::Block&, const style::Element& element, const Place& place) {
  Frame frame = enter(element, place, Role::division);
  if (!group.language.empty() && group.language != place.language) {
    frame.inside.language = group.language;
    section_.structure[frame.inside.structure.index()].language = group.language;
  }
  set_made(Made::before, element, frame.place());
  set_blocks(group.blocks, frame.place());
  set_made(Made::after, element, frame.place());
  leave(frame);
}

void Composer::set(const book::SectionBreak&, const book::Block&, const style::Element& element, const Place& place) {
  Frame frame = enter(element, place, StructureId{});
  Collected collected = begin_paragraph(frame.style, place);
  const style::Content* given = frame.style.content.get();
  add_words(collected, given ? made_words(given->parts, element, frame.style, place.language) : "*", collected.style, place.language,
            tag(StructureId{}));
  add_lines(collected, frame.place(), {});
  add_break(cost::never);  // an ornament does not stand alone at a page's foot
  leave(frame);
}

void Composer::set(const book::MathBlock& math, const book::Block& block, const style::Element& element, const Place& place) {
  set_code({math.source, {}}, block, element, place);
}

void Composer::set(const book::CodeBlock& code, const book::Block& block, const style::Element& element, const Place& place) {
  set_code({code.text, code.tokens}, block, element, place);
}

}  // namespace octavo::pages
