// A PNG whose profile or size does not fit a book, made one that does: read and written row by row.
#include <png.h>

#include <cmath>
#include <cstring>
#include <new>
#include <optional>

#include "pictures/profiles.h"
#include "pictures/raster.h"
#include "pictures/shrink.h"

namespace octavo::pictures {
namespace {

// libpng reports by longjmp, over C frames only: in each function here what could be lost by it lives with the caller.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes), png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, leave, ignore)) {
    if (!png_) throw std::bad_alloc();
    info_ = png_create_info_struct(png_);
    png_set_read_fn(png_, &rest_, read);
  }
  ~Reader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  Reader(const Reader&) = delete;

  bool read_header() {
    if (setjmp(png_jmpbuf(png_))) return false;
    png_set_user_limits(png_, most_per_side, most_per_side);
    png_read_info(png_, info_);
    return is_sane(width(), height(), is_in_passes() ? most_pixels : most_pixels_by_rows);
  }
  std::uint32_t width() const { return png_get_image_width(png_, info_); }
  std::uint32_t height() const { return png_get_image_height(png_, info_); }
  bool is_in_passes() const { return png_get_interlace_type(png_, info_) != PNG_INTERLACE_NONE; }
  bool is_gray() const { return !(png_get_color_type(png_, info_) & PNG_COLOR_MASK_COLOR); }
  bool has_alpha() const { return (png_get_color_type(png_, info_) & PNG_COLOR_MASK_ALPHA) || png_get_valid(png_, info_, PNG_INFO_tRNS); }
  std::size_t channels() const { return (is_gray() ? 1 : 3) + (has_alpha() ? 1 : 0); }
  std::string_view profile() const {
    png_charp name = nullptr;
    png_bytep data = nullptr;
    png_uint_32 size = 0;
    int compression = 0;
    if (!png_get_iCCP(png_, info_, &name, &compression, &data, &size)) return {};
    return {reinterpret_cast<const char*>(data), size};
  }
  std::optional<double> gamma() const {
    double value = 0;
    if (png_get_gAMA(png_, info_, &value)) return value;
    return std::nullopt;
  }

  // From here on rows have channels() bytes a pixel; those of a picture in passes, all at once.
  bool start() {
    if (setjmp(png_jmpbuf(png_))) return false;
    png_set_expand(png_);
    png_set_scale_16(png_);
    png_set_interlace_handling(png_);
    return true;
  }
  bool read_rows(std::vector<png_bytep>& rows) {
    if (setjmp(png_jmpbuf(png_))) return false;
    png_read_image(png_, rows.data());
    return true;
  }
  bool read_row(std::string& row) {
    if (setjmp(png_jmpbuf(png_))) return false;
    png_read_row(png_, reinterpret_cast<png_bytep>(row.data()), nullptr);
    return true;
  }

 private:
  static void leave(png_structp png, png_const_charp) { png_longjmp(png, 1); }
  static void ignore(png_structp, png_const_charp) {}
  static void read(png_structp png, png_bytep to, std::size_t count) {
    auto* rest = static_cast<std::string_view*>(png_get_io_ptr(png));
    if (count > rest->size()) png_longjmp(png, 1);
    std::memcpy(to, rest->data(), count);
    rest->remove_prefix(count);
  }

  std::string_view rest_;
  png_structp png_;
  png_infop info_ = nullptr;
};

class Writer {
 public:
  Writer() : png_(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, leave, ignore)) {
    if (!png_) throw std::bad_alloc();
    info_ = png_create_info_struct(png_);
    png_set_write_fn(png_, &bytes_, append, nullptr);
  }
  ~Writer() { png_destroy_write_struct(&png_, &info_); }
  Writer(const Writer&) = delete;

  bool start(std::uint32_t width, std::uint32_t height, std::size_t channels, std::optional<double> gamma) {
    if (setjmp(png_jmpbuf(png_))) return false;
    constexpr int types[] = {0, PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA};
    png_set_IHDR(png_, info_, width, height, 8, types[channels], PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (gamma) png_set_gAMA(png_, info_, *gamma);
    constexpr int quick = 3;
    png_set_compression_level(png_, quick);
    png_set_filter(png_, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);  // choosing one for each row takes longer and gains nothing
    png_write_info(png_, info_);
    return true;
  }
  bool write_row(const std::string& row) {
    if (setjmp(png_jmpbuf(png_))) return false;
    png_write_row(png_, reinterpret_cast<png_const_bytep>(row.data()));
    return true;
  }
  bool finish() {
    if (setjmp(png_jmpbuf(png_))) return false;
    png_write_end(png_, nullptr);
    return true;
  }
  std::string& bytes() { return bytes_; }

 private:
  static void leave(png_structp png, png_const_charp) { png_longjmp(png, 1); }
  static void ignore(png_structp, png_const_charp) {}
  static void append(png_structp png, png_bytep from, std::size_t count) {
    bool is_full = false;
    try {
      static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(from), count);
    } catch (const std::bad_alloc&) {  // no exception may pass through frames of C
      is_full = true;
    }
    if (is_full) png_longjmp(png, 1);
  }

  std::string bytes_;
  png_structp png_;
  png_infop info_ = nullptr;
};

}  // namespace

std::optional<Prepared> prepared_png(std::string_view bytes) {
  Reader reader(bytes);
  if (!reader.read_header()) return std::nullopt;
  const std::uint32_t width = reader.width(), height = reader.height();
  std::uint32_t factor = 1;
  while (std::uint64_t{width} * height / factor / factor > most_pixels_in_book) ++factor;
  const std::string_view profile = reader.profile();
  const auto colors = to_screen(profile, reader.is_gray() ? reader.has_alpha() ? Channels::gray_alpha : Channels::gray
                                         : reader.has_alpha() ? Channels::rgb_alpha : Channels::rgb);
  if (!colors && factor == 1) return std::nullopt;

  const std::size_t channels = reader.channels(), stride = channels * width;
  Writer writer;
  const auto gamma = profile.empty() ? reader.gamma() : std::nullopt;
  if (!reader.start() || !writer.start((width + factor - 1) / factor, (height + factor - 1) / factor, channels, gamma)) return std::nullopt;
  std::string all;
  if (reader.is_in_passes()) {
    all.resize(stride * height);
    std::vector<png_bytep> rows;
    for (std::size_t y = 0; y < height; ++y) rows.push_back(reinterpret_cast<png_bytep>(all.data() + y * stride));
    if (!reader.read_rows(rows)) return std::nullopt;
  }
  Shrink shrink(width, factor, channels);
  std::string row(stride, '\0');
  for (std::size_t y = 0; y < height; ++y) {
    if (all.empty() ? !reader.read_row(row) : (row.assign(all, y * stride, stride), false)) return std::nullopt;
    if (colors) colors->convert(row.data(), row.data(), width);
    if (factor == 1) {
      if (!writer.write_row(row)) return std::nullopt;
      continue;
    }
    shrink.add(row);
    if ((shrink.has_row() || y + 1 == height) && !writer.write_row(shrink.take())) return std::nullopt;
  }
  if (!writer.finish()) return std::nullopt;
  return Prepared{std::move(writer.bytes()), factor > 1};
}

}  // namespace octavo::pictures
