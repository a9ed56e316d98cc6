#pragma once
// A small document for the tests: html > body > section#one.chapter > (h1.title, p.first, p, p.last) and a
// sheet to style it by.
#include <string>
#include <string_view>
#include <vector>

#include "style/style.h"

namespace octavo::style {

struct Document {
  Element html{.name = "html"};
  Element body{.name = "body", .parent = &html, .last_child = true};
  Element section{
      .name = "section", .classes = {"chapter"}, .id = "one", .parent = &body, .last_child = true};
  Element title{.name = "h1", .classes = {"title", "big"}, .parent = &section};
  Element first{.name = "p", .classes = {"first"}, .parent = &section, .previous = &title};
  Element middle{.name = "p", .parent = &section, .previous = &first};
  Element last{.name = "p",
               .classes = {"last"},
               .id = "end",
               .parent = &section,
               .previous = &middle,
               .last_child = true};

  Document() = default;
  Document(const Document&) = delete;
};

inline Cascade sheet(std::string_view css) {
  diagnostics::Sink sink;
  Cascade result;
  result.add(css, {}, sink);
  return result;
}

// The style of an element, its ancestors styled first.
inline Computed styled(const Cascade& cascade, const Element& element) {
  return cascade.style(element, element.parent ? styled(cascade, *element.parent) : Computed{});
}
inline Computed styled(std::string_view css, const Element& element) { return styled(sheet(css), element); }

// What a user's sheet gives rise to.
inline std::vector<std::string> notes(std::string_view css) {
  diagnostics::Sink sink;
  const auto file = sink.sources.add("book.css", std::string(css));
  Cascade cascade;
  cascade.add(css, file, sink);
  std::vector<std::string> result;
  for (const auto& one : sink.sorted()) {
    const auto words = css.substr(one.where.begin, one.where.end - one.where.begin);
    result.push_back(std::string(words) + " | " + one.message);
  }
  return result;
}

}  // namespace octavo::style
