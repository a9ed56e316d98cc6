#pragma once
// A JPEG as libjpeg reads it.
#include <cstdio>  // jpeglib.h uses FILE

#include <jpeglib.h>

#include <csetjmp>
#include <string>
#include <string_view>

namespace octavo::pictures {

// libjpeg reports by calling back; the call that failed is left by longjmp, over C frames only.
struct JpegDecoder {
  jpeg_decompress_struct info{};
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  std::jmp_buf back;
  bool is_damaged = false;  // what was read so far

  explicit JpegDecoder(std::string_view bytes);
  ~JpegDecoder() { jpeg_destroy_decompress(&info); }
  JpegDecoder(const JpegDecoder&) = delete;

  bool is_gray() const { return info.jpeg_color_space == JCS_GRAYSCALE; }
  bool has_inks() const { return info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK; }
  // Bytes of a pixel that start() has read: gray, RGB, or four inks.
  std::size_t channels() const { return is_gray() ? 1 : has_inks() ? 4 : 3; }

  bool read_header();  // false too for what is too large
  bool start();
  // Of channels() times output_width bytes. False if the data breaks here.
  bool read_row(char* row);

  std::string_view scans() const;  // after read_header(): what lies behind the first start of scan
  // EXIF 2.3, 4.6.4: tag 0x0112. 1 is upright; 6 and 8 lie on their sides, 3 on its head; the mirrored ones are rare.
  int orientation() const;
  std::string profile() const;  // "" if there is none
};

// Inks to light as browsers do where no profile says more: each takes its share of what the black leaves. Adobe writes inks inverted: then
// each channel is how much light is left.
void light_of_inks(const char* inks, char* colors, std::size_t pixels, bool is_inverted);

}  // namespace octavo::pictures
