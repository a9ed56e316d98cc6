#include "glyphs/wrapped.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <woff2/decode.h>

#include <memory>
#include <type_traits>

namespace octavo::glyphs {
namespace {

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
  out.SetMaxSize(largest_font);
  if (!woff2::ConvertWOFF2ToTTF(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &out)) return std::nullopt;
  plain.resize(out.Size());
  return plain;
}

class Unpacker final : public Unwrapper {
 public:
  std::optional<std::string> unwrapped(const std::string& bytes) override {
    return bytes.starts_with(of_woff) ? out_of_woff(bytes) : out_of_woff2(bytes);
  }
};

}  // namespace
}  // namespace octavo::glyphs

extern "C" void* octavo_module() {
  octavo::glyphs::Unwrapper* made = new octavo::glyphs::Unpacker;
  return made;
}
