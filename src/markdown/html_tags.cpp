#include "markdown/html_tags.h"

#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>

#include <algorithm>

#include "base/unicode.h"
#include "markdown/html_elements.h"
#include "markdown/wikilinks.h"

namespace octavo::markdown {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_name(char c) { return is_letter(c) || c == '-' || (c >= '0' && c <= '9'); }

std::string decoded(std::string_view text) {
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

class TagReader {
 public:
  TagReader(std::string_view html, std::size_t at) : html_(html), at_(at) {}

  std::optional<Tag> run(std::size_t& end) {
    if (!begins_tag(html_, at_)) return std::nullopt;
    tag_.can_close = html_[++at_] == '/';
    tag_.can_open = !tag_.can_close;
    if (tag_.can_close) ++at_;
    tag_.name = lower(taken(is_name));
    while (at_ < html_.size() && html_[at_] != '>') {
      tag_.is_empty = html_[at_] == '/';
      if (is_space(html_[at_]) || html_[at_] == '/') {
        ++at_;
      } else {
        attribute();
      }
    }
    if (at_ == html_.size()) return std::nullopt;
    end = at_ + 1;
    return std::move(tag_);
  }

 private:
  template <class Predicate>
  std::string_view taken(Predicate is_wanted) {
    const std::size_t begin = at_;
    while (at_ < html_.size() && is_wanted(html_[at_])) ++at_;
    return html_.substr(begin, at_ - begin);
  }

  void attribute() {
    const std::size_t begin = at_++;  // even if it is a lone "="
    taken([](char c) { return !is_space(c) && c != '=' && c != '>' && c != '/'; });
    const std::string key = lower(html_.substr(begin, at_ - begin));
    const std::size_t after = at_;
    taken(is_space);
    std::string_view value;
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      value = this->value();
    } else {
      at_ = after;
    }
    tag_.has_attributes = true;
    if (is_kept_attribute(key) && tag_.attribute(key) == nullptr)
      tag_.attributes.emplace_back(key, decoded(value));
  }

  std::string_view value() {
    taken(is_space);
    const char quote = at_ < html_.size() ? html_[at_] : '\0';
    if (quote != '"' && quote != '\'') return taken([](char c) { return !is_space(c) && c != '>'; });
    ++at_;
    const auto result = taken([&](char c) { return c != quote; });
    if (at_ < html_.size()) ++at_;
    return result;
  }

  std::string_view html_;
  std::size_t at_;
  Tag tag_;
};

}  // namespace

std::optional<Tag> read_tag(std::string_view html, std::size_t& at) { return TagReader(html, at).run(at); }

bool begins_tag(std::string_view html, std::size_t at) {
  const std::size_t name = at + (html.substr(at).starts_with("</") ? 2 : 1);
  return name < html.size() && html[at] == '<' && is_letter(html[name]);
}

void add_closed_names(std::string_view html, std::set<std::string>& names) {
  for (auto at = html.find("</"); at != std::string_view::npos; at = html.find("</", at + 2)) {
    std::size_t end = at + 2;
    while (end < html.size() && is_name(html[end])) ++end;
    if (end > at + 2) names.insert(lower(html.substr(at + 2, end - at - 2)));
  }
}

bool disarm(Tag& tag) {
  const auto is_armed = [](const auto& attribute) {
    const std::string address = base::trimmed(attribute.second);
    return attribute.first == "href" && !address.empty() && address != "#" &&
           std::holds_alternative<book::ToNothing>(markdown_target(address));
  };
  return std::erase_if(tag.attributes, is_armed) > 0;
}

bool is_literal(const Tag& tag, const std::set<std::string>& closed) {
  return tag.can_open && !tag.has_attributes && !tag.is_empty && !closed.contains(tag.name);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c |= 0x20;
  }
  return result;
}

}  // namespace octavo::markdown
