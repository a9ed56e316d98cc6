#pragma once
// Characters to glyphs, by HarfBuzz. In: a stretch of text that one face draws. Out: a run of positioned
// glyphs in ems.
#include <string_view>
#include <vector>

#include "glyphs/face.h"

namespace octavo::glyphs {

// Part of a text, of one face and one script.
struct Stretch {
  FaceId face;
  std::uint32_t begin = 0, end = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
};

// OpenType features to turn on or off. Small capitals are the font's own or none: a face without them
// (Vollkorn's italics) leaves its lower case as it is.
std::vector<hb_feature_t> open_type_features(const Features& features);

// The script of a character; common for punctuation, digits and marks, which go with their neighbours.
hb_script_t script_of(char32_t code_point);

class Shaper {
 public:
  struct Setting {
    hb_language_t language = HB_LANGUAGE_INVALID;
    bool right_to_left = false;
    const std::vector<hb_feature_t>* features = nullptr;  // which stay where they are
    friend bool operator==(const Setting&, const Setting&) = default;
  };
  Shaper();
  // The whole text is given so that letters join across the ends of a stretch.
  Run shape(const Face& face, std::string_view text, const Stretch& stretch, const Setting& setting,
            Rows& rows);

 private:
  // HarfBuzz keeps its plans too, but looks for them longer than it takes to shape a short word.
  struct Plan {
    FaceId face;
    hb_script_t script;
    Setting setting;
    HbPlan plan;
  };
  hb_shape_plan_t* plan(const Face& face, const Stretch& stretch, const Setting& setting);

  // Kept for their memory.
  HbBuffer buffer_;
  std::vector<Glyph> glyphs_;
  std::vector<Plan> plans_;
};

}  // namespace octavo::glyphs
