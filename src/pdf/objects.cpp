#include "pdf/objects.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace octavo::pdf {
namespace {

constexpr char digits[] = "0123456789ABCDEF";

constexpr auto regular = [] {
  std::array<bool, 256> table{};
  for (int byte = 0; byte < 256; ++byte)
    table[static_cast<std::size_t>(byte)] = byte > ' ' && std::string_view("()<>[]{}/%").find(static_cast<char>(byte)) == std::string_view::npos;
  return table;
}();

bool is_regular(char c) { return regular[static_cast<unsigned char>(c)]; }

void append_unit(std::string& text, std::uint32_t unit, int length = 2) {
  for (int shift = 8 * length - 4; shift >= 0; shift -= 4) text += digits[unit >> shift & 15];
}

std::int64_t thousandths(double value) {
  constexpr double far = 1e12;  // beyond any paper; keeps what is no number out of the file
  return std::isfinite(value) ? std::llround(std::clamp(value, -far, far) * 1000) : 0;
}

}  // namespace

double to_three_decimals(double value) { return static_cast<double>(thousandths(value)) / 1000; }

void Tokens::separate() {
  if (!text_.empty() && is_regular(text_.back())) text_ += ' ';
}

Tokens& Tokens::put(std::string_view piece) {
  if (!piece.empty() && is_regular(piece.front())) separate();
  text_ += piece;
  return *this;
}

Tokens& Tokens::integer(std::int64_t value) {
  char buffer[24];
  separate();
  text_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
  return *this;
}

Tokens& Tokens::number(double value) {
  separate();
  std::int64_t rest = thousandths(value);
  char buffer[32];
  char* end = buffer;
  if (rest < 0) {
    *end++ = '-';
    rest = -rest;
  }
  end = std::to_chars(end, buffer + sizeof buffer, rest / 1000).ptr;
  if (rest %= 1000; rest != 0) {
    *end++ = '.';
    for (std::int64_t unit = 100; rest != 0; unit /= 10) {
      *end++ = digits[rest / unit];
      rest %= unit;
    }
  }
  text_.append(buffer, end);
  return *this;
}

Tokens& Tokens::numbers(std::initializer_list<double> values) {
  for (const double value : values) number(value);
  return *this;
}

Tokens& Tokens::reference(Reference object) { return integer(object.number).put("0 R"); }

Tokens& Tokens::name(std::string_view bytes) {
  text_ += '/';
  for (const char c : bytes) {
    if (is_regular(c) && c != '#' && c > ' ' && c < 127) {
      text_ += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      text_ += {'#', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return *this;
}

Tokens& Tokens::literal(std::string_view bytes) {
  text_ += '(';
  for (const char c : bytes) append_escaped(text_, c);
  text_ += ')';
  return *this;
}

Tokens& Tokens::text(std::string_view utf8) {
  const bool is_ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= ' ' && c < 127; });
  return is_ascii ? literal(utf8) : utf16(utf8);
}

Tokens& Tokens::code(std::uint16_t value, int length) {
  text_ += '<';
  append_unit(text_, value, length);
  text_ += '>';
  return *this;
}

Tokens& Tokens::utf16(std::string_view utf8, Mark mark) {
  text_ += mark == Mark::with ? "<FEFF" : "<";
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [code_point, length] = base::decode(utf8, at);
    at += length;
    if (code_point < 0x10000) {
      append_unit(text_, code_point);
    } else {
      append_unit(text_, 0xD800 + ((code_point - 0x10000) >> 10));
      append_unit(text_, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
    }
  }
  text_ += '>';
  return *this;
}

}  // namespace octavo::pdf
