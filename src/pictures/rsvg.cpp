// SVG drawn by librsvg and cairo.
#include <cairo.h>
#include <librsvg/rsvg.h>

#include "pictures/drawing.h"

namespace octavo::pictures {
namespace {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;

class Librsvg final : public Draughtsman {
 public:
  std::optional<std::vector<std::uint32_t>> draw(std::string_view svg, std::uint32_t width, std::uint32_t height) override {
    std::vector<std::uint32_t> words(std::size_t{width} * height);
    const int columns = static_cast<int>(width), rows = static_cast<int>(height);
    const Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
    if (!handle) return std::nullopt;
    rsvg_handle_set_dpi(handle.get(), 96);
    const std::unique_ptr<cairo_surface_t, Unref> surface(cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(words.data()), CAIRO_FORMAT_ARGB32, columns, rows, columns * 4));
    const std::unique_ptr<cairo_t, Unref> cairo(cairo_create(surface.get()));
    const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
    if (!rsvg_handle_render_document(handle.get(), cairo.get(), &viewport, nullptr)) return std::nullopt;
    cairo_surface_flush(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    return words;
  }
};

}  // namespace
}  // namespace octavo::pictures

extern "C" void* octavo_module() {
  octavo::pictures::Draughtsman* made = new octavo::pictures::Librsvg;
  return made;
}
