// The front matter, the parts and the chapters.
#include "epub/content.h"
#include "epub/parts.h"

namespace octavo::epub {
namespace {

void line(base::XmlWriter& xml, std::string_view element, std::string_view class_name, std::string_view text) {
  if (text.empty()) return;
  xml.open(element);
  xml.attribute("class", class_name);
  xml.text(text);
  xml.close();
  xml.line();
}

void open_section(base::XmlWriter& xml, std::string_view type, std::string_view role, std::string_view label) {
  xml.open("section");
  xml.attribute("class", type);
  xml.attribute("epub:type", type);
  if (!role.empty()) xml.attribute("role", role);
  if (!label.empty()) xml.attribute("aria-labelledby", label);
  xml.line();
}

}  // namespace

std::string cover_page(const Publication& publication, std::string_view picture) {
  const book::Metadata& metadata = publication.book().metadata;
  base::XmlWriter xml;
  begin(xml, publication, book::terms(metadata.language).cover);
  open_section(xml, "cover", "", "");
  xml.open("img");
  xml.attribute("src", picture);
  xml.attribute("role", "doc-cover");
  const std::string authors = metadata.authors();
  xml.attribute("alt", metadata.title + (authors.empty() ? "" : ", " + authors));
  xml.close();
  xml.line();
  xml.close();
  return finish(xml);
}

std::string title_page(const Publication& publication) {
  const book::Metadata& metadata = publication.book().metadata;
  base::XmlWriter xml;
  begin(xml, publication, metadata.title);
  open_section(xml, "titlepage", "", "");
  write_page_mark(xml, publication.page_at({}));
  line(xml, "p", "author", metadata.authors());
  line(xml, "h1", "title", metadata.title);
  line(xml, "p", "subtitle", metadata.subtitle);
  for (const std::string& credit : metadata.credits()) line(xml, "p", "credit", credit);
  line(xml, "p", "edition", metadata.edition);
  line(xml, "p", "publisher", metadata.publisher);
  line(xml, "p", "rights", metadata.rights);
  xml.close();
  return finish(xml);
}

std::string part_page(const Publication& publication, std::size_t part) {
  const book::Book& book = publication.book();
  base::XmlWriter xml;
  begin(xml, publication, book::plain_text(book.parts[part].title));
  open_section(xml, "part", "doc-part", name::title_id);
  write_page_mark(xml, publication.page_at(book.parts[part].anchor));
  xml.open("h1");
  xml.attribute("id", name::title_id);
  Content(publication, xml, Publication::part_file(part), nullptr).write(book::without_links(book.parts[part].title));
  xml.close();
  xml.line();
  xml.close();
  return finish(xml);
}

std::vector<Page> chapter_pages(const Publication& publication, book::ChapterId id) {
  const book::Book& book = publication.book();
  const book::Chapter& chapter = book.chapters[id.index()];
  constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"chapter", "doc-chapter"}, {"preface", "doc-preface"}, {"appendix", "doc-appendix"}};
  const auto& [type, role] = kinds[static_cast<int>(chapter.kind)];
  const std::string title = book::plain_text(chapter.title), first = publication.chapter_file(id);
  const std::span<const std::size_t> cuts = publication.cuts(id);
  std::vector<std::vector<std::size_t>> notes(cuts.size() + 1);  // by file
  for (std::size_t index = 0; index < chapter.notes.size(); ++index) notes[publication.part_of(chapter.notes[index])].push_back(index);
  std::vector<Page> pages;
  std::size_t at = 0;
  for (std::size_t part = 0; part <= cuts.size(); ++part) {
    const std::string file = Publication::further_file(first, part);
    base::XmlWriter xml;
    Content content(publication, xml, file, &chapter);
    begin(xml, publication, title, chapter.language);
    if (part == 0) {
      open_section(xml, type, role, name::title_id);
      write_page_mark(xml, publication.page_at(chapter.anchor));
      xml.open("h1");
      xml.attribute("id", name::title_id);
      if (!chapter.number.empty()) {
        xml.open("span");
        xml.attribute("class", "chapter-number");
        xml.text(chapter.number);
        xml.close();
        xml.text(" ");
      }
      content.write(chapter.title);
      xml.close();
      xml.line();
    } else {
      // The chapter goes on: only its beginning is one for those who count them.
      xml.open("section");
      xml.attribute("class", type);
      xml.attribute("aria-label", title);
      xml.line();
    }
    for (const std::size_t end = part < cuts.size() ? cuts[part] : chapter.blocks.size(); at < end; ++at)
      content.write_unit(chapter.blocks[at]);
    content.write_notes(notes[part]);
    xml.line();
    xml.close();
    pages.push_back({file, finish(xml), content.take_units()});
  }
  return pages;
}

}  // namespace octavo::epub
