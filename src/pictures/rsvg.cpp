// SVG drawn by librsvg and cairo.
#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include "pictures/drawing.h"
#include "pictures/form.h"

namespace octavo::pictures {
namespace {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;
using Surface = std::unique_ptr<cairo_surface_t, Unref>;
using Cairo = std::unique_ptr<cairo_t, Unref>;

constexpr double points_per_inch = 72;

bool render(std::string_view svg, cairo_surface_t* surface, double width, double height) {
  const Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
  if (!handle) return false;
  rsvg_handle_set_dpi(handle.get(), 96);
  const Cairo cairo(cairo_create(surface));
  const RsvgRectangle viewport{0, 0, width, height};
  if (!rsvg_handle_render_document(handle.get(), cairo.get(), &viewport, nullptr)) return false;
  cairo_surface_flush(surface);
  return cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
}

cairo_status_t append(void* text, const unsigned char* bytes, unsigned count) {
  try {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
  } catch (const std::bad_alloc&) {  // no exception may pass through frames of C
    return CAIRO_STATUS_NO_MEMORY;
  }
}

class Librsvg final : public Draughtsman {
 public:
  std::optional<std::vector<std::uint32_t>> draw(std::string_view svg, std::uint32_t width, std::uint32_t height) override {
    std::vector<std::uint32_t> words(std::size_t{width} * height);
    const int columns = static_cast<int>(width), rows = static_cast<int>(height);
    const Surface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(words.data()), CAIRO_FORMAT_ARGB32, columns,
                                                              rows, columns * 4));
    if (!render(svg, surface.get(), width, height)) return std::nullopt;
    return words;
  }

  // First onto a record, in dots: what librsvg can only make of dots, such as a filter, gets as many as it needs, and words become
  // outlines, which need no font in the book. (Onto a PDF it would draw with 72 dots an inch, and write words.)
  std::optional<Vectors> draw_vectors(std::string_view svg, double width, double height, const NewNumber& new_number, Ink ink) override {
    constexpr double dots = resolution_of_drawings / points_per_inch;
    const cairo_rectangle_t extent{0, 0, width * dots, height * dots};
    const Surface record(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extent));
    if (!render(svg, record.get(), extent.width, extent.height)) return std::nullopt;

    std::string pdf;
    const Surface page(cairo_pdf_surface_create_for_stream(append, &pdf, width, height));
    cairo_surface_set_fallback_resolution(page.get(), resolution_of_drawings, resolution_of_drawings);
    {
      const Cairo cairo(cairo_create(page.get()));
      cairo_scale(cairo.get(), 1 / dots, 1 / dots);
      cairo_set_source_surface(cairo.get(), record.get(), 0, 0);
      cairo_paint(cairo.get());
    }
    cairo_surface_finish(page.get());
    if (cairo_surface_status(page.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    return form_of_page(pdf, width, height, new_number, ink);
  }
};

}  // namespace
}  // namespace octavo::pictures

extern "C" void* octavo_module() {
  octavo::pictures::Draughtsman* made = new octavo::pictures::Librsvg;
  return made;
}
