// Inlines of the model to the pieces of a paragraph: every mark becomes an element for the style sheet, every link a tag.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "pages/composer.h"

namespace octavo::pages {
namespace {

// Whether the first letter of a paragraph may be in it or behind it.
bool may_begin_with_letter(const book::Inline& item) {
  const auto is_one_of = [&]<class... Kind>() { return (get_if<Kind>(&item.value) || ...); };
  return !is_one_of.template operator()<book::Code, book::Math, book::LineBreak, book::Image, book::NoteCall>();
}

constexpr float tallest_icon = 2;          // line heights
constexpr float height_of_icons = 0.83f;   // of the leading: so that none pushes its line down
constexpr float descent_of_icons = 0.18f;  // of their height, so that they are centred on small letters

}  // namespace

lines::Tag Composer::tag(StructureId structure, std::optional<std::uint32_t> link) {
  tags_.push_back({structure, link, {}, {}});
  return static_cast<lines::Tag>(tags_.size() - 1);
}

// Every line of a link has the description with it, so that of a text without end is cut.
std::uint32_t Composer::link(LinkFacts facts) {
  constexpr std::size_t longest = 1'000;
  if (facts.description.size() > 4 * longest)
    facts.description = base::encoded(base::code_points(facts.description).substr(0, longest)) + "\u2026";
  links_.push_back(std::move(facts));
  return static_cast<std::uint32_t>(links_.size() - 1);
}

std::uint32_t Composer::mark(MarkFacts facts) {
  marks_.push_back(facts);
  return static_cast<std::uint32_t>(marks_.size() - 1);
}

StructureId Composer::figure(const book::Image& image, StructureId parent) {
  if (image.is_decoration) return {};
  const StructureId node = structure(Role::figure, parent);
  section_.structure[node.index()].alternative = image.alt;
  return node;
}

StructureId Composer::structure(Role role, StructureId parent, int level) {
  section_.structure.push_back({.role = role, .parent = parent, .level = level});
  return StructureId(section_.structure.size() - 1);
}

void Composer::collect(Collected& into, const book::Inlines& content, const style::Element& element,
                       const style::Computed& style, const Place& place, StructureId structure) {
  // Not in headings, nor in those of columns, which may be set again on another page.
  const bool refers = !(element.name.size() == 2 && (element.name[0] == 'h' || element.name == "th"));

  // CSS does not inherit `vertical-align`, but what stands in a superscript is lifted with it.
  const auto inner = [&](const style::Element& child, const style::Computed& parent) {
    style::Computed computed = style_of(child, parent);
    computed.rise += parent.rise;
    return computed;
  };
  const bool generates = workshop_.sheet.may_generate();
  // The tag travels down, because what is marked inside a link is still the link; so does what new elements are put into.
  auto walk = [&](auto&& self, const book::Inlines& inlines, const style::Element& parent, const style::Computed& look,
                  std::string_view language, lines::Tag current, StructureId owner) -> void {
    std::optional<Look> own;  // of the words at this level
    const auto say = [&](std::string words) {
      if (!own) own = this->look(into.paragraph, look, language);
      Look now = *own;
      const bool is_begun = first_letter_of_ != nullptr;
      if (is_begun) {
        words = set_first_letter(into, std::move(words), first_line_.paragraph ? first_line_style(into, parent) : look, look, place, current);
        now.transform = style::Transform::none;
        if (words.empty()) return;
      }
      if (first_line_.paragraph) restyle(into, words, parent, is_begun, language);
      add_words(into, std::move(words), now, language, current);
    };
    // What rules put before and after an element is its own.
    const auto between = [&](const style::Element& child, const style::Computed& inside, std::string_view tongue, lines::Tag whole, auto&& body) {
      if (generates) add_made(Made::before, into, child, inside, tongue, whole);
      body();
      if (generates) add_made(Made::after, into, child, inside, tongue, whole);
    };
    for (const book::Inline& item : inlines) {
      if (first_letter_of_ && !may_begin_with_letter(item)) first_letter_of_ = nullptr;
      visit(
          book::Overloaded{
              [&](const book::Text& text) { say(text.text); },
              [&](const book::Tag& name) { say("#" + name.name); },
              [&](const book::Code& code) {
                const style::Element child{"code", {}, {}, &parent, nullptr, false};
                const style::Computed inside = inner(child, look);
                between(child, inside, language, current, [&] {
                  if (first_line_.paragraph) restyle(into, code.text, child, false, language);
                  add_words(into, code.text, inside, language, current);
                });
              },
              [&](const book::Math& math) {
                const style::Element child{"code", {"math"}, {}, &parent, nullptr, false};
                add_words(into, math.source, inner(child, look), language, current);
              },
              [&](const book::LineBreak&) { into.paragraph.pieces.push_back(lines::ForcedBreak{}); },
              [&](const book::Marked& marked) {
                const style::Element child{book::element_name(marked.mark), {}, {}, &parent, nullptr, false};
                const style::Computed inside = inner(child, look);
                between(child, inside, language, current, [&] { self(self, marked.content, child, inside, language, current, owner); });
              },
              [&](const book::Passage& passage) {
                style::Element child{"span", {}, {}, &parent, nullptr, false};
                for (const auto& name : passage.classes) child.classes.push_back(name);
                child.language = passage.language;
                const style::Computed inside = inner(child, look);
                const auto put = [&](std::string_view tongue, lines::Tag whole, StructureId within) {
                  between(child, inside, tongue, whole, [&] { self(self, passage.content, child, inside, tongue, whole, within); });
                };
                if (passage.language.empty() || passage.language == language) return put(language, current, owner);
                const StructureId node = this->structure(Role::span, tags_[current].structure);
                section_.structure[node.index()].language = passage.language;
                put(passage.language, tag(node, tags_[current].link), node);
              },
              [&](const book::Link& link) {
                if (link.occurrence) into.paragraph.pieces.push_back(lines::Mark{mark({.anchor = link.occurrence})});
                std::optional<LinkFacts> facts;
                if (const auto* to = std::get_if<book::ToAnchor>(&link.target)) facts = {to->anchor, {}, {}};
                if (const auto* to = std::get_if<book::ToPlayer>(&link.target))
                  facts = {book().players[to->player.index()].anchor, {}, {}};
                if (const auto* to = std::get_if<book::ToUrl>(&link.target); to && book::is_web_address(to->url)) facts = {to->url, {}, {}};
                if (!facts) return self(self, link.content, parent, look, language, current, owner);
                facts->description = book::plain_text(link.content);
                const StructureId node = this->structure(Role::link, owner);
                facts->structure = node;
                const bool external = std::holds_alternative<std::string>(facts->target);
                style::Element child{"a", {external ? "external" : "internal"}, {}, &parent, nullptr, false};
                if (external) child.address = std::get<book::ToUrl>(link.target).url;
                const style::Computed inside = inner(child, look);
                const lines::Tag whole = tag(node, this->link(std::move(*facts)));
                between(child, inside, language, whole, [&] { self(self, link.content, child, inside, language, whole, node); });
                if (refers) number_page_references(into, link, parent, look, place, owner);
              },
              [&](const book::Image& image) {
                if (!image.asset) return say(image.alt);
                const book::Asset& asset = book().assets[image.asset.index()];
                const float room = section_.measure - place.left - place.right - std::max(style.text_indent, 0.0f);
                const auto [width, height] = asked_size(image, asset, room);
                // An icon stands in its line like a letter and does not force the lines apart.
                const bool is_icon = height <= tallest_icon * look.line_height;
                const float most = is_icon ? height_of_icons * look.line_height : 0.8f * workshop_.page_height;
                const float scale = std::min({1.0f, room / std::max(width, 1.0f), most / std::max(height, 1.0f)});
                const float descent = is_icon ? descent_of_icons * height * scale : 0;
                const StructureId node = figure(image, owner);
                section_.pictures.push_back({asset.path, asset.kind, width * scale});
                tags_.push_back({node, tags_[current].link, PictureId(section_.pictures.size() - 1), {}});
                into.paragraph.pieces.push_back(
                    lines::Box{width * scale, height * scale - descent, descent, static_cast<lines::Tag>(tags_.size() - 1)});
              },
              [&](const book::NoteCall& call) {
                if (!chapter_ || !call.note) return;
                const book::Note& note = chapter_->notes[call.note.index()];
                // A note stands where it is called first.
                std::optional<std::uint32_t> stands_here;
                if (!note.calls.empty() && note.calls.front() == call.occurrence)
                  stands_here = static_cast<std::uint32_t>(first_note_ + call.note.index());
                into.paragraph.pieces.push_back(lines::Mark{mark({.anchor = call.occurrence, .note = stands_here})});
                const StructureId node = this->structure(Role::link, this->structure(Role::reference, owner));
                const style::Element child{"a", {"note-call"}, {}, &parent, nullptr, false};
                add_words(into, "\u2060" + note.number, inner(child, look), language,
                          tag(node, this->link({note.anchor, note.number, node})), false);
              },
              [&](const book::NamedPlace& named) {
                if (named.anchor) into.paragraph.pieces.push_back(lines::Mark{mark({.anchor = named.anchor})});
              },
              [&](const book::InlineEmbed&) {},  // gone after resolve
          },
          item.value);
    }
  };
  walk(walk, content, element, style, place.language, tag(structure), structure);
}

}  // namespace octavo::pages
