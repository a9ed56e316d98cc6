// What rules put into the text (`content` of ::before and ::after), and what they keep of it for the margins (`string-set`).
#include <utility>

#include "base/quotation.h"
#include "pages/composer.h"
#include "pages/named_strings.h"

namespace octavo::pages {
namespace {

std::string_view name_of(Composer::Made which) { return which == Composer::Made::before ? "::before" : "::after"; }

bool uses_own_words(const style::NamedContent& one) {
  for (const style::ContentPart& part : one.parts)
    if (part.kind == style::ContentKind::content) return true;
  return false;
}

// The pair of marks at a depth from 0; past the last pair, that again.
std::string quotation_mark(const style::Computed& style, std::string_view language, int depth, bool is_closing) {
  std::vector<std::string> marks(style.quotes.begin(), style.quotes.end());
  if (marks.empty()) marks = base::quotation_marks(language);
  const std::size_t pair = std::min(static_cast<std::size_t>(std::max(depth, 0)), marks.size() / 2 - 1);
  return marks[2 * pair + (is_closing ? 1 : 0)];
}

std::string attribute_of(const style::Element& element, std::string_view name) {
  if (name == "id") return std::string(element.id);
  if (name == "href") return std::string(element.address);
  if (name == "lang") return std::string(element.language);
  std::string classes;
  if (name == "class")
    for (const std::string_view one : element.classes) classes += (classes.empty() ? "" : " ") + std::string(one);
  return classes;
}

}  // namespace

Body::Body(const Workshop& workshop) {
  html.language = workshop.book.metadata.language;
  style = workshop.sheet.style(element, workshop.sheet.style(html, style::Computed{}));
}

std::string Composer::made_words(const std::vector<style::ContentPart>& parts, const style::Element& element, const style::Computed& style,
                               std::string_view language, std::string_view own) {
  using style::ContentKind;
  std::string words;
  for (const style::ContentPart& part : parts) {
    const style::ListStyle form = part.form.value_or(style::ListStyle::decimal);
    switch (part.kind) {
      case ContentKind::text: words += part.text; break;
      case ContentKind::content: words += own; break;
      case ContentKind::counter: words += counter_text(form, counters_.value(part.text)); break;
      case ContentKind::counters: words += counters_.all(part.text, part.separator, form); break;
      case ContentKind::attribute: words += attribute_of(element, part.text); break;
      case ContentKind::string: words += NamedStrings(book().metadata).value(part.text, style::Pick::first); break;
      case ContentKind::open_quote: words += quotation_mark(style, language, quotes_++, false); break;
      case ContentKind::no_open_quote: ++quotes_; break;
      case ContentKind::close_quote: words += quotation_mark(style, language, --quotes_, true); break;
      case ContentKind::no_close_quote: --quotes_; break;
    }
  }
  quotes_ = std::max(quotes_, 0);
  return words;
}

void Composer::keep_strings(const style::Computed& style, const style::Element& element, std::string_view language, const std::string* own) {
  for (const style::NamedContent& one : *style.strings) {
    if (uses_own_words(one) != (own != nullptr)) continue;
    section_.strings.push_back({one.name, made_words(one.parts, element, style, language, own ? *own : std::string_view())});
    pending_.strings.push_back(static_cast<std::uint32_t>(section_.strings.size() - 1));
  }
}

void Composer::add_made(Made which, Collected& into, const style::Element& element, const style::Computed& style, std::string_view language,
                        lines::Tag whole) {
  const style::Element child{name_of(which), {}, {}, &element, nullptr, false};
  style::Computed made = style_of(child, style);
  if (!made.content || made.content->parts.empty() || made.display == style::Display::none) return;
  made.rise += style.rise;
  counters_.enter(made);
  const std::string words = made_words(made.content->parts, element, made, language);
  counters_.leave();
  if (!words.empty()) first_letter_of_ = nullptr;
  const lines::Tag own = made.content->is_decoration ? tag(StructureId{}) : whole;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find('\n', at), words.size());
    add_words(into, words.substr(at, end - at), made, language, own, false);
    if (end < words.size()) into.paragraph.pieces.push_back(lines::ForcedBreak{});
    at = end + 1;
  }
}

void Composer::set_made(Made which, const style::Element& element, const Place& inside) {
  if (!workshop_.sheet.may_generate()) return;
  const style::Element child{name_of(which), {}, {}, &element, nullptr, false};
  const style::Computed made = style_of(child, *inside.style);
  if (!made.content || made.content->parts.empty() || made.display == style::Display::none) return;
  Frame frame = enter(child, inside, made.content->is_decoration ? StructureId{} : structure(Role::paragraph, inside.structure));
  Collected collected = begin_paragraph(frame.style, inside);
  add_words(collected, made_words(made.content->parts, element, made, inside.language), collected.style, inside.language,
            tag(frame.inside.structure), false);
  add_lines(collected, frame.place(), {});
  leave(frame);
}

}  // namespace octavo::pages
