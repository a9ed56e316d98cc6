#pragma once
// A file that notes include, and what of it a directive selects.
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"

namespace octavo::markdown {

// Which of the places an anchor marks: mdBook's `include` shows the first, its `rustdoc_include` all.
enum class AnchorPlaces { first, all };

struct Excerpt {
  // Of the file's text, in order. The end of the last line belongs to none.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> stretches;
  std::size_t walked = 0;  // bytes that were gone through for it, those of anchors' marks included
};

class IncludedFile {
 public:
  // `head` bytes are no text: front matter. They are left out where all of the file is selected.
  IncludedFile(base::FileId file, std::string_view text, std::size_t head);

  base::FileId file() const { return file_; }
  std::string_view text() const { return text_; }
  std::size_t line_count() const { return starts_.size() - 1; }

  // `written` is what stands behind the path's colon: "", "7", "3:7", ":7", "3:", or the name of an anchor.
  // Lines that mark an anchor are left out. Nothing if the file has no such lines or no such anchor.
  std::optional<Excerpt> excerpt(std::string_view written, AnchorPlaces places) const;
  // Whether `written` is the name of an anchor.
  static bool names_anchor(std::string_view written);

 private:
  using Lines = std::pair<std::size_t, std::size_t>;  // numbers, from 0, the second not included
  void find_anchors();
  void add(Lines lines, Excerpt& excerpt) const;

  base::FileId file_;
  std::string_view text_;
  std::uint32_t head_;
  std::vector<std::uint32_t> starts_;    // where each line begins, and the end of the text
  std::vector<std::size_t> mark_lines_;  // the lines that mark anchors, in order
  std::map<std::string_view, std::vector<Lines>, std::less<>> anchors_;
};

}  // namespace octavo::markdown
