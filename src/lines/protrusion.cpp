#include "lines/protrusion.h"

#include <string_view>

namespace octavo::lines {
namespace {

constexpr std::u32string_view quotes = U"\"'\u2018\u2019\u201A\u201C\u201D\u201E\u2039\u203A\u00AB\u00BB";
constexpr std::u32string_view dashes = U"\u2013\u2014";
constexpr std::u32string_view hyphens = U"-\u2010\u2011";
constexpr std::u32string_view stops = U".,";
constexpr std::u32string_view colons = U":;";

bool is_one_of(char32_t code_point, std::u32string_view all) { return all.find(code_point) != all.npos; }

}  // namespace

float hang_at_start(char32_t code_point) {
  if (is_one_of(code_point, quotes)) return 0.6f;
  return is_one_of(code_point, dashes) ? 0.3f : 0;
}

float hang_at_end(char32_t code_point) {
  if (is_one_of(code_point, stops)) return 0.7f;
  if (is_one_of(code_point, hyphens)) return 0.6f;
  return is_one_of(code_point, colons) ? 0.4f : hang_at_start(code_point);
}

}  // namespace octavo::lines
