// The cover of a book that has none: type on a dark ground, along one axis on the left.
#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "pictures/cover_lines.h"
#include "pictures/drawing.h"
#include "pictures/pictures.h"
#include "pictures/raster.h"

namespace octavo::pictures {
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
  std::string_view family, slant, weight;
  int tracking = 0;  // hundredths of the size
};
constexpr Style title_style = {"Vollkorn", "normal", "600"};
constexpr Style subtitle_style = {"Vollkorn", "italic", "400"};
constexpr Style author_style = {"Lato", "normal", "400", 2};
constexpr Style publisher_style = {"Lato", "normal", "400", 14};

// Han characters look different in Japan, Korea and China; the other letters of the text tell.
std::string families(std::string_view family, std::string_view text) {
  std::string_view region = "SC";
  for (const char32_t letter : base::code_points(text)) {
    if (letter >= 0x3040 && letter <= 0x30FF) region = "JP";
    if (letter >= 0xAC00 && letter <= 0xD7A3) region = "KR";
  }
  const bool has_serifs = family == title_style.family;
  return std::string(family) + ", 'Noto " + (has_serifs ? "Serif" : "Sans") + " CJK " + std::string(region) +
         "', " + (has_serifs ? "serif" : "sans-serif");
}

// The type of a page, as a drawing.
class Sheet {
 public:
  Sheet() {
    xml_.open("svg");
    xml_.attribute("xmlns", "http://www.w3.org/2000/svg");
    xml_.attribute("viewBox", "0 0 " + std::to_string(page_width) + ' ' + std::to_string(page_height));
  }
  void begin(const Style& style, int size, std::string_view text) {
    xml_.open("g");
    xml_.attribute("font-family", families(style.family, text));
    xml_.attribute("font-style", style.slant);
    xml_.attribute("font-weight", style.weight);
    xml_.attribute("font-size", std::to_string(size));
    if (style.tracking) xml_.attribute("letter-spacing", std::to_string(size * style.tracking / 100));
  }
  void end() { xml_.close(); }
  void text(int x, int y, std::string_view id, std::string_view text) {
    xml_.open("text");
    if (!id.empty()) xml_.attribute("id", id);
    xml_.attribute("x", std::to_string(x));
    xml_.attribute("y", std::to_string(y));
    xml_.text(text);
    xml_.close();
  }
  std::string take() {
    xml_.close();
    return xml_.take();
  }

 private:
  base::XmlWriter xml_;
};

struct Block {
  Style style;
  LineBox box;
  SetLines set;
  std::string text;

  Block(const Style& the_style, const LineBox& the_box, std::string the_text)
      : style(the_style), box(the_box), text(std::move(the_text)) {
    set = set_in_lines(text, box, [&](const std::vector<std::string>& texts) {
      Sheet sheet;
      sheet.begin(style, 100, text);
      for (std::size_t index = 0; index < texts.size(); ++index)
        sheet.text(0, 0, "t" + std::to_string(index), texts[index]);
      sheet.end();
      return draughtsman()->widths(sheet.take(), texts.size());
    });
  }
  int leading() const { return static_cast<int>(set.size * box.leading); }
  int height() const { return set.lines.empty() ? 0 : leading() * static_cast<int>(set.lines.size() - 1); }
  // From the first line's foot at `y`. Large letters bring more white on their left, so they begin a little
  // before the axis.
  void put(Sheet& sheet, int y) const {
    const int x = axis - set.size / 32;
    sheet.begin(style, set.size, text);
    for (const std::string& line : set.lines) sheet.text(x, y, {}, line), y += leading();
    sheet.end();
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

// The colours of all pixels.
std::string composed(const CoverText& text) {
  const Block title(title_style, {column, 1000, 320, 84, 6, 1.04}, text.title);
  const Block subtitle(subtitle_style, {column, 340, 96, 48, 3, 1.24}, text.subtitle);
  const Block authors(author_style, {column, 220, 76, 40, 2, 1.35}, text.authors);
  const Block publisher(publisher_style, {column, 90, 38, 26, 1, 1.4}, base::upper(text.publisher, ""));

  Sheet sheet;
  int y = 400 + title.set.size * 7 / 10;  // so that the capitals of the first line begin at one height
  title.put(sheet, y);
  y += title.height() + 60 + title.set.size / 3;  // below the descenders
  const Area rule{axis, y, 200, 10};
  y += 100 + subtitle.set.size;
  subtitle.put(sheet, y);
  authors.put(sheet, 2190 - authors.height());
  publisher.put(sheet, 2400 - publisher.height());

  std::string page = draughtsman()
                         ->draw_opacity(sheet.take(), page_width, page_height)
                         .value_or(std::string(std::size_t{page_width} * page_height, '\0'));
  for (char& pixel : page) pixel = static_cast<char>(static_cast<unsigned char>(pixel) * steps / 256);
  fill(page, {0, 0, spine, page_height}, cloth);  // as of a book bound in quarter cloth
  fill(page, rule, accent);
  return page;
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

std::string drawn_cover(const CoverText& text) {
  const Colors& colors = palette[base::crc32(text.title) % palette.size()];
  return encoded_palette_png(page_width, page_height, composed(told_apart(text)), palette_of(colors));
}

}  // namespace octavo::pictures
