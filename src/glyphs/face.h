#pragma once
// One open font: what its tables say, through HarfBuzz. In: a file, and where on its axes a variable one is to stand. Out: HarfBuzz's font,
// measures in ems, facts for a PDF.
#include <hb.h>

#include <memory>
#include <string>

#include "glyphs/glyphs.h"
#include "glyphs/instance.h"
#include "glyphs/stand_ins.h"

namespace octavo::glyphs {

template <auto destroy>
struct Destroy {
  template <class Object>
  void operator()(Object* object) const {
    destroy(object);
  }
};
using HbBlob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using HbPlan = std::unique_ptr<hb_shape_plan_t, Destroy<hb_shape_plan_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;
using HbSet = std::unique_ptr<hb_set_t, Destroy<hb_set_destroy>>;

// Maps the file. Throws Failure if it cannot be read or is no font.
HbFace opened(const std::string& path, std::uint32_t index);

class Face {
 public:
  Face(std::string path, std::uint32_t index) : Face(path, opened(path, index), {}) {}
  // `path` is what the font is called where it is told of.
  Face(std::string path, HbFace face, Location location);

  bool has(char32_t code_point) const;
  float advance(std::uint32_t glyph) const;
  float overhang(std::uint32_t glyph) const;  // of its ink beyond its advance, ems
  Metrics metrics() const;
  FaceFacts facts() const;
  std::string family() const;  // the name that all weights share, in English
  // What is against a part of the font in a book, in words: its maker's licence bits (fsType: OpenType 1.9, OS/2), or outlines that a PDF
  // cannot hold. "" if nothing.
  std::string_view objection() const;
  Weights weights() const;  // of all places of a variable font
  bool is_italic() const;
  Kind kind() const;  // as its designer classed it; serif where the font is silent

  const std::string& path() const { return path_; }
  const Location& location() const { return location_; }  // of a variable font
  hb_face_t* face() const { return face_.get(); }
  hb_font_t* font() const { return font_.get(); }
  float em() const { return em_; }  // one font unit, in ems

 private:
  std::string path_;
  HbFace face_;  // shared by all places of a variable font
  HbFont font_;
  Location location_;
  float em_ = 0.001f;
};

}  // namespace octavo::glyphs
