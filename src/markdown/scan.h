#pragma once
// The content of a block to the stretches that are octavo's own and not the parser's: wikilinks, formulas,
// note calls, tags, ... . They bind tighter than emphasis and links, weaker than code spans and backslashes.
// Linear in the length of the content.
#include <functional>
#include <string_view>
#include <vector>

#include "markdown/foreign.h"
#include "markdown/source.h"

namespace octavo::markdown {

enum class RegionKind {
  wikilink,
  embed,
  formula,
  display_formula,
  comment,
  note_call,
  tag,
  email,
  highlight,  // the two characters "==", which open or close
  literal,    // characters that would hold the parser up
};

struct Region {
  RegionKind kind;
  Offset begin = 0, end = 0;
  bool can_open = false, can_close = false;  // of a highlight
};

enum class Brackets { wikilinks, plain };  // plain: within the alias of a wikilink, which holds no other

// What the scan cannot know or decide by itself.
struct ScanListener {
  std::function<bool(std::string_view label)> is_note;       // whether "[^label]" has a definition
  std::function<bool(std::string_view inside)> is_wikilink;  // whether a target is named between the brackets
  std::function<void(Offset begin, Offset end)> on_unclosed;  // "[[" and what follows it on the line
  std::function<void(Offset begin, Offset end)> on_empty;     // "[[]]"
  // "[[Note#See [[Other]]]]": the outer brackets, and the link within them.
  std::function<void(Region outer, Region inner)> on_nested;
  // "[text](address with a space)": all of it, and where the address begins.
  std::function<void(Offset begin, Offset end, Offset address)> on_spaced_address;
  std::function<void(Foreign form, Offset begin, Offset end)> on_foreign;
  std::function<void(Offset begin, Offset end)> on_undefined_note;
  std::function<void(Offset begin, Offset end)> on_hostile;
};

// In order, none overlapping another.
std::vector<Region> scan(std::string_view content, Brackets brackets, const ScanListener& listener);

}  // namespace octavo::markdown
