#include "epub/markup.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace octavo::epub {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_of_a_name(char c) { return !is_space(c) && c != '=' && c != '>' && c != '/' && c != '"' && c != '\'' && c != '<'; }

// "amp", "#233", "#xE9"; nothing for what XML does not know by itself.
std::optional<std::string> meant_by(std::string_view reference) {
  if (reference == "amp") return "&";
  if (reference == "lt") return "<";
  if (reference == "gt") return ">";
  if (reference == "quot") return "\"";
  if (reference == "apos") return "'";
  if (!reference.starts_with('#')) return std::nullopt;
  const bool is_hexadecimal = reference.starts_with("#x");
  reference.remove_prefix(is_hexadecimal ? 2 : 1);
  std::uint32_t code_point = 0;
  const char* end = reference.data() + reference.size();
  const auto [stop, error] = std::from_chars(reference.data(), end, code_point, is_hexadecimal ? 16 : 10);
  if (error != std::errc() || stop != end) return std::nullopt;
  std::string text;
  base::append(text, code_point);
  return text;
}

}  // namespace

std::string unescaped(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t start = std::min(value.find('&', at), value.size());
    text.append(value, at, start - at);
    if (start == value.size()) break;
    const std::size_t end = std::min(value.find(';', start), value.size());
    const auto meant = meant_by(value.substr(start + 1, end - start - 1));
    at = meant ? end + 1 : start + 1;
    text += meant ? *meant : "&";
  }
  return text;
}

bool Elements::broken() {
  is_broken_ = true;
  at_ = xml_.size();
  return false;
}

bool Elements::skip_past(std::string_view end) {
  const std::size_t found = xml_.find(end, at_);
  if (found == xml_.npos) return broken();
  at_ = found + end.size();
  return true;
}

bool Elements::next() {
  while ((at_ = std::min(xml_.find('<', at_), xml_.size())) < xml_.size()) {
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("<!--")) {
      at_ += 4;
      if (!skip_past("-->")) return false;
    } else if (rest.starts_with("<![CDATA[")) {
      if (!skip_past("]]>")) return false;
    } else if (rest.starts_with("<?")) {
      if (!skip_past("?>")) return false;
    } else if (rest.starts_with("</") || rest.starts_with("<!")) {
      if (!skip_past(">")) return false;
    } else {
      return read_tag();
    }
  }
  return false;
}

bool Elements::read_tag() {
  const auto word = [&] {
    const std::size_t start = at_;
    while (at_ < xml_.size() && is_of_a_name(xml_[at_])) ++at_;
    return xml_.substr(start, at_ - start);
  };
  const auto pass_space = [&] {
    while (at_ < xml_.size() && is_space(xml_[at_])) ++at_;
  };
  const auto pass = [&](char c) {
    const bool is_there = at_ < xml_.size() && xml_[at_] == c;
    if (is_there) ++at_;
    return is_there;
  };
  ++at_;
  name_ = word();
  attributes_.clear();
  if (name_.empty()) return broken();
  for (;;) {
    pass_space();
    if (pass('>')) return true;
    if (pass('/')) return pass('>') || broken();
    const std::string_view name = word();
    pass_space();
    if (name.empty() || !pass('=')) return broken();
    pass_space();
    const char quote = at_ < xml_.size() ? xml_[at_] : '\0';
    if (quote != '"' && quote != '\'') return broken();
    const std::size_t start = ++at_;
    if (!skip_past({&quote, 1})) return false;
    attributes_.push_back({name, xml_.substr(start, at_ - 1 - start)});
  }
}

std::optional<std::string> Elements::attribute(std::string_view name) const {
  const auto found = std::ranges::find(attributes_, name, &Attribute::name);
  return found == attributes_.end() ? std::nullopt : std::optional(unescaped(found->value));
}

}  // namespace octavo::epub
