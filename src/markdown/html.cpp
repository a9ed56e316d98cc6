#include "markdown/html.h"

#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <array>

#include "markdown/wikilinks.h"

namespace octavo::markdown {

namespace {

struct MarkName {
  std::string_view element;
  book::Mark mark;
};
constexpr std::array<MarkName, 12> marks = {{{"b", book::Mark::strong},
                                             {"strong", book::Mark::strong},
                                             {"i", book::Mark::emphasis},
                                             {"em", book::Mark::emphasis},
                                             {"s", book::Mark::strikethrough},
                                             {"del", book::Mark::strikethrough},
                                             {"sup", book::Mark::superscript},
                                             {"sub", book::Mark::subscript},
                                             {"kbd", book::Mark::keyboard},
                                             {"mark", book::Mark::highlight},
                                             {"==", book::Mark::highlight},
                                             {"u", book::Mark::underline}}};
// Their content is no text.
constexpr std::array<std::string_view, 12> mute = {"script",   "style", "template", "iframe",
                                                   "object",   "svg",   "math",     "canvas",
                                                   "noscript", "audio", "video",    "head"};
// They stand on lines of their own.
constexpr std::array<std::string_view, 31> blocks = {
    "address", "article", "aside",      "blockquote", "center",  "dd",   "details", "div",
    "dl",      "dt",      "figcaption", "figure",     "footer",  "form", "h1",      "h2",
    "h3",      "h4",      "h5",         "h6",         "hr",      "li",   "main",    "nav",
    "ol",      "p",       "pre",        "section",    "summary", "td",   "tr"};

template <std::size_t size>
bool has(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c |= 0x20;
  }
  return result;
}

std::string decoded(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  houdini_unescape_html_f(&buffer, reinterpret_cast<const unsigned char*>(text.data()),
                          static_cast<bufsize_t>(text.size()));
  std::string result(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
  cmark_strbuf_free(&buffer);
  for (char& c : result) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return result;
}

bool is_understood(std::string_view name) {
  return name == "span" || name == "a" ||
         std::any_of(marks.begin(), marks.end(), [&](const MarkName& one) { return one.element == name; });
}

// Reads one tag from `at`, which is its "<". Nothing if it is none; otherwise `at` is moved behind it.
std::optional<Tag> read_tag(std::string_view html, std::size_t& at) {
  std::size_t i = at + 1;
  Tag tag;
  tag.can_close = i < html.size() && html[i] == '/';
  tag.can_open = !tag.can_close;
  if (tag.can_close) ++i;
  const std::size_t name = i;
  while (i < html.size() &&
         (is_letter(html[i]) || html[i] == '-' || (i > name && html[i] >= '0' && html[i] <= '9')))
    ++i;
  if (i == name) return std::nullopt;
  tag.name = lower(html.substr(name, i - name));
  while (i < html.size() && html[i] != '>') {
    if (is_space(html[i]) || html[i] == '/') {
      ++i;
      continue;
    }
    const std::size_t key = i;
    while (i < html.size() && !is_space(html[i]) && html[i] != '=' && html[i] != '>' && html[i] != '/') ++i;
    if (i == key) ++i;  // a lone "="
    std::string value, key_name = lower(html.substr(key, i - key));
    std::size_t value_at = i;
    while (value_at < html.size() && is_space(html[value_at])) ++value_at;
    if (value_at < html.size() && html[value_at] == '=') {
      i = value_at + 1;
      while (i < html.size() && is_space(html[i])) ++i;
      const char quote = i < html.size() && (html[i] == '"' || html[i] == '\'') ? html[i++] : '\0';
      const std::size_t begin = i;
      while (i < html.size() && (quote != '\0' ? html[i] != quote : !is_space(html[i]) && html[i] != '>'))
        ++i;
      value = decoded(html.substr(begin, i - begin));
      if (quote != '\0' && i < html.size()) ++i;
    }
    tag.attributes.emplace_back(std::move(key_name), std::move(value));
  }
  if (i == html.size()) return std::nullopt;
  at = i + 1;
  return tag;
}

void add_tag(Tag tag, base::Span where, std::vector<Piece>& pieces, std::set<std::string>& dropped) {
  if (tag.name == "br") {
    pieces.push_back({{book::LineBreak{}, where}, {}});
  } else if (is_understood(tag.name)) {
    pieces.push_back({{book::Text{}, where}, std::move(tag)});
  } else if (tag.name != "wbr") {
    dropped.insert(std::move(tag.name));
  }
}

class BlockReader {
 public:
  BlockReader(std::string_view html, base::Span where, const Typography& typography,
              std::set<std::string>& dropped)
      : html_(html), where_(where), typography_(typography), dropped_(dropped) {}

  book::Blocks run() {
    std::size_t at = 0;
    while (at < html_.size()) {
      const std::size_t angle = std::min(html_.find('<', at), html_.size());
      text(html_.substr(at, angle - at));
      at = angle;
      if (at < html_.size()) at = markup(at);
    }
    flush();
    return std::move(result_);
  }

 private:
  std::size_t markup(std::size_t at) {
    const auto skip = [&](std::string_view end) {
      const auto close = html_.find(end, at);
      return close == std::string_view::npos ? html_.size() : close + end.size();
    };
    const auto rest = html_.substr(at);
    if (rest.find('>') == std::string_view::npos) {  // said once, not looked for at every "<"
      text(rest);
      return html_.size();
    }
    if (rest.starts_with("<!--")) return skip("-->");
    if (rest.starts_with("<![CDATA[")) return skip("]]>");
    if (rest.starts_with("<?")) return skip("?>");
    if (rest.starts_with("<!")) return skip(">");
    std::size_t end = at;
    auto tag = read_tag(html_, end);
    if (!tag) {
      text("<");
      return at + 1;
    }
    if (has(mute, tag->name)) {
      dropped_.insert(tag->name);
      if (tag->can_open) end = skip_element(tag->name, end);
    } else if (has(blocks, tag->name)) {
      flush();
      dropped_.insert(std::move(tag->name));
    } else {
      add_tag(std::move(*tag), where_, pieces_, dropped_);
    }
    return end;
  }

  std::size_t skip_element(const std::string& name, std::size_t from) const {
    for (auto at = html_.find("</", from); at != std::string_view::npos; at = html_.find("</", at + 2)) {
      if (lower(html_.substr(at + 2, name.size())) == name) return at;
    }
    return html_.size();
  }

  void text(std::string_view raw) {
    std::string plain = decoded(raw);
    for (char& c : plain) {
      if (is_space(c)) c = ' ';
    }
    append_text(pieces_, plain, where_);
  }

  void flush() {
    book::Inlines content = joined(std::exchange(pieces_, {}));
    trim(content);
    const bool is_empty = std::all_of(content.begin(), content.end(), [](const book::Inline& one) {
      return std::holds_alternative<book::LineBreak>(one.value);
    });
    if (is_empty) return;
    typography_.apply(content);
    result_.push_back({book::Paragraph{std::move(content)}, where_});
  }

  std::string_view html_;
  base::Span where_;
  const Typography& typography_;
  std::set<std::string>& dropped_;
  std::vector<Piece> pieces_;
  book::Blocks result_;
};

}  // namespace

void add_html(std::string_view html, base::Span where, std::vector<Piece>& pieces,
              std::set<std::string>& dropped) {
  std::size_t at = 0;
  if (auto tag = read_tag(html, at)) add_tag(std::move(*tag), where, pieces, dropped);
}

book::Inlines enclosed(const Tag& tag, book::Inlines content, base::Span where) {
  const auto one = [&](auto value) {
    book::Inlines run;
    run.push_back({std::move(value), where});
    return run;
  };
  for (const MarkName& name : marks) {
    if (name.element == tag.name) return one(book::Marked{name.mark, std::move(content)});
  }
  if (tag.name == "a") {
    const std::string* href = tag.attribute("href");
    if (href == nullptr) return content;
    return one(book::Link{markdown_target(*href), unlinked(std::move(content)), {}, *href});
  }
  book::Passage passage;
  if (const std::string* language = tag.attribute("lang")) passage.language = *language;
  if (const std::string* direction = tag.attribute("dir")) passage.direction = lower(*direction);
  if (const std::string* classes = tag.attribute("class")) {
    for (std::size_t at = 0; (at = classes->find_first_not_of(' ', at)) != std::string::npos;) {
      const std::size_t end = std::min(classes->find(' ', at), classes->size());
      passage.classes.push_back(classes->substr(at, end - at));
      at = end;
    }
  }
  if (passage.language.empty() && passage.direction.empty() && passage.classes.empty()) return content;
  passage.content = std::move(content);
  return one(std::move(passage));
}

book::Blocks html_blocks(std::string_view html, base::Span where, const Typography& typography,
                         std::set<std::string>& dropped) {
  return BlockReader(html, where, typography, dropped).run();
}

void report_dropped(const std::set<std::string>& dropped, base::Span where, const Source& source) {
  if (dropped.empty()) return;
  std::string names;
  bool is_all_mute = true;
  for (const std::string& name : dropped) {
    names += (names.empty() ? "<" : ", <") + name + ">";
    is_all_mute = is_all_mute && has(mute, name);
  }
  source.report(diagnostics::Rule::html_dropped, where,
                "HTML that a book cannot hold was left out: " + names +
                    (is_all_mute ? ", with what it holds" : "; text for people stays"));
}

}  // namespace octavo::markdown
