#include "markdown/regions.h"

#include <algorithm>

#include "base/unicode.h"
#include "config/config.h"
#include "markdown/no_links.h"
#include "markdown/wikilinks.h"

namespace octavo::markdown {

namespace {

using diagnostics::Rule;

class Adder {
 public:
  Adder(const Content& content, std::vector<Piece>& pieces) : content_(content), pieces_(pieces) {}

  void add(const Region& region) {
    const base::Span where = content_.span(region.begin, region.end);
    const auto push = [&](auto value) { pieces_.push_back({{std::move(value), where}, {}}); };
    const auto written = std::string_view(content_.text).substr(region.begin, region.end - region.begin);
    switch (region.kind) {
      case RegionKind::wikilink:
      case RegionKind::embed:
        add_wikilink(region);
        break;
      case RegionKind::formula:
        push(book::Math{formula(region.begin + 1, region.end - 1), false});
        break;
      case RegionKind::display_formula:
        push(book::Math{formula(region.begin + 2, region.end - 2), true});
        break;
      case RegionKind::note_call: {
        Footnote& note =
            content_.reading.footnotes.find(base::folded(written.substr(2, written.size() - 3)))->second;
        note.is_called = true;
        push(book::NoteCall{note.label, {}, {}});
        break;
      }
      case RegionKind::tag:
        push(book::Tag{std::string(written.substr(1))});
        break;
      case RegionKind::email: {
        book::Inlines content;
        content.push_back({book::Text{std::string(written)}, where});
        push(book::Link{book::ToUrl{"mailto:" + std::string(written)}, std::move(content), {}, std::string(written)});
        break;
      }
      case RegionKind::highlight:
        pieces_.push_back({{book::Text{std::string(written)}, where},
                           std::make_unique<Tag>(Tag{std::string(written), region.can_open, region.can_close, {}})});
        break;
      case RegionKind::literal:
        append_text(pieces_, written, where);
        break;
      case RegionKind::comment:
        break;
    }
  }

 private:
  // The source of a formula: what the content lost, such as disguises and escaped bars, belongs to it.
  std::string formula(Offset begin, Offset end) const {
    std::string source = content_.stretch.map.text(content_.reading.source.text, content_.stretch.at + begin,
                                                   content_.stretch.at + end);
    std::erase(source, '\r');
    return base::trimmed(source);
  }

  void add_wikilink(const Region& region) {
    const base::Span where = content_.span(region.begin, region.end);
    const Offset open = region.begin + (region.kind == RegionKind::embed ? 3 : 2);
    const auto inside = std::string_view(content_.text).substr(open, region.end - 2 - open);
    const bool is_embed = region.kind == RegionKind::embed;
    Wikilink link = *(is_embed ? wikilink(inside) : wikilink(inside, content_.reading.wikilinks));
    link.target.in_cell = content_.stretch.place == Place::table_cell;
    check_bar(link, inside, region);
    if (is_embed) {
      add_embed(std::move(link), inside, where);
      return;
    }
    book::Link result;
    result.as_written = link.as_written;
    if (link.target.has_alias) {
      const std::string_view alias = inside.substr(link.alias, link.alias_end - link.alias);
      result.content =
          alias_inlines(content_.reading, {alias, content_.stretch.map,
                                           content_.stretch.at + open + static_cast<Offset>(link.alias),
                                           content_.stretch.place});
    }
    if (result.content.empty()) {
      link.target.has_alias = false;
      result.content.push_back({book::Text{link.is_url ? link.as_written : book::shown_name(link.target)}, where});
    }
    if (link.is_url) {
      result.target = book::ToUrl{link.as_written};
      report_address(link, inside, where);
    } else {
      result.target = std::move(link.target);
    }
    pieces_.push_back({{std::move(result), where}, {}});
  }

  void report_address(const Wikilink& link, std::string_view inside, base::Span where) const {
    const std::string& address = link.as_written;
    const std::string text =
        link.target.has_alias ? base::trimmed(inside.substr(link.alias)) : "";
    // Brackets, bars and the like would be read otherwise where single brackets stand round them.
    constexpr std::string_view doubtful = " <>()[]|\\";
    const bool is_plain = address.find_first_of(doubtful) == address.npos && text.find_first_of("[]|\\") == text.npos;
    const std::string instead = text.empty() ? '<' + address + '>' : '[' + text + "](" + address + ')';
    diagnostics::Diagnostic finding{
        Rule::link_url_in_brackets, where,
        "double brackets are for notes, and this is an address; write it between angle brackets", instead, {}, address};
    if (is_plain && source_at(where) == "[[" + std::string(inside) + "]]") finding.fix = {{where, instead}};
    content_.reading.source.sink.report(std::move(finding));
  }

  std::string_view source_at(base::Span where) const {
    return content_.reading.source.sink.sources.text(where);
  }

  void check_bar(const Wikilink& link, std::string_view inside, const Region& region) const {
    const auto bar = inside.find('|');
    if (bar == inside.npos) return;
    const bool in_cell = link.target.in_cell;
    if (in_cell == link.is_escaped) return;
    const Offset open = region.begin + (region.kind == RegionKind::embed ? 3 : 2);
    const auto span = [&](std::size_t begin, std::size_t end) {
      return content_.span(open + static_cast<Offset>(begin), open + static_cast<Offset>(end));
    };
    diagnostics::Diagnostic finding{
        in_cell ? Rule::link_unescaped_pipe : Rule::link_escaped_pipe, content_.span(region.begin, region.end),
        in_cell ? "a bar in a table ends the cell for most programs; write it \"\\|\""
                : "the backslash before the bar is needed in tables only; take it away"};
    finding.target = link.as_written;
    std::string fixed(inside);
    if (!in_cell) {
      fixed.erase(bar - 1, 1);
      finding.fix.push_back({span(bar - 1, bar), ""});
    }
    // Every bar of the link would end the cell, that before a picture's size too.
    for (auto at = in_cell ? bar : inside.npos; at != inside.npos; at = inside.find('|', at + 1)) {
      if (at > 0 && inside[at - 1] == '\\') continue;
      fixed.insert(at + finding.fix.size(), 1, '\\');
      base::Span before = span(at, at + 1);
      before.end = before.begin;
      finding.fix.push_back({before, "\\"});
    }
    finding.suggestion = (region.kind == RegionKind::embed ? "![[" : "[[") + fixed + "]]";
    // With a comment in it, say, not all stands where it should.
    if (source_at(finding.where) != std::string_view(content_.text).substr(region.begin, region.end - region.begin))
      finding.fix.clear();
    content_.reading.source.sink.report(std::move(finding));
  }

  void add_embed(Wikilink link, std::string_view inside, base::Span where) const {
    if (!config::is_picture(link.target.note)) {
      pieces_.push_back({{book::InlineEmbed{std::move(link.target), link.as_written}, where}, {}});
      return;
    }
    std::string alt = base::trimmed(inside.substr(std::min(link.alias, inside.size())));
    const Size size = cut_size(alt);
    book::Image image;
    image.path = std::move(link.target.note);
    image.alt = base::trimmed(alt);
    image.width = size.width;
    image.height = size.height;
    image.is_wikilink = true;
    pieces_.push_back({{std::move(image), where}, {}});
  }

  const Content& content_;
  std::vector<Piece>& pieces_;
};

}  // namespace

std::vector<Region> find_regions(const Content& content, Brackets brackets) {
  bool is_hostile = false;
  const ScanListener listener{
      .is_note =
          [&](std::string_view label) { return content.reading.footnotes.contains(base::folded(label)); },
      .is_wikilink = names_something,
      .on_unclosed =
          [&](Offset begin, Offset end) {
            content.report(
                Rule::link_unclosed, begin, end,
                "\"[[\" is never closed on its line; write \"]]\" behind the name, or \"\\[\\[\" for "
                "brackets");
          },
      .on_empty =
          [&](Offset begin, Offset end) {
            content.report(Rule::link_empty, begin, end,
                           "this link names no note; write a name between the brackets");
          },
      .on_nested = [&](Region outer, Region inner) { report_nested(content, outer, inner); },
      .on_spaced_address =
          [&](Offset begin, Offset end, Offset address) { report_spaced_address(content, begin, end, address); },
      .on_foreign = [&](Foreign form, Offset begin, Offset end) { report_foreign(content, form, begin, end); },
      .on_undefined_note =
          [&](Offset begin, Offset end) {
            const std::string call = content.text.substr(begin, end - begin);
            content.report(Rule::note_undefined_footnote, begin, end,
                           "no footnote \"" + call + "\" is defined in this note; write \"" + call +
                               ": ...\" on a line of its own");
          },
      .on_hostile =
          [&](Offset begin, Offset end) {
            if (!std::exchange(is_hostile, true)) {
              content.report(Rule::text_hostile, begin, end,
                             "too many pictures open inside each other; the rest was taken as text");
            }
          },
  };
  return scan(content.text, brackets, listener);
}

void add_region(const Content& content, const Region& region, std::vector<Piece>& pieces) {
  Adder(content, pieces).add(region);
}

}  // namespace octavo::markdown
