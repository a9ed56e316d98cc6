#pragma once
// Forms of links and embeds that only another program understands.
#include <cstddef>
#include <string_view>

namespace octavo::markdown {

enum class Foreign {
  logseq_block,  // ((64f1c2d4-...))
  logseq_embed,  // {{embed [[page]]}}
  foam_embed,    // content![[note]]
};

// Of "((64f1c2d4-...))" at the head of the text, or 0. Other double parentheses are the author's own.
std::size_t block_reference_length(std::string_view text);
// Whether the word is one of Foam's before an embed: "content", "full-inline".
bool is_embed_manner(std::string_view word);

}  // namespace octavo::markdown
