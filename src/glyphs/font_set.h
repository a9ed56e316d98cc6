#pragma once
// The fonts installed on the machine, by fontconfig, and those of the book's own. In: names, weights, characters. Out: font files to open.
// Only outlines HarfBuzz can subset are listed: no bitmaps, no colour, no Type 1. A variable font is listed once, for all its weights.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "glyphs/face.h"
#include "glyphs/stand_ins.h"

struct _FcCharSet;

namespace octavo::glyphs {

using FileId = base::Id<struct FontFileTag>;

enum class Slant : std::uint8_t { upright, oblique, italic };

struct FontFile {
  std::string path;
  std::uint32_t index = 0;  // in a collection
  std::vector<std::string> families;
  Weights weights;
  int width = 100;   // percent
  Slant slant = Slant::upright;
  bool is_variable = false;
  const _FcCharSet* characters = nullptr;  // owned by FontSet; of those installed
  HbFace face = nullptr;                   // of the book's own, open already
  std::vector<CharacterRange> ranges = {};  // what a face that was added is asked for; none: everything
};

struct Wish {
  Kind kind = Kind::serif;
  int weight = 400;
  bool italic = false;
  float size = 0;  // as Request::size
};

class FontSet {
 public:
  FontSet();
  ~FontSet();

  const FontFile& file(FileId id) const { return files_[id.index()]; }
  // Faces that were added go before those that are installed, and the last before the first. They stand in for no others.
  void add(FontFile file);
  // What is installed under this full name or PostScript name; of several files the first by path and index.
  std::optional<FontFile> named(std::string_view name) const;
  // The face of a family (its exact name, any case) that is nearest to the wish, by the rules of CSS Fonts 4,
  // section 5.2. Several only if they were added, and are equally near: each has the characters that the ones before it are not asked for.
  std::vector<FileId> find(std::string_view family, const Wish& wish) const;
  // All files that have every one of the characters, the most suitable for the first of them first; none if
  // that is private or unassigned, whose shape would be a guess. The language decides between the national
  // forms of Chinese characters.
  std::vector<FileId> covering(std::u32string_view characters, std::string_view language,
                               const Wish& wish) const;

 private:
  struct Config;
  std::unique_ptr<Config> config_;
  std::vector<FontFile> files_;  // by path and index, so that fontconfig's order does not matter; then those that were added
  std::size_t installed_ = 0;
};

}  // namespace octavo::glyphs
