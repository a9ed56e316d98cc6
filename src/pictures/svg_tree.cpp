#include "pictures/svg_tree.h"

namespace octavo::pictures {
namespace {

constexpr std::size_t longest_entity = 256;  // bytes

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

}  // namespace

XmlDocument parsed_svg(std::string_view bytes) {
  if (bytes.size() > 0x7FFFFFFF) return nullptr;
  const std::unique_ptr<xmlParserCtxt, XmlFree> context(xmlNewParserCtxt());
  if (!context) return nullptr;
  context->sax->entityDecl = declare_entity;
  // Without XML_PARSE_HUGE libxml2 ends at a depth of 256 elements.
  XmlDocument document(
      xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                        XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  const xmlNode* root = context->wellFormed && document ? xmlDocGetRootElement(document.get()) : nullptr;
  const bool is_svg = root && view(root->name) == "svg" && (!root->ns || space_of(root->ns) == svg_space);
  return is_svg ? std::move(document) : nullptr;
}

}  // namespace octavo::pictures
