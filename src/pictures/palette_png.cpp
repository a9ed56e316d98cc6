// PNG whose colours are numbers, written by hand: libpng packs every row anew, and most rows of a drawn page are like the one above.
#include <zlib.h>

#include <algorithm>

#include "base/digest.h"
#include "base/failure.h"
#include "pictures/pictures.h"

namespace octavo::pictures {
namespace {

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
  return bytes;
}

std::string chunk(std::string_view type, std::string_view data) {
  const std::string checked = std::string(type).append(data);
  return big_endian(static_cast<std::uint32_t>(data.size())) + checked + big_endian(base::crc32(checked));
}

// Rows to a stream of zlib's, RFC 1950, in runs only: what lies between the runs of drawn letters are their soft edges, which seldom come again.
class Rows {
 public:
  Rows() {
    constexpr int level = 1, raw = -MAX_WBITS, memory = 8;
    if (deflateInit2(&stream_, level, Z_DEFLATED, raw, memory, Z_RLE) != Z_OK) throw base::Failure("cannot compress: out of memory");
  }
  ~Rows() { deflateEnd(&stream_); }
  Rows(const Rows&) = delete;

  // The same row so many times. A long stretch is packed once: after a full flush the stream goes on as if it began, so its bytes may be
  // repeated.
  void add(std::string_view row, std::size_t count) {
    constexpr std::size_t stretch = 32;
    const std::uint32_t row_sum = sum_of(row);
    for (std::size_t i = 0; i < count; ++i) sum_ = static_cast<std::uint32_t>(adler32_combine(sum_, row_sum, static_cast<z_off_t>(row.size())));
    if (count >= 2 * stretch) {
      pack({}, Z_FULL_FLUSH);
      const std::size_t begin = bytes_.size();
      for (std::size_t i = 0; i < stretch; ++i) pack(row, Z_NO_FLUSH);
      pack({}, Z_FULL_FLUSH);
      const std::string packed = bytes_.substr(begin);
      for (count -= stretch; count >= stretch; count -= stretch) bytes_ += packed;
    }
    for (; count > 0; --count) pack(row, Z_NO_FLUSH);
  }

  std::string take() {
    pack({}, Z_FINISH);
    return bytes_ + big_endian(sum_);
  }

 private:
  static std::uint32_t sum_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(adler32(1, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
  }

  void pack(std::string_view bytes, int flush) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      char buffer[4096];
      stream_.next_out = reinterpret_cast<Bytef*>(buffer);
      stream_.avail_out = sizeof buffer;
      deflate(&stream_, flush);
      bytes_.append(buffer, sizeof buffer - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
  std::string bytes_ = "\x78\x01";
  std::uint32_t sum_ = 1;
};

}  // namespace

std::string encoded_palette_png(std::uint32_t width, std::uint32_t height, std::string_view indices, std::string_view palette) {
  Rows rows;
  for (std::uint32_t y = 0; y < height;) {
    const auto row = [&](std::uint32_t at) { return indices.substr(std::size_t{at} * width, width); };
    std::uint32_t next = y + 1;
    while (next < height && row(next) == row(y)) ++next;
    const std::string unfiltered = std::string(1, '\0').append(row(y));
    rows.add(unfiltered, next - y);
    y = next;
  }
  // PNG, 11.2.1: 8 bits, colours of a palette, the only compression and filtering there are, not interlaced. Then perceptual, of sRGB.
  constexpr std::string_view form("\x08\x03\0\0\0", 5), perceptual("\0", 1);
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", big_endian(width) + big_endian(height) + std::string(form)) + chunk("sRGB", perceptual) +
         chunk("PLTE", palette) + chunk("IDAT", rows.take()) + chunk("IEND", {});
}

}  // namespace octavo::pictures
