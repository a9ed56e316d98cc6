// Lines to strips: a line gets its place on the baseline, its links their areas, its marks their heights.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include "pages/composer.h"

namespace octavo::pages {
const std::vector<lines::Line>& Composer::break_lines(const lines::Paragraph& paragraph, float measure) {
  return workshop_.set_lines.of(paragraph, measure, [&] {
    std::vector<lines::Line> set = lines::set(paragraph, measure, workshop_.tools());
    if (std::none_of(set.begin(), set.end(), [](const lines::Line& line) { return line.overfull; })) return set;
    // A word wider than the measure is torn rather than let run off the page.
    lines::Paragraph torn = paragraph;
    for (lines::TextStyle& style : torn.styles) style.break_anywhere = true;
    return lines::set(torn, measure, workshop_.tools());
  });
}

// Lines of about one length: the narrowest measure that needs no line more.
std::vector<lines::Line> Composer::balanced_lines(const lines::Paragraph& paragraph, float measure) {
  std::vector<lines::Line> best = break_lines(paragraph, measure);
  constexpr float step = 0.04f;
  for (float narrower = measure * (1 - step); best.size() > 1 && narrower > 0.4f * measure; narrower -= step * measure) {
    std::vector<lines::Line> set = lines::set(paragraph, narrower, workshop_.tools());
    if (set.size() > best.size() || std::any_of(set.begin(), set.end(), [](const auto& line) { return line.overfull; })) break;
    best = std::move(set);
  }
  return best;
}

namespace {

// A tint behind words, and what is drawn round them.
void draw_behind(const lines::PlacedRun& run, base::Point origin, float size, Strip& strip) {
  const lines::Outline& outline = run.outline;
  const base::Rect area{origin.x - 1, origin.y - 0.8f * size, run.width + 2, 1.06f * size};
  const bool is_round = outline.radius > 0;
  if (run.highlight) strip.items.push_back(Fill{area, *run.highlight, Rule::solid, outline.radius, 0, is_round, is_round});
  if (outline.width > 0) strip.items.push_back(Fill{area, outline.color, rule_of(outline.style), outline.radius, outline.width, true, true});
}

}  // namespace

void Composer::draw(const lines::Line& line, float x, float baseline, const Collected& collected, Strip& strip) {
  const float size = collected.style.font_size;
  const std::size_t begin = strip.items.size();
  strip.items.reserve(begin + line.runs.size());
  struct Said { std::uint32_t reference, item, runs; };
  std::vector<Said> said;
  // What is marked inside a link is set in several runs, and pictures stand among them, but it is one place to press.
  const auto add_link = [&](const TagFacts& facts, const base::Rect& area) {
    if (!facts.link) return;
    const LinkFacts& link = links_[*facts.link];
    LinkArea* last = strip.links.empty() ? nullptr : &strip.links.back();
    if (last && last->structure == link.structure && std::abs(last->area.right() - area.x) < 0.4f * size)
      last->area = base::around(last->area, area);
    else
      strip.links.push_back({area, link.target, link.description, link.structure});
  };
  std::vector<GlyphRun> initial;  // a drop capital, until the word it begins has come
  auto box = line.boxes.begin();
  const auto draw_boxes = [&](float before) {
    for (; box != line.boxes.end() && box->x < before; ++box) {
      const TagFacts& facts = tags_[box->tag];
      const base::Rect area{x + box->x, baseline - box->ascent, box->width, box->ascent + box->descent};
      add_link(facts, area);
      strip.items.push_back(Picture{area, facts.picture, facts.structure});
    }
  };
  for (const lines::PlacedRun& run : line.runs) {
    if (run.glyphs.empty()) continue;  // nothing but invisible characters
    draw_boxes(run.x);  // in their places among the words
    const base::Point origin{x + run.x, baseline - run.rise};
    draw_behind(run, origin, size, strip);
    const TagFacts& facts = tags_[run.tag];
    add_link(facts, {origin.x, origin.y - 0.8f * run.size, run.width, 1.05f * run.size});
    const StructureId structure = run.text.empty() ? StructureId{} : facts.structure;
    GlyphRun drawn{origin, run.face, run.size, run.color, run.right_to_left, run.text, run.glyphs, structure, run.scaling, run.tracking};
    if (facts.is_initial && has_word(line, run)) {
      draw_unsaid(drawn, strip);
      initial.push_back(std::move(drawn));
      continue;
    }
    if (!initial.empty()) say_beside(std::exchange(initial, {}), drawn, strip);
    if (facts.reference) {
      if (!said.empty() && said.back().reference == *facts.reference) ++said.back().runs;
      else said.push_back({*facts.reference, static_cast<std::uint32_t>(strip.items.size()), 1});
    }
    strip.items.push_back(std::move(drawn));
    const auto draw_line = [&](float down) {
      const style::Decoration& look = run.decoration;
      const float own = look.style == style::LineStyle::twofold ? 1.5f : 0.5f;
      strip.items.push_back(
          Fill{{origin.x, origin.y + down, run.width, look.thickness > 0 ? look.thickness : own}, look.color.value_or(run.color), rule_of(look.style)});
    };
    if (run.underline) draw_line(run.decoration.offset.value_or(0.12f * size));
    if (run.line_through) draw_line(-0.24f * size);
  }
  draw_boxes(std::numeric_limits<float>::infinity());
  for (const lines::PlacedMark& placed : line.marks) {
    const MarkFacts& facts = marks_[placed.id];
    if (facts.anchor) strip.anchors.push_back({facts.anchor, 0});
    if (facts.note) strip.notes.push_back(*facts.note);
    if (facts.reference) {
      const auto run = std::ranges::find(said, *facts.reference, &Said::reference);
      std::optional<std::uint32_t> item;
      if (run != said.end() && run->runs == 1) item = run->item;
      strip.references.push_back({*facts.reference, item, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(strip.items.size()), line.room});
    }
  }
}

void Composer::draw_beside(const lines::Line& line, float x, const Collected& collected, Strip& strip) {
  Strip drawn;
  draw(line, x, strip.baseline, collected, drawn);
  strip.beside.insert(strip.beside.begin(), std::make_move_iterator(drawn.items.begin()), std::make_move_iterator(drawn.items.end()));
  strip.links.insert(strip.links.begin(), std::make_move_iterator(drawn.links.begin()), std::make_move_iterator(drawn.links.end()));
}

Strip& Composer::add_strip(float height) {
  Strip strip;
  strip.height = height;
  strip.space_alone = section_.galley.empty() ? 0 : pending_.space;
  strip.space_before = std::max(strip.space_alone, pending_.under_figure);
  strip.snaps = pending_.snap;
  // What must not be parted by a page is not parted by white space either, unless it stands apart already.
  strip.may_spread = pending_.spread && strip.space_before > 0 && (pending_.break_before < cost::never || strip.space_before >= workshop_.grid);
  strip.break_before = pending_.break_before;
  for (const Band& band : bands_) {
    Fill fill = band.fill;
    fill.area.height = height;
    fill.begins = !fill.is_plain() && !band.open;
    strip.items.push_back(fill);
    if ((strip.space_before > 0 || strip.snaps) && band.open) strip.gap_fills.push_back(band.fill);
  }
  for (Band& band : bands_) band.open = true;
  for (book::AnchorId anchor : pending_.anchors) strip.anchors.push_back({anchor, 0});
  strip.strings = std::move(pending_.strings);
  pending_ = {};
  section_.galley.push_back(std::move(strip));
  return section_.galley.back();
}

StripRange Composer::add_lines(const Collected& collected, const Place& place, const ParagraphFacts& facts) {
  const float measure = section_.measure - place.left - place.right;
  const bool is_title = facts.role == Role::title || (facts.role == Role::heading && facts.level == 1);
  const std::vector<lines::Line> balanced = is_title ? balanced_lines(collected.paragraph, measure) : std::vector<lines::Line>();
  const std::vector<lines::Line>& set = is_title ? balanced : break_lines(collected.paragraph, measure);
  const std::size_t first = section_.galley.size();
  if (facts.anchor) anchor_next(facts.anchor);
  if (set.empty()) return {first, first};
  constexpr std::size_t least = 4;  // lines
  const bool is_elastic = stands_free() && facts.role == Role::paragraph && facts.block && set.size() >= least &&
                          collected.paragraph.align == style::Align::justify;
  const float last_line = set.back().width / measure;
  const std::vector<book::AnchorId> anchors = is_elastic ? pending_.anchors : std::vector<book::AnchorId>{};
  const std::vector<std::uint32_t> strings = is_elastic ? pending_.strings : std::vector<std::uint32_t>{};
  add_strips(set, collected, place.left, facts);
  const StripRange strips{first, section_.galley.size()};
  if (is_elastic) {
    section_.elastic.push_back({strips, last_line});
    elastic_.push_back({collected, place.left, measure, facts, anchors, strings});
  }
  return strips;
}

StripRange Composer::set_again(std::size_t elastic, int by) {
  const SetParagraph& paragraph = elastic_[elastic];
  const std::size_t first = section_.galley.size();
  const lines::Variant variant = lines::set(paragraph.collected.paragraph, paragraph.measure, by, workshop_.tools());
  if (variant.lines.empty()) return {first, first};
  pending_.anchors = paragraph.anchors;
  pending_.strings = paragraph.strings;
  add_strips(variant.lines, paragraph.collected, paragraph.left, paragraph.facts);
  // What surrounds it stays, and what was drawn beside its first line.
  const Strip& before = section_.galley[section_.elastic[elastic].begin];
  Strip& now = section_.galley[first];
  now.space_before = before.space_before;
  now.space_alone = before.space_alone;
  now.snaps = before.snaps;
  now.break_before = before.break_before;
  now.beside = before.beside;
  for (std::size_t strip = first; strip < section_.galley.size(); ++strip) add_notes_called_in_notes(section_.galley[strip]);
  return {first, section_.galley.size()};
}

float Composer::baseline(const Collected& collected) const {
  const glyphs::Metrics metrics = workshop_.fonts.metrics(collected.paragraph.styles.front().font);
  const float size = collected.style.font_size;
  return (collected.style.line_height - (metrics.ascent + metrics.descent) * size) / 2 + metrics.ascent * size;
}

void Composer::add_strips(const std::vector<lines::Line>& set, const Collected& collected, float left, const ParagraphFacts& facts) {
  const style::Computed& style = collected.style;
  const float baseline = this->baseline(collected);
  const int count = static_cast<int>(set.size()), beside = static_cast<int>(collected.paragraph.lines_beside);
  bool was_hyphenated = false;
  for (int index = 0; index < count; ++index) {
    const lines::Line& line = set[static_cast<std::size_t>(index)];
    float height = style.line_height, down = baseline;
    // A picture in the line, or a taller word, pushes the line down by whole steps of the grid.
    float boxes = index == 0 ? collected.raised : 0;
    for (const auto& box : line.boxes) boxes = std::max(boxes, box.ascent);
    if (boxes > down) {
      const float more = std::ceil((boxes - down) / style.line_height) * style.line_height;
      height += more;
      down += more;
    }
    if (index > 0) {
      pending_.break_before = count - index < style.widows ? cost::widow : index < style.orphans ? cost::orphan : cost::within_paragraph;
      if (was_hyphenated) pending_.break_before += cost::hyphen;
      if (index <= beside) pending_.break_before = cost::never;
    }
    was_hyphenated = line.hyphenated;
    Strip& strip = add_strip(height);
    strip.baseline = down;
    if (facts.block) strip.begins = book::TextPlace{facts.block, facts.text_before + line.text_offset};
    strip.is_heading = facts.role == Role::heading || facts.role == Role::title;
    draw(line, left, down, collected, strip);
  }
  // A drop capital that reaches below the last line keeps others away from it.
  if (count <= beside) {
    pending_.break_before = cost::never;
    add_strip(static_cast<float>(beside + 1 - count) * style.line_height);
  }
}

}  // namespace octavo::pages
