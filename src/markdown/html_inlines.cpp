#include "markdown/html_inlines.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/paths.h"
#include "base/unicode.h"
#include "base/word_list.h"
#include "markdown/exemptions.h"
#include "markdown/html_elements.h"
#include "markdown/html_tags.h"
#include "markdown/wikilinks.h"

namespace octavo::markdown {

namespace {

struct MarkName {
  std::string_view elements;  // divided by spaces
  book::Mark mark;
};
constexpr std::array<MarkName, 8> marks = {{{"b strong", book::Mark::strong},
                                            {"cite dfn em i var", book::Mark::emphasis},
                                            {"del s strike", book::Mark::strikethrough},
                                            {"ins u", book::Mark::underline},
                                            {"sup", book::Mark::superscript},
                                            {"sub", book::Mark::subscript},
                                            {"kbd", book::Mark::keyboard},
                                            {"mark ==", book::Mark::highlight}}};

template <class Value>
book::Inlines one(Value value, base::Span where) {
  book::Inlines run;
  run.push_back({std::move(value), where});
  return run;
}

std::string_view value_of(const Tag& tag, std::string_view name) {
  const std::string* value = tag.attribute(name);
  return value == nullptr ? std::string_view() : *value;
}

// What the author's style says of a property; "" if nothing.
std::string_view declared(std::string_view style, std::string_view property) {
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    style.remove_prefix(std::min(end + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon != declaration.npos && base::folded(base::trimmed(declaration.substr(0, colon))) == property) return declaration.substr(colon + 1);
  }
  return {};
}

// "50%" of the measure.
std::optional<float> share(std::string_view written) {
  std::string value = base::trimmed(written);
  if (!value.ends_with('%')) return std::nullopt;
  value.pop_back();
  const auto size = picture_size(value);
  return size && !size->height && *size->width > 0 ? std::optional(std::min(*size->width / 100, 1.0f)) : std::nullopt;
}

// CSS pixels.
std::optional<float> pixels(std::string_view written) {
  std::string value = base::trimmed(written);
  if (value.ends_with("px")) value.resize(value.size() - 2);
  const auto size = picture_size(value);
  return size && !size->height ? size->width : std::nullopt;
}

book::Image picture(const Tag& tag) {
  book::Image image;
  const std::string url = base::trimmed(value_of(tag, "src"));
  const bool is_in_book = std::holds_alternative<book::ToName>(markdown_target(url));
  image.path = is_in_book ? base::percent_decoded(url) : url;
  image.alt = base::trimmed(value_of(tag, "alt"));
  image.is_decoration = image.alt.empty() && tag.attribute("alt");
  image.title = value_of(tag, "title");
  // What a style says goes before what an attribute does, as in browsers.
  const auto asked = [&](std::string_view name) {
    const std::string_view styled = declared(value_of(tag, "style"), name);
    return styled.empty() ? value_of(tag, name) : styled;
  };
  image.share = share(asked("width"));
  image.width = pixels(asked("width"));
  image.height = pixels(asked("height"));
  return image;
}

// All its words are code, whatever else they are.
book::Inlines in_code(book::Inlines run) {
  for (book::Inline& each : run) {
    visit(
        [&](auto& value) {
          if constexpr (requires { value.content; }) value.content = in_code(std::move(value.content));
        },
        each.value);
    if (auto* text = get_if<book::Text>(&each.value)) each.value = book::Code{std::move(text->text)};
  }
  return run;
}

// What an element makes of its content, whatever attributes any element may have.
book::Inlines rendered(const Tag& tag, book::Inlines content, base::Span where) {
  for (const MarkName& name : marks) {
    if (base::is_among(tag.name, name.elements)) return one(book::Marked{name.mark, std::move(content)}, where);
  }
  if (base::is_among(tag.name, "code samp tt")) return in_code(std::move(content));
  if (tag.name == "q") {  // typography makes of them what the language wants
    content.insert(content.begin(), {book::Text{"\""}, where});
    content.push_back({book::Text{"\""}, where});
  }
  const std::string* href = tag.name == "a" ? tag.attribute("href") : nullptr;
  if (href != nullptr)
    return one(book::Link{markdown_target(base::trimmed(*href)), unlinked(std::move(content)), {}, *href},
               where);
  return content;
}

// Without spaces before it, and none where a line ends already.
void end_line(std::vector<Piece>& pieces, base::Span where) {
  if (pieces.empty()) return;
  if (auto* text = get_if<book::Text>(&pieces.back().value.value); text && !pieces.back().is_tag()) {
    text->text.erase(text->text.find_last_not_of(' ') + 1);
    if (text->text.empty()) pieces.pop_back();
  }
  const bool has_ended = pieces.empty() || holds_alternative<book::LineBreak>(pieces.back().value.value);
  if (!has_ended) pieces.push_back({{book::LineBreak{}, where}, {}});
}

}  // namespace

void InlineHtml::add(std::string_view html, base::Span where, std::vector<Piece>& pieces) {
  std::size_t end = 0;
  auto tag = read_tag(html, end);
  if (!tag) return;  // a comment, an instruction
  const ElementKind kind = element_kind(tag->name);
  const bool is_block = kind == ElementKind::block || kind == ElementKind::lost_block;
  if (raw.empty() && tag->can_open && !tag->is_empty && (kind == ElementKind::mute || tag->name == "pre"))
    raw = tag->name;
  else if (!tag->can_open && tag->name == raw)
    raw.clear();
  if (kind == ElementKind::unknown && is_literal(*tag, closed)) {
    unknown.emplace(html, where);
    append_text(pieces, html, where);
    return;
  }
  if (kind != ElementKind::words && !is_plain_block(tag->name)) dropped.insert(tag->name);
  if (disarm(*tag)) dropped.insert(tag->name);
  if (is_block) {
    has_lines = true;
    end_line(pieces, where);
    if (tag->name == "li" && tag->can_open) append_text(pieces, "• ", where);
  }
  const std::string id = tag->can_open ? id_of(*tag) : "";
  if (is_void(tag->name) || tag->is_empty || is_block) {
    if (!id.empty()) pieces.push_back({{book::NamedPlace{id, {}}, where}, {}});
    for (book::Inline& inner : void_element(*tag, where)) pieces.push_back({std::move(inner), {}});
  } else if (kind == ElementKind::words || kind == ElementKind::mute) {
    // Should it never be closed, its name remains.
    if (id.empty()) {
      pieces.push_back({{book::Text{}, where}, std::make_unique<Tag>(std::move(*tag))});
    } else {
      pieces.push_back({{book::NamedPlace{id, {}}, where}, std::make_unique<Tag>(std::move(*tag))});
    }
  }
}

bool InlineHtml::exempts(std::string_view html) const { return raw.empty() && is_for_octavo(html); }

book::Inlines void_element(const Tag& tag, base::Span where) {
  if (tag.name == "br") return one(book::LineBreak{}, where);
  if (tag.name == "img") return one(picture(tag), where);
  return {};
}

book::Inlines enclosed(const Tag& tag, book::Inlines content, base::Span where) {
  if (element_kind(tag.name) == ElementKind::mute) return {};
  content = rendered(tag, std::move(content), where);
  book::Passage passage{language_of(tag), direction_of(tag), {}, {}};
  if (tag.name == "span") passage.classes = classes_of(tag);
  if (tag.name == "small") passage.classes = {"small"};
  if (!passage.language.empty() || !passage.direction.empty() || !passage.classes.empty()) {
    passage.content = std::move(content);
    content = one(std::move(passage), where);
  }
  const std::string id = id_of(tag);
  if (!id.empty()) content.insert(content.begin(), {book::NamedPlace{id, {}}, where});
  return content;
}

std::vector<std::string> classes_of(const Tag& tag) {
  const std::string_view classes = value_of(tag, "class");
  std::vector<std::string> result;
  for (std::size_t at = 0; (at = classes.find_first_not_of(" \t\n", at)) != std::string_view::npos;) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n", at), classes.size());
    result.emplace_back(classes.substr(at, end - at));
    at = end;
  }
  return result;
}

std::string language_of(const Tag& tag) {
  std::string language = base::trimmed(value_of(tag, "lang"));
  return book::is_language(language) ? language : "";
}

std::string direction_of(const Tag& tag) {
  const std::string direction = lower(base::trimmed(value_of(tag, "dir")));
  return base::is_among(direction, "auto ltr rtl") ? direction : "";
}

std::string id_of(const Tag& tag) {
  std::string id = base::trimmed(value_of(tag, "id"));
  return id.empty() && tag.name == "a" ? base::trimmed(value_of(tag, "name")) : id;
}

int number_of(const Tag& tag, std::string_view attribute, int least, int most, int otherwise) {
  const std::string value = base::trimmed(value_of(tag, attribute));
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error == std::errc::result_out_of_range && !value.starts_with('-')) return most;
  return error == std::errc() ? std::clamp(number, least, most) : otherwise;
}

}  // namespace octavo::markdown
