#include "markdown/no_links.h"

#include "base/unicode.h"
#include "config/config.h"
#include "markdown/wikilinks.h"

namespace octavo::markdown {

using diagnostics::Rule;

void report_nested(const Content& content, Region outer, Region inner) {
  const auto text = [&](Offset begin, Offset end) { return content.text.substr(begin, end - begin); };
  const std::string written = text(inner.begin, inner.end), before = text(outer.begin, inner.begin);
  const bool names_heading = inner.kind == RegionKind::wikilink && before.find('#') != before.npos;
  if (!names_heading)
    return content.report(
        Rule::link_nested, outer.begin, outer.end,
        "only \"" + written + "\" is a link, for no link holds another; take the outer brackets away");
  const std::string inside = text(inner.begin + 2, inner.end - 2);
  const Wikilink link = *wikilink(inside, content.reading.wikilinks);
  const std::string shown = link.target.has_alias
                                ? base::trimmed(inside.substr(link.alias, link.alias_end - link.alias))
                                : shown_name(link.target);
  content.report(Rule::link_nested, outer.begin, outer.end,
                 "no link holds another; name a heading by the words that it shows",
                 before + shown + text(inner.end, outer.end));
}

void report_spaced_address(const Content& content, Offset begin, Offset end, Offset address) {
  std::string path = content.text.substr(address, end - 1 - address);
  std::string title;
  if (const auto quote = path.find(" \""); quote != path.npos && path.ends_with('"')) {
    title = path.substr(quote);
    path.erase(quote);
  }
  path = base::trimmed(path);
  const auto name = std::string_view(path).substr(0, path.find('#'));
  if (path.find_first_of(" \t") == path.npos || path.find_first_of("<>") != path.npos) return;
  if (!config::is_note(name) && !config::is_picture(name)) return;
  content.reading.source.sink.report(
      {Rule::link_space_in_address,
       content.span(begin, end),
       "this is no link, for an address ends at its first space; write it between angle brackets, or \"%20\" "
       "for "
       "each space",
       content.text.substr(begin, address - begin) + '<' + path + '>' + title + ')',
       {},
       path});
}

void report_foreign(const Content& content, Foreign form, Offset begin, Offset end) {
  constexpr std::string_view messages[] = {
      "this is Logseq's reference to a block, which only Logseq can follow; it stays as text, link to a note "
      "in its place",
      "this is Logseq's embed, which only Logseq can show; it stays as text, write \"![[page]]\" to show a "
      "page here",
      "the word before the exclamation mark is Foam's way to say how an embed is shown; octavo shows all of "
      "it, take the "
      "word away"};
  content.report(Rule::content_unsupported, begin, end,
                 std::string(messages[static_cast<std::size_t>(form)]));
}

}  // namespace octavo::markdown
