#include "markdown/html_tree.h"

#include <gumbo.h>

#include <memory>

#include "markdown/html_clean.h"
#include "markdown/html_elements.h"

namespace octavo::markdown {

namespace {

struct Children {
  const GumboVector& nodes;
  GumboNode** begin() const { return reinterpret_cast<GumboNode**>(nodes.data); }
  GumboNode** end() const { return begin() + nodes.length; }
};

void add_children(const GumboElement& element, HtmlNode& parent);

void add(const GumboNode& node, HtmlNode& parent) {
  HtmlNode result;
  if (node.type == GUMBO_NODE_ELEMENT) {
    const GumboElement& element = node.v.element;
    result.offset = element.start_pos.offset;
    // Only the placeholder is an element that the parser does not know.
    const bool is_known = element.tag != GUMBO_TAG_UNKNOWN;
    result.tag.name = is_known ? gumbo_normalized_tagname(element.tag) : CleanHtml::placeholder;
    for (unsigned int i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      result.tag.attributes.emplace_back(attribute->name, attribute->value);
    }
    add_children(element, result);
  } else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
    result.offset = node.v.text.start_pos.offset;
    result.text = node.v.text.text;
    for (char& c : result.text) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) c = ' ';
    }
  } else {
    return;
  }
  const std::string& name = result.tag.name;
  parent.holds_blocks = parent.holds_blocks || result.holds_blocks || name == CleanHtml::placeholder ||
                        (!name.empty() && element_kind(name) == ElementKind::block);
  parent.children.push_back(std::move(result));
}

void add_children(const GumboElement& element, HtmlNode& parent) {
  for (const GumboNode* child : Children{element.children}) add(*child, parent);
}

}  // namespace

HtmlNode html_tree(const std::string& html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_DIV;
  const auto free = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(free)> output(
      gumbo_parse_with_options(&options, html.data(), html.size()), free);
  HtmlNode root;
  add_children(output->root->v.element, root);
  return root;
}

}  // namespace octavo::markdown
