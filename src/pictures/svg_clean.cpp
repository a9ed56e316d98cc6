// A drawing made safe, by libxml2: cut down and written again.
#include <algorithm>
#include <memory>
#include <unordered_set>

#include "base/paths.h"
#include "pictures/pictures.h"
#include "pictures/svg_addresses.h"
#include "pictures/svg_tree.h"

namespace octavo::pictures {
namespace {

constexpr std::string_view xlink_space = "http://www.w3.org/1999/xlink";
constexpr std::string_view xhtml_space = "http://www.w3.org/1999/xhtml";
constexpr std::string_view mathml_space = "http://www.w3.org/1998/Math/MathML";
constexpr std::string_view epub_space = "http://www.idpf.org/2007/ops";

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// An animation writes the name with its prefix, whatever that is.
bool sets_href(const xmlNode* animation) {
  const XmlText name(xmlGetNoNsProp(animation, chars("attributeName")));
  return view(name).find("href") != std::string_view::npos;
}

bool is_forbidden(const xmlNode* element) {
  const std::string_view name = view(element->name);
  // What draws nothing in a picture, or what the book would have to announce.
  const bool is_strange = is_one_of(space_of(element->ns), {xhtml_space, mathml_space, epub_space});
  // A prefix that nobody declared stays in the name, and readers of EPUB refuse such a file.
  if (is_strange || name.find(':') != std::string_view::npos) return true;
  if (is_one_of(name, {"script", "foreignObject", "handler", "listener"})) return true;
  if (is_one_of(name, {"set", "animate", "animateColor", "animateMotion", "animateTransform"}))
    return sets_href(element);
  return name == "style" && is_outer_style(view(XmlText(xmlNodeGetContent(element))));
}

bool is_handler(std::string_view name) {
  return name.size() > 2 && (name[0] == 'o' || name[0] == 'O') && (name[1] == 'n' || name[1] == 'N');
}

// HTML's rule for data-*: a name, and no capitals.
bool is_odd_data(std::string_view name) {
  return name == "data-" ||
         (name.starts_with("data-") &&
          std::any_of(name.begin(), name.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; }));
}

bool is_forbidden(const xmlAttr* attribute, std::string_view value) {
  const std::string_view name = view(attribute->name);
  if (name.find(':') != std::string_view::npos || is_handler(name) || is_odd_data(name)) return true;
  if (name == "href" || name == "src") return !stays_inside(value);
  if (name == "base") return space_of(attribute->ns) == view(XML_XML_NAMESPACE);
  return name == "style" ? is_outer_style(value) : is_outer_value(value);
}

std::string_view from_first_letter(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

// Walks the tree of one drawing and leaves in it what a book may hold.
class Cleaner {
 public:
  explicit Cleaner(xmlNode* root) : root_(root) {
    if (!root->ns) svg_ = xmlNewNs(root, chars(svg_space), nullptr);
  }

  void clean() {
    clean(root_);
    settle_references(root_);
  }

 private:
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

  void clean_attributes(xmlNode* element) {
    for (xmlAttr *attribute = element->properties, *next = nullptr; attribute; attribute = next) {
      next = attribute->next;
      const std::string name(view(attribute->name));
      if (!attribute->ns && name.starts_with("xlink:")) {
        if (!xlink_) xlink_ = xmlNewNs(root_, chars(xlink_space), chars("xlink"));
        attribute->ns = xlink_;
        xmlNodeSetName(reinterpret_cast<xmlNode*>(attribute), chars(std::string_view(name).substr(6)));
      }
      const XmlText value = value_of(attribute);
      const bool is_id = !attribute->ns && name == "id";
      const bool is_bad_id =
          is_id && (xmlValidateNCName(value.get(), 0) != 0 || !ids_.emplace(view(value)).second);
      if (is_bad_id || is_forbidden(attribute, view(value))) xmlRemoveProp(attribute);
    }
  }

  // A reference to nothing is an error in an e-book, and what it referred to may just have been dropped.
  void settle_references(xmlNode* element) {
    for (xmlAttr *attribute = element->properties, *next = nullptr; attribute; attribute = next) {
      next = attribute->next;
      const std::string_view name = view(attribute->name);
      if (!is_one_of(name, {"href", "fill", "stroke"})) continue;
      const XmlText text = value_of(attribute);
      const std::string_view value = from_first_letter(view(text));
      if (name != "href") {
        const std::string paint = settled_paint(value);
        if (paint != value) xmlSetNsProp(element, attribute->ns, attribute->name, chars(paint));
      } else if (value.starts_with('#') && !is_known(value.substr(1))) {
        xmlRemoveProp(attribute);
      }
    }
    for (xmlNode* child = element->children; child; child = child->next)
      if (child->type == XML_ELEMENT_NODE) settle_references(child);
  }

  // `url(#a) red` if there is an a, else `red`. EPUBCheck takes quotes within the brackets for a part of the
  // name.
  std::string settled_paint(std::string_view paint) const {
    const std::size_t end = paint.find(')');
    if (!paint.starts_with("url(") || end == paint.npos) return std::string(paint);
    constexpr std::string_view around = " \t\r\n'\"";
    std::string_view address = paint.substr(4, end - 4);
    address.remove_prefix(std::min(address.find_first_not_of(around), address.size()));
    address = address.substr(0, address.find_last_not_of(around) + 1);
    const std::string_view instead = paint.substr(end + 1);
    if (address.starts_with('#') && is_known(address.substr(1)))
      return std::string("url(").append(address).append(")").append(instead);
    const std::string_view word = from_first_letter(instead);
    return std::string(word.empty() ? "none" : word);
  }

  static XmlText value_of(const xmlAttr* attribute) {
    return XmlText(xmlNodeListGetString(attribute->doc, attribute->children, 1));
  }
  bool is_known(std::string_view fragment) const { return ids_.contains(base::percent_decoded(fragment)); }

  xmlNode* root_;
  std::unordered_set<std::string> ids_;
  xmlNs* svg_ = nullptr;    // for elements without a name space, where the root has none
  xmlNs* xlink_ = nullptr;  // for `xlink:` that nobody declared
};

// The root and the comments around it, which often are its licence; what else stands there is dropped.
std::string written(xmlDoc* document) {
  if (!document->encoding)
    document->encoding = xmlStrdup(chars("UTF-8"));  // else letters are written as numbers
  const std::unique_ptr<xmlBuffer, XmlFree> buffer(xmlBufferCreate());
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
  const XmlDocument document = parsed_svg(bytes);
  if (!document) return std::nullopt;
  Cleaner(xmlDocGetRootElement(document.get())).clean();
  return written(document.get());
}

}  // namespace octavo::pictures
