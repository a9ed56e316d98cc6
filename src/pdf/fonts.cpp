#include "pdf/fonts.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>

#include "base/failure.h"
#include "base/utf8.h"
#include "pdf/cff.h"
#include "pdf/codes.h"

namespace octavo::pdf {
namespace {

// For the second and later glyphs of a cluster that has fewer characters than glyphs: a reader that knows
// nothing of replacement text shows nothing for it, and does not divide the word.
constexpr std::string_view word_joiner = pages::said_elsewhere;

// What only a pact between font and reader gives a meaning has none in the map, and is said beside its glyph (ISO 19005-2, 6.2.11.7.3).
bool is_private(std::string_view text) {
  constexpr char32_t first = 0xE000, last = 0xF8FF, first_of_planes = 0xF0000;
  for (std::size_t at = 0; at < text.size();) {
    const auto [character, length] = base::decode(text, at);
    if ((character >= first && character <= last) || character >= first_of_planes) return true;
    at += length;
  }
  return false;
}

// As Typeface::Glyph has it.
std::int16_t character_of(std::string_view text) { return text.size() == 1 ? static_cast<unsigned char>(text[0]) : -1; }

constexpr float far_from_pen = 0.1f;  // ems: where Poppler begins a new word

// What each glyph of a cluster has of its text, in the order of reading: one character, and the first all that would be left over, as
// where marks follow a ligature. False if there are more glyphs than characters: then the first has all of the text.
template <class Visitor>
bool share_out(const pages::GlyphRun& run, const Cluster& cluster, Visitor&& visit) {
  const std::size_t count = cluster.end - cluster.begin, characters = base::length_in_code_points(cluster.text);
  const bool is_enough = characters >= count;
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string_view share = i == 0 ? cluster.text : word_joiner;
    if (is_enough) {
      const std::size_t from = at;
      for (std::size_t left = i == 0 ? characters - count + 1 : 1; left > 0; --left) at += base::decode(cluster.text, at).length;
      share = cluster.text.substr(from, at - from);
    }
    visit(run.glyphs[run.right_to_left ? cluster.end - 1 - i : cluster.begin + i].id, share);
  }
  return is_enough;
}

}  // namespace

Typefaces::Typefaces(const pages::Pages& pages, const glyphs::Fonts& fonts)
    : fonts_(fonts), faces_(fonts.face_count()) {
  for (const auto& page : pages.pages) {
    for (const auto& item : page.items) {
      if (const auto* run = std::get_if<pages::GlyphRun>(&item)) collect(*run);
    }
  }
  std::size_t named = 0;
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    if (faces_[i].glyphs.empty()) continue;
    faces_[i].name = "F" + std::to_string(++named);
    subset(glyphs::FaceId(i));
  }
}

// A glyph means what it stands for where it is alone in its cluster, first come first served. In a cluster of
// several, each is given a share of the text, for those readers that look no further than the map; a certain
// meaning takes the place of such a share.
void Typefaces::collect(const pages::GlyphRun& run) {
  assert(run.face && run.face.index() < faces_.size());
  Typeface& face = faces_[run.face.index()];
  // Nothing is to be learnt of glyphs that are certain: of nearly all runs.
  const auto is_certain = [&](const glyphs::Glyph& glyph) { return glyph.id < face.is_certain.size() && face.is_certain[glyph.id] != 0; };
  if (std::ranges::all_of(run.glyphs, is_certain)) return;
  for (const auto& glyph : run.glyphs) {
    if (glyph.id >= face.place_of.size()) {
      face.place_of.resize(glyph.id + 1);
      face.is_certain.resize(glyph.id + 1);
    }
    std::uint32_t& place = face.place_of[glyph.id];
    if (place != 0) continue;
    face.glyphs.emplace_back();
    place = static_cast<std::uint32_t>(face.glyphs.size());
  }
  each_cluster(run, [&](const Cluster& cluster) {
    if (cluster.text.empty()) return;
    const std::uint32_t count = cluster.end - cluster.begin;
    const std::uint32_t id = run.glyphs[cluster.begin].id;
    if (count == 1 && face.is_certain[id] != 0) return;
    if (count == 1 && cluster.text != soft_hyphen && cluster.text != pages::said_elsewhere) {
      face[id].text = is_private(cluster.text) ? word_joiner : cluster.text;
      face.is_certain[id] = 1;
      if (run.text[run.glyphs[cluster.begin].cluster] == ' ') {
        face.space = id;
        if (!lender_) lender_ = run.face;
      }
      return;
    }
    share_out(run, cluster, [&](std::uint32_t glyph, std::string_view share) {
      Typeface::Glyph& sharing = face[glyph];
      if (sharing.text.empty()) sharing.text = is_private(share) ? word_joiner : share;
    });
  });
}

void Typefaces::subset(glyphs::FaceId id) {
  Typeface& face = faces_[id.index()];
  std::vector<std::uint32_t> used;
  for (std::uint32_t glyph = 0; glyph < face.place_of.size(); ++glyph)
    if (face.place_of[glyph] != 0) used.push_back(glyph);
  glyphs::Subset subset = fonts_.subset(id, used);
  // A CFF font that is itself keyed by CIDs is asked by CID, any other by the number of the glyph (9.7.4.2).
  face.is_cff = fonts_.face(id).is_cff;
  const std::vector<std::uint16_t> cids = face.is_cff ? character_ids(subset.bytes) : std::vector<std::uint16_t>();
  for (std::size_t i = 0; i < used.size(); ++i) {
    Typeface::Glyph& glyph = face[used[i]];
    const std::uint32_t new_id = subset.new_ids[i];
    if (new_id > 0xFFFF) throw base::Failure("a PDF cannot show more than 65536 glyphs of one font");
    glyph.number = new_id < cids.size() ? cids[new_id] : static_cast<std::uint16_t>(new_id);
    glyph.width = static_cast<float>(to_three_decimals(fonts_.advance(id, used[i]) * 1000.0));
    // Leaders and the like stand for nothing, but must not be unknown.
    if (glyph.text.empty()) glyph.text = " ";
    glyph.character = character_of(glyph.text);
  }
  assign_codes(face);
  face.program = std::move(subset.bytes);
}

bool Typefaces::show_a_missing_glyph() const {
  return std::ranges::any_of(faces_, [](const Typeface& face) { return !face.place_of.empty() && face.place_of[0] != 0; });
}

std::string_view Typefaces::selection(glyphs::FaceId id, float size) {
  Typeface& face = faces_[id.index()];
  const auto known = std::ranges::find(face.selections, size, &Typeface::Selection::size);
  if (known != face.selections.end()) return known->operation;
  face.selections.push_back({size, Tokens().name(face.name).number(size).put("Tf\n").bytes()});
  return face.selections.back().operation;
}

std::uint32_t Typefaces::place_of(Typeface& face, std::uint32_t glyph, std::string_view text) {
  std::uint32_t place = face.place_of[glyph];
  while (face.glyphs[place - 1].text != text) {
    const std::uint32_t next = face.glyphs[place - 1].next;
    if (next != 0) {
      place = next;
      continue;
    }
    // The box for characters without a font could stand for thousands.
    if (glyph == 0 || face.has_no_more_codes) return 0;
    Typeface::Glyph other = face.glyphs[place - 1];
    other.text = text;
    other.character = character_of(text);
    face.has_no_more_codes = !give_spare_code(face, other);
    if (face.has_no_more_codes) return 0;
    face.glyphs.push_back(std::move(other));
    place = face.glyphs[place - 1].next = static_cast<std::uint32_t>(face.glyphs.size());
  }
  return place;
}

bool Typefaces::spell(const pages::GlyphRun& run, const Cluster& cluster, std::vector<std::uint32_t>& places) {
  Typeface& face = faces_[run.face.index()];
  places.clear();
  const bool has_no_meaning = is_private(cluster.text);
  if (cluster.text.empty() || has_no_meaning) {
    for (std::uint32_t i = cluster.begin; i < cluster.end; ++i) places.push_back(face.place_of[run.glyphs[i].id]);
    return !has_no_meaning;
  }
  // From right to left, and where it stands far from the pen, readers take a mark for a word of its own unless it is said to belong to its
  // letter.
  const std::span all(run.glyphs.begin() + cluster.begin, cluster.end - cluster.begin);
  bool is_spelt = all.size() == 1 || (!run.right_to_left && std::ranges::all_of(all, [](const glyphs::Glyph& glyph) {
                                           return std::abs(glyph.x_offset) < far_from_pen;
                                         }));
  const bool is_enough = share_out(run, cluster, [&](std::uint32_t glyph, std::string_view share) {
    const std::uint32_t place = place_of(face, glyph, share);
    if (place == 0) is_spelt = false;
    places.push_back(place != 0 ? place : face.place_of[glyph]);
  });
  if (run.right_to_left) std::ranges::reverse(places);  // into the order of the eye
  return is_spelt && is_enough && cluster.text != pages::said_elsewhere;
}

}  // namespace octavo::pdf
