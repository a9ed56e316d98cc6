#pragma once
// The HTML blocks of one parent, and the places between them where Markdown stands, to one text that an HTML5
// parser reads without trouble: only elements of the allowlist, each of them closed, none too deep.
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/pairs.h"

namespace octavo::markdown {

// What a cleaned block leaves to be said to the author, and what he says in it.
struct HtmlFindings {
  std::set<std::string> dropped,
      unknown;  // names of elements; the unknown ones, as written, were kept as text
  bool is_hostile = false;
  std::vector<std::pair<std::size_t, std::size_t>> exemptions;  // comments for octavo; from here to there of the block
};

class CleanHtml {
 public:
  // The element that stands for Markdown; nothing else that is cleaned has its name.
  static constexpr std::string_view placeholder = "x";

  // `closed` are the names of all elements that are closed in one of the blocks; `deepest` is how many
  // elements may stand inside each other.
  CleanHtml(const std::set<std::string>& closed, std::size_t deepest) : closed_(closed), deepest_(deepest) {}

  HtmlFindings add(std::string_view html);
  void add_placeholder();

  const std::string& text() const { return text_; }
  std::size_t depth() const { return open_.size(); }

 private:
  std::size_t markup(std::size_t at);
  void open(std::size_t& end, std::size_t begin, const Tag& tag);
  void close(const Tag& tag);
  void keep(const Tag& tag, std::string_view as);
  void end_implied(std::string_view name);
  void pop_to(std::size_t size);
  void add_text(std::string_view raw);
  void overflow();
  bool is_open(std::string_view name) const;

  struct Open {
    std::string name, as;  // what it is in the text
  };
  const std::set<std::string>& closed_;
  std::size_t deepest_, tags_ = 0;
  bool has_overflown_ = false;  // which is said once
  std::string text_;
  std::vector<Open> open_;  // the outermost first
  // Of the block that is being read.
  std::string_view html_;
  std::size_t last_angle_ = 0;  // the last ">"
  HtmlFindings findings_;
};

}  // namespace octavo::markdown
