#include "base/xml.h"

#include <tinyxml2.h>

#include <deque>

#include "base/utf8.h"

namespace octavo::base {

namespace {

// The production Char of XML 1.0.
bool may_stand_in_xml(char32_t code_point) {
  if (code_point < 0x20) return code_point == '\t' || code_point == '\n' || code_point == '\r';
  return code_point != 0xFFFE && code_point != 0xFFFF;
}

// Opens the two things of the printer that a streaming writer needs and its public face lacks.
struct Printer : tinyxml2::XMLPrinter {
  Printer() : XMLPrinter(nullptr, true) {}
  void line() {
    SealElementIfJustOpened();
    Putc('\n');
  }
};

}  // namespace

struct XmlWriter::State {
  Printer printer;
  std::deque<std::string> elements;  // the printer keeps pointers to the names of what is open
  std::string name;
  std::string clean;  // the printer wants strings that end in a null

  const char* cleaned(std::string_view text) {
    clean.clear();
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size();) {
      const Decoded decoded = decode(text, at);
      const bool bad_byte = decoded.code_point == 0xFFFD && decoded.length == 1;
      if (bad_byte || !may_stand_in_xml(decoded.code_point)) {
        clean.append(text, kept, at - kept).append("\uFFFD");
        kept = at + decoded.length;
      }
      at += decoded.length;
    }
    return clean.append(text, kept).c_str();
  }
};

XmlWriter::XmlWriter() : state_(std::make_unique<State>()) {}
XmlWriter::~XmlWriter() = default;

void XmlWriter::declaration(std::string_view doctype) {
  state_->printer.PushDeclaration("xml version=\"1.0\" encoding=\"UTF-8\"");
  state_->printer.line();
  if (doctype.empty()) return;
  state_->printer.PushUnknown(("DOCTYPE " + std::string(doctype)).c_str());
  state_->printer.line();
}

void XmlWriter::open(std::string_view element) {
  state_->printer.OpenElement(state_->elements.emplace_back(element).c_str(), true);
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  state_->name = name;
  state_->printer.PushAttribute(state_->name.c_str(), state_->cleaned(value));
}

void XmlWriter::text(std::string_view text) { state_->printer.PushText(state_->cleaned(text)); }

void XmlWriter::close() {
  state_->printer.CloseElement(true);
  state_->elements.pop_back();
}

void XmlWriter::line() { state_->printer.line(); }

void XmlWriter::element(std::string_view name, std::string_view content) {
  open(name);
  text(content);
  close();
}

std::size_t XmlWriter::size() const { return static_cast<std::size_t>(state_->printer.CStrSize()) - 1; }

std::string XmlWriter::take() {
  std::string written(state_->printer.CStr(), size());
  state_->printer.ClearBuffer();
  return written;
}

}  // namespace octavo::base
