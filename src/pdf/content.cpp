#include "pdf/content.h"

#include <algorithm>
#include <optional>

#include "pdf/shapes.h"
#include "pdf/text.h"

namespace octavo::pdf {
namespace {

constexpr std::string_view layout = "/Layout", background = "/Background";  // kinds of artifacts

constexpr std::string_view kind_of(pages::FurnitureKind kind) {
  switch (kind) {
    case pages::FurnitureKind::head:
      return "/Pagination/Subtype/Header";
    case pages::FurnitureKind::foot:
      return "/Pagination/Subtype/Footer";
    case pages::FurnitureKind::repeated:
      return "/Pagination";
  }
  return {};
}

bool is_rule(const base::Rect& area) {
  constexpr float thickest = 3;  // points
  return std::min(area.width, area.height) <= thickest;
}

// What content is marked as: an element's, or an artifact of a kind.
struct Mark {
  pages::StructureId element;
  std::string_view artifact;
  bool operator==(const Mark&) const = default;
};

class PageWriter final : private Marks {
 public:
  PageWriter(const pages::Page& page, const sheets::Place& place, const Drawing& drawing)
      : page_(page), place_(place), drawing_(drawing), text_(out_, drawing.typefaces, *this, page.size.height), bands_(pages::bands_of(page)) {}

  Content write() {
    out_.bytes().reserve(16384);
    auto furniture = page_.furniture.begin();
    for (std::size_t i = 0; i < page_.items.size(); ++i) {
      while (furniture != page_.furniture.end() && furniture->end <= i) ++furniture;
      furniture_ = furniture != page_.furniture.end() && furniture->begin <= i ? &*furniture : nullptr;
      std::visit([this](const auto& one) { draw(one); }, page_.items[i]);
    }
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

  void draw(const pages::Fill&) {
    const pages::Fill& band = bands_[fills_++];
    if (band.area == base::Rect()) return;
    leave_text();
    mark_artifact(is_rule(band.area) || band.frame > 0 ? layout : background);
    if (band.is_plain()) {
      fill_with(band.color);
      rectangle(band.area).put("f\n");
    } else if (band.radius > 0 && band.frame == 0) {
      fill_with(band.color);
      write_tint(out_, band, page_.size.height);
    } else {
      out_.put("q\n");
      stroke_with(band.color, band.frame > 0 ? band.frame : std::min(band.area.width, band.area.height));
      if (band.frame > 0) write_frame(out_, band, page_.size.height);
      else write_rule(out_, band, page_.size.height);
      out_.put("Q\n");
    }
  }

  void draw(const pages::Frame& frame) {
    leave_text();
    mark(frame.structure);
    out_.put("q\n");
    stroke_with(frame.color, frame.width);
    rectangle(frame.area).put("S\nQ\n");
  }

  void draw(const pages::Stroke& stroke) {
    if (stroke.points.empty()) return;
    leave_text();
    mark(stroke.structure);
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
    if (picture.structure && drawing_.structure.is_tagged())
      drawing_.structure.show(place_.of(area), drawing_.sheets.sheets[place_.sheet].size.height, picture.structure);
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
    if (!element) return mark_artifact(layout);
    if (!drawing_.structure.is_tagged() || mark_ == Mark{element, {}}) return;
    unmark();
    open_mark(element);
  }

  void open_mark(pages::StructureId element) {
    before_mark_ = out_.bytes().size();
    content_ = drawing_.structure.mark(place_.sheet, element);
    out_.name(drawing_.structure.type(element)).put("<</MCID").integer(content_).put(">>BDC\n");
    mark_ = Mark{element, {}};
    after_mark_ = out_.bytes().size();
  }

  // 14.8.2.2.
  void mark_artifact(std::string_view kind) {
    if (furniture_) kind = kind_of(furniture_->kind);
    if (!drawing_.structure.is_tagged() || mark_ == Mark{{}, kind}) return;
    unmark();
    out_.put("/Artifact<</Type").put(kind).put(">>BDC\n");
    mark_ = Mark{{}, kind};
  }

  // What is said beside its glyphs is content of the element itself, not part of any: to Poppler, an element's content ends where anything
  // within it does.
  void begin_said(std::string_view text) override {
    const bool is_tagged = mark_ && mark_->element;
    if (is_tagged && !erase_empty_mark()) {
      out_.put("EMC\n");
      content_ = drawing_.structure.mark(place_.sheet, mark_->element);
    }
    out_.put("/Span<<");
    if (is_tagged) out_.put("/MCID").integer(content_);
    out_.put("/ActualText").utf16(text).put(">>BDC\n");
  }

  void end_said() override {
    out_.put("EMC\n");
    if (!mark_ || !mark_->element) return;
    open_mark(mark_->element);
    goes_on_ = true;
  }

  void unmark() {
    text_.pause();
    if (goes_on_ && erase_empty_mark())
      drawing_.structure.take_back(place_.sheet, mark_->element);
    else if (mark_)
      out_.put("EMC\n");
    mark_.reset();
    goes_on_ = false;
  }

  // Whether nothing was shown since the element's mark was opened in the text object: then the mark goes, and what was set since stays.
  bool erase_empty_mark() {
    if (text_.end_of_strings() > after_mark_) return false;
    out_.bytes().erase(before_mark_, after_mark_ - before_mark_);
    return true;
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
  const sheets::Place& place_;
  const Drawing& drawing_;
  Tokens out_;
  TextWriter text_;
  const std::vector<pages::Fill> bands_;
  std::size_t fills_ = 0;  // that have been come to
  std::optional<Mark> mark_;                        // open
  const pages::Furniture* furniture_ = nullptr;     // the item drawn belongs to it
  std::size_t before_mark_ = 0, after_mark_ = 0;    // where the last one of an element was opened
  std::uint32_t content_ = 0;                       // its MCID
  bool goes_on_ = false;                            // it was opened again behind what was said beside glyphs
  float baseline_ = 0;                      // of the last run
  base::Color fill_;                        // black, as a page begins
  bool is_translucent_ = false;
};

}  // namespace

Content content_of(const pages::Page& page, const sheets::Place& place, const Drawing& drawing) {
  Content content = PageWriter(page, place, drawing).write();
  const base::Size sheet = drawing.sheets.sheets[place.sheet].size;
  if (place.at == base::Point() && place.scale == 1 && page.size == sheet) return content;
  // What is too wide for the page must not reach into the one beside it.
  const auto [width, height] = page.size;
  const double bleed = drawing.sheets.bleed;
  Tokens out("q");
  out.numbers({place.scale, 0, 0, place.scale, place.at.x, sheet.height - place.of(base::Point{0, height}).y}).put("cm\n");
  out.numbers({-bleed, -bleed, width + 2 * bleed, height + 2 * bleed}).put("re W n\n");
  content.operators = out.bytes() + content.operators + "Q\n";
  return content;
}

}  // namespace octavo::pdf
