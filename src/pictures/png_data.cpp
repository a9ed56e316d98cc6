// What a PNG holds can go into a PDF without being unpacked: both know the same predictors and the same compression (ISO 32000-2, 7.4.4.4).
#include <algorithm>
#include <array>

#include "base/digest.h"
#include "pictures/raster.h"

namespace octavo::pictures {
namespace {

constexpr std::uint32_t gamma_of_screens = 45455;  // 1 / 2.2, in units of 0.00001: what sRGB comes to

std::uint32_t number(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

struct Chunk {
  std::string_view type, data;
  bool is_sound = false;  // by its check sum
};

// PNG, 5.4: what readers may pass over begins with a small letter.
bool is_critical(const Chunk& chunk) { return chunk.type[0] >= 'A' && chunk.type[0] <= 'Z'; }

// The next chunk, taken off the bytes; nothing if it is cut off.
std::optional<Chunk> next_chunk(std::string_view& bytes) {
  constexpr std::size_t frame = 12;  // length, type, check sum
  if (bytes.size() < frame) return std::nullopt;
  const std::size_t length = number(bytes);
  if (length > bytes.size() - frame) return std::nullopt;
  const bool is_sound = base::crc32(bytes.substr(4, 4 + length)) == number(bytes.substr(8 + length));
  const Chunk chunk{bytes.substr(4, 4), bytes.substr(8, length), is_sound};
  bytes.remove_prefix(frame + length);
  return chunk;
}

// PNG, 11.2.2: only these have rows that a PDF reads alike; not those with opacity, nor what is sent in passes.
bool take_header(std::string_view data, PngData& png) {
  if (data.size() != 13) return false;
  png.width = number(data);
  png.height = number(data.substr(4));
  png.bits = static_cast<unsigned char>(data[8]);
  const int color = data[9];
  const bool is_interlaced = data[12] != 0;
  constexpr int gray = 0, rgb = 2, indexed = 3;
  png.channels = color == rgb ? 3 : 1;
  png.is_indexed = color == indexed;
  const auto& depths = color == rgb ? std::array{8, 16, 8, 16, 8} : color == indexed ? std::array{1, 2, 4, 8, 8} : std::array{1, 2, 4, 8, 16};
  const bool is_known = color == gray || color == rgb || color == indexed;
  return is_known && !is_interlaced && data[10] == 0 && data[11] == 0 && is_sane(png.width, png.height) &&
         std::find(depths.begin(), depths.end(), png.bits) != depths.end();
}

}  // namespace

bool is_whole_png(std::string_view bytes) {
  std::string_view rest = bytes.substr(std::min<std::size_t>(8, bytes.size()));
  bool has_data = false;
  while (const auto chunk = next_chunk(rest)) {
    if (is_critical(*chunk) && !chunk->is_sound) return false;
    has_data = has_data || chunk->type == "IDAT";
    if (chunk->type == "IEND") return has_data;
  }
  return decoded_png(bytes).has_value();  // cut off, but perhaps behind the last row
}

std::optional<PngData> passable_png(std::string_view bytes) {
  if (raster_kind(bytes) != Kind::png) return std::nullopt;
  bytes.remove_prefix(8);
  PngData png;
  bool is_screens = false;
  std::uint32_t gamma = gamma_of_screens;
  for (bool is_first = true;; is_first = false) {
    const auto chunk = next_chunk(bytes);
    if (!chunk || !chunk->is_sound || is_first != (chunk->type == "IHDR")) return std::nullopt;
    if (is_first && !take_header(chunk->data, png)) return std::nullopt;
    if (chunk->type == "tRNS") return std::nullopt;
    if (chunk->type == "PLTE") png.palette = chunk->data;
    if (chunk->type == "sRGB") is_screens = true;
    if (chunk->type == "gAMA") gamma = number(chunk->data);
    if (chunk->type == "IDAT") png.data += chunk->data;
    if (chunk->type == "IEND") break;
  }
  const bool is_plain = is_screens || (gamma > gamma_of_screens * 0.95 && gamma < gamma_of_screens * 1.05);
  const bool has_palette = !png.palette.empty() && png.palette.size() % 3 == 0 && png.palette.size() <= 768;
  if (!is_plain || png.data.empty() || (png.is_indexed && !has_palette)) return std::nullopt;
  return png;
}

}  // namespace octavo::pictures
