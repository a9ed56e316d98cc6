#pragma once
// What is known while the blocks of one note are read.
#include <map>
#include <string>
#include <vector>

#include "config/config.h"
#include "markdown/cmark.h"
#include "markdown/exemptions.h"
#include "markdown/lines.h"
#include "markdown/source.h"
#include "markdown/source_map.h"
#include "markdown/typography.h"

namespace octavo::markdown {

enum class Newline { space, line_break };

struct Footnote {
  std::string label;  // as the definition has it
  bool is_called = false, is_defined = false;
};

struct Reading {
  const Source& source;
  const std::vector<Line>& lines;
  const std::string& prepared;  // the text that the parser read
  const Document& document;
  const Typography& typography;
  const book::Terms& terms;  // of the note's language
  Exemptions& exemptions;
  Newline newline = Newline::space;
  config::WikilinkOrder wikilinks = config::WikilinkOrder::name_first;
  std::map<std::string, Footnote, std::less<>> footnotes;  // by folded label
};

}  // namespace octavo::markdown
