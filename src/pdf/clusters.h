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

// `is_known`: a glyph, alone in its cluster, with the text it stands for as it is written; what it says yes to is not looked at closer.
template <class Known, class Visitor>
void each_cluster(const pages::GlyphRun& run, Known&& is_known, Visitor&& visit) {
  const auto& glyphs = run.glyphs;
  const auto count = static_cast<std::uint32_t>(glyphs.size());
  const auto size = static_cast<std::uint32_t>(run.text.size());
  std::string scratch;
  std::uint32_t after =
      size;  // from right to left: where the cluster before this one begins, which is where this one ends
  for (std::uint32_t i = 0; i < count;) {
    Cluster cluster{i, i + 1, {}};
    const std::uint32_t from = std::min(glyphs[i].cluster, size);
    while (cluster.end < count && glyphs[cluster.end].cluster == glyphs[i].cluster) ++cluster.end;
    std::uint32_t to = run.right_to_left ? after : cluster.end < count ? glyphs[cluster.end].cluster : size;
    to = std::clamp(to, from, size);
    after = from;
    i = cluster.end;
    const auto raw = std::string_view(run.text).substr(from, to - from);
    if (cluster.end == cluster.begin + 1 && is_known(glyphs[cluster.begin], raw)) continue;
    if (raw.size() == 1 && raw[0] >= ' ' && raw[0] < 127) {
      cluster.text = raw;
    } else {
      cluster.text = readable(raw, cluster.space_follows, scratch);
      if (cluster.text.empty() && size != 0) {
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
  each_cluster(run, [](const glyphs::Glyph&, std::string_view) { return false; }, visit);
}

}  // namespace octavo::pdf
