#include "pictures/svg.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "pictures/raster.h"

namespace octavo::pictures {
namespace {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

// What is drawn on paper is what the e-book gets: the cleaned drawing. It refers to nothing outside itself.
std::unique_ptr<RsvgHandle, Unref> opened(std::string_view bytes) {
  const auto svg = cleaned_svg(bytes);
  if (!svg) return nullptr;
  std::unique_ptr<RsvgHandle, Unref> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg->data()), svg->size(), nullptr));
  if (handle) rsvg_handle_set_dpi(handle.get(), 96);
  return handle;
}

// Nothing for per cent, which has no size of its own.
std::optional<double> in_pixels(const RsvgLength& length) {
  constexpr double em = 16, ex = 8;
  switch (length.unit) {
    case RSVG_UNIT_PERCENT:
      return std::nullopt;
    case RSVG_UNIT_PX:
      return length.length;
    case RSVG_UNIT_EM:
      return length.length * em;
    case RSVG_UNIT_EX:
      return length.length * ex;
    case RSVG_UNIT_IN:
      return length.length * 96;
    case RSVG_UNIT_CM:
      return length.length * 96 / 2.54;
    case RSVG_UNIT_MM:
      return length.length * 96 / 25.4;
    case RSVG_UNIT_PT:
      return length.length * 96 / 72;
    case RSVG_UNIT_PC:
      return length.length * 16;
  }
  return std::nullopt;
}

struct DrawnSize {
  double width = 0, height = 0;
};

// CSS Images 3, 4: width and height as written; one of them and the proportions of the view box; the view
// box; else what a browser takes for a thing without a size. Nothing if there is nothing to see, or too much.
std::optional<DrawnSize> size_of(RsvgHandle* handle) {
  gboolean has_width, has_height, has_box;
  RsvgLength written_width, written_height;
  RsvgRectangle box;
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &written_width, &has_height, &written_height,
                                       &has_box, &box);
  if (has_box && !(box.width > 0 && box.height > 0)) return std::nullopt;
  const auto width = has_width ? in_pixels(written_width) : std::nullopt;
  const auto height = has_height ? in_pixels(written_height) : std::nullopt;
  DrawnSize size{300, 150};
  if (has_box) {
    if (width)
      size = {*width, *width * box.height / box.width};
    else if (height)
      size = {*height * box.width / box.height, *height};
    else
      size = {box.width, box.height};
  }
  if (width) size.width = *width;
  if (height) size.height = *height;
  const bool is_sensible = size.width > 0 && size.height > 0 && size.width < 1e6 && size.height < 1e6 &&
                           size.width * size.height <= most_pixels;
  return is_sensible ? std::optional(size) : std::nullopt;
}

// Colours multiplied by their opacity, as cairo keeps them: 0xAARRGGBB.
std::optional<std::vector<std::uint32_t>> drawn(RsvgHandle* handle, std::uint32_t width,
                                                std::uint32_t height) {
  std::vector<std::uint32_t> words(std::size_t{width} * height);
  const int wide = static_cast<int>(width), tall = static_cast<int>(height);
  const std::unique_ptr<cairo_surface_t, Unref> surface(cairo_image_surface_create_for_data(
      reinterpret_cast<unsigned char*>(words.data()), CAIRO_FORMAT_ARGB32, wide, tall, 4 * wide));
  const std::unique_ptr<cairo_t, Unref> cairo(cairo_create(surface.get()));
  const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
  if (!rsvg_handle_render_document(handle, cairo.get(), &viewport, nullptr)) return std::nullopt;
  cairo_surface_flush(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
  return words;
}

}  // namespace

std::optional<Facts> svg_facts(std::string_view bytes) {
  const auto handle = opened(bytes);
  const auto size = handle ? size_of(handle.get()) : std::nullopt;
  if (!size) return std::nullopt;
  return Facts{Kind::svg, static_cast<float>(size->width), static_cast<float>(size->height)};
}

std::optional<Pixels> drawn_svg(std::string_view bytes, std::uint32_t width_hint) {
  const auto handle = opened(bytes);
  const auto size = handle ? size_of(handle.get()) : std::nullopt;
  if (!size) return std::nullopt;
  const double wide = width_hint ? width_hint : std::ceil(size->width);
  const double tall = std::max(1.0, std::round(wide * size->height / size->width));
  if (wide >= most_per_side || tall >= most_per_side || wide * tall > most_pixels) return std::nullopt;
  const auto width = static_cast<std::uint32_t>(wide), height = static_cast<std::uint32_t>(tall);

  const auto words = drawn(handle.get(), width, height);
  if (!words) return std::nullopt;

  std::string rgba(std::size_t{4} * words->size(), '\0');
  char* pixel = rgba.data();
  for (const std::uint32_t word : *words) {
    const std::uint32_t alpha = word >> 24;
    for (int channel = 0; channel < 3 && alpha > 0; ++channel) {
      const std::uint32_t value = word >> (16 - 8 * channel) & 255;
      pixel[channel] =
          static_cast<char>(alpha == 255 ? value : std::min(255u, (value * 255 + alpha / 2) / alpha));
    }
    pixel[3] = static_cast<char>(alpha);
    pixel += 4;
  }
  return split(rgba, width, height);
}

std::vector<double> widths_in_svg(std::string_view svg, std::size_t count) {
  std::vector<double> widths(count);
  const auto handle = opened(svg);
  for (std::size_t index = 0; handle && index < count; ++index) {
    const std::string id = "#t" + std::to_string(index);
    RsvgRectangle ink{}, logical{};
    if (rsvg_handle_get_geometry_for_element(handle.get(), id.c_str(), &ink, &logical, nullptr))
      widths[index] = logical.width;
  }
  return widths;
}

std::optional<std::vector<std::uint32_t>> drawn_words(std::string_view svg, std::uint32_t width,
                                                      std::uint32_t height) {
  const auto handle = opened(svg);
  return handle ? drawn(handle.get(), width, height) : std::nullopt;
}

}  // namespace octavo::pictures
