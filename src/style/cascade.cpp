// Which declarations an element gets, in which order (Cascading 4, section 6), and what they come to
// together.
#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "base/unicode.h"
#include "style/media.h"
#include "style/page.h"
#include "style/parse.h"
#include "style/properties.h"
#include "style/style.h"
#include "style/variables.h"

namespace octavo::style {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Index = std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>>;

// A declaration made ready: a custom property, or the changes it makes, or (with var() in it) what they will
// be made from.
struct Ready {
  Declaration source;
  const Property* property = nullptr;
  Settings settings;
};

struct Rule {
  std::vector<Ready> declarations;
  std::size_t condition = 0;
};

struct Branch {  // one selector of a rule's list
  Selector selector;
  std::uint32_t rule = 0;
};

enum class Standing { root, inside };

struct Match {
  std::uint32_t specificity = 0, rule = 0;
  friend auto operator<=>(const Match&, const Match&) = default;
};
using Matched = std::vector<Match>;  // the stronger after the weaker
struct MatchedHash {
  std::size_t operator()(const Matched& matched) const {
    std::size_t result = 0;
    for (const auto& match : matched) result = result * 31 + match.rule;
    return result;
  }
};

// What rules came to, once, inside such a parent.
struct Known {
  Computed parent, style;
};
constexpr std::size_t most_known = 32;  // of the same rules: sheets can be written to give every element another style

std::string with_nearest(std::string message, std::string_view name, const std::vector<std::string>& names) {
  const auto near = base::nearest(name, names, 1);
  return near.empty() ? message : message + "; did you mean \"" + near.front() + "\"?";
}

// Names that begin with a hyphen are other programs' own.
bool is_vendors(const Declaration& declaration) { return declaration.name.starts_with('-'); }

void note_unknown(const Declaration& declaration, const std::vector<std::string>& names, const Notes& notes) {
  notes.add(
      declaration.begin, declaration.end,
      with_nearest("print does not know the property \"" + declaration.name + "\"", declaration.name, names));
}

void note_value(const Declaration& declaration, const Notes& notes) {
  notes.add(declaration.begin, declaration.end,
            "print cannot use this value of \"" + declaration.name + "\", so it is skipped");
}

// What an element has before any declaration.
Computed inherited_from(const Computed& parent, const Computed& initial) {
  Computed result = parent;
  result.display = initial.display;
  result.margin = initial.margin;
  result.padding = initial.padding;
  result.border = initial.border;
  result.border_color = initial.border_color;
  result.background = initial.background;
  result.break_before = initial.break_before;
  result.break_after = initial.break_after;
  result.break_inside = initial.break_inside;
  result.column_count = initial.column_count;
  result.column_gap = initial.column_gap;
  result.rise = initial.rise;
  result.width = initial.width;
  result.height = initial.height;
  result.page.clear();
  result.content.clear();
  return result;
}

void settle_line_height(Computed& style) {
  if (style.carried.line_height_factor > 0)
    style.line_height = style.carried.line_height_factor * style.font_size;
}

void finish(Draft& draft) {
  auto& style = draft.now;
  if (style.carried.align_last_follows)
    style.align_last = style.align == Align::justify ? Align::left : style.align;
  constexpr float Sides::*sides[] = {&Sides::top, &Sides::right, &Sides::bottom, &Sides::left};
  for (std::size_t side = 0; side < 4; ++side) {
    if (!draft.bordered[side]) style.border.*sides[side] = 0;
    style.border_color[side] = draft.border_color[side].value_or(style.color);
  }
}

}  // namespace

bool operator==(const Carried& left, const Carried& right) {
  const auto plain = [](const Carried& carried) {
    return std::tuple(carried.line_height_factor, carried.root_font_size, carried.align_last_follows);
  };
  const bool same = left.variables == right.variables ||
                    (left.variables && right.variables && *left.variables == *right.variables);
  return same && plain(left) == plain(right);
}

struct Cascade::State {
  const Computed initial;
  Properties properties;
  Features features = {{"theme", "book"}, {"edition", "print"}, {"paper", "octavo"}};
  std::vector<Condition> conditions = {{}};
  std::vector<char> holds = {1};  // by condition
  std::vector<Rule> rules;
  std::vector<PageRule> pages;
  std::vector<Branch> branches;
  Index by_id, by_class, by_type;  // of the subject, the rarest of the three it has: into branches
  std::vector<std::uint32_t> by_nothing;
  bool may_hide = false;
  std::unordered_map<Matched, std::vector<Known>, MatchedHash> known;  // a book is a few kinds of elements, again and again

  void judge_conditions() {
    known.clear();
    holds.assign(conditions.size(), 1);
    for (std::size_t i = 1; i < conditions.size(); ++i)
      holds[i] = holds[conditions[i].outer] && media_match(conditions[i].query_list, features);
  }

  Ready ready(Declaration declaration, const Notes& notes) const {
    Ready result{std::move(declaration)};
    if (result.source.is_custom()) return result;
    result.property = properties.find(result.source.name);
    if (!result.property) {
      if (!is_vendors(result.source)) note_unknown(result.source, properties.names(), notes);
    } else if (!result.source.uses_variables) {
      if (auto changes = style::settings(*result.property, result.source.value)) {
        result.settings = std::move(*changes);
      } else {
        note_value(result.source, notes);
        result.property = nullptr;
      }
    }
    return result;
  }

  void add(StyleRule&& rule, std::size_t first_condition, const Notes& notes) {
    const auto number = static_cast<std::uint32_t>(rules.size());
    Rule made;
    made.condition = rule.condition == 0 ? 0 : rule.condition + first_condition;
    for (auto& declaration : rule.declarations) {
      auto one = ready(std::move(declaration), notes);
      may_hide = may_hide || one.source.name == "display";
      if (one.property || one.source.is_custom()) made.declarations.push_back(std::move(one));
    }
    rules.push_back(std::move(made));
    for (auto& selector : rule.selectors) {
      const auto branch = static_cast<std::uint32_t>(branches.size());
      const auto& subject = selector.compounds.front();
      auto& list = !subject.ids.empty()       ? by_id[subject.ids.front()]
                   : !subject.classes.empty() ? by_class[subject.classes.front()]
                   : !subject.type.empty()    ? by_type[subject.type]
                                              : by_nothing;
      list.push_back(branch);
      branches.push_back({std::move(selector), number});
    }
  }

  void add(PageRule&& rule, std::size_t first_condition, const Notes& notes) {
    if (rule.condition != 0) rule.condition += first_condition;
    std::erase_if(rule.declarations, [&](const Declaration& declaration) {
      const auto names = page_property_names();
      if (std::ranges::find(names, declaration.name) == names.end()) {
        if (!is_vendors(declaration)) note_unknown(declaration, names, notes);
        return true;
      }
      if (declaration.uses_variables || page_change(declaration.name, declaration.value)) return false;
      note_value(declaration, notes);
      return true;
    });
    pages.push_back(std::move(rule));
  }

  Matched matching(const Element& element) const {
    Matched result;
    result.reserve(16);
    const auto around = surroundings(element);
    const auto collect = [&](const std::vector<std::uint32_t>& list) {
      for (const auto index : list) {
        const auto& [selector, rule] = branches[index];
        if (may_match(selector, around) && holds[rules[rule].condition] && matches(selector, element))
          result.push_back({selector.specificity, rule});
      }
    };
    const auto look_up = [&](const Index& index, std::string_view name) {
      if (const auto found = index.find(name); found != index.end()) collect(found->second);
    };
    look_up(by_id, element.id);
    for (const auto name : element.classes) look_up(by_class, name);
    look_up(by_type, element.name);
    collect(by_nothing);
    std::ranges::sort(result);
    return result;
  }

  // Calls `use` for every declaration that applies, the stronger after the weaker.
  template <class Use>
  void each_declaration(const Matched& matched, Use use) const {
    for (const bool important : {false, true})
      for (const auto& match : matched)
        for (const auto& declaration : rules[match.rule].declarations)
          if (declaration.source.important == important) use(declaration);
  }

  Computed computed(const Matched& matched, const Computed& parent, Standing standing) const {
    const auto start = inherited_from(parent, initial);
    Draft draft{start, parent, start};
    for (auto* side :
         {&draft.now.border.top, &draft.now.border.right, &draft.now.border.bottom, &draft.now.border.left})
      *side = 3 * base::points_per_pixel;  // `medium`, once a style is given

    Declared custom;
    each_declaration(matched, [&](const Ready& one) {
      if (one.source.is_custom()) custom.insert_or_assign(one.source.name, one.source.value);
    });
    draft.now.carried.variables = style::computed(custom, parent.carried.variables);

    std::vector<Setting> made;                                  // from values with var() in them
    std::vector<std::pair<const Setting*, std::size_t>> order;  // or, without a pointer, an index into `made`
    order.reserve(32);
    each_declaration(matched, [&](const Ready& one) {
      if (!one.property) return;
      if (!one.source.uses_variables) {
        for (const auto& setting : one.settings) order.emplace_back(&setting, 0);
        return;
      }
      const auto value = substituted(one.source.value, draft.now.carried.variables.get());
      auto changes = value ? style::settings(*one.property, *value) : std::nullopt;
      if (!changes) changes = unset(*one.property);
      for (auto& setting : *changes) {
        order.emplace_back(nullptr, made.size());
        made.push_back(std::move(setting));
      }
    });
    const auto apply = [&](Phase phase) {
      for (const auto& [ready, index] : order) {
        const auto& setting = ready ? *ready : made[index];
        if (setting.phase == phase) setting.change(draft);
      }
    };
    apply(Phase::size);
    if (standing == Standing::root) draft.now.carried.root_font_size = draft.now.font_size;
    apply(Phase::basis);
    settle_line_height(draft.now);
    apply(Phase::rest);
    finish(draft);
    return std::move(draft.now);
  }
};

Cascade::Cascade() : state_(std::make_unique<State>()) {}
Cascade::~Cascade() = default;
Cascade::Cascade(Cascade&&) noexcept = default;
Cascade& Cascade::operator=(Cascade&&) noexcept = default;

void Cascade::add(std::string_view css, base::FileId file, diagnostics::Sink& sink) {
  const Notes notes(file, sink);
  auto sheet = parse(css, notes);
  // [0], which always holds, is shared by all sheets.
  const auto first_condition = state_->conditions.size() - 1;
  for (std::size_t i = 1; i < sheet.conditions.size(); ++i) {
    auto& condition = sheet.conditions[i];
    if (condition.outer != 0) condition.outer += first_condition;
    state_->conditions.push_back(std::move(condition));
  }
  for (auto& rule : sheet.rules) state_->add(std::move(rule), first_condition, notes);
  for (auto& rule : sheet.pages) state_->add(std::move(rule), first_condition, notes);
  state_->judge_conditions();
}

void Cascade::choose(std::string theme, std::string edition, std::string paper) {
  state_->features = {
      {"theme", std::move(theme)}, {"edition", std::move(edition)}, {"paper", std::move(paper)}};
  state_->judge_conditions();
}

Computed Cascade::style(const Element& element, const Computed& parent) const {
  const auto matched = state_->matching(element);
  if (!element.parent) return state_->computed(matched, parent, Standing::root);
  auto& known = state_->known[matched];
  const auto same = std::ranges::find(known, parent, &Known::parent);
  if (same != known.end()) return same->style;
  if (known.size() == most_known) known.clear();
  known.push_back({parent, state_->computed(matched, parent, Standing::inside)});
  return known.back().style;
}

bool Cascade::may_hide() const { return state_->may_hide; }

PageStyle Cascade::page(std::string_view name, Side side, bool first) const {
  const auto root = style({.name = "html"}, Computed{});
  struct Applied {
    bool important;
    int strength;
    std::size_t order;
    const Declaration* declaration;
  };
  std::vector<Applied> applied;
  for (const auto& rule : state_->pages) {
    if (!state_->holds[rule.condition]) continue;
    std::optional<int> strength;
    for (const auto& selector : rule.selectors)
      strength = std::max(strength, page_match(selector, name, side, first));
    if (!strength) continue;
    for (const auto& declaration : rule.declarations)
      applied.push_back({declaration.important, *strength, applied.size(), &declaration});
  }
  std::ranges::sort(applied, {},
                    [](const Applied& one) { return std::tuple(one.important, one.strength, one.order); });
  PageDraft draft{initial_page(), side, {root.font_size, root.font_size, root.line_height, 0}};
  for (const auto& one : applied) {
    const auto value = substituted(one.declaration->value, root.carried.variables.get());
    const auto change = value ? page_change(one.declaration->name, *value) : std::nullopt;
    if (change) (*change)(draft);
  }
  return with_room(draft.page);
}

}  // namespace octavo::style
