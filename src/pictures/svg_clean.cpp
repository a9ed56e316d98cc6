// A drawing made safe, by libxml2: parsed without net or files, cut down, written again.
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"
#include "pictures/pictures.h"

namespace octavo::pictures {
namespace {

constexpr std::string_view svg_space = "http://www.w3.org/2000/svg";
constexpr std::string_view xlink_space = "http://www.w3.org/1999/xlink";
constexpr std::string_view xhtml_space = "http://www.w3.org/1999/xhtml";
constexpr std::size_t longest_entity = 256;  // bytes

struct Free {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};
using Document = std::unique_ptr<xmlDoc, Free>;
using Text = std::unique_ptr<xmlChar, Free>;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}
std::string_view view(const Text& text) { return view(text.get()); }
const xmlChar* chars(std::string_view literal) { return reinterpret_cast<const xmlChar*>(literal.data()); }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return result;
}

bool is_space(char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }

// Drawing programs abbreviate name spaces by entities; those are short and plain. Whatever refers to more
// markup, to other entities or to a file is never declared, so a use of it is an error: nothing can grow and
// nothing outside is read.
void declare_entity(void* context, const xmlChar* name, int type, const xmlChar* public_id,
                    const xmlChar* system_id, xmlChar* content) {
  const std::string_view value = view(content);
  if (type != XML_INTERNAL_GENERAL_ENTITY || value.size() > longest_entity ||
      value.find_first_of("&<") != std::string_view::npos)
    return;
  xmlSAX2EntityDecl(context, name, type, public_id, system_id, content);
}

// Without XML_PARSE_HUGE libxml2 ends at a depth of 256 elements, so walking the tree by recursion is safe.
Document parsed(std::string_view bytes) {
  if (bytes.size() > 0x7FFFFFFF) return nullptr;
  const std::unique_ptr<xmlParserCtxt, Free> context(xmlNewParserCtxt());
  if (!context) return nullptr;
  context->sax->entityDecl = declare_entity;
  Document document(
      xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                        XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  return context->wellFormed ? std::move(document) : nullptr;
}

bool is_raster_data(std::string_view address) {
  constexpr std::array<std::string_view, 5> types = {"png", "jpeg", "jpg", "gif", "webp"};
  const std::string start = lower(address.substr(0, 32));
  return std::any_of(types.begin(), types.end(), [&](std::string_view type) {
    const std::string wanted = "data:image/" + std::string(type);
    return start.starts_with(wanted) && start.size() > wanted.size() &&
           (start[wanted.size()] == ';' || start[wanted.size()] == ',');
  });
}

bool stays_inside(std::string_view address) {
  while (!address.empty() && is_space(address.front())) address.remove_prefix(1);
  return address.starts_with('#') || is_raster_data(address);
}

// CSS with its escapes resolved (CSS Syntax 3, 4.3.7) and in small letters, so that `\75RL(` is read as what
// it is.
std::string plain_css(std::string_view css) {
  std::string plain;
  plain.reserve(css.size());
  for (std::size_t at = 0; at < css.size();) {
    if (css[at] != '\\') {
      plain += css[at++];
      continue;
    }
    char32_t code = 0;
    std::size_t digits = 0;
    for (++at; at < css.size() && digits < 6; ++at, ++digits) {
      const char letter = css[at];
      const int value = letter >= '0' && letter <= '9'   ? letter - '0'
                        : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10
                        : letter >= 'A' && letter <= 'F' ? letter - 'A' + 10
                                                         : -1;
      if (value < 0) break;
      code = code * 16 + static_cast<char32_t>(value);
    }
    if (digits == 0) continue;  // what stands behind the backslash stands for itself
    if (at < css.size() && is_space(css[at])) ++at;
    base::append(plain, code > 0x10FFFF ? 0xFFFD : code);
  }
  return lower(plain);
}

// True if a url() in it would have something fetched. Fonts and raster pictures inside the file are no
// fetching.
bool has_outer_url(std::string_view css) {
  for (std::size_t at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at)) {
    at += 4;
    while (at < css.size() && (is_space(css[at]) || css[at] == '"' || css[at] == '\'')) ++at;
    const std::string_view address = css.substr(at);
    const bool is_font = address.starts_with("data:font/") || address.starts_with("data:application/font") ||
                         address.starts_with("data:application/x-font");
    if (!is_font && !stays_inside(address)) return true;
  }
  return false;
}

// Any attribute may be one of those that take url(): fill, filter, mask, cursor and more to come.
bool is_outer_value(std::string_view value) {
  return value.find_first_of("(\\") != std::string_view::npos && has_outer_url(plain_css(value));
}

// Besides url(), these fetch what a plain string names.
bool is_outer_style(std::string_view style) {
  const std::string css = plain_css(style);
  for (const std::string_view word : {"@import", "image-set(", "image(", "src("})
    if (css.find(word) != std::string::npos) return true;
  return has_outer_url(css);
}

std::string_view space_of(const xmlNs* space) { return space ? view(space->href) : std::string_view(); }

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// An animation writes the name with its prefix, whatever that is.
bool sets_href(const xmlNode* animation) {
  const Text name(xmlGetNoNsProp(animation, chars("attributeName")));
  return lower(view(name)).find("href") != std::string::npos;
}

bool is_forbidden(const xmlNode* element) {
  const std::string_view name = view(element->name);
  // A prefix that nobody declared stays in the name, and readers of EPUB refuse such a file.
  if (name.find(':') != std::string_view::npos || space_of(element->ns) == xhtml_space) return true;
  if (is_one_of(name, {"script", "foreignObject", "handler", "listener"})) return true;
  if (is_one_of(name, {"set", "animate", "animateColor", "animateMotion", "animateTransform"}))
    return sets_href(element);
  return name == "style" && is_outer_style(view(Text(xmlNodeGetContent(element))));
}

bool is_forbidden(const xmlAttr* attribute, std::string_view value) {
  const std::string name = lower(view(attribute->name));
  if (name.find(':') != std::string::npos || name.starts_with("on")) return true;
  if (name == "href" || name == "src") return !stays_inside(value);
  if (name == "base") return space_of(attribute->ns) == view(XML_XML_NAMESPACE);
  return name == "style" ? is_outer_style(value) : is_outer_value(value);
}

// Walks the tree of one drawing and leaves in it what a book may hold.
class Cleaner {
 public:
  explicit Cleaner(xmlNode* root) : root_(root) {
    if (!root->ns) svg_ = xmlNewNs(root, chars(svg_space), nullptr);
  }

  void clean(xmlNode* element) {
    if (!element->ns) element->ns = svg_;
    clean_attributes(element);
    for (xmlNode *child = element->children, *next = nullptr; child; child = next) {
      next = child->next;
      const bool is_element = child->type == XML_ELEMENT_NODE;
      const bool is_text = child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE ||
                           child->type == XML_COMMENT_NODE;
      if (is_text) continue;
      if (is_element && !is_forbidden(child)) {
        clean(child);
      } else {
        xmlUnlinkNode(child);
        xmlFreeNode(child);
      }
    }
  }

 private:
  void clean_attributes(xmlNode* element) {
    for (xmlAttr *attribute = element->properties, *next = nullptr; attribute; attribute = next) {
      next = attribute->next;
      const std::string name(view(attribute->name));
      if (!attribute->ns && name.starts_with("xlink:")) {
        if (!xlink_) xlink_ = xmlNewNs(root_, chars(xlink_space), chars("xlink"));
        attribute->ns = xlink_;
        xmlNodeSetName(reinterpret_cast<xmlNode*>(attribute), chars(std::string_view(name).substr(6)));
      }
      const Text value(xmlNodeListGetString(element->doc, attribute->children, 1));
      if (is_forbidden(attribute, view(value))) xmlRemoveProp(attribute);
    }
  }

  xmlNode* root_;
  xmlNs* svg_ = nullptr;    // for elements without a name space, where the root has none
  xmlNs* xlink_ = nullptr;  // for `xlink:` that nobody declared
};

// The root and the comments around it, which often are its licence; what else stands there is dropped.
std::string written(xmlDoc* document) {
  if (!document->encoding)
    document->encoding = xmlStrdup(chars("UTF-8"));  // else letters are written as numbers
  const std::unique_ptr<xmlBuffer, Free> buffer(xmlBufferCreate());
  xmlBufferSetAllocationScheme(buffer.get(), XML_BUFFER_ALLOC_DOUBLEIT);
  for (xmlNode* node = document->children; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE && node->type != XML_COMMENT_NODE) continue;
    xmlNodeDump(buffer.get(), document, node, 0, 0);
    xmlBufferCat(buffer.get(), chars("\n"));
  }
  std::string svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  return svg.append(view(xmlBufferContent(buffer.get())));
}

}  // namespace

std::optional<std::string> cleaned_svg(std::string_view bytes) {
  const Document document = parsed(bytes);
  xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (!root || view(root->name) != "svg" || (root->ns && space_of(root->ns) != svg_space))
    return std::nullopt;
  Cleaner(root).clean(root);
  return written(document.get());
}

}  // namespace octavo::pictures
