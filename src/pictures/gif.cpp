#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "pictures/raster.h"

namespace octavo::pictures {
namespace {

struct Close {
  void operator()(GifFileType* file) const { DGifCloseFile(file, nullptr); }
};
using File = std::unique_ptr<GifFileType, Close>;

int read(GifFileType* file, GifByteType* to, int count) {
  auto* rest = static_cast<std::string_view*>(file->UserData);
  const std::size_t length = std::min<std::size_t>(static_cast<std::size_t>(count), rest->size());
  std::memcpy(to, rest->data(), length);
  rest->remove_prefix(length);
  return static_cast<int>(length);
}

// Takes what it reads off `rest`, which must outlive the file.
File opened(std::string_view& rest) {
  int error = 0;
  File file(DGifOpen(&rest, read, &error));
  if (file && !is_sane(static_cast<std::uint64_t>(file->SWidth), static_cast<std::uint64_t>(file->SHeight)))
    file.reset();
  return file;
}

// Reads on to the first frame and what is said about it; false if there is none.
bool find_frame(GifFileType* file, int& transparent) {
  for (GifRecordType type = UNDEFINED_RECORD_TYPE; DGifGetRecordType(file, &type) != GIF_ERROR;) {
    if (type == IMAGE_DESC_RECORD_TYPE) return DGifGetImageDesc(file) != GIF_ERROR;
    if (type != EXTENSION_RECORD_TYPE) return false;
    int code = 0;
    GifByteType* block = nullptr;  // its first byte is its length
    if (DGifGetExtension(file, &code, &block) == GIF_ERROR) return false;
    GraphicsControlBlock control;
    if (code == GRAPHICS_EXT_FUNC_CODE && block &&
        DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
      transparent = control.TransparentColor;
    while (block)
      if (DGifGetExtensionNext(file, &block) == GIF_ERROR) return false;
  }
  return false;
}

struct Pass {
  int first, step;
};
constexpr std::array<Pass, 1> in_order = {{{0, 1}}};
constexpr std::array<Pass, 4> interlaced = {{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};

}  // namespace

std::optional<Facts> gif_facts(std::string_view bytes) {
  const File file = opened(bytes);
  if (!file) return std::nullopt;
  return Facts{Kind::gif, static_cast<float>(file->SWidth), static_cast<float>(file->SHeight)};
}

// The first frame alone: the later ones of an animation cost nothing.
std::optional<Pixels> decoded_gif(std::string_view bytes) {
  const File file = opened(bytes);
  int transparent = NO_TRANSPARENT_COLOR;
  if (!file || !find_frame(file.get(), transparent)) return std::nullopt;
  const GifImageDesc& frame = file->Image;
  const ColorMapObject* map = frame.ColorMap ? frame.ColorMap : file->SColorMap;
  if (!map || !is_sane(static_cast<std::uint64_t>(frame.Width), static_cast<std::uint64_t>(frame.Height)))
    return std::nullopt;

  const int width = file->SWidth, height = file->SHeight;
  const int shown = std::clamp(width - frame.Left, 0, frame.Width);
  std::string rgba(std::size_t{4} * width * height, '\0');
  std::string row(static_cast<std::size_t>(frame.Width), '\0');
  const auto read_pass = [&](Pass pass) {
    for (int y = pass.first; y < frame.Height; y += pass.step) {
      if (DGifGetLine(file.get(), reinterpret_cast<GifByteType*>(row.data()), frame.Width) == GIF_ERROR)
        return false;
      if (y + frame.Top >= height || shown == 0) continue;
      char* pixel = rgba.data() + 4 * (std::size_t{1} * (y + frame.Top) * width + frame.Left);
      for (int x = 0; x < shown; ++x, pixel += 4) {
        const int color = static_cast<unsigned char>(row[static_cast<std::size_t>(x)]);
        if (color == transparent || color >= map->ColorCount) continue;
        pixel[0] = static_cast<char>(map->Colors[color].Red);
        pixel[1] = static_cast<char>(map->Colors[color].Green);
        pixel[2] = static_cast<char>(map->Colors[color].Blue);
        pixel[3] = '\xFF';
      }
    }
    return true;
  };
  const bool is_whole = frame.Interlace ? std::all_of(interlaced.begin(), interlaced.end(), read_pass)
                                        : std::all_of(in_order.begin(), in_order.end(), read_pass);
  if (!is_whole) return std::nullopt;
  return split(rgba, static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height));
}

}  // namespace octavo::pictures
