#include "resolve/player_items.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::resolve {

using namespace book;

namespace {

bool is_dash(char32_t letter) {
  return letter == U'-' || (letter >= U'\u2010' && letter <= U'\u2015') || letter == U'\u2212';
}
bool is_space(char32_t letter) {
  return letter == U' ' || letter == U'\u00A0' || letter == U'\u2009' || letter == U'\u202F';
}

// Where a name ends and a description begins within a text: at its first dash with space round it, long dash,
// or colon.
std::size_t separator(std::string_view text) {
  bool after_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    const std::size_t next = at + decoded.length;
    const bool before_space = next >= text.size() || is_space(base::decode(text, next).code_point);
    const char32_t letter = decoded.code_point;
    if (letter == U'\u2014' || letter == U'\u2015') return at;
    if (is_dash(letter) && after_space && (before_space || is_dash(base::decode(text, next).code_point)))
      return at;
    if (letter == U':' && before_space) return at;
    after_space = is_space(letter);
    at = next;
  }
  return text.npos;
}

void trim_separators_before(Inlines& inlines) {
  while (!inlines.empty()) {
    if (holds_alternative<LineBreak>(inlines.front().value)) {
      inlines.erase(inlines.begin());
      continue;
    }
    auto* text = get_if<Text>(&inlines.front().value);
    if (!text) return;
    std::size_t at = 0;
    while (at < text->text.size()) {
      const base::Decoded decoded = base::decode(text->text, at);
      const char32_t letter = decoded.code_point;
      if (!is_space(letter) && !is_dash(letter) && letter != U':' && letter != U',') break;
      at += decoded.length;
    }
    text->text.erase(0, at);
    if (!text->text.empty()) return;
    inlines.erase(inlines.begin());
  }
}

std::string trimmed_name(std::string name) {
  while (!name.empty() && (name.back() == ':' || name.back() == ' ')) name.pop_back();
  return base::trimmed(name);
}

// What stands in one place only is no part of a copy: calls of notes, places with names.
void drop_calls_and_places(Inlines& inlines) {
  std::erase_if(inlines, [](const Inline& one) { return holds_alternative<NoteCall>(one.value) || holds_alternative<NamedPlace>(one.value); });
  for (Inline& one : inlines) {
    visit(
        [](auto& value) {
          if constexpr (requires { value.content; }) drop_calls_and_places(value.content);
        },
        one.value);
  }
}

// Of a wikilink without an alias the folders are no part of the name.
std::string name_of(const Link& link) {
  const std::string text = plain_text(link.content);
  const auto* to = std::get_if<ToName>(&link.target);
  const bool is_path = to && to->form == LinkForm::wikilink && !to->has_alias && to->headings.empty();
  return trimmed_name(is_path ? text.substr(text.rfind('/') + 1) : text);
}

// The name is what is linked or set in bold at the beginning; what follows in the bold belongs to the
// description.
PlayerItem item_with_lead(const Inlines& paragraph) {
  PlayerItem item;
  const Inline& lead = paragraph.front();
  if (const auto* link = get_if<Link>(&lead.value)) {
    item.link = link;
  } else {
    const Inlines& content = get<Marked>(lead.value).content;
    if (!content.empty()) item.link = get_if<Link>(&content.front().value);
    if (item.link)
      item.description.assign(content.begin() + 1, content.end());
    else
      item.name = trimmed_name(plain_text(content));
  }
  if (item.link) item.name = name_of(*item.link);
  item.description.insert(item.description.end(), paragraph.begin() + 1, paragraph.end());
  return item;
}

// Nothing but a dash or a colon says where the name ends.
std::optional<PlayerItem> plain_item(const Inlines& paragraph) {
  constexpr std::size_t most_spaces = 5;  // a longer text without a separator is a sentence, not a name
  PlayerItem item;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    const auto* text = get_if<Text>(&paragraph[i].value);
    const std::size_t end = text ? separator(text->text) : std::string::npos;
    if (end != std::string::npos) {
      item.name += text->text.substr(0, end);
      Inline rest = paragraph[i];
      get<Text>(rest.value).text.erase(0, end);
      item.description.push_back(std::move(rest));
      item.description.insert(item.description.end(), paragraph.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                              paragraph.end());
      break;
    }
    if (const auto* link = get_if<Link>(&paragraph[i].value); link && !item.link) item.link = link;
    item.name += plain_text({paragraph[i]});
  }
  // "Ada Lovelace (1815–1852)": the years are no part of the name.
  if (const std::size_t bracket = item.name.find(" ("); bracket != std::string::npos && bracket > 0) {
    item.description.insert(item.description.begin(),
                            Inline{Text{item.name.substr(bracket + 1)}, paragraph.front().where});
    item.name.resize(bracket);
  }
  item.name = item.link ? name_of(*item.link) : trimmed_name(item.name);
  if (std::count(item.name.begin(), item.name.end(), ' ') > static_cast<std::ptrdiff_t>(most_spaces))
    return {};
  return item;
}

}  // namespace

std::optional<PlayerItem> parse_item(const Inlines& paragraph) {
  if (paragraph.empty()) return {};
  const auto& lead = paragraph.front().value;
  const bool has_lead = holds_alternative<Marked>(lead) || holds_alternative<Link>(lead);
  std::optional<PlayerItem> item = has_lead ? item_with_lead(paragraph) : plain_item(paragraph);
  if (!item || item->name.empty()) return {};
  trim_separators_before(item->description);
  drop_calls_and_places(item->description);
  return item;
}

void each_player_paragraph(Blocks& blocks, const std::vector<std::string>& headings,
                           const std::function<void(Block&)>& on_item) {
  int level = 0;  // of the heading we are under, 0 outside
  for (Block& block : blocks) {
    if (const auto* heading = get_if<Heading>(&block.value)) {
      if (level > 0 && heading->level > level) continue;  // a group of players
      const std::string text = base::folded(plain_text(heading->content));
      level = std::find(headings.begin(), headings.end(), text) == headings.end() ? 0 : heading->level;
    } else if (auto* list = get_if<List>(&block.value); list && level > 0) {
      for (ListItem& item : list->items) {
        if (!item.blocks.empty() && holds_alternative<Paragraph>(item.blocks.front().value))
          on_item(item.blocks.front());
      }
    } else if (auto* group = get_if<Group>(&block.value)) {
      each_player_paragraph(group->blocks, headings, on_item);
    }
  }
}

}  // namespace octavo::resolve
