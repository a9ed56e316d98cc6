#pragma once
// What is octavo's own in a block's content, found and made into inlines: wikilinks, embeds, formulas, note
// calls, tags.
#include <string>
#include <vector>

#include "markdown/inlines.h"
#include "markdown/pairs.h"
#include "markdown/scan.h"

namespace octavo::markdown {

// A stretch as it is read: nothing in it is disguised any more, and no white space ends it.
struct Content {
  Reading& reading;
  Stretch stretch;
  std::string text;

  base::Span span(Offset begin, Offset end) const {
    const auto [first, last] = stretch.map.range(stretch.at + begin, stretch.at + end);
    return reading.source.span(first, last);
  }
  void report(diagnostics::Rule rule, Offset begin, Offset end, std::string message,
              std::string suggestion = "") const {
    reading.source.report(rule, span(begin, end), std::move(message), std::move(suggestion));
  }
};

// In order. Those that are no links after all, or calls without a note, are reported and left to be text.
std::vector<Region> find_regions(const Content& content, Brackets brackets);

void add_region(const Content& content, const Region& region, std::vector<Piece>& pieces);

}  // namespace octavo::markdown
