#include "glyphs/shape.h"

#include <algorithm>

#include "base/utf8.h"
#include "glyphs/table.h"

namespace octavo::glyphs {
namespace {

constexpr std::string_view fraction_slash = "\u2044";

bool is_same(const std::vector<hb_feature_t>& left, const std::vector<hb_feature_t>& right) {
  return std::ranges::equal(left, right, [](const hb_feature_t& one, const hb_feature_t& other) {
    return one.tag == other.tag && one.value == other.value && one.start == other.start && one.end == other.end;
  });
}

bool is_of_whole_words(const hb_feature_t& feature) {
  return feature.start == HB_FEATURE_GLOBAL_START && feature.end == HB_FEATURE_GLOBAL_END;
}

}  // namespace

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

Shaper::Plan& Shaper::plan(const Face& face, std::string_view text, const Stretch& stretch, const Setting& setting) {
  // Digits and punctuation alone get the kerning and the figures that fonts offer for Latin.
  const hb_script_t script = stretch.script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : stretch.script;
  const hb_direction_t direction = setting.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
  const bool makes_fractions = text.find(fraction_slash) != std::string_view::npos;
  for (Plan& one : plans_)
    if (one.face == stretch.face && one.text.script == script && one.text.direction == direction && one.text.language == setting.language &&
        one.makes_fractions == makes_fractions && (one.asked_for == setting.features || is_same(*one.asked_for, *setting.features)))
      return one;
  Plan& made = plans_.emplace_back(stretch.face, hb_segment_properties_t(HB_SEGMENT_PROPERTIES_DEFAULT), setting.features);
  made.text.direction = direction;
  made.text.script = script;
  made.text.language = setting.language;
  // HarfBuzz makes them of digits beside the slash only, but every plan would have the font's rules for them. Apple's tables may make them of
  // any digits, and to switch that off is another thing than to be silent.
  made.makes_fractions = makes_fractions;
  if (!makes_fractions && !Table(face.face(), "morx").is_there() && !Table(face.face(), "mort").is_there())
    for (const hb_tag_t tag : {HB_TAG('f', 'r', 'a', 'c'), HB_TAG('n', 'u', 'm', 'r'), HB_TAG('d', 'n', 'o', 'm')})
      made.features.push_back({tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  made.features.insert(made.features.end(), setting.features->begin(), setting.features->end());  // the last of a tag counts
  unsigned axes = 0;
  const int* location = hb_font_get_var_coords_normalized(face.font(), &axes);
  made.plan.reset(hb_shape_plan_create2(face.face(), &made.text, made.features.data(), static_cast<unsigned>(made.features.size()), location,
                                        axes, nullptr));
  if (script == HB_SCRIPT_LATIN && !setting.right_to_left && !makes_fractions && std::ranges::all_of(made.features, is_of_whole_words))
    if (const auto found = neighbours(face, made.plan.get())) made.pairs.emplace(*found);
  return made;
}

void Shaper::shape_anew(const Face& face, const Plan& plan, std::string_view text, const Stretch& stretch) {
  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_reset(buffer);
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), stretch.begin,
                     static_cast<int>(stretch.end - stretch.begin));
  hb_buffer_set_segment_properties(buffer, &plan.text);
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);

  unsigned count = 0;
  hb_glyph_info_t* characters = hb_buffer_get_glyph_infos(buffer, &count);
  for (unsigned at = 0; at < count; ++at) {
    const hb_codepoint_t c = characters[at].codepoint;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
      characters[at].codepoint = ' ';  // a control character is a blank
  }
  hb_shape_plan_execute(plan.plan.get(), face.font(), buffer, plan.features.data(),
                        static_cast<unsigned>(plan.features.size()));

  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
  glyphs_.clear();
  width_ = 0;
  for (unsigned at = 0; at < count; ++at) {
    const hb_glyph_position_t& position = positions[at];
    add({{.id = glyphs[at].codepoint,
          .advance = static_cast<float>(position.x_advance) * face.em(),
          .x_offset = static_cast<float>(position.x_offset) * face.em(),
          .y_offset = static_cast<float>(position.y_offset) * face.em()},
         position.x_advance},
        glyphs[at].cluster);
  }
}

// The characters of a word. False if they may not stand beside each other so.
bool Shaper::read(const Pairs& pairs, std::string_view word) {
  characters_.clear();
  for (std::size_t at = 0; at < word.size();) {
    const auto [c, length] = base::decode(word, at);
    const std::size_t number = number_of(c);
    if (number >= word_end || (at > 0 && !pairs.may_meet(characters_.back().number, number))) return false;
    characters_.push_back({number, static_cast<std::uint32_t>(at)});
    at += length;
  }
  if (word.empty() || !pairs.may_meet(characters_.back().number, word_end)) return false;
  characters_.push_back({word_end, static_cast<std::uint32_t>(word.size())});
  return true;
}

// Of a word that cannot be composed yet: shapes it from the first two characters that did not meet before to the last two.
bool Shaper::learn(const Face& face, Plan& plan, std::string_view word) {
  Pairs& pairs = *plan.pairs;
  const auto is_known = [&](std::size_t at) { return pairs.find(characters_[at].number, characters_[at + 1].number) != nullptr; };
  const std::size_t word_length = characters_.size() - 1;
  std::size_t begin = 0, end = word_length;
  while (is_known(begin)) ++begin;
  while (is_known(end - 1)) --end;
  const std::uint32_t from = characters_[begin].begin, to = characters_[std::min(end + 1, word_length)].begin;
  shape_anew(face, plan, word.substr(from, to - from), {.face = plan.face, .begin = 0, .end = to - from});
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), nullptr);
  if (glyphs_.size() != std::min(end + 1, word_length) - begin) return false;
  for (std::size_t at = begin; at < end; ++at)
    pairs.learn(characters_[at].number, characters_[at + 1].number, {glyphs_[at - begin], positions[at - begin].x_advance});
  return true;
}

// False if two of its characters did not meet yet.
bool Shaper::compose(const Pairs& pairs) {
  glyphs_.clear();
  width_ = 0;
  for (std::size_t at = 0; at + 1 < characters_.size(); ++at) {
    const Pairs::Part* part = pairs.find(characters_[at].number, characters_[at + 1].number);
    if (!part) return false;
    add(*part, characters_[at].begin);
  }
  return true;
}

void Shaper::add(const Pairs::Part& part, std::uint32_t cluster) {
  glyphs_.push_back(part.glyph);
  glyphs_.back().cluster = cluster;
  width_ += part.advance;
}

Run Shaper::kept(const Face& face, const Stretch& stretch, const Setting& setting, Rows& rows) const {
  return {.face = stretch.face,
          .right_to_left = setting.right_to_left,
          .begin = stretch.begin,
          .end = stretch.end,
          .width = static_cast<float>(width_) * face.em(),
          .glyphs = rows.keep(glyphs_)};
}

Run Shaper::shape(const Face& face, std::string_view text, const Stretch& stretch, const Setting& setting,
                  Rows& rows) {
  Plan& plan = this->plan(face, text, stretch, setting);
  const bool is_whole = stretch.begin == 0 && stretch.end == text.size();
  const bool is_composed = plan.pairs && is_whole && read(*plan.pairs, text) &&
                           (compose(*plan.pairs) || (learn(face, plan, text) && compose(*plan.pairs)));
  if (!is_composed) shape_anew(face, plan, text, stretch);
  return kept(face, stretch, setting, rows);
}

}  // namespace octavo::glyphs
