#include "style/page.h"

#include <algorithm>
#include <array>

#include "base/paper.h"

namespace octavo::style {
namespace {

constexpr float mm = base::points_per_millimetre;
constexpr float least_room = base::points_per_inch / 2;
constexpr float largest_page = 14400;  // of PDF, ISO 32000-1, annex C

constexpr std::array<std::pair<std::string_view, float Sides::*>, 4> margins = {
    {{"margin-top", &Sides::top},
     {"margin-right", &Sides::right},
     {"margin-bottom", &Sides::bottom},
     {"margin-left", &Sides::left}}};

PageChange set_size(float width, float height) {
  return [=](PageDraft& draft) {
    draft.page.width = width;
    draft.page.height = height;
  };
}

std::optional<PageChange> size(Values& values) {
  if (const auto width = values.length(Sign::not_negative)) {
    const auto height = values.length(Sign::not_negative).value_or(*width);
    return [width = *width, height](PageDraft& draft) {
      draft.page.width = width.in(draft.measures);
      draft.page.height = height.in(draft.measures);
    };
  }
  if (values.word("auto")) return set_size(initial_page().width, initial_page().height);
  bool landscape = values.word("landscape"), portrait = !landscape && values.word("portrait");
  for (const auto& paper : base::named_papers()) {
    if (!values.word(paper.name)) continue;
    if (!landscape && !portrait) {
      landscape = values.word("landscape");
      portrait = !landscape && values.word("portrait");
    }
    return landscape ? set_size(paper.height, paper.width) : set_size(paper.width, paper.height);
  }
  return std::nullopt;
}

std::optional<Length> margin(Values& values) { return values.word("auto") ? Length{} : values.length(); }

std::optional<PageChange> all_margins(Values& values) {
  std::vector<Length> given;
  while (given.size() < 4) {
    const auto length = margin(values);
    if (!length) break;
    given.push_back(*length);
  }
  if (given.empty()) return std::nullopt;
  if (given.size() < 2) given.push_back(given[0]);
  if (given.size() < 3) given.push_back(given[0]);
  if (given.size() < 4) given.push_back(given[1]);
  return [given](PageDraft& draft) {
    for (std::size_t i = 0; i < 4; ++i) draft.page.margin.*margins[i].second = given[i].in(draft.measures);
  };
}

std::optional<PageChange> read(std::string_view name, Values& values) {
  if (name == "size") return size(values);
  if (name == "margin") return all_margins(values);
  const auto length = margin(values);
  if (!length) return std::nullopt;
  for (const auto& [side_name, member] : margins)
    if (name == side_name)
      return
          [length, side = member](PageDraft& draft) { draft.page.margin.*side = length->in(draft.measures); };
  // The spine is at the right of a left page.
  if (name == "margin-inside" || name == "margin-outside")
    return [length, inside = name == "margin-inside"](PageDraft& draft) {
      auto& sides = draft.page.margin;
      ((draft.side == Side::left) == inside ? sides.right : sides.left) = length->in(draft.measures);
    };
  return std::nullopt;
}

// Margins that leave less than the least room are scaled down to leave just that.
void make_room(float whole, float& before, float& after) {
  before = std::max(before, 0.0f);
  after = std::max(after, 0.0f);
  const float most = whole - least_room, wanted = before + after;
  if (wanted <= most) return;
  before *= most / wanted;
  after *= most / wanted;
}

}  // namespace

std::vector<std::string> page_property_names() {
  std::vector<std::string> result = {"size", "margin", "margin-inside", "margin-outside"};
  for (const auto& [name, member] : margins) result.emplace_back(name);
  return result;
}

std::optional<PageChange> page_change(std::string_view name, std::span<const Token> value) {
  Values values(value);
  auto change = read(name, values);
  return values.done() ? change : std::nullopt;
}

std::optional<int> page_match(const PageSelector& selector, std::string_view name, Side side, bool first, bool blank) {
  const bool fits = (selector.name.empty() || selector.name == name) && (!selector.first || first) &&
                    (!selector.blank || blank) && (!selector.side || *selector.side == side);
  if (!fits) return std::nullopt;
  return (selector.name.empty() ? 0 : 100) + (selector.first ? 10 : 0) + (selector.blank ? 10 : 0) + (selector.side ? 1 : 0);
}

PageStyle initial_page() { return {140 * mm, 216 * mm, {18 * mm, 18 * mm, 18 * mm, 18 * mm}, {}}; }

PageStyle with_room(PageStyle page) {
  page.width = std::clamp(page.width, 2 * least_room, largest_page);
  page.height = std::clamp(page.height, 2 * least_room, largest_page);
  make_room(page.width, page.margin.left, page.margin.right);
  make_room(page.height, page.margin.top, page.margin.bottom);
  return page;
}

}  // namespace octavo::style
