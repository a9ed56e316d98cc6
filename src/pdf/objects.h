#pragma once
// PDF objects as text (ISO 32000-1, 7.3): numbers, strings and references, one after the other.
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace octavo::pdf {

// The number of an indirect object; 0 is none.
struct Reference {
  std::uint32_t number = 0;
  explicit operator bool() const { return number != 0; }
};

// Text of PDF put together piece by piece. A space is set only between two pieces that would otherwise run
// together: Tokens("/Length").integer(5).put("/Type/XObject") is "/Length 5/Type/XObject".
class Tokens {
 public:
  Tokens() = default;
  explicit Tokens(std::string_view start) : text_(start) {}

  Tokens& put(std::string_view piece);
  Tokens& integer(std::int64_t value);
  Tokens& number(double value);  // at most three decimals, never an exponent
  Tokens& numbers(std::initializer_list<double> values);
  Tokens& reference(Reference object);
  Tokens& name(std::string_view bytes);     // with its slash; irregular characters as #xx
  Tokens& literal(std::string_view bytes);  // a byte string in parentheses
  Tokens& text(std::string_view utf8);      // a text string: ASCII, or UTF-16 with a byte order mark
  Tokens& code(std::uint16_t value, int length);  // <41> of one byte, <0041> of two
  // <FEFF...> with the mark, <...> without. Both ways a hexadecimal string.
  enum class Mark { with, without };
  Tokens& utf16(std::string_view utf8, Mark mark = Mark::with);

  std::string& bytes() { return text_; }
  const std::string& bytes() const { return text_; }

 private:
  void separate();
  std::string text_;
};

// A byte of a literal string, escaped where it must be.
inline void append_escaped(std::string& text, char byte) {
  if (byte == '(' || byte == ')' || byte == '\\') text += '\\';
  if (byte == '\r') {
    text += "\\r";  // a bare carriage return would be read as a line feed
  } else {
    text += byte;
  }
}

// What number() makes of a value: content is positioned relative to what was written, not to what was meant.
double to_three_decimals(double value);

}  // namespace octavo::pdf
