#include "command/embedded_fonts.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "command/set_text.h"

namespace octavo::command {
namespace {

// A face that some text has, and what it says. Reading systems know two weights, normal and bold, so these are what a face is called,
// whatever its weight in print.
struct Face {
  Look look;
  glyphs::Features features;
  std::set<char32_t> characters;
};

// Text of one kind, and the elements it stands in.
struct Kind {
  std::string_view selector;
  const SetText& text;
  style::Computed style, strong;  // in print
  std::optional<glyphs::FaceId> regular;  // once it is found
};

Kind kind_of(std::string_view selector, std::string_view name, const SetText& text, const style::Cascade& print) {
  const style::Element body{.name = "body"};
  const style::Computed around = print.style(body, {});
  const style::Element inner{.name = name, .parent = &body};
  const bool is_body = name == body.name;
  const style::Computed style = is_body ? around : print.style(inner, around);
  const style::Element strong{.name = "strong", .parent = is_body ? &body : &inner};
  return {selector, text, style, print.style(strong, style), {}};
}

std::string in_quotes(std::string_view name) {
  std::string result = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') result += '\\';
    if (static_cast<unsigned char>(c) >= ' ') result += c;
  }
  return result + "\"";
}

// ", serif", if print's families end in such a word.
std::string fallback_of(const style::Computed& style) {
  for (const std::string& name : style.families)
    if (name == "serif" || name == "sans-serif" || name == "monospace") return ", " + name;
  return "";
}

// "fonts/jetbrains-mono-600-italic.ttf", with a number where there is such a file already.
std::string path_of(const glyphs::Excerpt& font, const std::vector<epub::NamedFile>& files) {
  const std::string name = base::slug(base::unmarked(font.family));
  const bool is_plain = !name.empty() && base::ascii_length(name) == name.size();
  const std::string stem = "fonts/" + (is_plain ? name : "font") + "-" + std::to_string(font.weight) + (font.is_italic ? "-italic" : "");
  const std::string end = font.is_cff ? ".otf" : ".ttf";
  std::string path = stem + end;
  for (int number = 2; std::ranges::find(files, path, &epub::NamedFile::path) != files.end(); ++number)
    path = stem + "-" + std::to_string(number) + end;
  return path;
}

std::string rule_of(const glyphs::Excerpt& font, const Look& look, std::string_view path) {
  return "@font-face { font-family: " + in_quotes(font.family) + "; font-style: " + (look.is_italic ? "italic" : "normal") +
         "; font-weight: " + (look.is_bold ? "bold" : "normal") + "; src: url(" + std::string(path) + "); }\n";
}

std::string rule_of(const Kind& kind, const std::string& family) {
  return std::string(kind.selector) + " { font-family: " + in_quotes(family) + fallback_of(kind.style) +
         (kind.style.ligatures ? "" : "; font-variant-ligatures: none") + "; }\n";
}

}  // namespace

EmbeddedFonts embedded_fonts(const book::Book& book, const style::Cascade& print, std::string_view css, glyphs::Fonts& fonts) {
  const TextByKind text = set_text(book, css);
  Kind kinds[] = {kind_of("body", "body", text.words, print), kind_of("code, pre", "code", text.code, print),
                  kind_of("kbd", "kbd", text.keys, print)};

  std::map<glyphs::FaceId, Face> faces;  // in the order in which they are opened
  for (Kind& kind : kinds) {
    if (kind.text.looks.empty()) continue;
    auto looks = kind.text.looks;
    looks.insert(Look{});
    for (const Look& look : looks) {
      const glyphs::Features features{.ligatures = kind.style.ligatures};
      const auto& style = look.is_bold ? kind.strong : kind.style;
      const auto face = fonts.first_face(fonts.request({style.families, style.weight, look.is_italic, features, style.font_size}));
      if (look == Look{}) kind.regular = face;
      Face& one = faces.try_emplace(face, Face{look, features, {}}).first->second;
      one.characters.insert(kind.text.characters.begin(), kind.text.characters.end());
    }
  }

  EmbeddedFonts result;
  std::map<glyphs::FaceId, std::string> families;  // of what was embedded
  std::set<std::pair<std::string, Look>> known;
  for (const auto& [id, face] : faces) {
    auto font = fonts.excerpt(id, std::u32string(face.characters.begin(), face.characters.end()), face.features);
    if (!font.refusal.empty()) {
      if (std::ranges::find(result.refusals, font.refusal) == result.refusals.end()) result.refusals.push_back(font.refusal);
      continue;
    }
    families.emplace(id, font.family);
    // A style sheet can tell two weights of one family apart only as normal and bold: the first, of the words, holds.
    if (!known.insert({font.family, face.look}).second) continue;
    const std::string path = path_of(font, result.files);
    result.css += rule_of(font, face.look, path);
    result.files.push_back({path, std::move(font.bytes), font.is_cff ? "font/otf" : "font/ttf"});
    families[id] = font.family;
  }
  for (const Kind& kind : kinds)
    if (kind.regular && families.contains(*kind.regular)) result.css += rule_of(kind, families[*kind.regular]);
  return result;
}

}  // namespace octavo::command
