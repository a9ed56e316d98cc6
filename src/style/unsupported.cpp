// What writers of sheets know from the screen or from other programs, and print does not do.
#include <algorithm>
#include <array>

#include "style/properties.h"

namespace octavo::style {
namespace {

constexpr std::string_view of_screens = "it is of screens";
constexpr std::string_view one_flow = "what is read stands in one flow, from line to line and from page to page";

constexpr auto table = std::to_array<Unsupported>({
    {"animation", of_screens, ""},
    {"bleed", "what surrounds the trimmed page is asked for when the book is built", ""},
    {"bookmark-label", "the bookmarks are the contents of the book", ""},
    {"bookmark-level", "the bookmarks are the contents of the book", ""},
    {"border-collapse", "tables have rules between rows only: \"border-top\" of \"tr\"", ""},
    {"border-image", "a border is a rule in one colour", "border"},
    {"border-spacing", "the columns of a table share the measure by what stands in them", ""},
    {"bottom", one_flow, ""},
    {"box-shadow", "ink casts no shadow", ""},
    {"box-sizing", "the width of a block is that of what is in it", "width"},
    {"clear", one_flow, ""},
    {"clip-path", of_screens, ""},
    {"column-fill", "columns are always balanced", ""},
    {"column-rule", "columns are told apart by white", "column-gap"},
    {"column-span", "what stands above the columns of the index spans them", ""},
    {"counter-style", "counters have the forms of list-style-type", ""},
    {"cursor", of_screens, ""},
    {"direction", "it follows from the language", ""},
    {"filter", of_screens, ""},
    {"flex", one_flow, ""},
    {"footnote-display", "notes stand under each other at the foot of the page", ""},
    {"footnote-policy", "a note stands on the page that calls it", ""},
    {"gap", one_flow, ""},
    {"grid", one_flow, ""},
    {"grid-template-columns", one_flow, ""},
    {"justify-content", one_flow, ""},
    {"align-items", one_flow, ""},
    {"left", one_flow, ""},
    {"marks", "what surrounds the trimmed page is asked for when the book is built", ""},
    {"max-height", "a block is as tall as what is in it", ""},
    {"mix-blend-mode", of_screens, ""},
    {"object-fit", "a picture keeps its proportions", ""},
    {"opacity", "ink covers: choose a lighter colour", "color"},
    {"outline", of_screens, "border"},
    {"overflow", "nothing is ever hidden", ""},
    {"position", one_flow, ""},
    {"right", one_flow, ""},
    {"table-layout", "the columns of a table share the measure by what stands in them", ""},
    {"text-shadow", "ink casts no shadow", ""},
    {"top", one_flow, ""},
    {"transform", of_screens, ""},
    {"transition", of_screens, ""},
    {"unicode-bidi", "it follows from the language", ""},
    {"visibility", "what is not to be seen is left out", "display: none"},
    {"writing-mode", "lines run across the page", ""},
    {"z-index", one_flow, ""},
});

}  // namespace

std::span<const Unsupported> unsupported() { return table; }

const Unsupported* find_unsupported(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Unsupported::name);
  return found == table.end() ? nullptr : &*found;
}

}  // namespace octavo::style
