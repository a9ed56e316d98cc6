#pragma once
// The fonts installed on the machine, by fontconfig. In: names, weights, characters. Out: font files to open.
// Only outlines HarfBuzz can subset are listed: no bitmaps, no colour, no Type 1, no variable fonts.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "glyphs/stand_ins.h"

struct _FcCharSet;

namespace octavo::glyphs {

using FileId = base::Id<struct FontFileTag>;

enum class Slant : std::uint8_t { upright, oblique, italic };

struct FontFile {
  std::string path;
  std::uint32_t index = 0;  // in a collection
  std::vector<std::string> families;
  int weight = 400;  // as CSS counts
  int width = 100;   // percent
  Slant slant = Slant::upright;
  const _FcCharSet* characters = nullptr;  // owned by FontSet
};

struct Wish {
  Kind kind = Kind::serif;
  int weight = 400;
  bool italic = false;
};

class FontSet {
 public:
  FontSet();
  ~FontSet();

  const FontFile& file(FileId id) const { return files_[id.index()]; }
  // The face of a family (its exact name, any case) that is nearest to the wish, by the rules of CSS Fonts 4,
  // section 5.2.
  std::optional<FileId> find(std::string_view family, const Wish& wish) const;
  // All files that have every one of the characters, the most suitable for the first of them first; none if
  // that is private or unassigned, whose shape would be a guess. The language decides between the national
  // forms of Chinese characters.
  std::vector<FileId> covering(std::u32string_view characters, std::string_view language,
                               const Wish& wish) const;

 private:
  struct Config;
  std::unique_ptr<Config> config_;
  std::vector<FontFile> files_;  // by path and index, so that fontconfig's order does not matter
};

}  // namespace octavo::glyphs
