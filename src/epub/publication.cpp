#include "epub/publication.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace octavo::epub {

Publication::Publication(const book::Book& book, const book::Folios* folios) : book_(book), folios_(folios) {
  if (folios) number_pages(*folios);
}

void Publication::number_pages(const book::Folios& folios) {
  // A file holds the text from its first block on to that of the next: resolve has numbered the blocks in the order of the chapters, each with
  // its notes, and then what is said of the key players.
  std::vector<std::pair<book::BlockId, std::string>> files;
  for (std::size_t index = 0; index < book_.chapters.size(); ++index) {
    const book::Chapter& chapter = book_.chapters[index];
    const book::Blocks& blocks = chapter.blocks.empty() && !chapter.notes.empty() ? chapter.notes.front().blocks : chapter.blocks;
    if (!blocks.empty()) files.emplace_back(blocks.front().id, chapter_file(book::ChapterId(index)));
  }
  const auto has_description = [](const book::Player& player) { return !player.descriptions.empty(); };
  if (const auto first = std::ranges::find_if(book_.players, has_description); first != book_.players.end())
    files.emplace_back(first->descriptions.front().id, name::players);

  pages_.reserve(folios.pages.size());
  const auto add = [this](const std::string& label, std::string file) {
    return &pages_.emplace_back(PrintedPage{label, std::move(file)});
  };
  for (std::size_t index = 0; index < folios.pages.size(); ++index) {
    const book::PrintedPage& page = folios.pages[index];
    if (page.label.empty()) continue;
    if (page.begins) {
      const auto next = std::ranges::upper_bound(files, page.begins->block, {}, &std::pair<book::BlockId, std::string>::first);
      marks_[page.begins->block].push_back({page.begins->offset, add(page.label, std::prev(next)->second)});
    } else if (page.opens) {
      openings_.emplace(page.opens, add(page.label, file_of(page.opens)));
    } else if (index == 0) {
      openings_.emplace(book::AnchorId(), add(page.label, std::string(name::title)));
    }
  }
}

std::span<const Publication::PageMark> Publication::pages_in(book::BlockId block) const {
  const auto found = marks_.find(block);
  return found == marks_.end() ? std::span<const PageMark>() : found->second;
}

const PrintedPage* Publication::page_at(book::AnchorId anchor) const {
  const auto found = openings_.find(anchor);
  return found == openings_.end() ? nullptr : found->second;
}

void write_page_mark(base::XmlWriter& xml, const PrintedPage* page) {
  if (!page) return;
  xml.open("span");
  xml.attribute("epub:type", "pagebreak");
  xml.attribute("role", "doc-pagebreak");
  xml.attribute("id", page->id());
  xml.attribute("aria-label", page->label);
  xml.text("");  // a pair of tags
  xml.close();
}

std::string_view ending(book::AssetKind kind) {
  switch (kind) {
    case book::AssetKind::png: return ".png";
    case book::AssetKind::jpeg: return ".jpg";
    case book::AssetKind::gif: return ".gif";
    case book::AssetKind::webp: return ".webp";
    case book::AssetKind::svg: return ".svg";
  }
  return {};
}

std::string Publication::chapter_file(book::ChapterId chapter) const { return book_.chapters[chapter.index()].slug + ".xhtml"; }

std::string Publication::picture_file(std::size_t asset, book::AssetKind kind) {
  return "images/" + std::to_string(asset + 1) + std::string(ending(kind));
}

std::string Publication::file_of(book::AnchorId anchor) const {
  const book::Anchor& place = book_.anchors[anchor.index()];
  if (place.kind == book::AnchorKind::part)
    for (std::size_t part = 0; part < book_.parts.size(); ++part)
      if (book_.parts[part].anchor == anchor) return part_file(part);
  switch (place.division) {
    case book::Division::front: return std::string(name::navigation);
    case book::Division::chapter: return chapter_file(place.chapter);
    case book::Division::players: return std::string(name::players);
    case book::Division::index: return std::string(name::index);
  }
  return {};
}

bool Publication::is_head(book::AnchorId anchor) const {
  const book::Anchor& place = book_.anchors[anchor.index()];
  return place.kind == book::AnchorKind::part || place.kind == book::AnchorKind::chapter || place.kind == book::AnchorKind::matter;
}

std::string Publication::link(book::AnchorId anchor, std::string_view from_file) const {
  const std::string file = file_of(anchor);
  const std::string fragment = is_head(anchor) ? "" : "#" + book_.anchors[anchor.index()].id;
  return file == from_file && !fragment.empty() ? fragment : file + fragment;
}

std::string_view Publication::id(book::AnchorId anchor) const {
  if (!anchor) return {};
  const book::Anchor& place = book_.anchors[anchor.index()];
  return place.is_target ? std::string_view(place.id) : std::string_view();
}

std::string identifier(const book::Metadata& metadata) {
  return metadata.isbn_epub.empty() ? metadata.identifier : "urn:isbn:" + metadata.isbn_epub;
}

void begin(base::XmlWriter& xml, const book::Metadata& metadata, std::string_view title) {
  xml.declaration("html");
  xml.line();
  xml.open("html");
  xml.attribute("xmlns", "http://www.w3.org/1999/xhtml");
  xml.attribute("xmlns:epub", "http://www.idpf.org/2007/ops");
  xml.attribute("xml:lang", metadata.language);
  xml.attribute("lang", metadata.language);
  if (book::is_right_to_left(metadata.language)) xml.attribute("dir", "rtl");
  xml.line();
  xml.open("head");
  xml.line();
  xml.element("title", title);
  xml.line();
  xml.open("link");
  xml.attribute("rel", "stylesheet");
  xml.attribute("type", "text/css");
  xml.attribute("href", name::style);
  xml.close();
  xml.line();
  xml.close();
  xml.line();
  xml.open("body");
  xml.line();
}

std::string finish(base::XmlWriter& xml) {
  xml.line();
  xml.close();
  xml.line();
  xml.close();
  xml.line();
  return xml.take();
}

}  // namespace octavo::epub
