#pragma once
// Characters to glyphs, by HarfBuzz. In: a stretch of text that one face draws. Out: a run of positioned
// glyphs in ems.
#include <string_view>
#include <vector>

#include "glyphs/face.h"
#include "glyphs/pairs.h"

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
  };
  Shaper();
  // The whole text is given so that letters join across the ends of a stretch. A word that is the same when it is put together from single
  // characters and pairs is made so.
  Run shape(const Face& face, std::string_view text, const Stretch& stretch, const Setting& setting,
            Rows& rows);

 private:
  // HarfBuzz keeps its plans too, but looks for them longer than it takes to shape a short word.
  struct Plan {
    FaceId face;
    hb_segment_properties_t text;
    const std::vector<hb_feature_t>* asked_for;
    std::vector<hb_feature_t> features;
    bool makes_fractions;
    HbPlan plan;
    std::optional<Pairs> pairs;
  };
  Plan& plan(const Face& face, std::string_view text, const Stretch& stretch, const Setting& setting);
  void shape_anew(const Face& face, const Plan& plan, std::string_view text, const Stretch& stretch);
  bool read(const Pairs& pairs, std::string_view word);
  bool learn(const Face& face, Plan& plan, std::string_view word);
  bool compose(const Pairs& pairs);
  void add(const Pairs::Part& part, std::uint32_t cluster);
  Run kept(const Face& face, const Stretch& stretch, const Setting& setting, Rows& rows) const;

  struct Character {
    std::size_t number;  // see number_of()
    std::uint32_t begin;
  };

  // Kept for their memory.
  HbBuffer buffer_;
  std::vector<Character> characters_;  // of a word, and its end
  std::vector<Glyph> glyphs_;
  hb_position_t width_ = 0;  // of them
  std::vector<Plan> plans_;
};

}  // namespace octavo::glyphs
