#include "markdown/note.h"

#include <algorithm>

#include "base/paths.h"
#include "base/unicode.h"
#include "markdown/blocks.h"
#include "markdown/disguise.h"
#include "markdown/prepare.h"
#include "markdown/scan.h"
#include "markdown/wikilinks.h"

namespace octavo::markdown {

namespace {

using diagnostics::Rule;

// Notes may be called before they are defined, so the labels are gathered first.
void find_footnotes(Reading& reading) {
  each_node(reading.document.root(), [&](const cmark_node* node) {
    if (node->type != CMARK_NODE_FOOTNOTE_DEFINITION) return;
    const std::string label = revealed(view(node->as.literal));
    reading.footnotes.emplace(base::folded(label), Footnote{label});
  });
}

void report_unused(const Reading& reading, const std::vector<book::Note>& notes) {
  for (const book::Note& note : notes) {
    if (reading.footnotes.find(base::folded(note.label))->second.is_called) continue;
    reading.source.report(
        Rule::note_unused_footnote, note.where,
        "nothing calls this footnote; write \"[^" + note.label + "]\" where it belongs, or take it away");
  }
}

// Wikilinks and embeds in comments, which Obsidian counts too.
book::Inlines hidden_links(const Source& source, const Comments& comments, config::WikilinkOrder order) {
  book::Inlines links;
  const ScanListener deaf{.is_note = [](std::string_view) { return false; },
                          .is_wikilink = [&](std::string_view inside) { return wikilink(inside, order).has_value(); },
                          .on_unclosed = [](Offset, Offset) {},
                          .on_empty = [](Offset, Offset) {},
                          .on_nested = [](Region, Region) {},
                          .on_spaced_address = [](Offset, Offset, Offset) {},
                          .on_foreign = [](Foreign, Offset, Offset) {},
                          .on_undefined_note = [](Offset, Offset) {},
                          .on_hostile = [](Offset, Offset) {}};
  for (const auto& [begin, end] : comments) {
    const std::string_view text = source.text.substr(begin, end - begin);
    for (const Region& region : scan(text, Brackets::wikilinks, deaf)) {
      if (region.kind != RegionKind::wikilink && region.kind != RegionKind::embed) continue;
      const Offset open = region.begin + (region.kind == RegionKind::embed ? 3 : 2);
      const std::string_view inside = text.substr(open, region.end - 2 - open);
      auto found = region.kind == RegionKind::embed ? wikilink(inside) : wikilink(inside, order);
      if (!found || found->is_url) continue;
      links.push_back({book::Link{std::move(found->target), {}, {}, std::move(found->as_written)},
                       source.span(begin + region.begin, begin + region.end)});
    }
  }
  return links;
}

// Where the front matter says `what`; all of it where it says so in a form of its own.
base::Span front_matter_place(const Source& source, std::size_t length, std::string_view what) {
  const auto at = source.text.substr(0, length).find(what);
  if (at == std::string_view::npos) return source.span(0, static_cast<Offset>(length));
  return source.span(static_cast<Offset>(at), static_cast<Offset>(at + what.size()));
}

// Nothing is printed of it but what follows.
bool is_named_place(const book::Block& block) {
  const auto* paragraph = get_if<book::Paragraph>(&block.value);
  return paragraph != nullptr && std::ranges::all_of(paragraph->content, [](const book::Inline& one) {
           return holds_alternative<book::NamedPlace>(one.value);
         });
}

// Takes the heading that the note begins with out of its blocks, if it ranks as high as `lowest`.
void take_heading(book::Chapter& chapter, int lowest) {
  const auto first = std::ranges::find_if_not(chapter.blocks, is_named_place);
  auto* heading = first == chapter.blocks.end() ? nullptr : get_if<book::Heading>(&first->value);
  if (heading == nullptr || heading->level > lowest || heading->content.empty()) return;
  const int above = heading->level - 1;
  chapter.title = std::move(heading->content);
  // Links may lead to the heading by the name it was given.
  if (!heading->id.empty()) chapter.title.push_back({book::NamedPlace{heading->id, {}}, first->where});
  chapter.title_where = first->where;
  chapter.blocks.erase(first);
  book::each_block(chapter.blocks, [above](book::Block& block) {
    if (auto* other = get_if<book::Heading>(&block.value))
      other->level = std::max(1, other->level - above);
    return true;
  });
}

// Of a note that says nothing itself: its file's name, or its folder's where it is the folder's front page.
std::string name_of_note(const std::string& path, const std::string& source_folder) {
  const std::string stem = base::stem_of(path), folder = base::folder_of(path);
  const std::string name = base::folded(stem);
  const bool is_front_page = name == "readme" || name == "index";
  return is_front_page && folder != source_folder ? base::name_of(folder) : stem;
}

// All that can name a chapter.
struct Naming {
  const vault::Note& note;
  const config::Settings& settings;
  const Expanded& expanded;
  const Source& source;
  const Typography& typography;
};

// Front matter first, then the heading the note begins with, then what its directive says, then what SUMMARY.md
// calls it, then its file. The heading is taken out of the blocks in any case. In an mdBook the chapters within a
// chapter begin with one of a lower level.
void take_title(book::Chapter& chapter, const Naming& naming) {
  const auto& [note, settings, expanded, source, typography] = naming;
  const auto* choice = note.choice && settings.chapters ? &(*settings.chapters)[*note.choice] : nullptr;
  take_heading(chapter, choice != nullptr && choice->number ? 6 : 1);
  const auto set = [&, &applied = typography](const std::string& title, base::Span where) {
    chapter.title.clear();
    chapter.title.push_back({book::Text{title}, where});
    chapter.title_where = where;
    applied.apply(chapter.title);
  };
  if (!note.front.title.empty()) {
    set(note.front.title, front_matter_place(source, note.front.length, note.front.title));
  } else if (chapter.title.empty() && !expanded.title.empty()) {
    set(expanded.title, expanded.title_where);
  } else if (chapter.title.empty()) {
    const bool is_called = choice != nullptr && !choice->title.empty();
    set(is_called ? choice->title : name_of_note(chapter.path, settings.source), source.span(0, 0));
  }
}

}  // namespace

book::Chapter chapter(const vault::Note& note, const Desk& desk) {
  const auto& [includes, exemptions, settings, sink] = desk;
  const std::string_view own = sink.sources.of(note.file).text;
  auto body = static_cast<Offset>(std::min(note.front.length, own.size()));
  if (body == 0 && own.starts_with("\xEF\xBB\xBF")) body = 3;
  const Expanded expanded = includes.expanded(note, body);
  const Source source{expanded.text, expanded.origins, sink};
  const Prepared prepared = prepare(source, body);
  const Document document(std::string_view(prepared.text).substr(body));
  const std::string& language =
      note.front.language.empty() ? settings.metadata.language : note.front.language;
  const Typography typography(language);
  Reading reading{source,
                  prepared.lines,
                  prepared.text,
                  document,
                  typography,
                  book::terms(language),
                  exemptions,
                  settings.hard_line_breaks ? Newline::line_break : Newline::space,
                  settings.wikilinks,
                  {}};
  if (document.refused_definitions() > 0) {
    source.report(Rule::text_hostile, source.span(body, body),
                  "a link definition of this note is far too long for an address; it was left empty");
  }
  find_footnotes(reading);

  book::Chapter chapter;
  chapter.path = note.path;
  chapter.file = note.file;
  NoteBlocks content = blocks(reading);
  chapter.blocks = std::move(content.blocks);
  chapter.notes = std::move(content.notes);
  chapter.hidden = hidden_links(source, prepared.comments, settings.wikilinks);
  report_unused(reading, chapter.notes);
  take_title(chapter, {note, settings, expanded, source, typography});
  if (language != settings.metadata.language) chapter.language = language;
  chapter.aliases = note.front.aliases;
  chapter.is_person = base::folded(note.front.type) == "person";
  chapter.sort_as = note.front.sort;
  chapter.in_index = note.front.index;
  chapter.may_hold = book::held(chapter);
  return chapter;
}

}  // namespace octavo::markdown
