#pragma once
// The glyphs of a run by cluster, each with the text it stands for: what the font's Unicode map is made from,
// and what tells where the map is not enough.
#include <algorithm>
#include <string>
#include <string_view>

#include "pages/page.h"

namespace octavo::pdf {

struct Cluster {
  std::uint32_t begin = 0,
                end = 0;  // glyphs of the run; none where a run is only the space that broke a line
  // White space as U+0020, without characters that only steer line breaking; a hyphen added at the end of a
  // line is U+00AD. Empty if the glyphs stand for nothing; in a run that has a text they have no advance
  // either, and need not be drawn.
  std::string_view text;
  bool space_follows = false;  // the text goes on with white space that has no glyph: it broke a line
};

constexpr std::string_view soft_hyphen = "\u00AD";

// The text of a cluster as the reader's clipboard should have it; `scratch` holds it if it is not part of
// `text`.
std::string_view readable(std::string_view text, bool& space_follows, std::string& scratch);

// `skip`: from a glyph that begins a cluster, how far clusters need not be looked at; gives the glyph after them.
template <class Skip, class Visitor>
void each_cluster(const pages::GlyphRun& run, Skip&& skip, Visitor&& visit) {
  const auto& glyphs = run.glyphs;
  const auto count = static_cast<std::uint32_t>(glyphs.size());
  const auto size = static_cast<std::uint32_t>(run.text.size());
  std::string scratch;
  for (std::uint32_t i = skip(0); i < count; i = skip(i)) {
    Cluster cluster{i, i + 1, {}};
    const std::uint32_t from = std::min(glyphs[i].cluster, size);
    while (cluster.end < count && glyphs[cluster.end].cluster == glyphs[i].cluster) ++cluster.end;
    // From right to left, a cluster ends where the one before it begins.
    std::uint32_t to = size;
    if (run.right_to_left && i > 0) to = glyphs[i - 1].cluster;
    if (!run.right_to_left && cluster.end < count) to = glyphs[cluster.end].cluster;
    to = std::clamp(to, from, size);
    i = cluster.end;
    const auto raw = std::string_view(run.text).substr(from, to - from);
    if (raw.size() == 1 && raw[0] >= ' ' && raw[0] < 127) {
      cluster.text = raw;
    } else {
      cluster.text = readable(raw, cluster.space_follows, scratch);
      if (raw == pages::said_elsewhere) {
        cluster.text = raw;
      } else if (cluster.text.empty() && size != 0) {
        float advance = 0;
        for (std::uint32_t k = cluster.begin; k < cluster.end; ++k) advance += glyphs[k].advance;
        if (advance != 0) cluster.text = soft_hyphen;
      }
    }
    visit(cluster);
  }
  if (count == 0 && size != 0) {
    Cluster cluster;
    cluster.space_follows = readable(run.text, cluster.space_follows, scratch) == " ";
    visit(cluster);
  }
}

template <class Visitor>
void each_cluster(const pages::GlyphRun& run, Visitor&& visit) {
  each_cluster(run, [](std::uint32_t glyph) { return glyph; }, visit);
}

}  // namespace octavo::pdf
