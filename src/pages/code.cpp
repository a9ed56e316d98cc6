// Code: every line of the source is a paragraph of its own that keeps its spaces; one too long for the measure turns over, hung and marked.
#include <algorithm>
#include <map>

#include "pages/composer.h"

namespace octavo::pages {
namespace {

constexpr float turn_over_indent = 2.0f;  // ems
constexpr std::string_view turn_over_mark = "\u21AA";

// What it costs to begin a page with a line of code: least with an empty one, and the more the deeper the line stands in what was begun
// before it; what closes something stands with that.
int break_cost(std::string_view line) {
  constexpr std::size_t deepest = 24;
  const std::size_t indent = line.find_first_not_of(" \t");
  if (indent == std::string_view::npos) return cost::free;
  const bool closes = std::string_view("})]").find(line[indent]) != std::string_view::npos;
  return cost::within_paragraph + 8 * static_cast<int>(std::min(indent, deepest)) + (closes ? 900 : 0);
}

}  // namespace

void Composer::set_code(const Code& code, const book::Block& block, const style::Element& element, const Place& place) {
  Frame frame = enter(element, place, Role::code);
  const Place inside = frame.place();
  section_.structure[inside.structure.index()].stands_alone = true;
  const float measure = section_.measure - inside.left - inside.right;
  const lines::Tag plain = tag(inside.structure);
  Place beside_code = inside;  // what rules say of it is no code
  beside_code.structure = place.structure;
  set_made(Made::before, element, beside_code);
  if (section_.galley.size() > frame.first_strip) add_break(cost::never);

  // The line of the source that is being set, and the looks of the tokens in all of them.
  Collected collected = begin_paragraph(frame.style, place);
  lines::Paragraph& paragraph = collected.paragraph;
  paragraph.align = style::Align::left;
  paragraph.hanging_punctuation = false;
  paragraph.preserve_spaces = true;
  paragraph.hanging_indent = turn_over_indent * frame.style.font_size;
  const Look bare = look(paragraph, collected.style, inside.language);
  std::map<book::TokenKind, Look> looks;
  for (const book::Token& token : code.tokens) {
    const auto [known, is_new] = looks.try_emplace(token.kind);
    if (!is_new) continue;
    const style::Element span{"span", {book::class_name(token.kind)}, {}, &element, nullptr, false};
    known->second = look(paragraph, style_of(span, frame.style), inside.language);
  }

  const std::string_view text = code.text;
  auto token = code.tokens.begin();
  std::vector<std::size_t> firsts;  // the strip each line of the source begins with
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    paragraph.pieces.clear();
    const auto add = [&](std::size_t from, std::size_t to, Look look) {
      if (from < to) add_words(collected, std::string(text.substr(from, to - from)), look, inside.language, plain);
    };
    std::size_t done = at;
    for (; token != code.tokens.end() && token->begin < end; ++token) {
      add(done, token->begin, bare);
      add(token->begin, token->end, looks[token->kind]);
      done = token->end;
    }
    add(done, end, bare);
    // A space so that an empty line is as tall as the others.
    if (at == end) add_words(collected, " ", bare, inside.language, plain);
    const std::string_view line = text.substr(at, end - at);
    if (!firsts.empty()) add_break(break_cost(line));
    const StripRange strips = add_lines(collected, inside, {.block = block.id, .text_before = static_cast<std::uint32_t>(at)});
    firsts.push_back(strips.begin);
    if (line.find_first_not_of(" \t") == std::string_view::npos)
      for (std::size_t strip = strips.begin; strip < strips.end; ++strip) {
        section_.galley[strip].vanishes = strip > firsts.front();
        section_.galley[strip].begins.reset();  // no line of text, for a heading over it or a reader
      }

    for (std::size_t strip = strips.begin + 1; strip < strips.end; ++strip) {
      Collected mark = begin_paragraph(frame.style, place);
      add_words(mark, std::string(turn_over_mark), mark.style, inside.language, tag(StructureId{}));
      Strip& turned = section_.galley[strip];
      turned.break_before = cost::widow;
      for (const lines::Line& turned_line : break_lines(mark.paragraph, measure)) {
        const std::size_t before = turned.items.size();
        draw(turned_line, inside.left, turned.baseline, mark, turned);
        // The mark is no part of the code: nobody should copy it.
        for (std::size_t item = before; item < turned.items.size(); ++item)
          if (auto* run = std::get_if<GlyphRun>(&turned.items[item])) run->text = {};
      }
    }
    at = end + 1;
  }
  // What is short is better read whole.
  if (firsts.size() <= cost::lines_of_short_code)
    for (std::size_t strip = firsts.front() + 1; strip < section_.galley.size(); ++strip)
      section_.galley[strip].break_before += section_.page.is_ragged ? cost::kept_code : cost::short_code;
  // Two lines stay together at either end, as in any paragraph.
  if (firsts.size() > 1) {
    section_.galley[firsts[1]].break_before = cost::orphan;
    section_.galley[firsts.back()].break_before = cost::widow;
  }
  const std::size_t end = section_.galley.size();
  set_made(Made::after, element, beside_code);
  if (section_.galley.size() > end) section_.galley[end].break_before = cost::never;
  pending_.snap = true;
  leave(frame);
}

}  // namespace octavo::pages
