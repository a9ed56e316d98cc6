#include "command/own_fonts.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/failure.h"
#include "base/paths.h"
#include "command/named_file.h"

namespace octavo::command {
namespace {

class OwnFonts {
 public:
  OwnFonts(const config::Settings& settings, const base::Files& files, glyphs::Fonts& fonts, diagnostics::Sink& sink)
      : settings_(settings), files_(files), fonts_(fonts), sink_(sink) {}

  void add(const style::FontFace& declared) {
    std::vector<std::string> flaws;
    for (const style::FontSource& source : declared.sources) {
      auto flaw = add(declared, source);
      if (!flaw) return;
      flaws.push_back(std::move(*flaw));
    }
    for (std::size_t at = 0; at < flaws.size(); ++at) {
      const style::FontSource& source = declared.sources[at];
      if (!flaws[at].empty()) sink_.report({diagnostics::Rule::style_unknown, source.where, flaws[at], "", {}, source.name});
    }
  }

 private:
  // Gives why it cannot be used, "" if that is told already; nothing if it can.
  std::optional<std::string> add(const style::FontFace& declared, const style::FontSource& source) {
    glyphs::OwnFace face{.family = declared.family, .is_italic = declared.is_italic};
    if (declared.weights) face.weights = {declared.weights->first, declared.weights->second};
    for (const auto& [first, last] : declared.characters) face.characters.push_back({first, last});

    std::string flaw;
    if (source.is_installed) {
      flaw = fonts_.add_installed(std::move(face), source.name);
    } else {
      if (is_written_out(source.name)) return "a font written into the sheet (data:) is not read; save it as a file beside the sheet";
      const auto path = file_named(source.name, sink_.sources.of(source.where.file).path, settings_, files_);
      if (!path) return not_found(source.name);
      auto bytes = read(*path);
      if (!bytes) return "";
      // RFC 8081, 4.4.1: what follows "#" is the PostScript name of one font of a collection.
      const std::size_t sharp = source.name.find('#');
      const std::string name = sharp == source.name.npos ? "" : base::percent_decoded(source.name.substr(sharp + 1));
      flaw = fonts_.add(std::move(face), *path, std::move(*bytes), name);
    }
    return flaw.empty() ? std::nullopt : std::optional("the font \"" + source.name + "\" is not used, because " + flaw);
  }

  std::optional<std::string> read(const std::string& path) {
    try {
      return files_.read(base::join(settings_.root, path));
    } catch (const base::Failure& failure) {
      sink_.report(diagnostics::Rule::file_unreadable, {}, failure.what());
      return std::nullopt;
    }
  }

  const config::Settings& settings_;
  const base::Files& files_;
  glyphs::Fonts& fonts_;
  diagnostics::Sink& sink_;
};

}  // namespace

void add_own_fonts(const style::Cascade& sheet, const config::Settings& settings, const base::Files& files, glyphs::Fonts& fonts,
                   diagnostics::Sink& sink) {
  OwnFonts own(settings, files, fonts, sink);
  for (const style::FontFace& face : sheet.font_faces()) own.add(face);
}

}  // namespace octavo::command
