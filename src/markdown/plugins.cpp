#include "markdown/plugins.h"

#include <algorithm>
#include <array>
#include <utility>

namespace octavo::markdown {

namespace {

using Drawn = std::pair<std::string_view, std::string_view>;

// Sorted by the word that authors write.
constexpr auto plugins = std::to_array<Drawn>({
    {"base", "Obsidian's Bases"},
    {"button", "the Buttons plugin"},
    {"chart", "the Charts plugin"},
    {"chartsview", "the Charts View plugin"},
    {"dataview", "the Dataview plugin"},
    {"dataviewjs", "the Dataview plugin"},
    {"ditaa", "ditaa"},
    {"excalidraw", "the Excalidraw plugin"},
    {"geojson", "the maps of GitHub"},
    {"leaflet", "the Leaflet plugin"},
    {"markmap", "Markmap"},
    {"mermaid", "Mermaid"},
    {"meta-bind", "the Meta Bind plugin"},
    {"meta-bind-button", "the Meta Bind plugin"},
    {"plantuml", "PlantUML"},
    {"puml", "PlantUML"},
    {"query", "Obsidian's search"},
    {"statblock", "the Fantasy Statblocks plugin"},
    {"stl", "the viewer of solids of GitHub"},
    {"tabs", "the Tabs plugin"},
    {"tasks", "the Tasks plugin"},
    {"tikz", "TikZ"},
    {"topojson", "the maps of GitHub"},
    {"tracker", "the Tracker plugin"},
    {"vega", "Vega"},
    {"vega-lite", "Vega-Lite"},
    {"wavedrom", "WaveDrom"},
});

static_assert(std::is_sorted(plugins.begin(), plugins.end()));

}  // namespace

std::string_view drawn_by(std::string_view language) {
  if (language.starts_with("ad-")) return "the Admonition plugin";
  const auto found = std::lower_bound(plugins.begin(), plugins.end(), Drawn{language, ""});
  return found == plugins.end() || found->first != language ? "" : found->second;
}

}  // namespace octavo::markdown
