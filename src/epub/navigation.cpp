#include <algorithm>

#include "epub/content.h"
#include "epub/parts.h"

namespace octavo::epub {
namespace {

std::string label_of(const book::ContentsEntry& entry) {
  const std::string title = book::plain_text(entry.title);
  return entry.number.empty() ? title : entry.number + " " + title;
}

// With the name of the file, even of this one: some reading systems and checkers look for one in every entry.
std::string link_of(const Publication& publication, book::AnchorId target) { return publication.link(target, {}); }

// Calls enter for every entry and leave after its last descendant: the flat list of the contents as a tree. A level that is left out
// (a part's chapter without a part) hangs under whatever stands above it.
template <class Enter, class Leave>
void as_tree(const book::Book& book, Enter enter, Leave leave) {
  std::vector<int> open;
  for (const book::ContentsEntry& entry : book.contents) {
    const int level = book::bookmark_level(book, entry);
    while (!open.empty() && open.back() >= level) {
      open.pop_back();
      leave(open.size());
    }
    enter(entry, open.size());
    open.push_back(level);
  }
  while (!open.empty()) {
    open.pop_back();
    leave(open.size());
  }
}

// A list of links that reading systems show where they see fit, and the page does not. Close with close_list().
void open_list(base::XmlWriter& xml, std::string_view type, std::string_view role, std::string_view label) {
  xml.open("nav");
  xml.attribute("epub:type", type);
  if (!role.empty()) xml.attribute("role", role);
  xml.attribute("hidden", "hidden");
  xml.attribute("aria-label", label);
  xml.line();
  xml.open("ol");
  xml.line();
}

void list_link(base::XmlWriter& xml, std::string_view type, std::string_view href, std::string_view text) {
  xml.open("li");
  xml.open("a");
  if (!type.empty()) xml.attribute("epub:type", type);
  xml.attribute("href", href);
  xml.text(text);
  xml.close();
  xml.close();
  xml.line();
}

void close_list(base::XmlWriter& xml) {
  xml.close();
  xml.line();
  xml.close();
  xml.line();
}

// A list of figures ("loi") or tables ("lot"), which the page shows too.
void caption_list(base::XmlWriter& xml, const Publication& publication, std::string_view type, std::string_view title, book::AnchorId anchor,
                  const std::vector<book::ContentsEntry>& entries) {
  if (!anchor) return;
  const std::string id(publication.id(anchor)), heading = id + ".title";
  write_page_mark(xml, publication.page_at(anchor));
  xml.open("nav");
  xml.attribute("epub:type", type);
  xml.attribute("id", id);
  xml.attribute("aria-labelledby", heading);
  xml.line();
  xml.open("h2");
  xml.attribute("id", heading);
  xml.text(title);
  xml.close();
  xml.line();
  xml.open("ol");
  xml.line();
  for (const book::ContentsEntry& entry : entries) list_link(xml, "", link_of(publication, entry.target), label_of(entry));
  close_list(xml);
}

// What an entry of the NCX says and where it leads.
void label_and_content(base::XmlWriter& xml, const std::string& label, const std::string& target) {
  xml.open("navLabel");
  xml.element("text", label);
  xml.close();
  xml.open("content");
  xml.attribute("src", target);
  xml.close();
}

}  // namespace

std::string navigation_page(const Publication& publication) {
  const book::Book& book = publication.book();
  const book::Terms& terms = book::terms(book.metadata.language);
  base::XmlWriter xml;
  begin(xml, publication, terms.contents);
  write_page_mark(xml, publication.page_at(book.contents_anchor));
  xml.open("nav");
  xml.attribute("epub:type", "toc");
  xml.attribute("role", "doc-toc");
  xml.attribute("id", "contents.");
  xml.attribute("aria-labelledby", name::title_id);
  xml.line();
  xml.open("h1");
  xml.attribute("id", name::title_id);
  xml.text(terms.contents);
  xml.close();
  xml.line();

  // One list for every depth; a list opens with its first entry and closes with the entry it belongs to.
  std::size_t lists = 0;
  as_tree(
      book,
      [&](const book::ContentsEntry& entry, std::size_t depth) {
        if (lists == depth) {
          xml.open("ol");
          xml.line();
          ++lists;
        }
        xml.open("li");
        xml.open("a");
        xml.attribute("href", link_of(publication, entry.target));
        xml.text(label_of(entry));
        xml.close();
      },
      [&](std::size_t depth) {
        for (; lists > depth + 1; --lists) xml.close();  // the list inside this entry
        xml.close();
        xml.line();
      });
  for (; lists > 0; --lists) xml.close();
  xml.line();
  xml.close();
  xml.line();

  caption_list(xml, publication, "loi", terms.figures, book.figures_anchor, book.figures);
  caption_list(xml, publication, "lot", terms.tables, book.tables_anchor, book.tables);

  if (!publication.pages().empty()) {
    open_list(xml, "page-list", "doc-pagelist", terms.pages);
    for (const PrintedPage& page : publication.pages()) list_link(xml, "", page.link(), page.label);
    close_list(xml);
  }

  open_list(xml, "landmarks", "", terms.landmarks);
  const auto landmark = [&](std::string_view type, const std::string& href, std::string_view text) { list_link(xml, type, href, text); };
  landmark("cover", std::string(name::cover), terms.cover);
  landmark("toc", std::string(name::navigation) + "#contents.", terms.contents);
  if (book.figures_anchor) landmark("loi", link_of(publication, book.figures_anchor), terms.figures);
  if (book.tables_anchor) landmark("lot", link_of(publication, book.tables_anchor), terms.tables);
  // Where the reading begins: behind the prefaces.
  const auto is_proper = [](const book::Chapter& chapter) { return chapter.kind != book::ChapterKind::preface; };
  if (auto first = std::ranges::find_if(book.chapters, is_proper); !book.chapters.empty()) {
    if (first == book.chapters.end()) first = book.chapters.begin();
    landmark("bodymatter", publication.chapter_file(book::ChapterId(first - book.chapters.begin())), book::plain_text(first->title));
  }
  if (book.players_anchor) landmark("appendix", std::string(name::players), terms.key_players);
  if (book.index_anchor) landmark("index", std::string(name::index), terms.index);
  xml.close();
  xml.line();
  xml.close();
  return finish(xml);
}

std::string ncx(const Publication& publication) {
  const book::Book& book = publication.book();
  base::XmlWriter xml;
  xml.declaration();
  xml.line();
  xml.open("ncx");
  xml.attribute("xmlns", "http://www.daisy.org/z3986/2005/ncx/");
  xml.attribute("version", "2005-1");
  xml.attribute("xml:lang", book.metadata.language);
  xml.line();
  xml.open("head");
  const auto meta = [&](std::string_view name, const std::string& content) {
    xml.open("meta");
    xml.attribute("name", name);
    xml.attribute("content", content);
    xml.close();
  };
  std::size_t deepest = 1;
  as_tree(book, [&](const auto&, std::size_t depth) { deepest = std::max(deepest, depth + 1); }, [](std::size_t) {});
  meta("dtb:uid", identifier(book.metadata));
  meta("dtb:depth", std::to_string(deepest));
  const auto is_number = [](const std::string& label) { return label.find_first_not_of("0123456789") == label.npos; };
  std::string highest = "0";
  for (const PrintedPage& page : publication.pages())
    if (is_number(page.label)) highest = page.label;
  meta("dtb:totalPageCount", std::to_string(publication.pages().size()));
  meta("dtb:maxPageNumber", highest);
  xml.close();
  xml.line();
  xml.open("docTitle");
  xml.element("text", book.metadata.title);
  xml.close();
  xml.line();
  xml.open("navMap");
  xml.line();
  std::size_t order = 0;
  as_tree(
      book,
      [&](const book::ContentsEntry& entry, std::size_t) {
        const std::string number = std::to_string(++order);
        xml.open("navPoint");
        xml.attribute("id", "point-" + number);
        xml.attribute("playOrder", number);
        label_and_content(xml, label_of(entry), publication.link(entry.target, name::ncx));
        xml.line();
      },
      [&](std::size_t) {
        xml.close();
        xml.line();
      });
  xml.close();
  xml.line();
  if (!publication.pages().empty()) {
    xml.open("pageList");
    xml.line();
    for (const PrintedPage& page : publication.pages()) {
      const std::string number = std::to_string(++order);
      xml.open("pageTarget");
      xml.attribute("id", "page-" + number);
      xml.attribute("type", is_number(page.label) ? "normal" : "front");
      if (is_number(page.label)) xml.attribute("value", page.label);
      xml.attribute("playOrder", number);
      label_and_content(xml, page.label, page.link());
      xml.close();
      xml.line();
    }
    xml.close();
    xml.line();
  }
  xml.close();
  xml.line();
  return xml.take();
}

}  // namespace octavo::epub
