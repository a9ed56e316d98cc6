#include "style/page_rules.h"

#include <algorithm>
#include <array>

#include "style/page.h"
#include "style/variables.h"

namespace octavo::style {
namespace {

// Where its words stand in a box if no rule says otherwise (CSS Paged Media 3, section 5.3).
struct Box {
  std::string_view name;
  Align align;
  VerticalAlign vertical;
};
constexpr std::array<Box, 16> boxes = {{
    {"top-left-corner", Align::right, VerticalAlign::middle},
    {"top-left", Align::left, VerticalAlign::middle},
    {"top-center", Align::center, VerticalAlign::middle},
    {"top-right", Align::right, VerticalAlign::middle},
    {"top-right-corner", Align::left, VerticalAlign::middle},
    {"right-top", Align::center, VerticalAlign::top},
    {"right-middle", Align::center, VerticalAlign::middle},
    {"right-bottom", Align::center, VerticalAlign::bottom},
    {"bottom-right-corner", Align::left, VerticalAlign::middle},
    {"bottom-right", Align::right, VerticalAlign::middle},
    {"bottom-center", Align::center, VerticalAlign::middle},
    {"bottom-left", Align::left, VerticalAlign::middle},
    {"bottom-left-corner", Align::right, VerticalAlign::middle},
    {"left-bottom", Align::center, VerticalAlign::bottom},
    {"left-middle", Align::center, VerticalAlign::middle},
    {"left-top", Align::center, VerticalAlign::top},
}};

// What the text of a page may be, and what may lie behind it; how it is broken and framed is said elsewhere.
bool is_of_page(std::string_view name) {
  constexpr std::string_view beginnings[] = {"font", "text-", "line-height", "letter-spacing", "word-spacing", "color", "background", "hyphens", "quotes"};
  return std::ranges::any_of(beginnings, [&](std::string_view one) { return name.starts_with(one); });
}

void add_to(std::vector<const Ready*>& all, const std::vector<Ready>& some, bool important) {
  for (const auto& one : some)
    if (one.source.important == important) all.push_back(&one);
}

}  // namespace

std::vector<std::string> margin_box_names() {
  std::vector<std::string> names;
  for (const auto& one : boxes) names.emplace_back(one.name);
  return names;
}

void PageRules::add(PageRule rule, const Properties& properties, const Notes& notes) {
  Rule made{std::move(rule.selectors), {}, {}, {}, rule.condition};
  const auto of_page = page_property_names();
  Declarations others;
  for (auto& declaration : rule.declarations) {
    if (declaration.is_custom() || is_of_page(declaration.name)) {
      others.push_back(std::move(declaration));
    } else if (std::ranges::find(of_page, declaration.name) == of_page.end()) {
      note_unknown(declaration, of_page, notes);
    } else if (!declaration.uses_variables && !page_change(declaration.name, declaration.value)) {
      note_value(declaration, notes);
    } else {
      made.page.push_back(std::move(declaration));
    }
  }
  made.style = ready(std::move(others), properties, notes);
  for (auto& box : rule.boxes) {
    const auto known = std::ranges::find(boxes, box.name, &Box::name);
    if (known != boxes.end()) {
      made.boxes.push_back({static_cast<BoxName>(known - boxes.begin()), ready(std::move(box.declarations), properties, notes)});
      continue;
    }
    notes.add(box.begin, box.end, with_nearest("a page has no \"@" + box.name + '"', box.name, margin_box_names()));
  }
  rules_.push_back(std::move(made));
}

std::vector<const PageRules::Rule*> PageRules::matching(const PageKind& kind, const Holds& holds) const {
  std::vector<std::pair<int, const Rule*>> found;
  for (const auto& rule : rules_) {
    if (!holds(rule.condition)) continue;
    std::optional<int> strength;
    for (const auto& selector : rule.selectors)
      strength = std::max(strength, page_match(selector, kind.name, kind.side, kind.first, kind.blank));
    if (strength) found.emplace_back(*strength, &rule);
  }
  std::ranges::stable_sort(found, {}, &std::pair<int, const Rule*>::first);
  std::vector<const Rule*> result;
  for (const auto& [strength, rule] : found) result.push_back(rule);
  return result;
}

Computed PageRules::style_of(const std::vector<const Rule*>& rules, const Computed& around) const {
  std::vector<const Ready*> declarations;
  for (const bool important : {false, true})
    for (const auto* rule : rules) add_to(declarations, rule->style, important);
  return computed(declarations, inherited_from(around), around, Standing::inside);
}

PageStyle PageRules::page(const PageKind& kind, const Computed& around, const Holds& holds) const {
  const auto rules = matching(kind, holds);
  const auto style = style_of(rules, around);
  PageDraft draft{initial_page(), kind.side, {style.font_size, style.carried.root_font_size, style.line_height, 0}};
  for (const bool important : {false, true})
    for (const auto* rule : rules)
      for (const auto& declaration : rule->page) {
        if (declaration.important != important) continue;
        const auto value = substituted(declaration.value, style.carried.variables.get());
        const auto change = value ? page_change(declaration.name, *value) : std::nullopt;
        if (change) (*change)(draft);
      }
  draft.page.background = style.background;
  return with_room(draft.page);
}

std::vector<MarginBox> PageRules::margin_boxes(const PageKind& kind, const Computed& around, const Holds& holds) const {
  const auto rules = matching(kind, holds);
  const auto page = style_of(rules, around);
  std::vector<MarginBox> result;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    std::vector<const Ready*> declarations;
    for (const bool important : {false, true})
      for (const auto* rule : rules)
        for (const auto& box : rule->boxes)
          if (box.name == static_cast<BoxName>(i)) add_to(declarations, box.declarations, important);
    if (declarations.empty()) continue;
    auto start = inherited_from(page);
    start.align = boxes[i].align;
    start.box_align = boxes[i].vertical;
    start.text_indent = 0;
    auto style = computed(declarations, start, page, Standing::inside);
    const bool is_made = style.content && !style.content->parts.empty() && style.display != Display::none;
    if (is_made) result.push_back({static_cast<BoxName>(i), std::move(style)});
  }
  return result;
}

}  // namespace octavo::style
