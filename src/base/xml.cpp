#include "base/xml.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace octavo::base {
namespace {

// The bytes that may not stand as they are, or not without a closer look: what has an entity, controls, and what is not ASCII.
using Marks = std::array<bool, 256>;
constexpr Marks marked(std::string_view with_entities) {
  Marks marks{};
  for (std::size_t byte = 0; byte < marks.size(); ++byte) marks[byte] = byte < 0x20 || byte >= 0x80;
  for (const char white : {'\t', '\n', '\r'}) marks[static_cast<unsigned char>(white)] = false;
  for (const char c : with_entities) marks[static_cast<unsigned char>(c)] = true;
  return marks;
}
constexpr Marks in_text = marked("&<>"), in_value = marked("&<>\"'");

std::string_view entity(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&apos;";
    default: return {};
  }
}

// Of what is not ASCII, the production Char of XML 1.0 leaves out but these; and a byte that is no UTF-8 is no character at all.
bool may_stand(const Decoded& decoded) {
  const bool is_bad_byte = decoded.code_point == 0xFFFD && decoded.length == 1;
  return decoded.code_point >= 0x80 && decoded.code_point != 0xFFFE && decoded.code_point != 0xFFFF && !is_bad_byte;
}

void append_escaped(std::string& written, std::string_view text, const Marks& marks) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!marks[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const Decoded decoded = decode(text, at);
    if (!may_stand(decoded)) {
      const std::string_view known = entity(text[at]);
      written.append(text, kept, at - kept).append(known.empty() ? "\uFFFD" : known);
      kept = at + decoded.length;
    }
    at += decoded.length;
  }
  written.append(text, kept);
}

}  // namespace

void XmlWriter::end_start_tag() {
  if (std::exchange(is_in_start_tag_, false)) written_ += '>';
}

void XmlWriter::declaration(std::string_view doctype) {
  written_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  if (!doctype.empty()) written_.append("<!DOCTYPE ").append(doctype).append(">\n");
}

void XmlWriter::open(std::string_view element) {
  end_start_tag();
  written_.append("<").append(elements_.emplace_back(element));
  is_in_start_tag_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  written_.append(" ").append(name).append("=\"");
  append_escaped(written_, value, in_value);
  written_ += '"';
}

void XmlWriter::text(std::string_view text) {
  end_start_tag();
  append_escaped(written_, text, in_text);
}

void XmlWriter::close() {
  if (std::exchange(is_in_start_tag_, false)) written_ += "/>";
  else written_.append("</").append(elements_.back()).append(">");
  elements_.pop_back();
}

void XmlWriter::line() {
  end_start_tag();
  written_ += '\n';
}

void XmlWriter::element(std::string_view name, std::string_view content) {
  open(name);
  text(content);
  close();
}

std::string XmlWriter::take() { return std::exchange(written_, {}); }

}  // namespace octavo::base
