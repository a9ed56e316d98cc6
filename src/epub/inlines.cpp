#include <algorithm>
#include <cmath>
#include <utility>

#include "base/paths.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "epub/content.h"

namespace octavo::epub {

namespace {

// Where the next word begins, if `at` is within one: a hyphenated word belongs to the page on which it begins.
std::size_t word_start(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return std::min(at, text.size());
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  const auto is_letter = [&](std::size_t place) { return base::is_of_spaced_word(base::decode(text, place).code_point); };
  if (!is_letter(before) || !is_letter(at)) return at;
  const std::size_t space = text.find(' ', at);
  return space == text.npos ? text.size() : space + 1;
}

}  // namespace

void Content::write(const book::Inlines& inlines) {
  for (const book::Inline& item : inlines) visit([&](const auto& value) { write(value); }, item.value);
}

void Content::place(book::AnchorId anchor) {
  if (const std::string_view id = publication_.id(anchor); !id.empty()) places_.push_back(id);
}

void Content::write_places() {
  for (const std::string_view id : std::exchange(places_, {})) {
    xml_.open("span");
    xml_.attribute("id", id);
    xml_.text("");  // so that the element is a pair of tags: HTML knows no span that closes itself
    xml_.close();
  }
}

void Content::id(book::AnchorId anchor) {
  const std::string_view id = publication_.id(anchor);
  if (!id.empty()) xml_.attribute("id", id);
}

void Content::language(std::string_view tag) {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
  if (tag.size() < 2 || tag.find_first_not_of(allowed) != std::string_view::npos) return;
  xml_.attribute("xml:lang", tag);
  xml_.attribute("lang", tag);
}

void Content::direction(std::string_view value) {
  if (value == "ltr" || value == "rtl" || value == "auto") xml_.attribute("dir", value);
}

void Content::class_names(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : " ") + name;
  if (!joined.empty()) xml_.attribute("class", joined);
}

void Content::begin_text(book::BlockId block) {
  write_places();
  marks_ = publication_.pages_in(block);
  text_offset_ = 0;
  write_marks_up_to(0);
}

void Content::end_text() { write_marks_up_to(static_cast<std::uint32_t>(-1)); }

void Content::write_text(book::BlockId block, const book::Inlines& content) {
  begin_text(block);
  write(content);
  end_text();
}

void Content::write_marks_up_to(std::uint32_t offset) {
  for (; !marks_.empty() && marks_.front().offset <= offset; marks_ = marks_.subspan(1)) write_page_mark(xml_, marks_.front().page);
}

void Content::words(std::string_view text) {
  const std::uint32_t end = text_offset_ + static_cast<std::uint32_t>(text.size());
  std::size_t written = 0;
  while (!marks_.empty() && marks_.front().offset < end) {
    const std::size_t at = std::max(written, word_start(text, marks_.front().offset - text_offset_));
    xml_.text(text.substr(written, at - written));
    written = at;
    write_page_mark(xml_, marks_.front().page);
    marks_ = marks_.subspan(1);
  }
  xml_.text(text.substr(written));
  text_offset_ = end;
}

void Content::write(const book::Text& text) { words(text.text); }
void Content::write(const book::Tag& tag) { words("#" + tag.name); }

void Content::write(const book::Code& code) {
  xml_.open("code");
  words(code.text);
  xml_.close();
}

void Content::write(const book::LineBreak&) {
  xml_.open("br");
  xml_.close();
  write_marks_up_to(++text_offset_);
}

void Content::write(const book::Marked& marked) {
  const bool is_small_caps = marked.mark == book::Mark::small_caps;  // of which HTML knows nothing
  xml_.open(is_small_caps ? "span" : book::element_name(marked.mark));
  if (is_small_caps) xml_.attribute("class", "small-caps");
  write(marked.content);
  xml_.close();
}

void Content::write(const book::Passage& passage) {
  xml_.open("span");
  language(passage.language);
  direction(passage.direction);
  class_names(passage.classes);
  write(passage.content);
  xml_.close();
}

void Content::write(const book::NamedPlace& place) {
  this->place(place.anchor);
  write_places();
}

void Content::open_link(book::AnchorId target, std::string_view class_name) {
  xml_.open("a");
  xml_.attribute("href", publication_.link(target, file_));
  if (!class_name.empty()) xml_.attribute("class", class_name);
}

void Content::write(const book::Link& link) {
  if (in_link_) return write(link.content);
  const auto place = [&]() -> book::AnchorId {
    if (const auto* to = std::get_if<book::ToAnchor>(&link.target)) return to->anchor;
    if (const auto* to = std::get_if<book::ToPlayer>(&link.target)) return publication_.book().players[to->player.index()].anchor;
    return {};
  }();
  const auto* to = std::get_if<book::ToUrl>(&link.target);
  if (place) {
    open_link(place, "");
  } else if (to && book::is_web_address(to->url)) {
    xml_.open("a");
    xml_.attribute("href", base::ascii_uri(to->url));
  } else if (!publication_.id(link.occurrence).empty()) {
    xml_.open("span");  // it leads nowhere: the words stay, and the index can still lead to them
  } else {
    return write(link.content);
  }
  id(link.occurrence);
  in_link_ = true;
  write(link.content);
  in_link_ = false;
  xml_.close();
  for (const book::NoteCall* call : std::exchange(waiting_calls_, {})) write(*call);
}

void Content::picture(const book::Image& image) {
  const book::Asset& asset = publication_.book().assets[image.asset.index()];
  xml_.open("img");
  xml_.attribute("src", Publication::picture_file(image.asset.index(), asset.kind));
  // None is no statement; an empty one says that there is nothing to be told.
  if (!image.alt.empty() || image.is_decoration) xml_.attribute("alt", image.alt);
  if (image.share) xml_.attribute("style", "width: " + std::to_string(std::lround(*image.share * 100)) + "%");
  if (image.width) xml_.attribute("width", std::to_string(std::lround(*image.width)));
  if (image.height) xml_.attribute("height", std::to_string(std::lround(*image.height)));
  xml_.close();
}

void Content::write(const book::Image& image) {
  if (!image.asset) return words(image.alt);
  picture(image);
  text_offset_ += static_cast<std::uint32_t>(image.alt.size());
  write_marks_up_to(text_offset_);
}

void Content::write(const book::NoteCall& call) {
  if (!chapter_ || !call.note) return;
  if (in_link_) return waiting_calls_.push_back(&call);
  const book::Note& note = chapter_->notes[call.note.index()];
  if (call.occurrence == note.calls.front()) {
    unit_of_note_.resize(chapter_->notes.size());
    unit_of_note_[call.note.index()] = unit_;
  }
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
  words(math.source);
  xml_.close();
}

}  // namespace octavo::epub
