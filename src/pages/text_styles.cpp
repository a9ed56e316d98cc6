// Computed styles to what `lines` sets paragraphs with: their manner, fonts, letters in another case.
#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "pages/composer.h"

namespace octavo::pages {
namespace {

// Variants that few ask for, and what was asked for by its tag.
base::Names further_features(const style::Computed& style) {
  if (style.variants == 0) return style.font_features;
  constexpr std::pair<style::Variants, std::string_view> tags[] = {
      {style::discretionary_ligatures, "dlig"}, {style::historical_ligatures, "hlig"}, {style::no_contextual, "calt=0"},
      {style::fractions, "frac"}, {style::stacked_fractions, "afrc"}, {style::ordinals, "ordn"}, {style::slashed_zero, "zero"},
      {style::superiors, "sups"}, {style::inferiors, "subs"}, {style::petite_caps, "pcap"}, {style::titling_caps, "titl"},
      {style::unicase, "unic"}, {style::proportional, "pnum"}};
  std::vector<std::string> features;
  for (const auto& [variant, tag] : tags)
    if (style.variants & variant) features.emplace_back(tag);
  features.insert(features.end(), style.font_features.begin(), style.font_features.end());
  return features;
}

glyphs::Request request_of(const style::Computed& style) {
  return {style.families, style.weight, style.italic,
          {style.small_caps, style.all_small_caps, style.oldstyle, style.lining, style.tabular, style.ligatures, style.kerning,
           further_features(style)},
          style.font_size};
}

constexpr float widest_of_text = 0.45f;  // ems: wider spaces are those of a face of which all characters have one width

}  // namespace

Composer::Collected Composer::begin_paragraph(const style::Element& element, const Place& place) {
  return begin_paragraph(style_of(element, *place.style), place);
}

Composer::Collected Composer::begin_paragraph(const style::Computed& style, const Place& place) {
  Collected collected;
  collected.style = style;
  collected.style.background.reset();  // it lies behind the block
  collected.style.border = {};
  collected.style.radius = 0;
  auto& paragraph = collected.paragraph;
  paragraph.align = collected.style.align;
  paragraph.align_last = collected.style.align_last;
  paragraph.hanging_punctuation = collected.style.hanging_punctuation;
  paragraph.preserve_spaces = collected.style.white_space == style::WhiteSpace::pre_wrap;
  paragraph.tab_size = collected.style.tab_size;
  // A negative indent hangs: CSS writes it as padding and a negative text-indent, and so do the style sheets.
  paragraph.first_indent = collected.style.text_indent;
  style_index(paragraph, collected.style, place.language);  // the first is the paragraph's own: a picture alone has a baseline too
  referred_.clear();
  return collected;
}

lines::TextStyle Composer::text_style(const style::Computed& style, std::string_view language) const {
  lines::TextStyle text;
  text.font = workshop_.fonts.request(request_of(style));
  text.size = style.font_size;
  text.color = style.color;
  text.rise = style.rise;
  text.letter_spacing = style.letter_spacing;
  text.word_spacing = style.word_spacing;
  text.language = language;
  text.hyphenate = style.hyphens;
  text.hyphen_limits = style.hyphen_limits;
  text.break_anywhere = style.white_space == style::WhiteSpace::pre_wrap;
  text.has_fixed_spaces = text.break_anywhere && workshop_.fonts.metrics(text.font).space > widest_of_text;
  text.underline = style.underline;
  text.line_through = style.line_through;
  text.decoration = style.decoration;
  text.highlight = style.background;
  const float border = style.border.top;  // round words it is the same on all sides, or none
  text.outline.radius = style.radius;
  if (style.border == style::Sides{border, border, border, border}) {
    text.outline.width = border;
    text.outline.color = style.border_color[0];
    text.outline.style = style.border_style[0];
  }
  return text;
}

std::uint32_t Composer::style_index(lines::Paragraph& paragraph, const style::Computed& style, std::string_view language) {
  return style_index(paragraph, text_style(style, language));
}

std::uint32_t Composer::style_index(lines::Paragraph& paragraph, lines::TextStyle text) {
  const auto known = std::find(paragraph.styles.begin(), paragraph.styles.end(), text);
  if (known != paragraph.styles.end()) return static_cast<std::uint32_t>(known - paragraph.styles.begin());
  paragraph.styles.push_back(std::move(text));
  return static_cast<std::uint32_t>(paragraph.styles.size() - 1);
}

void Composer::add_words(Collected& into, std::string text, const style::Computed& style, std::string_view language,
                         lines::Tag tag, bool counts) {
  if (text.empty()) return;
  add_words(into, std::move(text), look(into.paragraph, style, language), language, tag, counts);
}

Composer::Look Composer::look(lines::Paragraph& paragraph, const style::Computed& style, std::string_view language) {
  return {style_index(paragraph, style, language), style.transform};
}

void Composer::add_words(Collected& into, std::string text, Look look, std::string_view language, lines::Tag tag, bool counts) {
  into.paragraph.pieces.push_back(lines::Words{transformed(std::move(text), look.transform, language), look.index, tag, counts});
}

std::string transformed(std::string text, style::Transform transform, std::string_view language) {
  switch (transform) {
    case style::Transform::uppercase: return base::upper(text, language);
    case style::Transform::lowercase: return base::lower(text, language);
    case style::Transform::capitalize: return base::capitalized(text);
    case style::Transform::none: break;
  }
  return text;
}

}  // namespace octavo::pages
