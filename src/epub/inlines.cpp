#include <charconv>
#include <cmath>

#include "epub/content.h"

namespace octavo::epub {
namespace {

std::string_view element_name(book::Mark mark) {
  switch (mark) {
    case book::Mark::emphasis: return "em";
    case book::Mark::strong: return "strong";
    case book::Mark::strikethrough: return "s";
    case book::Mark::highlight: return "mark";
    case book::Mark::superscript: return "sup";
    case book::Mark::subscript: return "sub";
    case book::Mark::keyboard: return "kbd";
    case book::Mark::underline: return "u";
    case book::Mark::small_caps: return "span";
  }
  return "span";
}

}  // namespace

void Content::write(const book::Inlines& inlines) {
  for (const book::Inline& item : inlines) std::visit([&](const auto& value) { write(value); }, item.value);
}

void Content::id(book::AnchorId anchor) {
  const std::string_view id = publication_.id(anchor);
  if (!id.empty()) xml_.attribute("id", id);
}

void Content::class_names(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : " ") + name;
  if (!joined.empty()) xml_.attribute("class", joined);
}

void Content::write(const book::Text& text) { xml_.text(text.text); }
void Content::write(const book::Code& code) { xml_.element("code", code.text); }
void Content::write(const book::Tag& tag) { xml_.text("#" + tag.name); }

void Content::write(const book::LineBreak&) {
  xml_.open("br");
  xml_.close();
}

void Content::write(const book::Marked& marked) {
  xml_.open(element_name(marked.mark));
  if (marked.mark == book::Mark::small_caps) xml_.attribute("class", "small-caps");
  write(marked.content);
  xml_.close();
}

void Content::write(const book::Passage& passage) {
  xml_.open("span");
  if (!passage.language.empty()) {
    xml_.attribute("xml:lang", passage.language);
    xml_.attribute("lang", passage.language);
  }
  if (!passage.direction.empty()) xml_.attribute("dir", passage.direction);
  class_names(passage.classes);
  write(passage.content);
  xml_.close();
}

void Content::open_link(book::AnchorId target, std::string_view class_name) {
  xml_.open("a");
  xml_.attribute("href", publication_.link(target, file_));
  if (!class_name.empty()) xml_.attribute("class", class_name);
}

void Content::write(const book::Link& link) {
  const auto place = [&]() -> book::AnchorId {
    if (const auto* to = std::get_if<book::ToAnchor>(&link.target)) return to->anchor;
    if (const auto* to = std::get_if<book::ToPlayer>(&link.target)) return publication_.book().players[to->player.index()].anchor;
    return {};
  }();
  if (place) {
    open_link(place, "");
    id(link.occurrence);
  } else if (const auto* to = std::get_if<book::ToUrl>(&link.target)) {
    xml_.open("a");
    xml_.attribute("href", to->url);
    id(link.occurrence);
  } else if (!publication_.id(link.occurrence).empty()) {
    xml_.open("span");  // unresolved: the words stay, and the index can still lead to them
    id(link.occurrence);
  } else {
    return write(link.content);
  }
  write(link.content);
  xml_.close();
}

void Content::picture(const book::Image& image) {
  const book::Asset& asset = publication_.book().assets[image.asset.index()];
  xml_.open("img");
  xml_.attribute("src", Publication::picture_file(image.asset.index(), asset.kind));
  xml_.attribute("alt", image.alt);
  if (image.width) xml_.attribute("width", std::to_string(std::lround(*image.width)));
  if (image.height) xml_.attribute("height", std::to_string(std::lround(*image.height)));
  xml_.close();
}

void Content::write(const book::Image& image) {
  if (image.asset) picture(image);
  else xml_.text(image.alt);
}

void Content::write(const book::NoteCall& call) {
  if (!chapter_ || !call.note) return;
  const book::Note& note = chapter_->notes[call.note.index()];
  xml_.open("a");
  xml_.attribute("href", publication_.link(note.anchor, file_));
  xml_.attribute("class", "note-call");
  xml_.attribute("epub:type", "noteref");
  xml_.attribute("role", "doc-noteref");
  id(call.occurrence);
  xml_.text(note.number);
  xml_.close();
}

void Content::write(const book::Math& math) {
  xml_.open("code");
  xml_.attribute("class", "math");
  xml_.text(math.source);
  xml_.close();
}

}  // namespace octavo::epub
