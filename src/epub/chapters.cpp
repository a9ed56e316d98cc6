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
  begin(xml, metadata, book::terms(metadata.language).cover);
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
  begin(xml, metadata, metadata.title);
  open_section(xml, "titlepage", "", "");
  write_page_mark(xml, publication.page_at({}));
  line(xml, "p", "author", metadata.authors());
  line(xml, "h1", "title", metadata.title);
  line(xml, "p", "subtitle", metadata.subtitle);
  line(xml, "p", "publisher", metadata.publisher);
  line(xml, "p", "rights", metadata.rights);
  xml.close();
  return finish(xml);
}

std::string part_page(const Publication& publication, std::size_t part) {
  const book::Book& book = publication.book();
  base::XmlWriter xml;
  begin(xml, book.metadata, book::plain_text(book.parts[part].title));
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

std::string chapter_page(const Publication& publication, book::ChapterId id) {
  const book::Book& book = publication.book();
  const book::Chapter& chapter = book.chapters[id.index()];
  base::XmlWriter xml;
  begin(xml, book.metadata, book::plain_text(chapter.title));
  constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"chapter", "doc-chapter"}, {"preface", "doc-preface"}, {"appendix", "doc-appendix"}};
  const auto& [type, role] = kinds[static_cast<int>(chapter.kind)];
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
  Content content(publication, xml, publication.chapter_file(id), &chapter);
  content.write(chapter.title);
  xml.close();
  xml.line();
  content.write(chapter.blocks);
  content.write_notes();
  xml.line();
  xml.close();
  return finish(xml);
}

}  // namespace octavo::epub
