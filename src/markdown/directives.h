#pragma once
// mdBook's directives in a text: {{#include path:lines}} and its kin, wherever they stand, in code too.
#include <cstdint>
#include <string_view>
#include <vector>

namespace octavo::markdown {

enum class DirectiveKind {
  include,
  rustdoc_include,
  playground,
  title,
  escape,  // the backslash alone, before a directive that is to be read as it stands
};

struct Directive {
  DirectiveKind kind = DirectiveKind::include;
  std::uint32_t begin = 0, end = 0;
  std::string_view path;        // as written
  std::string_view selection;   // behind the path's colon; "" is all of it
  std::string_view attributes;  // of a playground, parted by white space
  std::string_view title;
};

// In order. A directive ends on the line it begins on; what names none of those above is text. Linear in the
// length of the text.
std::vector<Directive> directives(std::string_view text);

}  // namespace octavo::markdown
