#include <cstdio>  // jpeglib.h uses FILE

#include <jpeglib.h>

#include <jerror.h>

#include <algorithm>
#include <csetjmp>

#include "pictures/raster.h"

namespace octavo::pictures {
namespace {

// A progressive file may repeat its passes over the whole picture without end; honest ones have about ten.
constexpr int most_scans = 200;

// libjpeg reports by calling back; the call that failed is left by longjmp, over C frames only.
struct Decoder {
  jpeg_decompress_struct info{};
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  std::jmp_buf back;
  bool is_cut_off = false;

  explicit Decoder(std::string_view bytes) {
    info.err = jpeg_std_error(&errors);
    info.client_data = this;
    errors.error_exit = [](j_common_ptr common) { std::longjmp(of(common).back, 1); };
    errors.output_message = [](j_common_ptr) {};
    errors.emit_message = [](j_common_ptr common, int level) {
      if (level < 0 && common->err->msg_code == JWRN_HIT_MARKER) of(common).is_cut_off = true;
    };
    progress.progress_monitor = [](j_common_ptr common) {
      if (of(common).info.input_scan_number > most_scans) std::longjmp(of(common).back, 1);
    };
    jpeg_create_decompress(&info);
    info.progress = &progress;
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_save_markers(&info, JPEG_APP0 + 1, 0xFFFF);
  }
  ~Decoder() { jpeg_destroy_decompress(&info); }
  Decoder(const Decoder&) = delete;
  static Decoder& of(j_common_ptr common) { return *static_cast<Decoder*>(common->client_data); }

  bool read_header() {
    if (setjmp(back)) return false;
    return jpeg_read_header(&info, TRUE) == JPEG_HEADER_OK && is_sane(info.image_width, info.image_height);
  }
  // False if the data ends or breaks before the last row.
  bool read_rows(std::string& rows, std::size_t stride) {
    if (setjmp(back)) return false;
    jpeg_start_decompress(&info);
    rows.resize(stride * info.output_height);
    while (info.output_scanline < info.output_height && !is_cut_off) {
      auto* row = reinterpret_cast<unsigned char*>(rows.data() + stride * info.output_scanline);
      jpeg_read_scanlines(&info, &row, 1);
    }
    return !is_cut_off;
  }
  // After read_header(): what lies behind the first start of scan.
  std::string_view scans() const {
    return {reinterpret_cast<const char*>(info.src->next_input_byte), info.src->bytes_in_buffer};
  }
};

// EXIF 2.3, 4.6.4: tag 0x0112. 1 is upright; 6 and 8 lie on their sides, 3 on its head; the mirrored ones are
// rare.
int orientation(const jpeg_decompress_struct& info) {
  for (auto* marker = info.marker_list; marker; marker = marker->next) {
    if (marker->marker != JPEG_APP0 + 1) continue;
    const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (!data.starts_with(std::string_view("Exif\0\0", 6)) || data.size() < 14) continue;
    const std::string_view tiff = data.substr(6);
    const bool little = tiff[0] == 'I';
    const auto number = [&](std::size_t at, int bytes) -> std::uint32_t {
      std::uint32_t value = 0;
      if (at + bytes > tiff.size()) return 0;
      for (int index = 0; index < bytes; ++index)
        value = value << 8 | static_cast<unsigned char>(tiff[at + (little ? bytes - 1 - index : index)]);
      return value;
    };
    const std::size_t directory = number(4, 4), count = number(directory, 2);
    for (std::size_t entry = 0; entry < count; ++entry) {
      const std::size_t at = directory + 2 + 12 * entry;
      if (at + 12 > tiff.size()) break;
      if (number(at, 2) == 0x0112) return static_cast<int>(number(at + 8, 2));
    }
  }
  return 1;
}

// Turns rows of `channels` bytes a pixel as the orientation says.
template <std::size_t channels>
void turn(Pixels& pixels, int how) {
  if (how < 2 || how > 8) return;
  const std::size_t width = pixels.width, height = pixels.height;
  const bool swaps = how >= 5;
  const std::size_t wide = swaps ? height : width, tall = swaps ? width : height;
  std::string turned(pixels.color.size(), '\0');
  const char* from = pixels.color.data();
  for (std::size_t y = 0; y < height; ++y)
    for (std::size_t x = 0; x < width; ++x, from += channels) {
      std::size_t to_x = swaps ? y : x, to_y = swaps ? x : y;
      if (how == 2 || how == 3 || how == 6 || how == 7) to_x = wide - 1 - to_x;
      if (how == 3 || how == 4 || how == 7 || how == 8) to_y = tall - 1 - to_y;
      std::copy_n(from, channels, turned.data() + (to_y * wide + to_x) * channels);
    }
  pixels.color = std::move(turned);
  pixels.width = static_cast<std::uint32_t>(wide);
  pixels.height = static_cast<std::uint32_t>(tall);
}

// Inks to light. Adobe writes inks inverted: then each channel is how much light is left.
std::string light_of_inks(std::string_view inks, bool is_inverted) {
  std::string color;
  color.reserve(inks.size() / 4 * 3);
  for (std::size_t at = 0; at + 3 < inks.size(); at += 4) {
    const auto light = [&](std::size_t index) {
      const int value = static_cast<unsigned char>(inks[at + index]);
      return is_inverted ? value : 255 - value;
    };
    for (std::size_t channel = 0; channel < 3; ++channel)
      color += static_cast<char>(light(channel) * light(3) / 255);
  }
  return color;
}

}  // namespace

std::optional<Facts> jpeg_facts(std::string_view bytes) {
  Decoder decoder(bytes);
  if (!decoder.read_header()) return std::nullopt;
  auto width = static_cast<float>(decoder.info.image_width),
       height = static_cast<float>(decoder.info.image_height);
  if (orientation(decoder.info) >= 5) std::swap(width, height);
  return Facts{Kind::jpeg, width, height};
}

std::optional<JpegFacts> passable_jpeg(std::string_view bytes) {
  if (raster_kind(bytes) != Kind::jpeg) return std::nullopt;
  Decoder decoder(bytes);
  if (!decoder.read_header()) return std::nullopt;
  const auto& info = decoder.info;
  // PDF takes three channels for YCbCr unless Adobe's marker says otherwise.
  const bool is_known = info.jpeg_color_space == JCS_GRAYSCALE || info.jpeg_color_space == JCS_YCbCr ||
                        (info.jpeg_color_space == JCS_RGB && info.saw_Adobe_marker);
  const bool is_whole = decoder.scans().find("\xFF\xD9") != std::string_view::npos;
  if (!is_known || !is_whole || info.data_precision != 8 || info.arith_code || orientation(info) != 1)
    return std::nullopt;
  return JpegFacts{info.image_width, info.image_height, info.num_components};
}

std::optional<Pixels> decoded_jpeg(std::string_view bytes) {
  Decoder decoder(bytes);
  if (!decoder.read_header()) return std::nullopt;
  auto& info = decoder.info;
  const bool gray = info.jpeg_color_space == JCS_GRAYSCALE;
  const bool inks = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
  info.out_color_space = gray ? JCS_GRAYSCALE : inks ? JCS_CMYK : JCS_RGB;
  Pixels pixels{info.image_width, info.image_height, gray, {}, {}};
  const std::size_t channels = gray ? 1 : inks ? 4 : 3;
  if (!decoder.read_rows(pixels.color, channels * pixels.width)) return std::nullopt;
  if (inks) pixels.color = light_of_inks(pixels.color, info.saw_Adobe_marker);
  if (gray)
    turn<1>(pixels, orientation(info));
  else
    turn<3>(pixels, orientation(info));
  return pixels;
}

}  // namespace octavo::pictures
