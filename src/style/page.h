#pragma once
// @page: what its declarations mean (CSS Paged Media 3, sections 3 and 7), with `margin-inside` and
// `margin-outside` besides.
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "style/parse.h"
#include "style/style.h"
#include "style/values.h"

namespace octavo::style {

struct PageDraft {
  PageStyle page;
  Side side = Side::right;
  Measures measures;
};
using PageChange = std::function<void(PageDraft&)>;

std::vector<std::string> page_property_names();
// Nothing if the property is unknown or does not take the value.
std::optional<PageChange> page_change(std::string_view name, std::span<const Token> value);

// How strongly a selector asks for this page; nothing if it means another.
std::optional<int> page_match(const PageSelector& selector, std::string_view name, Side side, bool first, bool blank);

// An octavo page before any rule, and any page so that it has room for text whatever the rules said.
PageStyle initial_page();
PageStyle with_room(PageStyle page);

}  // namespace octavo::style
