#include "glyphs/shape.h"

namespace octavo::glyphs {

std::vector<hb_feature_t> open_type_features(const Features& wanted) {
  std::vector<hb_feature_t> features;
  const auto set = [&](const char(&tag)[5], std::uint32_t value) {
    features.push_back(
        {HB_TAG(tag[0], tag[1], tag[2], tag[3]), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  };
  if (wanted.small_caps || wanted.all_small_caps) set("smcp", 1);
  if (wanted.all_small_caps) set("c2sc", 1);
  if (wanted.oldstyle) set("onum", 1);
  if (wanted.lining) set("lnum", 1);
  if (wanted.tabular) set("tnum", 1);
  if (!wanted.ligatures) {
    set("liga", 0);
    set("clig", 0);
    set("calt", 0);  // where fonts for code keep their arrows
  }
  if (!wanted.kerning) set("kern", 0);
  for (const std::string& one : wanted.more)
    if (hb_feature_t feature; hb_feature_from_string(one.data(), static_cast<int>(one.size()), &feature)) features.push_back(feature);
  return features;
}

hb_script_t script_of(char32_t code_point) {
  if (code_point < 0x80) {  // most of what is set
    const char32_t small = code_point | 0x20;
    return small >= 'a' && small <= 'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
  }
  const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
  return script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN ? HB_SCRIPT_COMMON : script;
}

Shaper::Shaper() : buffer_(hb_buffer_create()) {}

// For what the buffer holds.
hb_shape_plan_t* Shaper::plan(const Face& face, const Stretch& stretch, const Setting& setting) {
  for (const Plan& one : plans_)
    if (one.face == stretch.face && one.script == stretch.script && one.setting == setting)
      return one.plan.get();
  hb_segment_properties_t properties;
  hb_buffer_get_segment_properties(buffer_.get(), &properties);
  unsigned axes = 0;
  const int* location = hb_font_get_var_coords_normalized(face.font(), &axes);
  HbPlan made(hb_shape_plan_create2(face.face(), &properties, setting.features->data(),
                                    static_cast<unsigned>(setting.features->size()), location, axes, nullptr));
  return plans_.emplace_back(stretch.face, stretch.script, setting, std::move(made)).plan.get();
}

Run Shaper::shape(const Face& face, std::string_view text, const Stretch& stretch, const Setting& setting,
                  Rows& rows) {
  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_reset(buffer);
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), stretch.begin,
                     static_cast<int>(stretch.end - stretch.begin));
  hb_buffer_set_direction(buffer, setting.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  // Digits and punctuation alone get the kerning and the figures that fonts offer for Latin.
  hb_buffer_set_script(buffer, stretch.script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : stretch.script);
  hb_buffer_set_language(buffer, setting.language);
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);

  unsigned count = 0;
  hb_glyph_info_t* characters = hb_buffer_get_glyph_infos(buffer, &count);
  for (unsigned at = 0; at < count; ++at) {
    const hb_codepoint_t c = characters[at].codepoint;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
      characters[at].codepoint = ' ';  // a control character is a blank
  }
  hb_shape_plan_execute(plan(face, stretch, setting), face.font(), buffer, setting.features->data(),
                        static_cast<unsigned>(setting.features->size()));

  Run run{.face = stretch.face,
          .right_to_left = setting.right_to_left,
          .begin = stretch.begin,
          .end = stretch.end,
          .width = 0,
          .glyphs = {}};
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
  glyphs_.clear();
  hb_position_t width = 0;
  for (unsigned at = 0; at < count; ++at) {
    const hb_glyph_position_t& position = positions[at];
    width += position.x_advance;
    glyphs_.push_back({.id = glyphs[at].codepoint,
                       .advance = static_cast<float>(position.x_advance) * face.em(),
                       .x_offset = static_cast<float>(position.x_offset) * face.em(),
                       .y_offset = static_cast<float>(position.y_offset) * face.em(),
                       .cluster = glyphs[at].cluster});
  }
  run.glyphs = rows.keep(glyphs_);
  run.width = static_cast<float>(width) * face.em();
  return run;
}

}  // namespace octavo::glyphs
