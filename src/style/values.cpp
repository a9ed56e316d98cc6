#include "style/values.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace octavo::style {
namespace {

constexpr double largest = 1e9;
constexpr double largest_in_points = 1e5;
constexpr int deepest_calculation = 32;

double bounded(double amount) { return std::isnan(amount) ? 0 : std::clamp(amount, -largest, largest); }

std::optional<Length> in_unit(double number, std::string_view unit) {
  static constexpr std::array<std::pair<std::string_view, double>, 7> absolute = {{
      {"pt", 1},
      {"px", base::points_per_pixel},
      {"mm", base::points_per_millimetre},
      {"cm", 10 * base::points_per_millimetre},
      {"q", base::points_per_millimetre / 4},
      {"in", base::points_per_inch},
      {"pc", 12},
  }};
  for (const auto& [name, points] : absolute)
    if (unit == name) return Length{.points = number * points};
  if (unit == "em") return Length{.em = number};
  if (unit == "rem") return Length{.rem = number};
  if (unit == "ex" || unit == "ch")
    return Length{.em = number / 2};  // what the standard allows where no font is at hand
  if (unit == "lh") return Length{.line = number};
  return std::nullopt;
}

template <class Function>
Length each(const Length& left, const Length& right, Function function) {
  return {function(left.points, right.points), function(left.em, right.em), function(left.rem, right.rem),
          function(left.line, right.line), function(left.percent, right.percent)};
}

float channel(double value) { return static_cast<float>(std::clamp(value, 0.0, 1.0)); }

Paint on_white(base::Color color, double opacity) {
  const float alpha = channel(opacity);
  const auto mixed = [&](float value) { return value * alpha + (1 - alpha); };
  return {.color = {mixed(color.red), mixed(color.green), mixed(color.blue)}, .is_transparent = alpha == 0};
}

base::Color from_hex(std::uint32_t rgb) {
  const auto part = [&](int shift) { return static_cast<float>(rgb >> shift & 0xFF) / 255.0f; };
  return {part(16), part(8), part(0)};
}

std::optional<Paint> hexadecimal(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    const auto low = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9')
      value = value << 4 | static_cast<std::uint32_t>(c - '0');
    else if (low >= 'a' && low <= 'f')
      value = value << 4 | static_cast<std::uint32_t>(low - 'a' + 10);
    else
      return std::nullopt;
  }
  const auto doubled = [&](int digit) { return (value >> 4 * digit & 0xF) * 0x11; };
  switch (digits.size()) {
    case 3:
      return on_white(from_hex(doubled(2) << 16 | doubled(1) << 8 | doubled(0)), 1);
    case 4:
      return on_white(from_hex(doubled(3) << 16 | doubled(2) << 8 | doubled(1)), doubled(0) / 255.0);
    case 6:
      return on_white(from_hex(value), 1);
    case 8:
      return on_white(from_hex(value >> 8), (value & 0xFF) / 255.0);
    default:
      return std::nullopt;
  }
}

}  // namespace

bool Length::is_negative() const {
  const auto parts = {points, em, rem, line, percent};
  return std::ranges::min(parts) < 0 && std::ranges::max(parts) <= 0;
}

float Length::in(const Measures& measures) const {
  const double sum =
      points + em * measures.em + rem * measures.rem + line * measures.line + percent / 100 * measures.whole;
  return static_cast<float>(std::clamp(sum, -largest_in_points, largest_in_points));
}

// In a calculation: a length, or a number where all parts but `number` are 0.
struct Values::Amount {
  Length length{};
  double number = 0;
  bool is_number = false;
};

bool Values::word(std::string_view lower_case_word) {
  if (!next() || next()->kind != Kind::identifier || !same_word(next()->text, lower_case_word)) return false;
  ++at_;
  return true;
}

bool Values::take(Kind kind) {
  if (!next() || next()->kind != kind) return false;
  ++at_;
  return true;
}

bool Values::take_delimiter(char c) {
  if (!next() || next()->kind != Kind::delimiter || next()->text != std::string_view(&c, 1)) return false;
  ++at_;
  return true;
}

bool Values::slash() { return take_delimiter('/'); }
bool Values::comma() { return take(Kind::comma); }
bool Values::close() { return take(Kind::close_parenthesis); }

bool Values::function(std::string_view name) {
  if (!next() || next()->kind != Kind::function || next()->text != name) return false;
  ++at_;
  return true;
}

std::optional<std::string> Values::identifier() {
  if (!next() || next()->kind != Kind::identifier) return std::nullopt;
  return tokens_[at_++].text;
}

std::optional<std::string> Values::string() {
  if (!next() || next()->kind != Kind::string) return std::nullopt;
  return tokens_[at_++].text;
}

std::optional<double> Values::number() {
  const auto begin = at_;
  if (next() && next()->kind == Kind::number) return tokens_[at_++].number;
  if (next() && next()->kind == Kind::function && next()->text == "calc") {
    const auto amount = operand(0);
    if (amount && amount->is_number) return amount->number;
  }
  at_ = begin;
  return std::nullopt;
}

std::optional<int> Values::integer(int least) {
  if (!next() || next()->kind != Kind::number || !next()->is_integer || next()->number < least)
    return std::nullopt;
  return static_cast<int>(tokens_[at_++].number);
}

std::optional<int> Values::whole_number() { return integer(-static_cast<int>(largest)); }

std::optional<Length> Values::length(Sign sign, Percent percent) {
  const auto begin = at_;
  const auto amount = operand(0);
  const bool fits = amount && (!amount->is_number || amount->number == 0) &&
                    (sign == Sign::any || !amount->length.is_negative()) &&
                    (percent == Percent::yes || amount->length.percent == 0);
  if (fits) return amount->length;
  at_ = begin;
  return std::nullopt;
}

std::optional<Values::Amount> Values::sum(int depth) {
  auto left = product(depth);
  while (left) {
    const bool plus = take_delimiter('+');
    if (!plus && !take_delimiter('-')) break;
    const auto right = product(depth);
    if (!right || right->is_number != left->is_number) return std::nullopt;
    const auto added = [&](double a, double b) { return bounded(plus ? a + b : a - b); };
    left->length = each(left->length, right->length, added);
    left->number = added(left->number, right->number);
  }
  return left;
}

std::optional<Values::Amount> Values::product(int depth) {
  auto left = operand(depth);
  while (left) {
    const bool times = take_delimiter('*');
    if (!times && !slash()) break;
    auto right = operand(depth);
    if (!right) return std::nullopt;
    if (times && left->is_number) std::swap(left, right);
    if (!right->is_number || (!times && right->number == 0)) return std::nullopt;
    const double factor = times ? right->number : 1 / right->number;
    left->length = each(left->length, {}, [&](double amount, double) { return bounded(amount * factor); });
    left->number = bounded(left->number * factor);
  }
  return left;
}

std::optional<Values::Amount> Values::operand(int depth) {
  if (done() || depth == deepest_calculation) return std::nullopt;
  const auto& token = tokens_[at_++];
  if (token.kind == Kind::number) return Amount{.number = token.number, .is_number = true};
  if (token.kind == Kind::percentage) return Amount{.length = {.percent = token.number}};
  if (token.kind == Kind::dimension) {
    const auto length = in_unit(token.number, token.text);
    if (length) return Amount{.length = *length};
  }
  const bool is_group = (token.kind == Kind::function && token.text == "calc") ||
                        (token.kind == Kind::open_parenthesis && depth > 0);
  if (!is_group) return std::nullopt;
  auto inner = sum(depth + 1);
  if (!inner || !take(Kind::close_parenthesis)) return std::nullopt;
  return inner;
}

std::optional<Paint> Values::paint() {
  const auto begin = at_;
  if (!next()) return std::nullopt;
  std::optional<Paint> result;
  const auto& token = tokens_[at_++];
  if (token.kind == Kind::hash) {
    result = hexadecimal(token.text);
  } else if (token.kind == Kind::function && (token.text == "rgb" || token.text == "rgba")) {
    result = rgb();
  } else if (token.kind == Kind::identifier) {
    const auto name = lower_case(token.text);
    if (name == "currentcolor")
      result = Paint{.is_current = true};
    else if (name == "transparent")
      result = on_white({}, 0);
    else if (const auto value = named_color(name))
      result = on_white(from_hex(*value), 1);
  }
  if (!result) at_ = begin;
  return result;
}

// After "rgb(": three channels between commas or spaces, and an opacity after a comma or a slash.
std::optional<Paint> Values::rgb() {
  const auto part = [&](double whole) -> std::optional<double> {
    if (!next() || (next()->kind != Kind::number && next()->kind != Kind::percentage)) return std::nullopt;
    const auto& token = tokens_[at_++];
    return token.number / (token.kind == Kind::percentage ? 100 : whole);
  };
  std::array<double, 3> channels{};
  for (auto& value : channels) {
    const auto read = part(255);
    if (!read) return std::nullopt;
    value = *read;
    comma();
  }
  double opacity = 1;
  slash();
  if (const auto read = part(1)) opacity = *read;
  if (!take(Kind::close_parenthesis)) return std::nullopt;
  return on_white({channel(channels[0]), channel(channels[1]), channel(channels[2])}, opacity);
}

}  // namespace octavo::style
