#pragma once
// A book of notes laid out with the built-in style sheet and the system's fonts.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <string>

#include "pages/pages.h"
#include "resolve/resolved.h"

namespace octavo::pages {

struct Laid {
  resolve::Resolved source;
  Printed printed;
  glyphs::Fonts fonts = {};  // which keep what the pages show

  // The words of a page in lines, from the top.
  std::vector<std::string> lines(std::size_t page) const {
    std::map<long, std::map<float, std::string>> found;
    for (const Item& item : printed.pages.pages.at(page).items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) found[std::lround(run->origin.y)][run->origin.x] += run->text;
    std::vector<std::string> lines;
    for (const auto& [y, runs] : found) {
      std::string line;
      for (const auto& [x, words] : runs) line += words;
      lines.push_back(line);
    }
    return lines;
  }
  // Where the text begins: an index into the pages.
  std::size_t first_page() const {
    const auto& pages = printed.pages.pages;
    return static_cast<std::size_t>(std::find_if(pages.begin(), pages.end(), [](const Page& page) { return page.label == "1"; }) - pages.begin());
  }
  std::string text() const {
    std::string all;
    for (std::size_t page = 0; page < printed.pages.pages.size(); ++page)
      for (const std::string& line : lines(page)) all += line + '\n';
    return all;
  }
};

inline Laid laid(resolve::Resolved source, const std::string& css = "", glyphs::Hyphenation hyphenation = {}) {
  Laid result{std::move(source), {}};
  style::Cascade sheet;
  sheet.choose("book", "print");
  std::ifstream file(std::string(OCTAVO_SOURCE) + "/styles/print.css");
  const std::string built_in{std::istreambuf_iterator<char>(file), {}};
  sheet.add(built_in, {}, result.source.sink);
  sheet.add(css, {}, result.source.sink);
  result.printed = lay_out(result.source.book, sheet, result.fonts, hyphenation, result.source.sink);
  return result;
}
inline Laid laid(const std::map<std::string, std::string>& notes, const std::string& css = "", glyphs::Hyphenation hyphenation = {}) {
  return laid(resolve::resolved(notes), css, std::move(hyphenation));
}

}  // namespace octavo::pages
