#include "glyphs/wrapped.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <woff2/decode.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <type_traits>

namespace octavo::glyphs {
namespace {

constexpr std::size_t largest = 128'000'000;  // bytes; those of East Asia have up to thirty million

// As the file has it: the same place in WOFF 1.0 (3) and WOFF 2.0 (4.1).
std::size_t size_within(std::string_view bytes) {
  std::size_t size = 0;
  for (const char byte : bytes.substr(std::min<std::size_t>(bytes.size(), 16), 4)) size = size << 8 | static_cast<unsigned char>(byte);
  return size;
}

struct Done {
  void operator()(FT_LibraryRec_* library) const { FT_Done_FreeType(library); }
  void operator()(FT_FaceRec_* face) const { FT_Done_Face(face); }
};
template <class Handle>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, Done>;

std::optional<std::string> out_of_woff(const std::string& bytes) {
  FT_Library started = nullptr;
  if (FT_Init_FreeType(&started) != 0) return std::nullopt;
  const Owned<FT_Library> library(started);
  FT_Face opened = nullptr;
  const auto* data = reinterpret_cast<const FT_Byte*>(bytes.data());
  if (FT_New_Memory_Face(library.get(), data, static_cast<FT_Long>(bytes.size()), 0, &opened) != 0) return std::nullopt;
  const Owned<FT_Face> face(opened);
  constexpr FT_ULong whole_file = 0;
  FT_ULong length = 0;
  if (FT_Load_Sfnt_Table(face.get(), whole_file, 0, nullptr, &length) != 0) return std::nullopt;
  std::string plain(length, '\0');
  if (FT_Load_Sfnt_Table(face.get(), whole_file, 0, reinterpret_cast<FT_Byte*>(plain.data()), &length) != 0) return std::nullopt;
  return plain;
}

// FreeType 2.12 reads these too, but loses the last glyph.
std::optional<std::string> out_of_woff2(const std::string& bytes) {
  std::string plain;
  woff2::WOFF2StringOut out(&plain);
  out.SetMaxSize(largest);
  if (!woff2::ConvertWOFF2ToTTF(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &out)) return std::nullopt;
  plain.resize(out.Size());
  return plain;
}

}  // namespace

std::optional<std::string> unwrapped(std::string bytes) {
  const bool is_woff = bytes.starts_with("wOFF");
  if (!is_woff && !bytes.starts_with("wOF2")) return bytes;
  if (size_within(bytes) > largest) return std::nullopt;
  return is_woff ? out_of_woff(bytes) : out_of_woff2(bytes);
}

}  // namespace octavo::glyphs
