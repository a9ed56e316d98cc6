#include "pictures/jpeg.h"

#include <jerror.h>

#include <cstdlib>

#include "pictures/raster.h"

namespace octavo::pictures {
namespace {

// A progressive file may repeat its passes over the whole picture without end; honest ones have about ten.
constexpr int most_scans = 200;

JpegDecoder& of(j_common_ptr common) { return *static_cast<JpegDecoder*>(common->client_data); }

// Of what libjpeg warns of, that after which it draws something of its own in place of the picture.
bool is_damage(int warning) {
  return warning == JWRN_HIT_MARKER || warning == JWRN_HUFF_BAD_CODE || warning == JWRN_ARITH_BAD_CODE || warning == JWRN_MUST_RESYNC;
}

}  // namespace

JpegDecoder::JpegDecoder(std::string_view bytes) {
  info.err = jpeg_std_error(&errors);
  info.client_data = this;
  errors.error_exit = [](j_common_ptr common) { std::longjmp(of(common).back, 1); };
  errors.output_message = [](j_common_ptr) {};
  errors.emit_message = [](j_common_ptr common, int level) {
    if (level < 0 && is_damage(common->err->msg_code)) of(common).is_damaged = true;
  };
  progress.progress_monitor = [](j_common_ptr common) {
    if (of(common).info.input_scan_number > most_scans) std::longjmp(of(common).back, 1);
  };
  jpeg_create_decompress(&info);
  info.progress = &progress;
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_save_markers(&info, JPEG_APP0 + 1, 0xFFFF);
  jpeg_save_markers(&info, JPEG_APP0 + 2, 0xFFFF);
}

bool JpegDecoder::read_header() {
  if (setjmp(back)) return false;
  if (jpeg_read_header(&info, TRUE) != JPEG_HEADER_OK) return false;
  // What comes in several passes is held in memory whole.
  return is_sane(info.image_width, info.image_height, jpeg_has_multiple_scans(&info) ? most_pixels_in_passes : most_pixels_by_rows);
}

bool JpegDecoder::start() {
  if (setjmp(back)) return false;
  info.out_color_space = is_gray() ? JCS_GRAYSCALE : has_inks() ? JCS_CMYK : JCS_RGB;
  return jpeg_start_decompress(&info);
}

bool JpegDecoder::read_row(char* row) {
  if (setjmp(back)) return false;
  auto* bytes = reinterpret_cast<unsigned char*>(row);
  jpeg_read_scanlines(&info, &bytes, 1);
  return !is_damaged;
}

std::string_view JpegDecoder::scans() const {
  return {reinterpret_cast<const char*>(info.src->next_input_byte), info.src->bytes_in_buffer};
}

std::string JpegDecoder::profile() const {
  unsigned char* data = nullptr;
  unsigned size = 0;
  if (!jpeg_read_icc_profile(const_cast<jpeg_decompress_struct*>(&info), &data, &size)) return {};
  std::string profile(reinterpret_cast<const char*>(data), size);
  std::free(data);
  return profile;
}

int JpegDecoder::orientation() const {
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

}  // namespace octavo::pictures
