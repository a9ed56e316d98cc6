// Text to stretches of one script and one direction: ICU's bidi algorithm (UAX 9), HarfBuzz's script property
// (UAX 24).
#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/bytes.h"
#include "base/failure.h"
#include "base/utf8.h"
#include "glyphs/glyphs.h"
#include "glyphs/shape.h"

namespace octavo::glyphs {
namespace {

struct Closed {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// Gives common characters (punctuation, digits, marks) the script before them, closing brackets that of the
// opening one (UAX 24, section 5.1).
class ScriptRuns {
 public:
  hb_script_t next(char32_t c) {
    hb_script_t script = script_of(c);
    if (script == HB_SCRIPT_COMMON) {
      script = current_;
      const auto code_point = static_cast<UChar32>(c);
      const int kind = c < 0x80 && !is_bracket(c)
                           ? U_BPT_NONE
                           : u_getIntPropertyValue(code_point, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
      if (kind == U_BPT_OPEN) open(static_cast<char32_t>(u_getBidiPairedBracket(code_point)));
      if (kind == U_BPT_CLOSE) script = close(c);
    }
    return current_ = script;
  }

 private:
  struct Bracket {
    char32_t closing;
    hb_script_t script;
  };
  static bool is_bracket(char32_t c) {
    return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}';
  }

  void open(char32_t closing) {
    if (depth_ == brackets_.size()) {  // the outermost are forgotten, so that hostile nesting costs nothing
      std::shift_left(brackets_.begin(), brackets_.end(), 1);
      --depth_;
    }
    brackets_[depth_++] = {closing, current_};
  }

  hb_script_t close(char32_t c) {
    for (std::size_t at = depth_; at-- > 0;)
      if (brackets_[at].closing == c) {
        depth_ = at;
        return brackets_[at].script == HB_SCRIPT_COMMON ? current_ : brackets_[at].script;
      }
    return current_;
  }

  hb_script_t current_ = HB_SCRIPT_COMMON;
  std::array<Bracket, 32> brackets_;
  std::size_t depth_ = 0;
};

// Whether it can make part of a text run right to left: letters and digits of the blocks set aside for such
// scripts, and the controls.
bool turns(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  return within(0x590, 0x8FF) || c == 0x200F || c == 0x202B || c == 0x202E || c == 0x2067 ||
         within(0xFB1D, 0xFDFF) || within(0xFE70, 0xFEFF) || within(0x10800, 0x10FFF) ||
         within(0x1E800, 0x1EFFF);
}

// The usual text has nothing that turns, and need not go through the algorithm.
bool may_turn(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (static_cast<unsigned char>(text[at]) >= 0xD6 && turns(base::decode(text, at).code_point)) return true;
  return false;
}

// Most texts are all of one script, and have a letter that says so.
bool is_all_latin(std::string_view text) {
  for (std::size_t at = base::ascii_length(text); at < text.size(); at += base::ascii_length(text, at)) {
    const auto [c, length] = base::decode(text, at);
    const hb_script_t script = script_of(c);
    if ((script != HB_SCRIPT_LATIN && script != HB_SCRIPT_COMMON) || turns(c)) return false;
    at += length;
  }
  return std::ranges::any_of(text, base::is_ascii_letter);
}

// The level of every byte. ICU works in UTF-16, so its levels are spread over the bytes each unit came from.
std::vector<std::uint8_t> levels_of(std::string_view text, Direction base) {
  std::u16string units;
  std::vector<std::uint32_t> starts;  // of each unit, in bytes
  units.reserve(text.size());
  starts.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = base::decode(text, at);
    if (c > 0xFFFF) {
      units += static_cast<char16_t>(0xD7C0 + (c >> 10));
      units += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
      starts.push_back(static_cast<std::uint32_t>(at));
    } else {
      units += static_cast<char16_t>(c);
    }
    starts.push_back(static_cast<std::uint32_t>(at));
    at += length;
  }
  starts.push_back(static_cast<std::uint32_t>(text.size()));

  const std::unique_ptr<UBiDi, Closed> bidi(ubidi_open());
  UErrorCode error = U_ZERO_ERROR;
  const UBiDiLevel paragraph = base == Direction::left_to_right   ? 0
                               : base == Direction::right_to_left ? 1
                                                                  : UBIDI_DEFAULT_LTR;
  ubidi_setPara(bidi.get(), units.data(), static_cast<std::int32_t>(units.size()), paragraph, nullptr,
                &error);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &error);
  if (U_FAILURE(error))
    throw base::Failure("ICU cannot find the direction of a text: " + std::string(u_errorName(error)));

  std::vector<std::uint8_t> result(text.size());
  for (std::size_t unit = 0; unit < units.size(); ++unit)
    std::fill(result.begin() + starts[unit], result.begin() + starts[unit + 1], levels[unit]);
  return result;
}

}  // namespace

std::vector<Item> itemize(std::string_view text, Direction base) {
  if (base != Direction::right_to_left && is_all_latin(text))
    return {{.begin = 0, .end = static_cast<std::uint32_t>(text.size()), .level = 0, .script = HB_SCRIPT_LATIN}};
  const bool is_plain = base != Direction::right_to_left && !may_turn(text);
  const std::vector<std::uint8_t> levels = is_plain ? std::vector<std::uint8_t>{} : levels_of(text, base);
  std::vector<Item> items;
  ScriptRuns scripts;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = base::decode(text, at);
    const std::uint8_t level = is_plain ? 0 : levels[at];
    const std::uint32_t script = scripts.next(c);
    const bool fits = !items.empty() && items.back().level == level &&
                      (items.back().script == script || items.back().script == HB_SCRIPT_COMMON);
    if (!fits)
      items.push_back({.begin = static_cast<std::uint32_t>(at), .end = 0, .level = level, .script = script});
    at += length;
    items.back().end = static_cast<std::uint32_t>(at);
    items.back().script = script;  // common characters at the start wait for the first real script
  }
  return items;
}

// From the highest level down to the lowest odd one, what is at least of that level is turned round.
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels) {
  std::vector<std::uint32_t> order(levels.size());
  std::uint8_t highest = 0, lowest_odd = 255;
  for (std::uint32_t at = 0; at < levels.size(); ++at) {
    order[at] = at;
    highest = std::max(highest, levels[at]);
    if (levels[at] % 2 == 1) lowest_odd = std::min(lowest_odd, levels[at]);
  }
  for (auto level = highest; level >= lowest_odd; --level) {
    const auto reaches = [&](std::uint32_t index) { return levels[index] >= level; };
    for (auto begin = order.begin(); begin != order.end();) {
      begin = std::find_if(begin, order.end(), reaches);
      const auto end = std::find_if_not(begin, order.end(), reaches);
      std::reverse(begin, end);
      begin = end;
    }
  }
  return order;
}

}  // namespace octavo::glyphs
