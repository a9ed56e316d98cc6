// A JPEG whose inks, profile or size do not fit a book, made one that does: read and written row by row.
#include <array>
#include <memory>
#include <new>

#include "pictures/grey.h"
#include "pictures/jpeg.h"
#include "pictures/profiles.h"
#include "pictures/raster.h"

namespace octavo::pictures {
namespace {

constexpr int quality = 92;

class Encoder {
 public:
  Encoder() {
    info_.err = jpeg_std_error(&errors_);
    info_.client_data = this;
    errors_.error_exit = [](j_common_ptr common) { std::longjmp(static_cast<Encoder*>(common->client_data)->back_, 1); };
    errors_.output_message = [](j_common_ptr) {};
    jpeg_create_compress(&info_);
    // libjpeg's own way to memory tells where its bytes are only at the end, and loses them where that is never reached.
    info_.dest = &destination_;
    destination_.init_destination = [](j_compress_ptr info) { of(info).empty_buffer(); };
    destination_.empty_output_buffer = [](j_compress_ptr info) -> boolean { return of(info).take(buffer_size), TRUE; };
    destination_.term_destination = [](j_compress_ptr info) { of(info).take(buffer_size - info->dest->free_in_buffer); };
  }
  ~Encoder() { jpeg_destroy_compress(&info_); }
  Encoder(const Encoder&) = delete;

  bool start(std::uint32_t width, std::uint32_t height, bool is_gray, int orientation) {
    if (setjmp(back_)) return false;
    info_.image_width = width;
    info_.image_height = height;
    info_.input_components = is_gray ? 1 : 3;
    info_.in_color_space = is_gray ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&info_);
    jpeg_set_quality(&info_, quality, TRUE);
    info_.comp_info[0].h_samp_factor = info_.comp_info[0].v_samp_factor = 1;  // colours as sharp as the rest: this may be a diagram
    jpeg_start_compress(&info_, TRUE);
    if (orientation != 1) {
      // EXIF 2.3, 4.5 and 4.6: the one entry, in the order of Motorola.
      unsigned char exif[] = "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0";
      exif[25] = static_cast<unsigned char>(orientation);
      jpeg_write_marker(&info_, JPEG_APP0 + 1, exif, sizeof exif - 1);
    }
    return true;
  }
  bool write_row(std::string& row) {
    if (setjmp(back_)) return false;
    auto* bytes = reinterpret_cast<unsigned char*>(row.data());
    return jpeg_write_scanlines(&info_, &bytes, 1) == 1;
  }
  bool finish() {
    if (setjmp(back_)) return false;
    jpeg_finish_compress(&info_);
    return true;
  }
  std::string& bytes() { return bytes_; }

 private:
  static constexpr std::size_t buffer_size = 1 << 16;

  static Encoder& of(j_compress_ptr info) { return *static_cast<Encoder*>(info->client_data); }
  void empty_buffer() {
    destination_.next_output_byte = buffer_.data();
    destination_.free_in_buffer = buffer_.size();
  }
  void take(std::size_t count) {
    bool is_full = false;
    try {
      bytes_.append(reinterpret_cast<const char*>(buffer_.data()), count);
    } catch (const std::bad_alloc&) {  // no exception may pass through frames of C
      is_full = true;
    }
    if (is_full) std::longjmp(back_, 1);
    empty_buffer();
  }

  jpeg_compress_struct info_{};
  jpeg_error_mgr errors_{};
  std::jmp_buf back_;
  jpeg_destination_mgr destination_{};
  std::array<unsigned char, buffer_size> buffer_{};
  std::string bytes_;
};

// libjpeg draws a picture at so many eighths of its size without ever having it whole.
unsigned eighths_for(std::uint64_t pixels) {
  unsigned eighths = 8;
  while (eighths > 1 && pixels * eighths * eighths / 64 > most_pixels_in_book) --eighths;
  return eighths;
}

}  // namespace

std::optional<Prepared> prepared_jpeg(std::string_view bytes) {
  JpegDecoder decoder(bytes);
  if (!decoder.read_header()) return std::nullopt;
  auto& info = decoder.info;
  const unsigned eighths = eighths_for(std::uint64_t{info.image_width} * info.image_height);
  const bool is_inverted = info.saw_Adobe_marker;
  const auto colors = to_screen(decoder.profile(), decoder.is_gray()      ? Channels::gray
                                                   : !decoder.has_inks() ? Channels::rgb
                                                   : is_inverted         ? Channels::inverted_inks
                                                                         : Channels::inks);
  if (!colors && !decoder.has_inks() && eighths == 8) return std::nullopt;

  info.scale_num = eighths;
  info.scale_denom = 8;
  Encoder encoder;
  if (!decoder.start() || !encoder.start(info.output_width, info.output_height, decoder.is_gray(), decoder.orientation()))
    return std::nullopt;
  std::string row(decoder.channels() * info.output_width, '\0');
  while (info.output_scanline < info.output_height) {
    if (!decoder.read_row(row.data())) return std::nullopt;
    if (colors)
      colors->convert(row.data(), row.data(), info.output_width);
    else if (decoder.has_inks())
      light_of_inks(row.data(), row.data(), info.output_width, is_inverted);
    if (!encoder.write_row(row)) return std::nullopt;
  }
  if (!encoder.finish()) return std::nullopt;
  return Prepared{std::move(encoder.bytes()), eighths < 8};
}

std::optional<std::string> grey_jpeg(std::string_view bytes) {
  JpegDecoder decoder(bytes);
  if (!decoder.read_header() || decoder.channels() != 3) return std::nullopt;
  Encoder encoder;
  auto& info = decoder.info;
  if (!decoder.start() || !encoder.start(info.output_width, info.output_height, true, decoder.orientation())) return std::nullopt;
  std::string row(3 * std::size_t{info.output_width}, '\0');
  while (info.output_scanline < info.output_height) {
    if (!decoder.read_row(row.data())) return std::nullopt;
    turn_row_grey(row.data(), row.data(), info.output_width);
    if (!encoder.write_row(row)) return std::nullopt;
  }
  if (!encoder.finish()) return std::nullopt;
  return std::move(encoder.bytes());
}

}  // namespace octavo::pictures
