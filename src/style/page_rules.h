#pragma once
// The rules of @page: which of them a page gets, and what they come to for it and for the boxes in its margins.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "style/compute.h"

namespace octavo::style {

struct PageKind {
  std::string_view name;
  Side side = Side::right;
  bool first = false, blank = false;
};

std::vector<std::string> margin_box_names();  // "top-left-corner", ...

class PageRules {
 public:
  // What no page has is noted.
  void add(PageRule rule, const Properties& properties, const Notes& notes);

  using Holds = std::function<bool(std::size_t condition)>;
  // `around`: the style that a page inherits from.
  PageStyle page(const PageKind& kind, const Computed& around, const Holds& holds) const;
  std::vector<MarginBox> margin_boxes(const PageKind& kind, const Computed& around, const Holds& holds) const;

 private:
  struct BoxRule {
    BoxName name;
    std::vector<Ready> declarations;
  };
  struct Rule {
    std::vector<PageSelector> selectors;
    Declarations page;         // what page.h knows
    std::vector<Ready> style;  // the rest, which the boxes inherit
    std::vector<BoxRule> boxes;
    std::size_t condition = 0;
  };
  std::vector<const Rule*> matching(const PageKind& kind, const Holds& holds) const;  // the stronger after the weaker
  Computed style_of(const std::vector<const Rule*>& rules, const Computed& around) const;

  std::vector<Rule> rules_;
};

}  // namespace octavo::style
