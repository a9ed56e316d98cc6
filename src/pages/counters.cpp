#include "pages/counters.h"

#include <algorithm>

#include "base/utf8.h"
#include "pages/roman.h"

namespace octavo::pages {
namespace {

constexpr int most_roman = 10'000;  // past which they are nothing but thousands

// a to z, then aa, ab, ...
std::string letters(int number, char32_t first, int count) {
  std::u32string text;
  for (; number > 0; number = (number - 1) / count) text.insert(text.begin(), first + static_cast<char32_t>((number - 1) % count));
  return base::encoded(text);
}

std::string greek(int number) {
  std::u32string text;
  for (; number > 0; number = (number - 1) / 24) {
    const auto at = static_cast<char32_t>((number - 1) % 24);
    text.insert(text.begin(), U'\u03B1' + at + (at > 16 ? 1 : 0));  // the final sigma is no number
  }
  return base::encoded(text);
}

std::string capitals(std::string text) {
  for (char& letter : text) letter = static_cast<char>(letter - 'a' + 'A');
  return text;
}

}  // namespace

std::string counter_text(style::ListStyle form, int number) {
  const bool is_counted = number > 0;
  const auto roman_number = [&] { return roman(static_cast<std::size_t>(number)); };
  switch (form) {
    case style::ListStyle::disc: return "\u2022";
    case style::ListStyle::circle: return "\u25E6";
    case style::ListStyle::square: return "\u25AA";
    case style::ListStyle::dash: return "\u2013";
    case style::ListStyle::none: return {};
    case style::ListStyle::decimal_leading_zero:
      if (number >= 0 && number < 10) return "0" + std::to_string(number);
      break;
    case style::ListStyle::lower_alpha:
      if (is_counted) return letters(number, U'a', 26);
      break;
    case style::ListStyle::upper_alpha:
      if (is_counted) return letters(number, U'A', 26);
      break;
    case style::ListStyle::lower_greek:
      if (is_counted) return greek(number);
      break;
    case style::ListStyle::lower_roman:
      if (is_counted && number <= most_roman) return roman_number();
      break;
    case style::ListStyle::upper_roman:
      if (is_counted && number <= most_roman) return capitals(roman_number());
      break;
    case style::ListStyle::decimal:
    case style::ListStyle::string: break;
  }
  return std::to_string(number);
}

void Counters::enter(const style::Computed& style) {
  ++depth_;
  if (style.counter_reset)
    for (const auto& [name, value] : *style.counter_reset) set_up(name, value);
  if (style.counter_increment)
    for (const auto& [name, by] : *style.counter_increment) {
      if (!find(name)) set_up(name, 0);
      Counter& counter = *find(name);
      constexpr int largest = 1'000'000'000;
      counter.value = std::clamp(counter.value + by, -largest, largest);
    }
  if (style.counter_set)
    for (const auto& [name, value] : *style.counter_set) {
      if (!find(name)) set_up(name, 0);
      find(name)->value = value;
    }
}

void Counters::leave() {
  std::erase_if(open_, [&](const Counter& counter) { return counter.depth > depth_; });
  --depth_;
}

int Counters::value(std::string_view name) const {
  const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Counter& counter) { return counter.name == name; });
  return found == open_.rend() ? 0 : found->value;
}

std::string Counters::all(std::string_view name, std::string_view separator, style::ListStyle form) const {
  std::string text;
  for (const Counter& counter : open_) {
    if (counter.name != name) continue;
    if (!text.empty()) text += separator;
    text += counter_text(form, counter.value);
  }
  return text.empty() ? counter_text(form, 0) : text;
}

Counters::Counter* Counters::find(std::string_view name) {
  const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Counter& counter) { return counter.name == name; });
  return found == open_.rend() ? nullptr : &*found;
}

// One that a block before it set up is begun anew.
void Counters::set_up(const std::string& name, int value) {
  const auto same = std::ranges::find_if(open_, [&](const Counter& counter) { return counter.name == name && counter.depth == depth_; });
  if (same != open_.end()) same->value = value;
  else open_.push_back({name, value, depth_});
}

}  // namespace octavo::pages
