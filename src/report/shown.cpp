#include "report/shown.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace octavo::report {

bool is_dangerous(char32_t code_point) {
  const bool bidirectional =
      (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
  return bidirectional || u_charType(static_cast<UChar32>(code_point)) == U_CONTROL_CHAR;
}

void append_shown(std::string& out, char32_t code_point) {
  base::append(out, is_dangerous(code_point) && code_point != '\t' ? 0xFFFD : code_point);
}

void append_message(std::string& out, std::string_view message) {
  for (std::size_t at = 0; at < message.size();) {
    const base::Decoded decoded = base::decode(message, at);
    append_shown(out, decoded.code_point == '\t' ? ' ' : decoded.code_point);
    at += decoded.length;
  }
}

}  // namespace octavo::report
