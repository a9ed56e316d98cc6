#include "glyphs/subset.h"

#include <hb-subset.h>

#include <algorithm>
#include <array>

#include "base/failure.h"
#include "glyphs/standing.h"

namespace octavo::glyphs {
namespace {

using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;

constexpr hb_tag_t cff_table = HB_TAG('C', 'F', 'F', ' ');

// What a PDF viewer needs to draw glyphs by number (ISO 32000-2, 9.9.1); names, character maps and layout are
// done with.
constexpr std::array kept_tables{HB_TAG('h', 'e', 'a', 'd'),
                                 HB_TAG('h', 'h', 'e', 'a'),
                                 HB_TAG('h', 'm', 't', 'x'),
                                 HB_TAG('m', 'a', 'x', 'p'),
                                 HB_TAG('g', 'l', 'y', 'f'),
                                 HB_TAG('l', 'o', 'c', 'a'),
                                 cff_table};

// The font without the rest: hb-subset would read all of a character map before it dropped it.
HbFace bare(hb_face_t* face) {
  HbFace bare(hb_face_builder_create());
  for (const hb_tag_t tag : kept_tables) {
    const HbBlob table(hb_face_reference_table(face, tag));
    if (hb_blob_get_length(table.get()) > 0) hb_face_builder_add_table(bare.get(), tag, table.get());
  }
  return bare;
}

}  // namespace

Subset subset_of(const Face& face, const std::vector<std::uint32_t>& glyphs) {
  const auto refused = [&] {
    return base::Failure("cannot make a subset of the font \"" + face.path() + "\"");
  };
  const SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) throw refused();
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);

  const HbFace source = bare(face.location().empty() ? face.face() : standing(face, glyphs).get());
  const SubsetPlan plan(hb_subset_plan_create_or_fail(source.get(), input.get()));
  if (!plan) throw refused();
  const HbFace cut(hb_subset_plan_execute_or_fail(plan.get()));
  if (!cut) throw refused();

  Subset subset;
  subset.old_ids.assign(hb_face_get_glyph_count(cut.get()), 0xFFFFFFFF);
  subset.old_ids[0] = 0;
  subset.new_ids.reserve(glyphs.size());
  const hb_map_t* new_id = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const std::uint32_t glyph : glyphs) {
    const std::uint32_t id = hb_map_get(new_id, glyph);
    const bool is_there = id < subset.old_ids.size();
    subset.new_ids.push_back(is_there ? id : 0);
    if (is_there) subset.old_ids[id] = glyph;
  }

  const HbBlob whole(hb_face_reference_blob(cut.get()));
  const HbBlob cff(hb_face_reference_table(cut.get(), cff_table));
  hb_blob_t* bytes = hb_blob_get_length(cff.get()) > 0 ? cff.get() : whole.get();
  unsigned length = 0;
  const char* data = hb_blob_get_data(bytes, &length);
  if (length == 0) throw refused();
  subset.bytes.assign(data, length);
  return subset;
}

}  // namespace octavo::glyphs
