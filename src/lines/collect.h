#pragma once
// The pieces of a paragraph as one text: in come Words, boxes, marks; out comes UTF-8 with white space
// collapsed (or, in code, kept and tabs expanded), stretches of one style and tag that cover it without gaps,
// and the places of everything that is no letter.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace octavo::lines {

struct Stretch {
  std::uint32_t begin = 0, end = 0;  // bytes of Collected::text
  std::uint32_t style = 0;
  Tag tag = 0;
};

enum class ObjectKind : std::uint8_t { box, fill, forced_break };

// Stands in the text as one character of three bytes, chosen so that Unicode's rules treat it as what it is.
struct Object {
  std::uint32_t at = 0;
  ObjectKind kind = ObjectKind::box;
  std::uint32_t piece =
      0;  // into Paragraph::pieces; unused for forced breaks, which may come from a newline in code
  bool is_full = false;  // as ForcedBreak has it
};
constexpr std::uint32_t object_length = 3;
inline constexpr std::string_view break_character = "\u2028";  // unlike a newline it does not end a bidi paragraph

struct MarkPlace {
  std::uint32_t at = 0;
  std::uint32_t id = 0;
  bool before_call = false;  // what follows does not count: a note call, which must not be torn from its word
};

struct Collected {
  std::string text;
  std::vector<Stretch> stretches;
  std::vector<Object> objects;
  std::vector<MarkPlace> marks;
  std::vector<std::uint32_t>
      soft_hyphens;  // where a U+00AD stood; it is not in the text, so that words are shaped whole

  // Bytes of counting source text before a place of the collected text.
  std::uint32_t counted(std::uint32_t at) const;

  struct Count {
    std::uint32_t at = 0;      // from here on ...
    std::uint32_t before = 0;  // ... this many counting bytes came before ...
    bool counts = false;       // ... and each byte counts one
  };
  std::vector<Count> counts;
};

Collected collect(const Paragraph& paragraph);

}  // namespace octavo::lines
