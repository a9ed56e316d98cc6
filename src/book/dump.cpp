#include "book/dump.h"

#include "book/dump_content.h"

namespace octavo::book {

namespace {

std::string_view word(ChapterKind kind) {
  switch (kind) {
    case ChapterKind::chapter:
      return "chapter";
    case ChapterKind::preface:
      return "preface";
    case ChapterKind::appendix:
      return "appendix";
  }
  return "";
}

std::string_view word(AssetKind kind) {
  switch (kind) {
    case AssetKind::png:
      return "png";
    case AssetKind::jpeg:
      return "jpeg";
    case AssetKind::gif:
      return "gif";
    case AssetKind::webp:
      return "webp";
    case AssetKind::svg:
      return "svg";
  }
  return "";
}

void dump_metadata(Dump& dump, const Metadata& facts) {
  dump.line(DumpLine("book").quote(facts.title));
  const auto field = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) dump.line(DumpLine(name).add(value));
  };
  dump.inside([&] {
    field("subtitle", facts.subtitle);
    for (const Contributor& one : facts.contributors) {
      DumpLine line("contributor");
      line.add(one.role).quote(one.name);
      if (!one.sort_as.empty()) line.add("as").quote(one.sort_as);
      dump.line(line);
    }
    field("language", facts.language);
    field("identifier", facts.identifier);
    field("isbn of the epub", facts.isbn_epub);
    field("isbn of the pdf", facts.isbn_pdf);
    field("publisher", facts.publisher);
    field("date", facts.date);
    field("modified", facts.modified);
    field("rights", facts.rights);
    field("series", facts.series);
    field("position in the series", facts.series_position);
    field("description", facts.description);
    for (const std::string& subject : facts.subjects) field("subject", subject);
    field("cover", facts.cover);
  });
}

void dump_chapter(Dump& dump, const Chapter& chapter, std::string_view kind) {
  dump.line(DumpLine(kind)
                .add(chapter.number)
                .add(chapter.slug)
                .add(dump.id(chapter.anchor))
                .quote(dump.content(chapter.title)));
  dump.inside([&] {
    dump.line(DumpLine("from").add(chapter.path));
    if (chapter.level > 1) dump.line(DumpLine("level").add(std::to_string(chapter.level)));
    for (const std::string& alias : chapter.aliases) dump.line(DumpLine("alias").quote(alias));
    if (chapter.is_person) dump.line(DumpLine("is a person"));
    if (!chapter.sort_as.empty()) dump.line(DumpLine("sort as").quote(chapter.sort_as));
    if (!chapter.in_index) dump.line(DumpLine("not in the index"));
    dump.blocks_of(chapter, chapter.blocks);
    for (const Note& note : chapter.notes) {
      dump.line(
          DumpLine("note").add(note.number.empty() ? note.label : note.number).add(dump.id(note.anchor)));
      dump.inside([&] { dump.blocks_of(chapter, note.blocks); });
    }
  });
}

// The chapters that mention something, as an index has them: "1, 3n, 4*"; "n" is in a note, "*" the main
// place.
std::string mentions(const Dump& dump, const std::vector<Mention>& list) {
  std::string text;
  for (const Mention& one : list) {
    if (!text.empty()) text += ", ";
    text += dump.short_name(one.chapter);
    if (one.in_note) text += 'n';
    if (one.is_main) text += '*';
  }
  return text;
}

void dump_chapters(Dump& dump, const Book& book) {
  auto part = book.parts.begin();
  for (std::size_t i = 0; i <= book.chapters.size(); ++i) {
    for (; part != book.parts.end() && (part->first_chapter <= i || i == book.chapters.size()); ++part) {
      dump.line(DumpLine("part").add(dump.id(part->anchor)).quote(dump.content(part->title)));
    }
    if (i < book.chapters.size()) dump_chapter(dump, book.chapters[i], word(book.chapters[i].kind));
  }
  for (const Chapter& note : book.shelf) dump_chapter(dump, note, "on the shelf");
}

void dump_contents(Dump& dump, std::string_view name, AnchorId anchor, const std::vector<ContentsEntry>& entries) {
  if (entries.empty()) return;
  dump.line(DumpLine(name).add(dump.id(anchor)));
  dump.inside([&] {
    for (const ContentsEntry& entry : entries) {
      dump.line(DumpLine(std::to_string(entry.level))
                    .add(entry.number)
                    .quote(dump.content(entry.title))
                    .add("->", dump.place(entry.target)));
    }
  });
}

void dump_players(Dump& dump, const Book& book) {
  if (book.players.empty()) return;
  dump.line(DumpLine("key players").add(dump.id(book.players_anchor)));
  dump.inside([&] {
    for (const Player& player : book.players) {
      DumpLine line(player.initial);
      line.quote(dump.content(player.name)).add(dump.id(player.anchor));
      if (player.chapter) line.add("chapter", dump.short_name(player.chapter));
      dump.line(line);
      dump.inside([&] {
        for (const Description& one : player.descriptions) {
          dump.line(DumpLine("in").add(dump.short_name(one.chapter)).quote(dump.content(one.content)));
        }
        if (!player.mentions.empty())
          dump.line(DumpLine("mentioned in").add(mentions(dump, player.mentions)));
        for (const PlayerId other : player.related)
          dump.line(DumpLine("see also").quote(dump.content(book.players.at(other.index()).name)));
      });
    }
  });
}

void dump_index(Dump& dump, const Book& book) {
  if (book.index.empty()) return;
  dump.line(DumpLine("index").add(dump.id(book.index_anchor)));
  dump.inside([&] {
    for (const IndexEntry& entry : book.index) {
      DumpLine line(entry.initial);
      line.quote(entry.term).add(mentions(dump, entry.mentions));
      if (entry.target) line.add("->", dump.place(entry.target));
      if (entry.player) {
        line.add("-> player", dump.content(book.players.at(entry.player.index()).name));
      }
      for (const EntryId other : entry.related) line.add(entry.mentions.empty() ? "see" : "see also").quote(book.index.at(other.index()).term);
      dump.line(line);
    }
  });
}

void dump_pictures(Dump& dump, const Book& book) {
  if (book.assets.empty()) return;
  dump.line(DumpLine("pictures"));
  dump.inside([&] {
    for (const Asset& asset : book.assets) {
      // Natural sizes are whole pixels but for SVG, where a fraction says nothing more.
      const std::string size = std::to_string(static_cast<long>(asset.width + 0.5f)) + "x" +
                               std::to_string(static_cast<long>(asset.height + 0.5f));
      dump.line(DumpLine(word(asset.kind)).add(size).add(asset.path));
    }
  });
}

}  // namespace

std::string dump(const Book& book) {
  Dump dump(&book);
  dump_metadata(dump, book.metadata);
  dump_contents(dump, "contents", book.contents_anchor, book.contents);
  dump_contents(dump, "figures", book.figures_anchor, book.figures);
  dump_contents(dump, "tables", book.tables_anchor, book.tables);
  dump_chapters(dump, book);
  dump_players(dump, book);
  dump_index(dump, book);
  dump_pictures(dump, book);
  return dump.take();
}

}  // namespace octavo::book
