#pragma once
// Glyph runs as text operators (ISO 32000-1, 9.4): runs of one line go on in one array of strings and
// adjustments.
#include <array>
#include <memory>
#include <vector>

#include "pages/page.h"
#include "pdf/clusters.h"
#include "pdf/fonts.h"
#include "pdf/objects.h"

namespace octavo::pdf {

// Who opens and closes the marked content of a page.
class Marks {
 public:
  virtual void begin_said(std::string_view text) = 0;  // in place of the glyphs that come
  virtual void end_said() = 0;

 protected:
  ~Marks() = default;
};

class TextWriter {
 public:
  TextWriter(Tokens& out, Typefaces& typefaces, Marks& marks, float page_height)
      : out_(out), typefaces_(typefaces), marks_(marks), page_height_(page_height) {}

  bool is_open() const { return is_open_; }
  void begin();  // a text object, if none is open
  void show(const pages::GlyphRun& run);
  void pause();  // so that another operator may follow in the text object
  void end();
  std::size_t end_of_strings() const { return end_of_strings_; }  // in the operators: where the last that shows anything ends

 private:
  // What is open of the array of strings and adjustments that is being written (9.4.3).
  struct Brackets {
    bool in_array = false, in_string = false;
    char* open(char* end, std::int64_t adjustment);  // thousandths of the font size, leftward
  };
  // Along the line, in thousandths of the font size from the origin of the run:
  struct Strings {
    double pen = 0;                 // where the viewer is
    std::array<double, 2> after{};  // what tracking adds to a glyph, and what it and word spacing add to white space
    double place_of(const glyphs::Glyph& glyph, double target, std::uint32_t space) const;
    char* put(char* end, const Typeface::Glyph& glyph, double place, Brackets& brackets);
  };

  void set_font(glyphs::FaceId face, float size);
  void set_scaling(float scaling);
  void set_spacing(const pages::GlyphRun& run);
  void move_to(base::Point at);
  template <bool leftward>
  std::uint32_t show_known(const pages::GlyphRun& run, std::uint32_t first);
  void show(const pages::GlyphRun& run, const Cluster& cluster);
  void show(const Typeface::Glyph& glyph, double place);
  void show_space(const pages::GlyphRun& run);
  void set_rise(double rise);
  void set_mode(bool is_unseen);

  Tokens& out_;
  Typefaces& typefaces_;
  Marks& marks_;
  std::vector<std::uint32_t> places_;  // of the glyphs of a cluster, in its face
  float page_height_;
  std::unique_ptr<char[]> room_;  // for a run, before it is known how long it gets
  std::size_t room_size_ = 0;

  bool is_open_ = false;
  std::size_t end_of_strings_ = 0;
  glyphs::FaceId face_;
  float size_ = 0;
  float scaling_ = 1;
  double tracking_ = 0, word_spacing_ = 0;  // points, before they are scaled
  double rise_ = 0;
  bool is_unseen_ = false;
  bool has_line_ = false;           // in this text object
  double line_x_ = 0, line_y_ = 0;  // where the file has the line begin, y upward
  Brackets brackets_;
  Strings strings_;
  double target_ = 0;      // where the next glyph should be
  double end_of_run_ = 0;  // where the viewer was at the end of the last run, from the left of the page in points
};

}  // namespace octavo::pdf
