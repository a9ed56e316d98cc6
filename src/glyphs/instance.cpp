#include "glyphs/instance.h"

#include <hb-ot.h>

#include <algorithm>
#include <optional>

namespace octavo::glyphs {
namespace {

std::optional<float> asked_for(hb_tag_t axis, const Instance& instance) {
  switch (axis) {
    case HB_OT_TAG_VAR_AXIS_WEIGHT: return static_cast<float>(instance.weight);
    case HB_OT_TAG_VAR_AXIS_WIDTH: return 100.0f;
    case HB_OT_TAG_VAR_AXIS_ITALIC: return instance.italic ? 1.0f : 0.0f;
    case HB_OT_TAG_VAR_AXIS_SLANT: return instance.italic ? -90.0f : 0.0f;  // as far as the font goes
    case HB_OT_TAG_VAR_AXIS_OPTICAL_SIZE:
      if (instance.size > 0) return instance.size;
  }
  return std::nullopt;
}

}  // namespace

Location location_of(hb_face_t* face, const Instance& instance) {
  std::vector<hb_ot_var_axis_info_t> axes(hb_ot_var_get_axis_count(face));
  auto count = static_cast<unsigned>(axes.size());
  hb_ot_var_get_axis_infos(face, 0, &count, axes.data());
  axes.resize(count);
  Location location;
  location.reserve(axes.size());
  for (const hb_ot_var_axis_info_t& axis : axes) {  // HarfBuzz sees to it that the default lies between the ends
    const float wanted = asked_for(axis.tag, instance).value_or(axis.default_value);
    location.push_back({axis.tag, std::clamp(wanted, axis.min_value, axis.max_value)});
  }
  return location;
}

void pin(hb_subset_input_t* input, hb_face_t* face, const Location& location) {
  for (const auto& [axis, value] : location) hb_subset_input_pin_axis_location(input, face, axis, value);
}

}  // namespace octavo::glyphs
