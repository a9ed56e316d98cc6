#pragma once
// Raw HTML: the little of it that a book can hold. Nothing active is ever kept.
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "book/book.h"
#include "markdown/pairs.h"
#include "markdown/source.h"
#include "markdown/typography.h"

namespace octavo::markdown {

// A tag, comment or instruction within a line, as the parser found it, to the pieces it stands for. The name
// of an element that had to be dropped goes into `dropped`.
void add_html(std::string_view html, base::Span where, std::vector<Piece>& pieces,
              std::set<std::string>& dropped);

// What a pair of tags makes of what it encloses.
book::Inlines enclosed(const Tag& tag, book::Inlines content, base::Span where);

// A block of HTML to paragraphs of its text.
book::Blocks html_blocks(std::string_view html, base::Span where, const Typography& typography,
                         std::set<std::string>& dropped);

void report_dropped(const std::set<std::string>& dropped, base::Span where, const Source& source);

}  // namespace octavo::markdown
