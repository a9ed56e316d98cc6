#include "lines/shape.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "lines/opportunities.h"

namespace octavo::lines {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

std::size_t clusters(const glyphs::Shaped& shaped) {
  std::size_t count = 0;
  for (const auto& run : shaped.runs)
    for (std::size_t i = 0; i < run.glyphs.size(); ++i)
      if (i == 0 || run.glyphs[i].cluster != run.glyphs[i - 1].cluster) ++count;
  return count;
}

// A word ends before every character of Chinese or Japanese, which are set one by one, and after the last of
// them.
std::size_t word_end(std::string_view text, std::size_t begin, std::size_t limit, bool keeps_spaces) {
  bool wide = false;
  for (auto at = begin; at < limit;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte == ' ' || wide) return at;
      ++at;
      continue;
    }
    if (byte == 0xC2 && !keeps_spaces && text.substr(at).starts_with(no_break_space)) return at;
    if (wide && byte < 0xCC) return at;  // below U+0300 nothing combines with the character before it
    const auto [code_point, length] = base::decode(text, at);
    if (is_wide(code_point) && code_point != 0x3099 && code_point != 0x309A) {
      if (at > begin) return at;
      wide = true;
    }
    at += length;
  }
  return limit;
}

class Shaper {
 public:
  Shaper(const Paragraph& paragraph, glyphs::Fonts& fonts) {
    result_.paragraph = &paragraph;
    result_.fonts = &fonts;
    result_.collected = collect(paragraph);
    result_.facts.resize(std::max<std::size_t>(paragraph.styles.size(), 1));
    if (!paragraph.styles.empty()) {
      result_.em = paragraph.styles.front().size;
      learn(0);
    }
  }

  Shaping shape() {
    const auto& collected = result_.collected;
    std::vector<glyphs::Item> items;
    if (!collected.text.empty()) items = glyphs::itemize(collected.text, result_.paragraph->direction);
    result_.right_to_left = base_direction(items);
    result_.atoms.reserve(collected.text.size() / 3 + 1);
    auto item = items.begin();
    for (std::uint32_t stretch = 0; stretch < collected.stretches.size(); ++stretch) {
      const auto [begin, end, style, tag] = collected.stretches[stretch];
      learn(style);
      atom_.facts = &result_.facts[style];
      for (auto at = begin; at < end;) {
        while (item != items.end() && item->end <= at) ++item;
        atom_.stretch = stretch;
        atom_.level = item != items.end() ? item->level : 0;
        at = take(at, item != items.end() ? std::min(end, item->end) : end);
      }
    }
    return std::move(result_);
  }

 private:
  // Only a paragraph that runs right to left has no text of level 0.
  bool base_direction(const std::vector<glyphs::Item>& items) const {
    if (result_.paragraph->direction != glyphs::Direction::by_first_letter)
      return result_.paragraph->direction == glyphs::Direction::right_to_left;
    return !items.empty() &&
           std::none_of(items.begin(), items.end(), [](const auto& item) { return item.level == 0; });
  }

  void learn(std::uint32_t index) {
    if (result_.paragraph->styles.empty() || result_.facts[index].style) return;
    const auto& style = result_.paragraph->styles[index];
    const auto metrics = result_.fonts->metrics(style.font);
    auto& facts = result_.facts[index];
    facts.style = &style;
    facts.scalable = !result_.paragraph->preserve_spaces && !style.break_anywhere && !style.is_initial;
    facts.space = &result_.fonts->shape(style.font, " ", style.language);
    facts.space_width = width_of(*facts.space, style);
    if (style.word_spacing != 0) facts.space_width = std::max(facts.space_width + style.word_spacing, narrowest_space * style.size);
    if (style.is_initial) facts.space_width = 0;
    facts.hyphen_width = metrics.hyphen * style.size + style.letter_spacing;
    facts.ascent = metrics.ascent * style.size + style.rise;
    facts.descent = metrics.descent * style.size - style.rise;
  }

  // Makes the atom at `at` and gives its end.
  std::uint32_t take(std::uint32_t at, std::uint32_t limit) {
    const auto& collected = result_.collected;
    const std::string_view text = collected.text;
    const auto keeps_spaces = result_.paragraph->preserve_spaces;
    atom_.begin = at;
    if (object_ < collected.objects.size()) {
      if (collected.objects[object_].at == at) return take_object();
      limit = std::min(limit, collected.objects[object_].at);
    }
    auto end = at;
    if (text[at] == ' ') {
      while (end < limit && text[end] == ' ') ++end;
    } else if (!keeps_spaces && text.substr(at).starts_with(no_break_space)) {
      end += no_break_space.size();
    }
    const auto& facts = result_.facts_of(atom_);
    atom_.scalable = facts.scalable;
    if (end > at) {
      push(AtomKind::space, end, facts.space,
           facts.space_width * static_cast<float>(text[at] == ' ' ? end - at : 1));
      return end;
    }
    end = static_cast<std::uint32_t>(word_end(text, at, limit, keeps_spaces));
    const auto& style = result_.style(atom_);
    const auto& shaped = result_.fonts->shape(style.font, text.substr(at, end - at), style.language,
                                              result_.runs_right_to_left(atom_));
    if (is_wide(base::decode(text, at).code_point)) atom_.scalable = false;
    push(AtomKind::word, end, &shaped, width_of(shaped, style));
    return end;
  }

  std::uint32_t take_object() {
    const auto& object = result_.collected.objects[object_];
    const auto end = object.at + object_length;
    atom_.object = object_++;
    atom_.scalable = false;
    if (object.kind == ObjectKind::box)
      push(AtomKind::box, end, nullptr, std::get<Box>(result_.paragraph->pieces[object.piece]).width);
    else
      push(object.kind == ObjectKind::fill ? AtomKind::fill : AtomKind::forced_break, end, nullptr, 0);
    return end;
  }

  void push(AtomKind kind, std::uint32_t end, const glyphs::Shaped* shaped, float width) {
    atom_.kind = kind;
    atom_.end = end;
    atom_.shaped = shaped;
    atom_.width = width;
    result_.atoms.push_back(atom_);
  }

  Shaping result_;
  Atom atom_;
  std::uint32_t object_ = 0;
};

}  // namespace

Shaping shape(const Paragraph& paragraph, glyphs::Fonts& fonts) { return Shaper(paragraph, fonts).shape(); }

const glyphs::Shaped& shape_part(const Shaping& shaping, const Atom& atom, std::uint32_t begin,
                                 std::uint32_t end, Ending ending) {
  const auto& style = shaping.style(atom);
  const auto part = std::string_view(shaping.collected.text).substr(begin, end - begin);
  const auto right_to_left = shaping.runs_right_to_left(atom);
  if (ending == Ending::plain) return shaping.fonts->shape(style.font, part, style.language, right_to_left);
  return shaping.fonts->shape(style.font, std::string(part) + '-', style.language, right_to_left);
}

float width_of(const glyphs::Shaped& shaped, const TextStyle& style) {
  const auto width = shaped.width * style.size;
  return style.letter_spacing == 0 ? width
                                   : width + style.letter_spacing * static_cast<float>(clusters(shaped));
}

float first_advance(const glyphs::Shaped& shaped) {
  if (shaped.runs.empty()) return 0;
  const auto& run = shaped.runs.front().right_to_left ? shaped.runs.back() : shaped.runs.front();
  if (run.glyphs.empty()) return 0;
  return run.right_to_left ? run.glyphs.back().advance : run.glyphs.front().advance;
}

float last_advance(const glyphs::Shaped& shaped) {
  if (shaped.runs.empty()) return 0;
  const auto& run = shaped.runs.front().right_to_left ? shaped.runs.front() : shaped.runs.back();
  if (run.glyphs.empty()) return 0;
  return run.right_to_left ? run.glyphs.front().advance : run.glyphs.back().advance;
}

Ruler::Ruler(const glyphs::Shaped& shaped, std::uint32_t length, const TextStyle& style)
    : shaped_(&shaped),
      length_(length),
      size_(style.size),
      letter_spacing_(style.letter_spacing),
      right_to_left_(!shaped.runs.empty() && shaped.runs.front().right_to_left) {
  load();
}

const glyphs::Glyph* Ruler::next() const {
  if (run_ >= shaped_->runs.size()) return nullptr;
  const auto& run = shaped_->runs[right_to_left_ ? shaped_->runs.size() - 1 - run_ : run_];
  return glyph_ < run.glyphs.size() ? &run.glyphs[right_to_left_ ? run.glyphs.size() - 1 - glyph_ : glyph_]
                                    : nullptr;
}

void Ruler::step() {
  ++glyph_;
  while (run_ < shaped_->runs.size() &&
         glyph_ >= shaped_->runs[right_to_left_ ? shaped_->runs.size() - 1 - run_ : run_].glyphs.size()) {
    ++run_;
    glyph_ = 0;
  }
}

void Ruler::load() {
  done_ += cluster_;
  cluster_ = 0;
  const auto* glyph = next();
  begin_ = glyph ? glyph->cluster : length_;
  if (!glyph) {
    end_ = length_;
    return;
  }
  for (; glyph && glyph->cluster == begin_; step(), glyph = next()) cluster_ += glyph->advance * size_;
  cluster_ += letter_spacing_;
  end_ = glyph ? glyph->cluster : length_;
}

double Ruler::before(std::uint32_t place) {
  while (end_ <= place && begin_ < length_) load();
  if (place <= begin_ || end_ <= begin_) return done_;
  return done_ + cluster_ * (place - begin_) / (end_ - begin_);
}

}  // namespace octavo::lines
