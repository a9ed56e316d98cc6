#include "command/own_fonts.h"

#include <string>

#include "base/failure.h"
#include "base/paths.h"
#include "base/unicode.h"
#include "command/named_file.h"
#include "epub/epub.h"

namespace octavo::command {
namespace {

class OwnFonts {
 public:
  OwnFonts(const config::Settings& settings, const base::Files& files, glyphs::Fonts& fonts, diagnostics::Sink& sink)
      : settings_(settings), files_(files), fonts_(fonts), sink_(sink) {}

  void add(const style::FontFace& declared) {
    std::vector<std::string> flaws;
    for (const style::FontSource& source : declared.sources) {
      flaws.push_back(add(declared, source));
      if (flaws.back().empty()) return;
    }
    for (std::size_t at = 0; at < flaws.size(); ++at) sink_.report(diagnostics::Rule::style_unknown, declared.sources[at].where, flaws[at]);
  }

 private:
  // Gives why it cannot be used, "" if it can.
  std::string add(const style::FontFace& declared, const style::FontSource& source) {
    glyphs::OwnFace face{.family = declared.family, .is_italic = declared.is_italic};
    if (declared.weights) face.weights = {declared.weights->first, declared.weights->second};
    for (const auto& [first, last] : declared.characters) face.characters.push_back({first, last});

    std::string flaw;
    if (source.is_installed) {
      flaw = fonts_.add_installed(std::move(face), source.name);
    } else {
      const auto path = file_named(source.name, sink_.sources.of(source.where.file).path, settings_, files_);
      if (!path) return "\"" + source.name + "\" is no file of the book\u2019s folder, so this font is not used";
      const std::size_t sharp = source.name.find('#');
      std::string called = *path;
      for (std::size_t at = 0; (at = called.find('#', at)) != called.npos;) called.replace(at, 1, "%23");
      if (sharp != source.name.npos) called += "#" + base::percent_decoded(source.name.substr(sharp + 1));
      try {
        flaw = fonts_.add(std::move(face), called, files_.read(base::join(settings_.root, *path)));
      } catch (const base::Failure& failure) {
        return failure.what();
      }
    }
    return flaw.empty() ? "" : "the font \"" + source.name + "\" is not used, because " + flaw;
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
