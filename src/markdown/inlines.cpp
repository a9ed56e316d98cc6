#include "markdown/inlines.h"

#include <algorithm>
#include <optional>

#include "base/bytes.h"
#include "base/paths.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "markdown/disguise.h"
#include "markdown/html.h"
#include "markdown/html_inlines.h"
#include "markdown/html_tags.h"
#include "markdown/regions.h"
#include "markdown/wikilinks.h"

namespace octavo::markdown {

namespace {

constexpr int deepest = 64;  // emphasis within emphasis; what lies deeper keeps its text and loses its marks

// Scripts that set no space between words, so that a line's end is none either.
bool runs_on(char32_t c) {
  return (c >= 0x2E80 && c <= 0xA4CF && c != 0x3000) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFFEF);
}

// Between them these know every character that means something to the parser, \ ` & < [ ] * _ ~ @, and the beginnings of bare addresses,
// "://" and "www."; a few others come along, and are parsed in vain. They are two because the compiler can ask only so much at once.
constexpr bool is_mark(unsigned char c) {
  return (static_cast<unsigned char>(c - '[') <= '_' - '[') | ((c | ' ') == '`') | (c == '<') | (c == '~');
}
constexpr bool is_other_mark(char left, char right) {
  return (right == '&') | (right == '*') | ((left == '/') & (right == '/')) | ((left == 'w') & (right == 'w'));
}
static_assert(std::ranges::all_of(std::string_view("\\`&<[]*_~@"),
                                  [](char c) { return is_mark(static_cast<unsigned char>(c)) || is_other_mark(0, c); }));

class Builder {
 public:
  Builder(Reading& reading, const Stretch& stretch, Brackets brackets)
      : reading_(reading), content_{reading, stretch, revealed(stretch.text)} {
    content_.text.erase(content_.text.find_last_not_of(" \t\r\n") + 1);
    regions_ = find_regions(content_, brackets);
  }

  book::Inlines run() {
    std::vector<Piece> pieces;
    pieces.reserve(2 * regions_.size() + 1);
    if (has_markup()) {
      parse(pieces);
    } else {
      stretch(0, static_cast<Offset>(text_.size()), pieces);
    }
    book::Inlines run = joined(std::move(pieces));
    if (html_.has_lines) trim_lines(run);
    return run;
  }

 private:
  // Whether there is anything for the parser to see: most paragraphs are text and links of our own.
  bool has_markup() const {
    const auto in = [](std::string_view text) { return base::any_byte(text, is_mark) || base::any_pair(text, is_other_mark); };
    const std::string_view text = text_;
    Offset begin = 0;
    for (const Region& region : regions_) {
      if (in(text.substr(begin, region.begin - begin))) return true;
      begin = region.end;
    }
    return in(text.substr(begin));
  }

  void parse(std::vector<Piece>& pieces) {
    std::string masked = text_;
    std::replace(masked.begin(), masked.end(), '\n', line_feed);
    for (const Region& region : regions_) {
      if (region.kind == RegionKind::highlight) continue;
      std::fill(masked.begin() + region.begin, masked.begin() + region.end, region_tail);
      masked[region.begin] = region_head;
    }
    const Node paragraph = reading_.document.inlines(masked);
    parsed_ = paragraph->content.ptr;
    add_closed_names(text_, html_.closed);
    children(paragraph.get(), pieces, 0);
    for (const auto& [tag, where] : html_.unknown) report_unknown(tag, where, reading_.source);
    report({html_.dropped, {}}, html_where_, reading_.source);
  }

  base::Span span(Offset begin, Offset end) const { return content_.span(begin, end); }

  // ---- what is the parser's ----------------------------------------

  static Offset begin_of(const cmark_node* node) {
    return static_cast<Offset>(std::max(node->start_column - 1, 0));
  }

  // Where a literal stands in the content, if it is not one of the parser's own making.
  std::optional<Offset> offset_in_content(const cmark_chunk& chunk) const {
    if (chunk.alloc != 0 || chunk.data < parsed_ || chunk.data > parsed_ + text_.size()) return std::nullopt;
    return static_cast<Offset>(chunk.data - parsed_);
  }

  void children(cmark_node* parent, std::vector<Piece>& pieces, int depth) {
    if (depth == deepest) {
      each_node(parent, [&](cmark_node* node) { leaf(node, pieces); });
      return;
    }
    for (cmark_node* node = parent->first_child; node != nullptr; node = node->next) {
      if (!leaf(node, pieces)) container(node, pieces, depth + 1);
    }
  }

  bool leaf(cmark_node* node, std::vector<Piece>& pieces) {
    switch (node->type) {
      case CMARK_NODE_TEXT:
        text(node, pieces);
        return true;
      case CMARK_NODE_CODE:
        code(node, pieces);
        return true;
      case CMARK_NODE_HTML_INLINE: {
        const Offset begin = begin_of(node);
        const auto length = static_cast<Offset>(node->as.literal.len);
        const base::Span where = span(begin, begin + length);
        if (html_.dropped.empty()) html_where_ = where;
        const auto html = std::string_view(text_).substr(begin, length);
        if (html_.exempts(html)) reading_.exemptions.add(html, where);
        html_.add(html, where, pieces);
        return true;
      }
      default:
        return false;
    }
  }

  void container(cmark_node* node, std::vector<Piece>& pieces, int depth) {
    std::vector<Piece> inner;
    children(node, inner, depth);
    book::Inlines content = joined(std::move(inner));
    const Offset begin = begin_of(node),
                 end = static_cast<Offset>(std::max(node->end_column, node->start_column));
    const auto push = [&](auto value, base::Span where) {
      pieces.push_back({{std::move(value), where}, {}});
    };
    if (node->type == CMARK_NODE_LINK) {
      link(node, std::move(content), pieces);
    } else if (node->type == CMARK_NODE_IMAGE) {
      image(node, std::move(content), pieces);
    } else if (node->type == CMARK_NODE_STRONG) {
      push(book::Marked{book::Mark::strong, std::move(content)}, span(begin, end));
    } else if (node->type == CMARK_NODE_STRIKETHROUGH) {
      push(book::Marked{book::Mark::strikethrough, std::move(content)}, span(begin, end));
    } else {
      push(book::Marked{book::Mark::emphasis, std::move(content)}, span(begin, end));
    }
  }

  // What was masked, as it was written; `from` is where the looking begins.
  std::string unmasked(std::string_view masked, Offset from) const {
    std::string result;
    auto region = std::lower_bound(regions_.begin(), regions_.end(), from,
                                   [](const Region& one, Offset offset) { return one.begin < offset; });
    for (const char c : masked) {
      if (c == region_tail) continue;
      if (c == line_feed) {
        result += ' ';
      } else if (c != region_head) {
        result += c;
      } else {
        while (region != regions_.end() && region->kind == RegionKind::highlight) ++region;
        if (region == regions_.end()) continue;
        result += std::string_view(text_).substr(region->begin, region->end - region->begin);
        ++region;
      }
    }
    std::erase(result, inside_comment);
    return result;
  }

  void link(cmark_node* node, book::Inlines content, std::vector<Piece>& pieces) const {
    // The library gives an address that stands bare no columns; its text has them.
    const auto bare =
        node->first_child == nullptr ? std::nullopt : offset_in_content(node->first_child->as.literal);
    Offset begin = begin_of(node), end = static_cast<Offset>(node->end_column);
    const bool is_bare = bare && (end == 0 || (text_[begin] != '[' && text_[begin] != '<'));
    if (is_bare) {
      begin = *bare;
      end = begin + static_cast<Offset>(node->first_child->as.literal.len);
    }
    const bool has_text = text_[begin] == '[';
    const std::string url =
        unmasked(view(node->as.link.url), has_text ? end_of_children(node, begin) : begin);
    book::Link result;
    result.as_written = url;
    result.target = markdown_target(url);
    result.content = unlinked(std::move(content));
    if (std::holds_alternative<book::ToNothing>(result.target)) {
      const bool is_empty = url.empty() || url == "#";
      content_.report(is_empty ? diagnostics::Rule::link_empty : diagnostics::Rule::html_dropped, begin, end,
                      is_empty ? "this link has no address; write one between the parentheses"
                               : "this link would run something, which no book may; its text stays");
    }
    pieces.push_back({{std::move(result), span(begin, end)}, {}});
  }

  Offset end_of_children(const cmark_node* node, Offset otherwise) const {
    const cmark_node* last = node->last_child;
    return last == nullptr ? otherwise
                           : std::max(otherwise, static_cast<Offset>(std::max(last->end_column, 0)));
  }

  void image(cmark_node* node, book::Inlines content, std::vector<Piece>& pieces) const {
    const Offset begin = begin_of(node), end = static_cast<Offset>(node->end_column);
    const Offset address = end_of_children(node, begin);
    book::Image result;
    const std::string url = unmasked(view(node->as.link.url), address);
    const bool is_remote = std::holds_alternative<book::ToUrl>(markdown_target(url));
    result.path = is_remote ? url : base::percent_decoded(url);
    reading_.typography.apply(content);
    result.alt = book::plain_text(content);
    const Size size = cut_size(result.alt);
    result.alt = base::trimmed(result.alt);
    result.width = size.width;
    result.height = size.height;
    result.title = unmasked(view(node->as.link.title), address);
    pieces.push_back({{std::move(result), span(begin, end)}, {}});
  }

  void code(cmark_node* node, std::vector<Piece>& pieces) const {
    const Offset begin = begin_of(node), end = static_cast<Offset>(node->end_column);
    std::string text = text_.substr(begin, end - begin);
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::erase(text, '\r');
    std::erase(text, inside_comment);
    if (text.starts_with(' ') && text.ends_with(' ') && text.find_first_not_of(' ') != std::string::npos) {
      text = text.substr(1, text.size() - 2);
    }
    Offset ticks = 0;
    while (begin > ticks && text_[begin - ticks - 1] == '`') ++ticks;
    pieces.push_back({{book::Code{std::move(text)}, span(begin - ticks, end + ticks)}, {}});
  }

  // ---- text --------------------------------------------------------

  void text(cmark_node* node, std::vector<Piece>& pieces) {
    const cmark_chunk& literal = node->as.literal;
    if (const auto begin = offset_in_content(literal)) {
      const bool is_escaped =
          literal.len == 1 && *begin > 0 && text_[*begin - 1] == '\\' && begin_of(node) == *begin - 1;
      if (is_escaped) {
        append_text(pieces, std::string(1, kept(text_[*begin])), span(*begin - 1, *begin + 1));
      } else {
        stretch(*begin, *begin + static_cast<Offset>(literal.len), pieces);
      }
      return;
    }
    const Offset begin = begin_of(node);
    if (literal.alloc == 0) {  // a single character such as "[", which the parser keeps in a constant
      stretch(begin, begin + static_cast<Offset>(literal.len), pieces);
    } else if (begin < text_.size() && text_[begin] == '&') {
      std::string decoded(view(literal));
      if (decoded.size() == 1) decoded[0] = kept(decoded[0]);
      append_text(pieces, decoded, span(begin, static_cast<Offset>(node->end_column)));
    } else {
      append_text(pieces, unmasked(view(literal), begin),
                  span(begin, begin + static_cast<Offset>(literal.len)));
    }
  }

  // A character that was escaped or named is the one that was meant: no other is set for it.
  static char kept(char character) {
    switch (character) {
      case '"':
        return kept_double;
      case '\'':
        return kept_single;
      case '-':
        return kept_hyphen;
      case '.':
        return kept_period;
      default:
        return static_cast<unsigned char>(character) < ' ' ? ' ' : character;
    }
  }

  // Content as it stands, with the regions in it.
  void stretch(Offset begin, Offset end, std::vector<Piece>& pieces) {
    auto region = std::lower_bound(regions_.begin(), regions_.end(), begin,
                                   [](const Region& one, Offset offset) { return one.begin < offset; });
    while (begin < end) {
      const Offset stop = region == regions_.end() ? end : std::min(end, region->begin);
      plain(begin, stop, pieces);
      begin = stop;
      if (begin < end) {
        add_region(content_, *region, pieces);
        begin = region->end;
        ++region;
      }
    }
  }

  void plain(Offset begin, Offset end, std::vector<Piece>& pieces) {
    while (begin < end) {
      if (text_[begin] == '\\' && begin + 1 < text_.size() && text_[begin + 1] == '\n') {
        ++begin;  // it breaks the line, which is seen there
        continue;
      }
      const std::string_view rest = std::string_view(text_).substr(begin, end - begin);
      const auto feed = begin + static_cast<Offset>(std::min(rest.find('\n'), rest.size()));
      append_text(pieces, rest.substr(0, feed - begin), span(begin, feed));
      if (feed < end) line_end(feed, pieces);
      begin = feed + 1;
    }
  }

  void line_end(Offset at, std::vector<Piece>& pieces) {
    const auto before = std::string_view(text_).substr(0, at);
    const auto slashes = before.size() - (before.find_last_not_of('\\') + 1);
    const bool is_hard = before.ends_with("  ") || slashes % 2 == 1;
    const base::Span where = span(at, at + 1);
    if (is_hard || reading_.newline == Newline::line_break) {
      // After <br> the line has ended already: its author wants one new line, wherever line ends count for nothing.
      if (!is_hard && !pieces.empty() && holds_alternative<book::LineBreak>(pieces.back().value.value)) return;
      if (auto* last = pieces.empty() ? nullptr : get_if<book::Text>(&pieces.back().value.value)) {
        last->text.erase(last->text.find_last_not_of(' ') + 1);
      }
      pieces.push_back({{book::LineBreak{}, where}, {}});
    } else if (!between_letters_that_run_on(at)) {
      append_text(pieces, " ", where);
    }
  }

  bool between_letters_that_run_on(Offset at) const {
    std::size_t before = at;
    while (before > 0 && (static_cast<unsigned char>(text_[before - 1]) & 0xC0) == 0x80) --before;
    if (before == 0 || before == at || at + 1 >= text_.size()) return false;
    return runs_on(base::decode(text_, before - 1).code_point) &&
           runs_on(base::decode(text_, at + 1).code_point);
  }

  Reading& reading_;
  Content content_;
  const std::string& text_ = content_.text;
  std::vector<Region> regions_;
  const unsigned char* parsed_ = nullptr;  // the parser's copy of the content, in which its literals lie
  InlineHtml html_;
  base::Span html_where_;  // the first of it that is dropped
};

}  // namespace

book::Inlines inlines(Reading& reading, const Stretch& stretch) {
  book::Inlines run = Builder(reading, stretch, Brackets::wikilinks).run();
  trim(run);
  reading.typography.apply(run);
  return run;
}

book::Inlines alias_inlines(Reading& reading, const Stretch& stretch) {
  book::Inlines run = unlinked(Builder(reading, stretch, Brackets::plain).run());
  trim(run);
  return run;
}

}  // namespace octavo::markdown
