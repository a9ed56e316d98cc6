#include "epub/publication.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "pictures/pictures.h"

namespace octavo::epub {
namespace {

// Every place of a block itself, not of the blocks in it.
void each_place(const book::Block& block, const std::function<void(book::AnchorId)>& on_place) {
  on_place(block.anchor);
  if (const auto* heading = get_if<book::Heading>(&block.value)) on_place(heading->anchor);
  const auto on_inline = [&](const book::Inline& item) {
    if (const auto* link = get_if<book::Link>(&item.value)) on_place(link->occurrence);
    if (const auto* call = get_if<book::NoteCall>(&item.value)) on_place(call->occurrence);
    if (const auto* named = get_if<book::NamedPlace>(&item.value)) on_place(named->anchor);
    return true;
  };
  book::each_run(block, [&](const book::Inlines& run) { book::each_inline(run, on_inline); });
}

}  // namespace

Publication::Publication(const Source& source, Cuts cuts)
    : book_(source.book), folios_(source.folios), sheets_(source.sheets), cuts_(std::move(cuts)) {
  find_further_places();
  if (folios_) number_pages(*folios_);
}

std::span<const std::size_t> Publication::cuts(book::ChapterId chapter) const {
  return cuts_.chapters.empty() ? std::span<const std::size_t>() : cuts_.chapters[chapter.index()];
}

std::string Publication::further_file(std::string_view first, std::size_t part) {
  if (part == 0) return std::string(first);
  constexpr std::string_view xhtml = ".xhtml";
  return std::string(first.substr(0, first.size() - xhtml.size())) + '.' + std::to_string(part + 1) + std::string(xhtml);
}

std::size_t Publication::part_of(std::span<const std::size_t> cuts, std::size_t index) {
  return static_cast<std::size_t>(std::ranges::upper_bound(cuts, index) - cuts.begin());
}

std::size_t Publication::part_of(book::AnchorId anchor) const {
  const auto further = further_.empty() ? further_.end() : further_.find(anchor);
  return further == further_.end() ? 0 : further->second;
}

void Publication::find_further_places() {
  const auto put = [this](book::AnchorId anchor, std::size_t part) {
    if (anchor && part > 0) further_.emplace(anchor, part);
  };
  const auto put_block = [&](const book::Block& block, std::size_t part) {
    each_place(block, [&](book::AnchorId anchor) { put(anchor, part); });
  };
  for (std::size_t index = 0; index < (cuts_.players.empty() ? 0 : book_.players.size()); ++index)
    put(book_.players[index].anchor, part_of(cuts_.players, index));
  for (std::size_t index = 0; index < (cuts_.index.empty() ? 0 : book_.index.size()); ++index)
    put(book_.index[index].anchor, part_of(cuts_.index, index));
  for (std::size_t index = 0; index < cuts_.chapters.size(); ++index) {
    if (cuts_.chapters[index].empty()) continue;
    each_block_of(book::ChapterId(index), put_block);
    for (const book::Note& note : book_.chapters[index].notes) put(note.anchor, part_of(note));
  }
}

std::size_t Publication::part_of(const book::Note& note) const { return note.calls.empty() ? 0 : part_of(note.calls.front()); }

void Publication::each_block_of(book::ChapterId id, const std::function<void(const book::Block&, std::size_t)>& on_block) const {
  const book::Chapter& chapter = book_.chapters[id.index()];
  for (std::size_t at = 0; at < chapter.blocks.size(); ++at) {
    const std::size_t part = part_of(cuts(id), at);
    const auto in_part = [&](const book::Block& block) {
      on_block(block, part);
      return true;
    };
    in_part(chapter.blocks[at]);
    book::each_body(chapter.blocks[at], [&](const book::Blocks& body) { book::each_block(body, in_part); });
  }
  // A note stands in the file that calls it first, which may be in a note before it.
  for (const book::Note& note : chapter.notes) {
    const std::size_t part = part_of(note);
    book::each_block(note.blocks, [&](const book::Block& block) {
      on_block(block, part);
      return true;
    });
  }
}

void Publication::number_pages(const book::Folios& folios) {
  std::unordered_map<book::BlockId, std::string> files;  // of the blocks that pages begin in
  for (const book::PrintedPage& page : folios.pages)
    if (page.begins) files.emplace(page.begins->block, "");
  const auto put = [&](book::BlockId block, std::string_view first, std::size_t part) {
    if (const auto wanted = files.find(block); wanted != files.end()) wanted->second = further_file(first, part);
  };
  for (std::size_t index = 0; index < book_.chapters.size(); ++index) {
    const std::string first = chapter_file(book::ChapterId(index));
    each_block_of(book::ChapterId(index), [&](const book::Block& block, std::size_t part) {
      book::each_text_id(block, [&](book::BlockId id) { put(id, first, part); });
    });
  }
  for (std::size_t index = 0; index < book_.players.size(); ++index)
    for (const book::Description& description : book_.players[index].descriptions)
      put(description.id, name::players, part_of(cuts_.players, index));

  pages_.reserve(folios.pages.size());
  const auto add = [this](const std::string& label, std::string file) {
    return &pages_.emplace_back(PrintedPage{label, std::move(file)});
  };
  for (std::size_t index = 0; index < folios.pages.size(); ++index) {
    const book::PrintedPage& page = folios.pages[index];
    if (page.label.empty()) continue;
    if (page.begins) {
      marks_[page.begins->block].push_back({page.begins->offset, add(page.label, files.at(page.begins->block))});
    } else if (page.opens) {
      openings_.emplace(page.opens, add(page.label, file_of(page.opens)));
    } else if (index == folios.title_page) {
      openings_.emplace(book::AnchorId(), add(page.label, std::string(name::title)));
    }
  }
}

bool Publication::is_entered(const book::Block& block) const {
  bool is_any = false;
  book::each_text_id(block, [&](book::BlockId text) { is_any = is_any || !pages_in(text).empty(); });
  each_place(block, [&](book::AnchorId anchor) { is_any = is_any || !id(anchor).empty(); });
  book::each_body(block, [&](const book::Blocks& body) {
    for (const book::Block& inner : body) is_any = is_any || is_entered(inner);
  });
  return is_any;
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

std::string Publication::chapter_file(book::ChapterId chapter) const { return book_.chapters[chapter.index()].slug + ".xhtml"; }

std::string Publication::picture_file(std::size_t asset, book::AssetKind kind) {
  return "images/" + std::to_string(asset + 1) + std::string(pictures::file_type(static_cast<pictures::Kind>(kind)).ending);
}

std::string Publication::file_of(book::AnchorId anchor) const {
  const std::size_t part = part_of(anchor);
  return part == 0 ? first_file_of(anchor) : further_file(first_file_of(anchor), part);
}

std::string Publication::first_file_of(book::AnchorId anchor) const {
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
  // The lists of figures and tables follow the contents in its file.
  if (place.kind == book::AnchorKind::matter) return place.division != book::Division::front || anchor == book_.contents_anchor;
  return place.kind == book::AnchorKind::part || place.kind == book::AnchorKind::chapter;
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

void begin(base::XmlWriter& xml, const Publication& publication, std::string_view title, std::string_view language) {
  if (language.empty()) language = publication.book().metadata.language;
  xml.declaration("html");
  xml.line();
  xml.open("html");
  xml.attribute("xmlns", "http://www.w3.org/1999/xhtml");
  xml.attribute("xmlns:epub", "http://www.idpf.org/2007/ops");
  xml.attribute("xml:lang", language);
  xml.attribute("lang", language);
  if (book::is_right_to_left(language)) xml.attribute("dir", "rtl");
  xml.line();
  xml.open("head");
  xml.line();
  xml.element("title", title);
  xml.line();
  for (const StyleSheet& sheet : publication.sheets()) {
    xml.open("link");
    xml.attribute("rel", "stylesheet");
    xml.attribute("type", "text/css");
    xml.attribute("href", sheet.file);
    if (!sheet.media.empty()) xml.attribute("media", sheet.media);
    xml.close();
    xml.line();
  }
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
