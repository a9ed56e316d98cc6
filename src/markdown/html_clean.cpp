#include "markdown/html_clean.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/word_list.h"
#include "markdown/exemptions.h"
#include "markdown/html_elements.h"
#include "markdown/html_tags.h"

namespace octavo::markdown {

namespace {

constexpr std::size_t most_tags = 200'000;  // of one parent; the parser needs half a kilobyte for each

// Elements whose end need not be written: one that opens ends the others, as far as what holds them all.
struct Family {
  std::string_view opens, ends, within;
};
constexpr std::array<Family, 5> families = {{
    {"li", "li", "ol table ul"},
    {"dd dt", "dd dt", "dl ol table ul"},
    {"td th", "caption colgroup td th", "table"},
    {"tr", "caption colgroup td th tr", "table"},
    {"caption colgroup tbody tfoot thead", "caption colgroup tbody td tfoot th thead tr", "table"},
}};

// Those that may hold Markdown, so that they stay open at the end of an HTML block.
bool is_holder(std::string_view name) {
  const ElementKind kind = element_kind(name);
  return (kind == ElementKind::block && name != "pre") || kind == ElementKind::lost_block;
}

bool is_cell(std::string_view name) { return base::is_among(name, "caption td th"); }

std::string escaped(std::string_view value) {
  std::string result;
  for (const char c : value) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '"') {
      result += "&quot;";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

HtmlFindings CleanHtml::add(std::string_view html) {
  html_ = html;
  last_angle_ = html.rfind('>');
  findings_ = {};
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t angle = std::min(html.find('<', at), html.size());
    add_text(html.substr(at, angle - at));
    at = angle < html.size() ? markup(angle) : angle;
  }
  // Code holds no Markdown, nor does anything in it.
  const auto code = std::find_if(open_.begin(), open_.end(), [](const Open& one) { return one.as == "pre"; });
  auto size = static_cast<std::size_t>(code - open_.begin());
  while (size > 0 && !is_holder(open_[size - 1].name)) --size;
  pop_to(size);
  return std::move(findings_);
}

void CleanHtml::add_placeholder() {
  text_.append("<").append(placeholder).append("></").append(placeholder).append(">");
}

void CleanHtml::add_text(std::string_view raw) {
  for (const char c : raw) {
    if (c == '<') {
      text_ += "&lt;";
    } else {
      text_ += c;
    }
  }
}

void CleanHtml::overflow() {
  if (!std::exchange(has_overflown_, true)) findings_.is_hostile = true;
}

// Returns where it ends.
std::size_t CleanHtml::markup(std::size_t at) {
  const auto rest = html_.substr(at);
  const auto after = [&](std::string_view end) {
    const auto found = html_.find(end, at + 2);
    return found == std::string_view::npos ? html_.size() : found + end.size();
  };
  std::size_t end = at + 1;
  if (last_angle_ == std::string_view::npos || at > last_angle_) {
    add_text(rest);
    return html_.size();
  }
  if (rest.starts_with("<!--")) {
    end = after("-->");
    if (is_for_octavo(html_.substr(at, end - at)) && !is_open("pre")) findings_.exemptions.emplace_back(at, end);
    return end;
  }
  if (rest.starts_with("<![CDATA[")) return after("]]>");
  if (rest.starts_with("<?")) return after("?>");
  if (rest.starts_with("<!")) return after(">");
  if (!begins_tag(html_, at)) {
    add_text("<");
    return end;
  }
  end = at;
  auto tag = read_tag(html_, end);
  if (!tag) {  // a quotation mark in it is never closed
    add_text(rest);
    return html_.size();
  }
  if (disarm(*tag)) findings_.dropped.insert(tag->name);
  if (++tags_ > most_tags) {
    overflow();
  } else if (tag->can_open || tag->name == "br") {
    open(end, at, *tag);
  } else {
    close(*tag);
  }
  return end;
}

void CleanHtml::open(std::size_t& end, std::size_t begin, const Tag& tag) {
  const std::string& name = tag.name;
  switch (element_kind(name)) {
    case ElementKind::mute:
      findings_.dropped.insert(name);
      if (tag.is_empty) return;
      for (auto at = html_.find("</", end); at != std::string_view::npos; at = html_.find("</", at + 2)) {
        if (lower(html_.substr(at + 2, name.size())) != name) continue;
        end = at;
        return;
      }
      end = html_.size();
      return;
    case ElementKind::unknown:
      if (is_literal(tag, closed_)) {
        const auto written = html_.substr(begin, end - begin);
        findings_.unknown.emplace(written);
        add_text(written);
        return;
      }
      [[fallthrough]];
    case ElementKind::lost_words:
      findings_.dropped.insert(name);
      return;
    case ElementKind::lost_block:
      findings_.dropped.insert(name);
      return keep(tag, "div");
    case ElementKind::words:
      return keep(tag, name);
    case ElementKind::block: {
      const bool is_astray = is_table_part(name) && !is_open("table");
      if (is_astray) findings_.dropped.insert(name);
      return is_astray && is_void(name) ? void() : keep(tag, is_astray ? "div" : name);
    }
  }
}

void CleanHtml::keep(const Tag& tag, std::string_view as) {
  end_implied(tag.name);
  if (open_.size() >= deepest_) return overflow();
  text_.append("<").append(as);
  for (const auto& [key, value] : tag.attributes)
    text_.append(" ").append(key).append("=\"").append(escaped(value)).append("\"");
  text_ += '>';
  if (is_void(as)) return;
  open_.push_back({tag.name, std::string(as)});
  if (tag.is_empty) pop_to(open_.size() - 1);
}

void CleanHtml::end_implied(std::string_view name) {
  for (const Family& family : families) {
    if (!base::is_among(name, family.opens)) continue;
    std::size_t size = open_.size();
    for (std::size_t i = open_.size(); i-- > 0 && !base::is_among(open_[i].as, family.within);) {
      if (base::is_among(open_[i].name, family.ends)) size = i;
    }
    pop_to(size);
  }
  const ElementKind kind = element_kind(name);
  if (kind != ElementKind::block && kind != ElementKind::lost_block) return;
  std::size_t holder = open_.size();  // a paragraph ends where a block begins
  while (holder > 0 && !is_holder(open_[holder - 1].name)) --holder;
  if (holder > 0 && open_[holder - 1].name == "p") pop_to(holder - 1);
}

void CleanHtml::close(const Tag& tag) {
  const ElementKind kind = element_kind(tag.name);
  const bool is_kept = kind == ElementKind::words || kind == ElementKind::block;
  if (!is_kept && kind != ElementKind::mute) findings_.dropped.insert(tag.name);
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].name == tag.name) return pop_to(i);
    const bool is_of_table = tag.name == "table" || is_table_part(tag.name);
    if (is_of_table ? open_[i].as == "table" : is_cell(open_[i].as)) return;
  }
}

void CleanHtml::pop_to(std::size_t size) {
  for (; open_.size() > size; open_.pop_back()) text_.append("</").append(open_.back().as).append(">");
}

bool CleanHtml::is_open(std::string_view name) const {
  return std::any_of(open_.begin(), open_.end(), [&](const Open& one) { return one.as == name; });
}

}  // namespace octavo::markdown
