#pragma once
// Image files to facts, pixels and drawings.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::pictures {

enum class Kind { png, jpeg, gif, webp, svg };

// What a file of the kind is called: ".png", "image/png".
struct FileType {
  std::string_view ending, media_type;
};
constexpr FileType file_type(Kind kind) {
  switch (kind) {
    case Kind::png: return {".png", "image/png"};
    case Kind::jpeg: return {".jpg", "image/jpeg"};
    case Kind::gif: return {".gif", "image/gif"};
    case Kind::webp: return {".webp", "image/webp"};
    case Kind::svg: return {".svg", "image/svg+xml"};
  }
  return {};
}

struct Facts {
  Kind kind = Kind::png;
  float width = 0, height = 0;  // CSS pixels, orientation of EXIF applied
  bool may_move = false;        // an animation
};

// What the bytes are, by their content, never by a name. Nothing if they are no picture octavo can read:
// broken headers, zero or absurd sizes (over 100 million pixels, 400 million where it can be read row by row) included. Never throws, whatever the bytes.
std::optional<Facts> facts(std::string_view bytes);

// Whether all the data of a picture is there and makes sense, read as cheaply as its kind allows. Check sums tell it of a PNG; a JPEG has
// none, and in it some damage is only a picture that looks wrong. Of an SVG, facts() has told all there is.
bool is_whole(std::string_view bytes);

// What both books show in place of a picture that does not fit them as it is: with inks for paper, in colours other than those of sRGB, or
// with more dots than any page can show. Of the same kind and turned the same way.
struct Prepared {
  std::string bytes;
  bool is_smaller = false;
};
constexpr std::uint64_t most_pixels_in_book = 50'000'000;  // a page of A4 at 600 dots an inch has 35 million
// Nothing where the picture goes into books as it is, or cannot be read.
std::optional<Prepared> prepared(std::string_view bytes);

// Rows from the top, 3 bytes a pixel (sRGB) and, where `alpha` is not empty, one byte a pixel of opacity.
struct Pixels {
  std::uint32_t width = 0, height = 0;
  bool gray = false;  // then color has one byte a pixel
  std::string color;
  std::string alpha;
};
// Decodes any kind; of an animation the first frame; an SVG, cleaned, is drawn `width_hint` pixels wide, or
// at its own size if that is 0. Nothing if the data is broken or ends too early.
std::optional<Pixels> decode(std::string_view bytes, std::uint32_t width_hint = 0);
// An SVG, cleaned, as objects of a PDF (ISO 32000-1, 7.3): vectors, and dots only where the drawing itself can be made of nothing else.
struct PdfObject {
  std::uint32_t number = 0;
  std::string entries;              // what stands between << and >>, without a filter
  std::optional<std::string> data;  // of a stream
};
struct Vectors {
  std::vector<PdfObject> objects;  // the first is a form as large as the unit square, as images are
  bool is_translucent = false;
};
using NewNumber = std::function<std::uint32_t()>;
enum class Ink { color, grey };
// `width` in points. Nothing if it cannot be drawn.
std::optional<Vectors> vectors(std::string_view bytes, float width, const NewNumber& new_number, Ink ink = Ink::color);
constexpr int resolution_of_drawings = 300;  // dots per inch, of what cannot be vectors

// A JPEG that can go into a PDF as it is if it is whole (baseline or progressive, 8 bits, gray or YCbCr/RGB, no rotation).
struct JpegFacts {
  std::uint32_t width = 0, height = 0;
  int channels = 3;
};
std::optional<JpegFacts> passable_jpeg(std::string_view bytes);
// A JPEG in shades of grey. Nothing where it has no colours, or cannot be read.
std::optional<std::string> grey_jpeg(std::string_view bytes);
void turn_grey(Pixels& pixels);
// A PNG whose compressed rows can go into a PDF as they are: no opacity, not interlaced, the gamma of sRGB, every check sum right.
struct PngData {
  std::uint32_t width = 0, height = 0;
  int bits = 8;       // of a sample
  int channels = 3;   // 1 where gray or indexed
  bool is_indexed = false;
  std::string palette;  // 3 bytes a colour
  std::string data;     // zlib's, with PNG's predictors
};
std::optional<PngData> passable_png(std::string_view bytes);
std::string encoded_png(const Pixels& pixels);
// Numbers of colours, one a pixel, and their palette of 256 colours, 3 bytes each.
std::string encoded_palette_png(std::uint32_t width, std::uint32_t height, std::string_view indices, std::string_view palette);

// The modules of a QR code (ISO/IEC 18004), row by row from the top, without the white that must be left round them: `quiet` modules.
struct QrCode {
  static constexpr int quiet = 4;
  std::size_t side = 0;    // modules
  std::vector<bool> dark;  // side * side
};
// A tenth and more of it may be spoiled. Nothing if the bytes are too many for any code (2,331), or none, or hold a zero.
std::optional<QrCode> qr_code(const std::string& bytes);

// An SVG made fit for an e-book: no scripts, handlers or foreign objects, nothing that leads out of the file
// or to nowhere; UTF-8 without a doctype. Nothing if it is not well-formed or no SVG.
std::optional<std::string> cleaned_svg(std::string_view bytes);

}  // namespace octavo::pictures
