#include "glyphs/excerpt.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <cmath>
#include <initializer_list>

#include "glyphs/standing.h"

namespace octavo::glyphs {
namespace {

using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;

void choose_features(hb_set_t* kept, const Features& features) {
  using Tags = std::initializer_list<const char*>;
  const auto set = [&](bool is_kept, Tags tags) {
    for (const char* tag : tags) (is_kept ? hb_set_add : hb_set_del)(kept, hb_tag_from_string(tag, -1));
  };
  set(true, {"smcp", "c2sc", "onum", "lnum", "pnum", "tnum"});
  set(false, {"frac", "numr", "dnom", "rand"});  // which nothing in a book asks for, and which bring many glyphs
  if (!features.ligatures) set(false, {"liga", "clig", "calt"});
  if (!features.kerning) set(false, {"kern"});
}

}  // namespace

Excerpt excerpt_of(const Face& face, std::u32string_view characters, const Features& features) {
  const FaceFacts facts = face.facts();
  Excerpt excerpt{.family = face.family(),
                  .weight = facts.weight,
                  .is_italic = face.is_italic(),
                  .is_cff = facts.is_cff};
  const auto refused = [&](std::string_view why) {
    excerpt.refusal = "the font \"" + excerpt.family + "\" is not embedded, because ";
    excerpt.refusal += why;
    return excerpt;
  };
  if (const std::string_view against = face.objection(); !against.empty()) return refused(against);

  const SubsetInput input(hb_subset_input_create_or_fail());
  const auto set = [&](hb_subset_sets_t kind) { return hb_subset_input_set(input.get(), kind); };
  hb_set_t* wanted = set(HB_SUBSET_SETS_UNICODE);
  for (const char32_t c : characters) hb_set_add(wanted, c);
  choose_features(set(HB_SUBSET_SETS_LAYOUT_FEATURE_TAG), features);
  // What credits the maker, and the names by which all weights of a family are one.
  for (const auto id : {HB_OT_NAME_ID_LICENSE, HB_OT_NAME_ID_LICENSE_URL, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY,
                        HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY})
    hb_set_add(set(HB_SUBSET_SETS_NAME_ID), id);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);

  const HbFace source = face.location().empty() ? HbFace(hb_face_reference(face.face())) : standing(face);
  pin(input.get(), source.get(), face.location());
  const HbFace cut(hb_subset_or_fail(source.get(), input.get()));
  const HbBlob blob(cut ? hb_face_reference_blob(cut.get()) : hb_blob_get_empty());
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  if (length == 0) return refused("it is damaged");
  excerpt.bytes.assign(data, length);
  return excerpt;
}

}  // namespace octavo::glyphs
