#include "markdown/foreign.h"

namespace octavo::markdown {

std::size_t block_reference_length(std::string_view text) {
  constexpr std::string_view form = "((xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx))";
  if (text.size() < form.size()) return 0;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char given = text[i], small = static_cast<char>(given | 0x20);
    const bool is_hexadecimal = (given >= '0' && given <= '9') || (small >= 'a' && small <= 'f');
    if (form[i] == 'x' ? !is_hexadecimal : given != form[i]) return 0;
  }
  return form.size();
}

bool is_embed_manner(std::string_view word) {
  const auto dash = word.find('-');
  const auto scope = word.substr(0, dash), style = dash == word.npos ? word : word.substr(dash + 1);
  const bool has_scope = scope == "full" || scope == "content", has_style = style == "card" || style == "inline";
  return dash == word.npos ? has_scope || has_style : has_scope && has_style;
}

}  // namespace octavo::markdown
