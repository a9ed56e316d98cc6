// The size of a drawing, from its root element alone: nothing is cleaned, no style sheet is read and nothing is drawn.
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include "base/unicode.h"
#include "pictures/raster.h"
#include "pictures/svg.h"
#include "pictures/svg_tree.h"

namespace octavo::pictures {
namespace {

constexpr std::string_view space = " \t\r\n\f";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
std::string_view from_word(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(space), text.size()));
}
std::string_view trimmed(std::string_view text) {
  text = from_word(text);
  return text.substr(0, text.find_last_not_of(space) + 1);
}

// CSS Syntax 3, 4.3.12: takes a number off the front of the text; nothing if none stands there or none can hold it.
std::optional<float> take_number(std::string_view& text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at > from;
  };
  const bool has_plus = text.starts_with('+');
  if (has_plus || text.starts_with('-')) ++at;
  bool is_number = digits();
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    ++at;
    is_number = digits();
  }
  if (!is_number) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const std::size_t before = at++;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (!digits()) at = before;
  }
  float value = 0;
  const auto [end, error] = std::from_chars(text.data() + (has_plus ? 1 : 0), text.data() + at, value);
  text.remove_prefix(at);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

// In pixels; nothing for `auto`, for per cent, which has no size of its own, and for what is no length.
std::optional<double> length(std::string_view text) {
  struct Unit {
    std::string_view name;
    double pixels;
  };
  constexpr Unit units[] = {{"", 1},           {"px", 1},         {"em", 16},       {"ex", 8},      {"in", 96},
                            {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"pt", 96. / 72}, {"pc", 16}};
  text = trimmed(text);
  const auto value = take_number(text);
  if (!value || *value < 0 || text != from_word(text)) return std::nullopt;
  const std::string unit = base::folded(text);
  for (const auto& [name, pixels] : units)
    if (unit == name) return *value * pixels;
  return std::nullopt;
}

struct DrawnSize {
  double width = 0, height = 0;
};

// The view box without its corner: four numbers, with or without commas. SVG 2, 8.6.
std::optional<DrawnSize> box(std::string_view text) {
  std::array<float, 4> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    text = from_word(text);
    if (i > 0 && text.starts_with(',')) text = from_word(text.substr(1));
    const auto number = take_number(text);
    const bool has_unit = !text.empty() && (text[0] == '%' || std::isalpha(static_cast<unsigned char>(text[0])));
    if (!number || has_unit) return std::nullopt;
    numbers[i] = *number;
  }
  if (numbers[2] < 0 || numbers[3] < 0) return std::nullopt;
  return DrawnSize{numbers[2], numbers[3]};
}

std::string attribute(const xmlNode* root, const char* name) {
  return std::string(view(XmlText(xmlGetNoNsProp(root, chars(name)))));
}

// As the attribute says, unless the `style` of the element knows better.
std::optional<double> side(const xmlNode* root, const char* name) {
  std::string value = attribute(root, name);
  const std::string style = attribute(root, "style");
  for (std::string_view rest = style; !rest.empty();) {
    const std::string_view declaration = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(declaration.size() + 1, rest.size()));
    const std::size_t colon = std::min(declaration.find(':'), declaration.size());
    if (trimmed(declaration.substr(0, colon)) != name) continue;
    const std::string_view said = declaration.substr(std::min(colon + 1, declaration.size()));
    value = said.substr(0, said.find('!'));
  }
  return length(value);
}

}  // namespace

// CSS Images 3, 4: width and height as written; one of them and the proportions of the view box; the view
// box; else what a browser takes for a thing without a size. Nothing if there is nothing to see, or too much.
std::optional<Facts> svg_facts(std::string_view bytes) {
  const XmlDocument document = parsed_svg(bytes);
  if (!document) return std::nullopt;
  const xmlNode* root = xmlDocGetRootElement(document.get());
  const auto seen = box(attribute(root, "viewBox"));
  if (seen && !(seen->width > 0 && seen->height > 0)) return std::nullopt;
  const auto width = side(root, "width"), height = side(root, "height");
  DrawnSize size{300, 150};
  if (seen) {
    if (width)
      size = {*width, *width * seen->height / seen->width};
    else if (height)
      size = {*height * seen->width / seen->height, *height};
    else
      size = *seen;
  }
  if (width) size.width = *width;
  if (height) size.height = *height;
  const bool is_sensible = size.width > 0 && size.height > 0 && size.width < 1e6 && size.height < 1e6 &&
                           size.width * size.height <= most_pixels;
  if (!is_sensible) return std::nullopt;
  return Facts{Kind::svg, static_cast<float>(size.width), static_cast<float>(size.height)};
}

}  // namespace octavo::pictures
