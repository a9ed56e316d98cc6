#pragma once
// An SVG as a tree of libxml2's, parsed without net or files.
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <string_view>

namespace octavo::pictures {

struct XmlFree {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};
using XmlDocument = std::unique_ptr<xmlDoc, XmlFree>;
using XmlText = std::unique_ptr<xmlChar, XmlFree>;

constexpr std::string_view svg_space = "http://www.w3.org/2000/svg";

inline std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}
inline std::string_view view(const XmlText& text) { return view(text.get()); }
inline const xmlChar* chars(std::string_view literal) { return reinterpret_cast<const xmlChar*>(literal.data()); }
inline std::string_view space_of(const xmlNs* space) { return space ? view(space->href) : std::string_view(); }

// Null if it is not well-formed or its root is no <svg>. No deeper than 256 elements, so that walking it by recursion is safe.
XmlDocument parsed_svg(std::string_view bytes);

}  // namespace octavo::pictures
