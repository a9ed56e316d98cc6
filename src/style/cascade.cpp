// Which declarations an element gets, and in which order (Cascading 4, section 6).
#include <algorithm>
#include <unordered_map>

#include "style/compute.h"
#include "style/media.h"
#include "style/page_rules.h"
#include "style/style.h"

namespace octavo::style {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Index = std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>>;

struct Rule {
  std::vector<Ready> declarations;
  std::size_t condition = 0;
};

struct Branch {  // one selector of a rule's list
  Selector selector;
  std::uint32_t rule = 0;
};

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
constexpr std::string_view first_letter = "::first-letter";
constexpr std::size_t most_known = 32;  // of the same rules: sheets can be written to give every element another style

}  // namespace

struct Cascade::State {
  Properties properties;
  Features features = {{"theme", "book"}, {"edition", "print"}, {"paper", "octavo"}};
  std::vector<Condition> conditions = {{}};
  std::vector<char> holds = {1};  // by condition
  std::vector<Rule> rules;
  PageRules pages;
  std::vector<FontFaceRule> faces;
  std::vector<Branch> branches;
  Index by_id, by_class, by_type;  // of the subject, the rarest of the three it has: into branches
  std::vector<std::uint32_t> by_nothing;
  bool may_hide = false, may_generate = false, may_style_first_letters = false, may_style_first_lines = false;
  std::unordered_map<Matched, std::vector<Known>, MatchedHash> known;  // a book is a few kinds of elements, again and again

  void judge_conditions() {
    known.clear();
    holds.assign(conditions.size(), 1);
    for (std::size_t i = 1; i < conditions.size(); ++i)
      holds[i] = holds[conditions[i].outer] && media_match(conditions[i].query_list, features);
  }

  void add(StyleRule&& rule, const Notes& notes) {
    const auto number = static_cast<std::uint32_t>(rules.size());
    const auto is_of_first_letter = [](const Selector& selector) { return selector.compounds.front().type == first_letter; };
    const auto kind = std::ranges::all_of(rule.selectors, is_of_first_letter) ? Subject::first_letter : Subject::any;
    rules.push_back({ready(std::move(rule.declarations), properties, notes, kind), rule.condition});
    for (const auto& one : rules.back().declarations) may_hide = may_hide || one.source.name == "display";
    for (auto& selector : rule.selectors) {
      const auto branch = static_cast<std::uint32_t>(branches.size());
      const auto& subject = selector.compounds.front();
      may_generate = may_generate || subject.type == "::before" || subject.type == "::after";
      may_style_first_letters = may_style_first_letters || subject.type == first_letter;
      may_style_first_lines = may_style_first_lines || subject.type == "::first-line";
      auto& list = !subject.ids.empty()       ? by_id[subject.ids.front()]
                   : !subject.classes.empty() ? by_class[subject.classes.front()]
                   : !subject.type.empty()    ? by_type[subject.type]
                                              : by_nothing;
      list.push_back(branch);
      branches.push_back({std::move(selector), number});
    }
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

  std::vector<const Ready*> declarations(const Matched& matched) const {  // the stronger after the weaker
    std::vector<const Ready*> result;
    result.reserve(32);
    for (const bool important : {false, true})
      for (const auto& match : matched)
        for (const auto& declaration : rules[match.rule].declarations)
          if (declaration.source.important == important) result.push_back(&declaration);
    return result;
  }

  Computed computed(const Matched& matched, const Computed& parent, Standing standing) const {
    return style::computed(declarations(matched), inherited_from(parent), parent, standing);
  }

  auto holding() const {
    return [this](std::size_t condition) { return holds[condition] != 0; };
  }
};

Cascade::Cascade() : state_(std::make_unique<State>()) {}
Cascade::~Cascade() = default;
Cascade::Cascade(Cascade&&) noexcept = default;
Cascade& Cascade::operator=(Cascade&&) noexcept = default;

void Cascade::add(std::string_view css, base::FileId file, diagnostics::Sink& sink, Audience audience) {
  const Notes notes(file, audience, sink);
  auto sheet = parse(css, notes);
  // [0], which always holds, is shared by all sheets.
  const auto first_condition = state_->conditions.size() - 1;
  const auto renumber = [&](std::size_t& condition) {
    if (condition != 0) condition += first_condition;
  };
  std::vector<char> is_elsewhere = {0};  // of no interest to print: `@media screen`
  for (std::size_t i = 1; i < sheet.conditions.size(); ++i) {
    auto& condition = sheet.conditions[i];
    is_elsewhere.push_back(is_elsewhere[condition.outer] || media_excludes_print(condition.query_list));
    renumber(condition.outer);
    state_->conditions.push_back(std::move(condition));
  }
  const Notes unheard({}, audience, sink);
  for (auto& rule : sheet.rules) {
    const auto& heard = is_elsewhere[rule.condition] ? unheard : notes;
    renumber(rule.condition);
    state_->add(std::move(rule), heard);
  }
  for (auto& rule : sheet.faces) {
    renumber(rule.condition);
    for (auto& source : rule.face.sources) source.where.file = file;
    state_->faces.push_back(std::move(rule));
  }
  for (auto& rule : sheet.pages) {
    const auto& heard = is_elsewhere[rule.condition] ? unheard : notes;
    renumber(rule.condition);
    state_->pages.add(std::move(rule), state_->properties, heard);
  }
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

std::vector<FontFace> Cascade::font_faces() const {
  std::vector<FontFace> result;
  for (const auto& rule : state_->faces)
    if (state_->holds[rule.condition]) result.push_back(rule.face);
  return result;
}

bool Cascade::may_hide() const { return state_->may_hide; }

bool Cascade::may_generate() const { return state_->may_generate; }

bool Cascade::may_style_first_letters() const { return state_->may_style_first_letters; }

bool Cascade::may_style_first_lines() const { return state_->may_style_first_lines; }

bool Cascade::has_rules(const Element& element) const { return !state_->matching(element).empty(); }

namespace {

Computed body_style(const Cascade& cascade) {
  const Element html{.name = "html"};
  return cascade.style({.name = "body", .parent = &html}, cascade.style(html, Computed{}));
}

}  // namespace

PageStyle Cascade::page(std::string_view name, Side side, bool first, bool blank) const {
  return state_->pages.page({name, side, first, blank}, body_style(*this), state_->holding());
}

std::vector<MarginBox> Cascade::margin_boxes(std::string_view name, Side side, bool first, bool blank) const {
  return state_->pages.margin_boxes({name, side, first, blank}, body_style(*this), state_->holding());
}

}  // namespace octavo::style
