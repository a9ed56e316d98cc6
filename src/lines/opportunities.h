#pragma once
// Where a text may be broken: Unicode's rules (UAX 14, by ICU), breaks inside code and addresses, soft
// hyphens, hyphenation.
#include <cstdint>
#include <string_view>
#include <vector>

#include "lines/collect.h"
#include "lines/lines.h"

namespace octavo::lines {

// From the kindest break to the least kind.
enum class Opportunity : std::uint8_t {
  space,        // after white space
  ideographs,   // between two characters of Chinese, Japanese or Korean
  dash,         // after a dash
  other,        // wherever else Unicode allows it
  hyphen,       // after a hyphen of the author's
  soft_hyphen,  // a hyphen is added where the author allowed it
  hyphenation,  // a hyphen is added where the dictionary allows it
  before_dash,
  punctuation,  // in code and addresses, after a punctuation mark
  hump,         // in code and addresses, between a small letter and a capital: "camel|Case"
  anywhere,     // in code and addresses
};

struct OpportunityPlace {
  std::uint32_t at = 0;  // the next line would begin here, bytes of the collected text
  Opportunity kind = Opportunity::space;
};

// All in ascending order, one for each place; forced breaks and the end of the text are not among them.
std::vector<OpportunityPlace> opportunities(const Collected& collected, const Paragraph& paragraph, LineRules& rules);
// The same and hyphenation's.
std::vector<OpportunityPlace> with_hyphenation(const std::vector<OpportunityPlace>& plain,
                                               const Collected& collected, const Paragraph& paragraph,
                                               glyphs::Hyphenation& hyphenation);

// Ideographs, kana and their punctuation: written without spaces, justified between any two.
bool is_wide(char32_t code_point);
char32_t code_point_before(std::string_view text, std::size_t at);  // 0 at the beginning

}  // namespace octavo::lines
