#include "style/elements.h"

#include <algorithm>
#include <array>

#include "style/tokens.h"

namespace octavo::style {

std::span<const std::string_view> element_names() {
  static constexpr auto names = std::to_array<std::string_view>({
      "html", "body", "section",                                         // the book and its parts
      "h1", "h2", "h3", "h4", "h5", "h6", "p", "hr", "div", "blockquote", "aside",  // blocks
      "ul", "ol", "li", "dl", "dt", "dd",                                // lists
      "pre", "figure", "figcaption", "table", "caption", "tr", "th", "td",
      "a", "code", "em", "kbd", "mark", "s", "small-caps", "span", "strong", "sub", "sup", "u",  // in a line
      "marker", "qr-code", "::before", "::after", "::first-letter", "::first-line",  // made
  });
  return names;
}

namespace {

// What print calls something else, or has not ("").
struct Html {
  std::string_view name, instead;
};
constexpr auto html = std::to_array<Html>({
    {"abbr", "span"},      {"article", "section"}, {"b", "strong"},   {"br", ""},       {"cite", "em"},      {"col", ""},
    {"colgroup", ""},      {"del", "s"},           {"details", "aside"}, {"dfn", "em"}, {"footer", ""},      {"header", ""},
    {"i", "em"},           {"img", "figure"},      {"ins", "u"},      {"main", "body"}, {"nav", "section.contents"},
    {"picture", "figure"}, {"q", ""},              {"rt", ""},        {"ruby", ""},     {"samp", "code"},    {"small", "span"},
    {"summary", "p.callout-title"}, {"svg", "figure"}, {"tbody", "tr"}, {"tfoot", "tr.foot"}, {"thead", "tr.head"}, {"time", "span"},
    {"tt", "code"},        {"var", "em"},          {"wbr", ""},
});

}  // namespace

bool is_html(std::string_view name) { return std::ranges::find(html, name, &Html::name) != html.end(); }

std::string nearest_element(std::string_view name) {
  const auto says = "no printed book has an element \"" + std::string(name) + '"';
  const auto known = std::ranges::find(html, name, &Html::name);
  if (known != html.end()) return known->instead.empty() ? says : says + "; what comes nearest is \"" + std::string(known->instead) + '"';
  // These had the furniture of the pages before @page had boxes.
  if (name == "running-head" || name == "drop-folio" || name == "blank-folio") return says + "; its place is in @page: @top-left, @bottom-right and their like";
  const auto names = element_names();
  return with_nearest(says, name, {names.begin(), names.end()});
}

std::span<const std::string_view> class_names() {
  static constexpr auto names = std::to_array<std::string_view>({
      // sections
      "half-title", "title-page", "imprint", "contents", "part", "chapter", "players", "index", "handout", "first", "divided",
      // of the pages before the text
      "title", "subtitle", "author", "credit", "edition", "publisher", "byline", "spaced", "colophon", "entry", "parent", "level-0", "level-1",
      "level-2", "level-3", "level-4", "level-5", "level-6", "folio",
      // of the text
      "chapter-number", "number", "standfirst", "caption", "label", "figure-number", "table-number", "first-words", "tight", "loose", "tasks", "callout", "callout-title",
      "callout-text", "listing", "math", "missing-picture", "head", "foot", "footnote", "coded", "note-call", "note-number", "internal", "external",
      "page-reference",
      // of code
      "keyword", "comment", "type", "function", "variable", "attribute", "macro", "string", "constant", "inserted", "deleted",
      // of the pages after it
      "player", "player-name", "description", "origin", "places", "main-place", "initial", "entries", "index-entry", "see",
  });
  return names;
}

}  // namespace octavo::style
