#pragma once
// What HarfBuzz calls as it walks along an outline.
#include "glyphs/face.h"

namespace octavo::glyphs {

// The outline given with it has move_to, line_to, quadratic_to, cubic_to and close.
template <class Outline>
class Steps {
 public:
  Steps() : steps_(hb_draw_funcs_create()) {
    hb_draw_funcs_t* all = steps_.get();
    hb_draw_funcs_set_move_to_func(
        all, [](Self, void* outline, State, float x, float y, void*) { at(outline).move_to(x, y); }, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        all, [](Self, void* outline, State, float x, float y, void*) { at(outline).line_to(x, y); }, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(
        all, [](Self, void* outline, State, float x1, float y1, float x, float y, void*) { at(outline).quadratic_to(x1, y1, x, y); }, nullptr,
        nullptr);
    hb_draw_funcs_set_cubic_to_func(
        all,
        [](Self, void* outline, State, float x1, float y1, float x2, float y2, float x, float y, void*) {
          at(outline).cubic_to(x1, y1, x2, y2, x, y);
        },
        nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(all, [](Self, void* outline, State, void*) { at(outline).close(); }, nullptr, nullptr);
  }
  hb_draw_funcs_t* get() const { return steps_.get(); }

 private:
  using Self = hb_draw_funcs_t*;
  using State = hb_draw_state_t*;
  static Outline& at(void* outline) { return *static_cast<Outline*>(outline); }
  std::unique_ptr<hb_draw_funcs_t, Destroy<hb_draw_funcs_destroy>> steps_;
};

}  // namespace octavo::glyphs
