#include "pdf/content.h"

#include <optional>

#include "pdf/bands.h"
#include "pdf/text.h"

namespace octavo::pdf {
namespace {

class PageWriter {
 public:
  PageWriter(const pages::Page& page, std::uint32_t number, const Drawing& drawing)
      : page_(page), number_(number), drawing_(drawing), text_(out_, drawing.typefaces, page.size.height), bands_(bands_of(page)) {}

  Content write() {
    out_.bytes().reserve(16384);
    for (const auto& item : page_.items) std::visit([this](const auto& one) { draw(one); }, item);
    unmark();
    text_.end();
    return {std::move(out_.bytes()), is_translucent_};
  }

 private:
  void draw(const pages::GlyphRun& run) {
    // Nothing but its own mark tells a reader of the structure that a line of code ends.
    if (!text_.is_open() || (run.origin.y != baseline_ && drawing_.structure.is_code(run.structure))) unmark();
    baseline_ = run.origin.y;
    text_.begin();
    // Glyphs without a text are ornament, leaders for example.
    mark(run.text.empty() ? pages::StructureId() : run.structure);
    fill_with(run.color);
    text_.show(run);
  }

  void draw(const pages::Fill& fill) {
    const base::Rect& area = bands_[fills_++];
    if (area == base::Rect()) return;
    leave_text();
    mark({});
    fill_with(fill.color);
    rectangle(area).put("f\n");
  }

  void draw(const pages::Frame& frame) {
    leave_text();
    mark({});
    out_.put("q\n");
    stroke_with(frame.color, frame.width);
    rectangle(frame.area).put("S\nQ\n");
  }

  void draw(const pages::Stroke& stroke) {
    if (stroke.points.empty()) return;
    leave_text();
    mark({});
    out_.put("q\n1 J 1 j\n");  // round caps and joins
    stroke_with(stroke.color, stroke.width);
    const char* operation = "m\n";
    for (const auto& point : stroke.points) {
      out_.numbers({point.x, upward(point.y)}).put(operation);
      operation = "l\n";
    }
    out_.put("S\nQ\n");
  }

  void draw(const pages::Picture& picture) {
    const Image& image = drawing_.images[picture.picture.index()];
    if (!image.object) return;
    leave_text();
    mark(picture.structure);
    const base::Rect& area = picture.area;
    out_.put("q\n").numbers({area.width, 0, 0, area.height, area.x, upward(area.bottom())}).put("cm");
    out_.name(image.name).put("Do\nQ\n");
    unmark();
    is_translucent_ |= image.is_translucent;
  }

  // A sequence of marked content lies inside one text object or outside of all, never across.
  void leave_text() {
    if (!text_.is_open()) return;
    unmark();
    text_.end();
  }

  void mark(pages::StructureId element) {
    if (!drawing_.structure.is_tagged() || mark_ == element) return;
    unmark();
    if (element) {
      out_.name(drawing_.structure.type(element)).put("<</MCID");
      out_.integer(drawing_.structure.mark(number_, element)).put(">>BDC\n");
    } else {
      out_.put("/Artifact BMC\n");
    }
    mark_ = element;
  }

  void unmark() {
    text_.pause();
    if (mark_) out_.put("EMC\n");
    mark_.reset();
  }

  void fill_with(base::Color color) {
    if (color == fill_) return;
    text_.pause();
    set(color, "g\n", "rg\n");
    fill_ = color;
  }

  void stroke_with(base::Color color, float width) {
    set(color, "G\n", "RG\n");
    out_.number(width).put("w\n");
  }

  void set(base::Color color, std::string_view gray, std::string_view rgb) {
    if (color.red == color.green && color.green == color.blue) {
      out_.number(color.red).put(gray);
    } else {
      out_.numbers({color.red, color.green, color.blue}).put(rgb);
    }
  }

  Tokens& rectangle(const base::Rect& area) {
    return out_.numbers({area.x, upward(area.bottom()), area.width, area.height}).put("re ");
  }

  double upward(float y) const { return static_cast<double>(page_.size.height) - y; }

  const pages::Page& page_;
  const std::uint32_t number_;
  const Drawing& drawing_;
  Tokens out_;
  TextWriter text_;
  const std::vector<base::Rect> bands_;
  std::size_t fills_ = 0;  // that have been come to
  std::optional<pages::StructureId> mark_;  // open; without an element: an artifact
  float baseline_ = 0;                      // of the last run
  base::Color fill_;                        // black, as a page begins
  bool is_translucent_ = false;
};

}  // namespace

Content content_of(const pages::Page& page, std::uint32_t number, const Drawing& drawing) {
  return PageWriter(page, number, drawing).write();
}

}  // namespace octavo::pdf
