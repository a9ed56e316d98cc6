#include "markdown/listings.h"

#include "base/unicode.h"
#include "markdown/html_inlines.h"
#include "markdown/inlines.h"
#include "markdown/neighbours.h"

namespace octavo::markdown {

namespace {

std::string value_of(const Tag& tag, std::string_view name) {
  const std::string* value = tag.attribute(name);
  return value == nullptr ? "" : base::trimmed(*value);
}

// The caption is Markdown, if the tag has it letter by letter; what was written with entities is plain text.
book::Inlines caption_of(Reading& reading, const std::string& text, base::Span where) {
  if (text.empty()) return {};
  const auto length = static_cast<Offset>(text.size());
  for (auto at = reading.prepared.find(text); at != std::string::npos; at = reading.prepared.find(text, at + length)) {
    const auto begin = static_cast<Offset>(at);
    // The tag may have come from another file: only its place there tells it from the same words elsewhere.
    const base::Span here = reading.source.span(begin, begin + length);
    if (here.file == where.file && here.begin >= where.begin && here.end <= where.end)
      return inlines(reading, {text, map_stretch(text, reading.prepared, begin, begin + length)});
  }
  book::Inlines plain;
  plain.push_back({book::Text{text}, where});
  reading.typography.apply(plain);
  return plain;
}

}  // namespace

book::Captioned listing(Reading& reading, const Tag& tag, book::Blocks blocks, base::Span where) {
  book::Captioned result;
  result.classes.emplace_back(listing_class);
  const std::string file = value_of(tag, "file-name"), number = value_of(tag, "number");
  if (!file.empty()) {
    book::Inlines label;
    label.push_back({book::Code{file}, where});
    result.blocks.push_back(
        {book::Paragraph{std::move(label), book::ParagraphRole::label}, where, {}, {}, {}});
  }
  std::move(blocks.begin(), blocks.end(), std::back_inserter(result.blocks));
  join_neighbours(result.blocks);
  result.caption = caption_of(reading, value_of(tag, "caption"), where);
  if (!number.empty()) {
    std::string label = std::string(reading.terms.listing) + " " + number;
    if (!result.caption.empty()) label += ": ";
    result.caption.insert(result.caption.begin(), {book::Text{std::move(label)}, where});
  }
  return result;
}

std::string listing_id(const Tag& tag) {
  const std::string number = value_of(tag, "number");
  if (number.empty()) return id_of(tag);
  std::string id = "listing-" + number;
  for (char& c : id) {
    const bool is_plain = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-';
    if (!is_plain) c = '-';
  }
  return id;
}

}  // namespace octavo::markdown
