// SVG drawn by librsvg and cairo.
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <string>

#include "pictures/drawing.h"

namespace octavo::pictures {
namespace {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;

Handle opened(std::string_view svg) {
  Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
  if (handle) rsvg_handle_set_dpi(handle.get(), 96);
  return handle;
}

class Librsvg final : public Draughtsman {
 public:
  std::optional<std::vector<std::uint32_t>> draw(std::string_view svg, std::uint32_t width, std::uint32_t height) override {
    std::vector<std::uint32_t> words(std::size_t{width} * height);
    const Canvas canvas{words.data(), CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)};
    return draws(svg, canvas) ? std::optional(std::move(words)) : std::nullopt;
  }

  std::optional<std::string> draw_opacity(std::string_view svg, std::uint32_t width, std::uint32_t height) override {
    std::string bytes(std::size_t{width} * height, '\0');
    const Canvas canvas{bytes.data(), CAIRO_FORMAT_A8, static_cast<int>(width), static_cast<int>(height)};
    return draws(svg, canvas) ? std::optional(std::move(bytes)) : std::nullopt;
  }

  std::vector<double> widths(std::string_view svg, std::size_t count) override {
    std::vector<double> widths(count);
    const Handle handle = opened(svg);
    for (std::size_t index = 0; handle && index < count; ++index) {
      const std::string id = "#t" + std::to_string(index);
      RsvgRectangle ink{}, logical{};
      if (rsvg_handle_get_geometry_for_element(handle.get(), id.c_str(), &ink, &logical, nullptr))
        widths[index] = logical.width;
    }
    return widths;
  }

 private:
  struct Canvas {
    void* pixels;
    cairo_format_t format;
    int width, height;
  };

  static bool draws(std::string_view svg, const Canvas& canvas) {
    const Handle handle = opened(svg);
    if (!handle) return false;
    const int stride = cairo_format_stride_for_width(canvas.format, canvas.width);
    const std::unique_ptr<cairo_surface_t, Unref> surface(cairo_image_surface_create_for_data(
        static_cast<unsigned char*>(canvas.pixels), canvas.format, canvas.width, canvas.height, stride));
    const std::unique_ptr<cairo_t, Unref> cairo(cairo_create(surface.get()));
    const RsvgRectangle viewport{0, 0, static_cast<double>(canvas.width), static_cast<double>(canvas.height)};
    if (!rsvg_handle_render_document(handle.get(), cairo.get(), &viewport, nullptr)) return false;
    cairo_surface_flush(surface.get());
    return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
  }
};

}  // namespace
}  // namespace octavo::pictures

extern "C" void* octavo_module() {
  octavo::pictures::Draughtsman* made = new octavo::pictures::Librsvg;
  return made;
}
