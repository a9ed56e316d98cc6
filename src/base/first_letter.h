#pragma once
// The first letter of a text, as CSS Pseudo-Elements 4, section 2.3, has it: with the punctuation that stands before and after it.
#include <cstddef>
#include <string_view>

namespace octavo::base {

// Bytes of the text: white space to `begin`, punctuation to `letter`, one grapheme cluster (UAX 29) to `end`, punctuation to `after`.
// Where there is no letter, all but the first are the same.
struct FirstLetter {
  std::size_t begin = 0, letter = 0, end = 0, after = 0;
};
FirstLetter first_letter(std::string_view text);

}  // namespace octavo::base
