#include "glyphs/own_file.h"

#include <hb-ot.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "glyphs/parts.h"
#include "glyphs/subset.h"
#include "glyphs/table.h"
#include "glyphs/wrapped.h"

namespace octavo::glyphs {
namespace {

constexpr unsigned most_tried = 5000;  // glyphs; those of East Asia would take a second
constexpr std::string_view damaged = "it is damaged";

bool is_font(std::string_view bytes) {
  constexpr std::string_view beginnings[] = {{"\0\1\0\0", 4}, "true", "OTTO", "ttcf"};
  return std::ranges::any_of(beginnings, [&](std::string_view one) { return bytes.starts_with(one); });
}

HbBlob blob_of(std::string bytes) {
  auto* kept = new std::string(std::move(bytes));
  const auto release = [](void* text) { delete static_cast<std::string*>(text); };
  return HbBlob(hb_blob_create(kept->data(), static_cast<unsigned>(kept->size()), HB_MEMORY_MODE_READONLY, kept, release));
}

std::string postscript_name(hb_face_t* face) {
  char buffer[64];  // as long as a PostScript name may be
  unsigned length = sizeof buffer;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, buffer);
  return {buffer, length};
}

// The first of a collection, or the one of that PostScript name.
HbFace chosen(hb_blob_t* blob, std::string_view name) {
  if (name.empty()) return HbFace(hb_face_create(blob, 0));
  for (unsigned index = 0, count = hb_face_count(blob); index < count; ++index) {
    HbFace face(hb_face_create(blob, index));
    if (postscript_name(face.get()) == name) return face;
  }
  return nullptr;
}

}  // namespace

std::string flaw_of(hb_face_t* face) {
  const unsigned glyphs = hb_face_get_glyph_count(face);
  const HbSet characters(hb_set_create());
  hb_face_collect_unicodes(face, characters.get());
  if (glyphs == 0 || hb_set_is_empty(characters.get()) || !has_parts_within_reason(face)) return std::string(damaged);
  const Face whole("", HbFace(hb_face_reference(face)), location_of(face, {}));
  if (const auto objection = whole.objection(); !objection.empty()) return std::string(objection);
  if (!Table(face, "glyf").is_there() && !Table(face, "CFF ").is_there()) return "it has no outlines";
  std::vector<std::uint32_t> tried;
  for (unsigned glyph = 0; glyph < glyphs; glyph += 1 + glyphs / most_tried) tried.push_back(glyph);
  try {
    subset_of(whole, tried);
  } catch (const base::Failure&) {
    return std::string(damaged);
  }
  return "";
}

OwnFile own_file(std::string bytes, std::string_view name) {
  auto plain = unwrapped(std::move(bytes));
  if (!plain) return {nullptr, std::string(damaged)};
  if (!is_font(*plain)) return {nullptr, "it is no TrueType, OpenType, WOFF or WOFF2 font"};
  const HbBlob blob = blob_of(std::move(*plain));
  HbFace face = chosen(blob.get(), name);
  if (!face) return {nullptr, "it has no font of the PostScript name \"" + std::string(name) + "\""};
  if (std::string flaw = flaw_of(face.get()); !flaw.empty()) return {nullptr, std::move(flaw)};
  hb_face_make_immutable(face.get());
  return {std::move(face), ""};
}

}  // namespace octavo::glyphs
