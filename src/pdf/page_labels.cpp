#include "pdf/page_labels.h"

#include <array>
#include <charconv>
#include <utility>

namespace octavo::pdf {
namespace {

enum class Style { decimal, roman, text };

struct Label {
  Style style = Style::text;
  std::uint32_t value = 0;
};

std::string lower_roman(std::uint32_t value) {
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> numerals{{{1000, "m"},
                                                                                 {900, "cm"},
                                                                                 {500, "d"},
                                                                                 {400, "cd"},
                                                                                 {100, "c"},
                                                                                 {90, "xc"},
                                                                                 {50, "l"},
                                                                                 {40, "xl"},
                                                                                 {10, "x"},
                                                                                 {9, "ix"},
                                                                                 {5, "v"},
                                                                                 {4, "iv"},
                                                                                 {1, "i"}}};
  std::string text;
  for (const auto& [worth, letters] : numerals) {
    for (; value >= worth; value -= worth) text += letters;
  }
  return text;
}

std::uint32_t worth_of(char letter) {
  switch (letter) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    case 'd':
      return 500;
    case 'm':
      return 1000;
    default:
      return 0;
  }
}

// A number only if the viewer would print it back as it is: "007" and "iiii" are texts.
Label parse(std::string_view label) {
  std::uint32_t number = 0;
  const auto end = label.data() + label.size();
  if (const auto [last, error] = std::from_chars(label.data(), end, number);
      error == std::errc() && last == end && number > 0 && label[0] != '0') {
    return {Style::decimal, number};
  }
  constexpr std::size_t longest_roman = 20;
  if (label.size() > longest_roman) return {};
  std::uint32_t value = 0, right = 0;
  for (auto letter = label.rbegin(); letter != label.rend(); ++letter) {
    const std::uint32_t worth = worth_of(*letter);
    value = worth < right ? value - worth : value + worth;
    right = worth;
  }
  if (value > 0 && lower_roman(value) == label) return {Style::roman, value};
  return {};
}

}  // namespace

Tokens page_labels(const std::vector<sheets::Sheet>& pages) {
  Tokens tree("<</Nums[");
  Label expected;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string& text = pages[i].label;
    const Label label = parse(text);
    const bool continues =
        i > 0 && label.style == expected.style &&
        (label.style == Style::text ? text == pages[i - 1].label : label.value == expected.value);
    expected = {label.style, label.value + 1};
    if (continues) continue;
    tree.integer(static_cast<std::int64_t>(i)).put("<<");
    if (label.style == Style::text) {
      if (!text.empty()) tree.put("/P").text(text);
    } else {
      tree.put(label.style == Style::decimal ? "/S/D" : "/S/r");
      if (label.value != 1) tree.put("/St").integer(label.value);
    }
    tree.put(">>");
  }
  return tree.put("]>>");
}

}  // namespace octavo::pdf
