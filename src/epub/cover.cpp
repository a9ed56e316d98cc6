// Type on a dark ground, along one axis on the left.
#include "epub/cover.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/digest.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "epub/cover_lines.h"
#include "pictures/pictures.h"

namespace octavo::epub {
namespace {

constexpr int page_width = 1600, page_height = 2560;
constexpr int spine = 88, axis = 200, column = page_width - axis - 140;

struct Rgb {
  int red, green, blue;
};
constexpr Rgb paper = {0xF4, 0xEB, 0xD9};

struct Colors {
  Rgb ground, accent;
};
constexpr std::array<Colors, 5> palette = {{
    {{0x14, 0x25, 0x3D}, {0xD9, 0xA2, 0x4B}},  // ink and brass
    {{0x15, 0x37, 0x2E}, {0xD8, 0xA7, 0x6A}},  // bottle green and sand
    {{0x4A, 0x16, 0x20}, {0xE2, 0xB2, 0x7C}},  // oxblood and straw
    {{0x2F, 0x22, 0x3F}, {0xE0, 0xA0, 0x86}},  // aubergine and clay
    {{0x26, 0x2B, 0x30}, {0xDB, 0x80, 0x54}},  // slate and copper
}};

struct Style {
  std::string_view family, generic;
  int weight = 400;
  bool italic = false;
  float tracking = 0;  // ems
};
constexpr Style title_style = {"Vollkorn", "serif", 600};
constexpr Style subtitle_style = {"Vollkorn", "serif", 400, true};
constexpr Style author_style = {"Lato", "sans-serif", 400, false, 0.02f};
constexpr Style publisher_style = {"Lato", "sans-serif", 400, false, 0.14f};

// Han characters look different in Japan, Korea and China; the other letters of the text tell, else the book's language.
std::string language_of(std::string_view text, const std::string& book_language) {
  for (const char32_t letter : base::code_points(text)) {
    if (letter >= 0x3040 && letter <= 0x30FF) return "ja";
    if (letter >= 0xAC00 && letter <= 0xD7A3) return "ko";
  }
  return book_language;
}

// As its first letter runs: what stands before that has the level of the text.
glyphs::Direction direction_of(std::string_view text) {
  const std::vector<glyphs::Item> items = glyphs::itemize(text, glyphs::Direction::by_first_letter);
  return items.empty() || items.front().level == 0 ? glyphs::Direction::left_to_right : glyphs::Direction::right_to_left;
}

// Sets the lines of a text.
class Type {
 public:
  Type(glyphs::Fonts& fonts, const Style& style, std::string_view text, const std::string& book_language)
      : fonts_(fonts), tracking_(style.tracking), language_(language_of(text, book_language)), direction_(direction_of(text)) {
    font_ = fonts.request({.families = {std::string(style.family), std::string(style.generic)},
                           .weight = style.weight,
                           .italic = style.italic,
                           .features = {.ligatures = false}});  // letters as large or as far apart as these stand alone
  }

  float width(std::string_view text) {  // ems
    return set(text, [](glyphs::FaceId, const glyphs::Glyph&, float) {});
  }
  void draw(std::string_view text, float size, base::Point start, glyphs::Coverage& page) {
    set(text, [&](glyphs::FaceId face, const glyphs::Glyph& glyph, float x) {
      const base::Point origin{start.x + (x + glyph.x_offset) * size, start.y - glyph.y_offset * size};
      fonts_.draw(face, glyph.id, size, origin, page);
    });
  }

 private:
  // Calls `put` with every glyph and its place in ems, from left to right; gives the width. What no font has is left out: a cover is better
  // without the boxes that stand for it.
  template <class Put>
  float set(std::string_view text, Put put) {
    constexpr std::uint32_t missing = 0;
    const std::vector<glyphs::Item> items = glyphs::itemize(text, direction_);
    std::vector<std::uint8_t> levels;
    for (const glyphs::Item& item : items) levels.push_back(item.level);
    float x = 0;
    for (const std::uint32_t index : glyphs::visual_order(levels)) {
      const auto& [begin, end, level, script] = items[index];
      const bool right_to_left = level % 2 == 1;
      for (const glyphs::Run& run : fonts_.shape(font_, text.substr(begin, end - begin), language_, right_to_left).runs)
        for (std::size_t at = 0; at < run.glyphs.size(); ++at) {
          const glyphs::Glyph& glyph = run.glyphs[at];
          if (glyph.id == missing) continue;
          put(run.face, glyph, x);
          const bool ends_cluster = at + 1 == run.glyphs.size() || run.glyphs[at + 1].cluster != glyph.cluster;
          x += glyph.advance + (ends_cluster && !right_to_left ? tracking_ : 0);  // Arabic letters join
        }
    }
    return x;
  }

  glyphs::Fonts& fonts_;
  float tracking_;
  std::string language_;
  glyphs::Direction direction_;
  glyphs::FontId font_;
};

struct Block {
  Type type;
  LineBox box;
  SetLines set;

  Block(const Type& the_type, const LineBox& the_box, std::string_view text)
      : type(the_type), box(the_box), set(set_in_lines(text, box, [&](std::string_view part) { return type.width(part); })) {}
  int leading() const { return static_cast<int>(set.size * box.leading); }
  int height() const { return set.lines.empty() ? 0 : leading() * static_cast<int>(set.lines.size() - 1); }
  // From the first line's foot at `y`. Large letters bring more white on their left, so they begin a little
  // before the axis.
  void draw(glyphs::Coverage& page, int y) {
    const int x = axis - set.size / 32;
    for (const std::string& line : set.lines) {
      type.draw(line, static_cast<float>(set.size), {static_cast<float>(x), static_cast<float>(y)}, page);
      y += leading();
    }
  }
};

// "Bedrock: How Amazon ..." is a title and a subtitle in one.
CoverText told_apart(CoverText text) {
  if (!base::trimmed(text.subtitle).empty()) return text;
  for (const std::string_view mark : {": ", "：", " — ", " – "}) {
    const std::size_t at = text.title.find(mark);
    if (at == std::string::npos || at == 0 || at + mark.size() == text.title.size()) continue;
    text.subtitle = text.title.substr(at + mark.size());
    text.title.resize(at);
    break;
  }
  return text;
}

// A colour is a number: half the steps lead from the ground to the paper, half to the accent.
constexpr int steps = 128;
constexpr char cloth = steps * 15 / 200, accent = static_cast<char>(2 * steps - 1);

struct Area {
  int x, y, width, height;
};
void fill(std::string& page, const Area& area, char color) {
  for (int y = area.y; y < area.y + area.height; ++y)
    std::fill_n(page.begin() + std::ptrdiff_t{y} * page_width + area.x, area.width, color);
}

// Where the rule may stand at `y` or below it: under some bare rows, but not so low that the subtitle lacks room.
int place_of_rule(const glyphs::Coverage& page, int y) {
  constexpr int distance = 40, lowest = 1500;
  y -= distance;
  for (int bare = 0; bare < distance && y < lowest; ++y) {
    const std::string_view row = std::string_view(page.bytes).substr(std::size_t{page_width} * static_cast<std::size_t>(y), page_width);
    bare = row.find_first_not_of('\0') == row.npos ? bare + 1 : 0;
  }
  return y;
}

// The colours of all pixels.
std::string composed(const CoverText& text, glyphs::Fonts& fonts) {
  const auto block = [&](const Style& style, const LineBox& box, const std::string& words) {
    return Block(Type(fonts, style, words, text.language), box, words);
  };
  Block title = block(title_style, {column, 1000, 320, 84, 6, 1.04}, text.title);
  Block subtitle = block(subtitle_style, {column, 340, 96, 48, 3, 1.24}, text.subtitle);
  Block authors = block(author_style, {column, 220, 76, 40, 2, 1.35}, text.authors);
  Block publisher = block(publisher_style, {column, 90, 38, 26, 1, 1.4}, base::upper(text.publisher, ""));

  glyphs::Coverage page{page_width, page_height};
  int y = 400 + title.set.size * 7 / 10;  // so that the capitals of the first line begin at one height
  title.draw(page, y);
  y += title.height() + 60 + title.set.size / 3;  // below the descenders
  y = place_of_rule(page, y);                     // those of Arabic are longer
  const Area rule{axis, y, 200, 10};
  y += 100 + subtitle.set.size;
  subtitle.draw(page, y);
  authors.draw(page, 2190 - authors.height());
  publisher.draw(page, 2400 - publisher.height());

  std::string pixels = std::move(page.bytes);
  for (char& pixel : pixels) pixel = static_cast<char>(static_cast<unsigned char>(pixel) * steps / 256);
  fill(pixels, {0, 0, spine, page_height}, cloth);  // as of a book bound in quarter cloth
  fill(pixels, rule, accent);
  return pixels;
}

std::string palette_of(const Colors& colors) {
  std::string bytes;
  for (const Rgb& color : {paper, colors.accent})
    for (int step = 0; step < steps; ++step) {
      const auto mixed = [&](int from, int to) { return static_cast<char>(from + (to - from) * step / (steps - 1)); };
      bytes += mixed(colors.ground.red, color.red);
      bytes += mixed(colors.ground.green, color.green);
      bytes += mixed(colors.ground.blue, color.blue);
    }
  return bytes;
}

}  // namespace

std::string drawn_cover(const CoverText& text, glyphs::Fonts& fonts) {
  const Colors& colors = palette[base::crc32(text.title) % palette.size()];
  return pictures::encoded_palette_png(page_width, page_height, composed(told_apart(text), fonts), palette_of(colors));
}

}  // namespace octavo::epub
