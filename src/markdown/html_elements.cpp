#include "markdown/html_elements.h"

#include <gumbo.h>

#include <string>

#include "base/word_list.h"

namespace octavo::markdown {

namespace {

constexpr std::string_view words =
    "a abbr b br cite code del dfn em i img ins kbd mark picture q s samp small source span strike strong "
    "sub "
    "sup time tt u data var wbr";
constexpr std::string_view plain_blocks =
    "address article aside center div footer header li main nav ol p section ul";
constexpr std::string_view blocks =
    "blockquote caption col colgroup dd details dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr listing pre "
    "summary table tbody td tfoot th thead tr";
constexpr std::string_view table_parts = "caption col colgroup tbody td tfoot th thead tr";
constexpr std::string_view lost_blocks =
    "body dialog dir fieldset form frameset hgroup html legend menu optgroup option plaintext search xmp";
constexpr std::string_view mute =
    "applet audio canvas datalist head iframe math noembed noframes noscript object script select style svg "
    "template textarea title video";
constexpr std::string_view empty =
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr";
// Elements of today's HTML that the parser is too old to know.
constexpr std::string_view late = "dialog picture search slot";

constexpr std::string_view attributes =
    "align alt caption class colspan dir file-name height href id lang name number open rowspan src start "
    "style title width";

}  // namespace

ElementKind element_kind(std::string_view name) {
  if (base::is_among(name, words)) return ElementKind::words;
  if (base::is_among(name, plain_blocks) || base::is_among(name, blocks)) return ElementKind::block;
  if (base::is_among(name, lost_blocks)) return ElementKind::lost_block;
  if (base::is_among(name, mute)) return ElementKind::mute;
  if (base::is_among(name, late)) return ElementKind::lost_words;
  const bool is_known = gumbo_tag_enum(std::string(name).c_str()) != GUMBO_TAG_UNKNOWN;
  return is_known ? ElementKind::lost_words : ElementKind::unknown;
}

bool is_void(std::string_view name) { return base::is_among(name, empty); }
bool is_table_part(std::string_view name) { return base::is_among(name, table_parts); }
bool is_plain_block(std::string_view name) { return base::is_among(name, plain_blocks); }
bool is_kept_attribute(std::string_view name) { return base::is_among(name, attributes); }

}  // namespace octavo::markdown
