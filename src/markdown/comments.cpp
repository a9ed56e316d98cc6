// %%comments%%, within a line or over several. Code keeps its percent signs.
#include <algorithm>

#include "markdown/disguise.h"
#include "markdown/prepare.h"

namespace octavo::markdown {

namespace {

constexpr std::string_view marks = "%%";

class Hider {
 public:
  Hider(std::string& text, const std::vector<Line>& lines) : text_(text), lines_(lines) {}

  Comments run() {
    while (number_ < lines_.size()) {
      if (lines_[number_].in_code || indented()) {
        next_line();
      } else if (!scan_line()) {
        break;
      }
    }
    return std::move(comments_);
  }

 private:
  const Line& line() const { return lines_[number_]; }
  bool indented() const { return line().indent >= 4 && (number_ == 0 || lines_[number_ - 1].is_blank()); }

  void next_line() {
    ++number_;
    at_ = number_ < lines_.size() ? lines_[number_].begin : 0;
  }

  // False once no comment can follow.
  bool scan_line() {
    at_ = std::max(at_, line().begin);
    while (at_ < line().end) {
      const char character = text_[at_];
      if (character == '\\') {
        at_ += 2;
      } else if (character == '`') {
        skip_code();
      } else if (text_.compare(at_, marks.size(), marks) == 0) {
        if (!hide()) return false;
      } else {
        ++at_;
      }
    }
    next_line_of_position();
    return true;
  }

  // A code span or a comment may have led to a later line.
  void next_line_of_position() {
    const Offset at = at_;
    while (number_ < lines_.size() && lines_[number_].end <= at) ++number_;
    at_ = number_ < lines_.size() ? std::max(at, lines_[number_].begin) : 0;
  }

  void skip_code() {
    const auto run_end = [&](std::size_t from) {
      return std::min(text_.find_first_not_of('`', from), text_.size());
    };
    const std::size_t open_end = run_end(at_);
    const std::size_t length = open_end - at_;
    if (paragraph_end_ < open_end) {
      std::size_t last = number_;
      while (last + 1 < lines_.size() && !lines_[last + 1].is_blank() && !lines_[last + 1].in_code) ++last;
      paragraph_end_ = lines_[last].end;
    }
    for (std::size_t run = text_.find('`', open_end); run < paragraph_end_; run = text_.find('`', run)) {
      const std::size_t end = run_end(run);
      if (end - run == length) {
        at_ = static_cast<Offset>(end);
        while (line().end < at_) ++number_;
        return;
      }
      run = end;
    }
    at_ = static_cast<Offset>(open_end);
  }

  bool hide() {
    std::size_t last = number_;
    std::size_t close = text_.find(marks, at_ + marks.size());
    // A diagram's own comments look the same; those in code close nothing.
    while (close != std::string::npos) {
      while (lines_[last].end <= close) ++last;
      if (!lines_[last].in_code) break;
      close = text_.find(marks, lines_[last].end);
    }
    if (close == std::string::npos) return false;
    const auto end = static_cast<Offset>(close + marks.size());
    if (last == number_) {
      std::fill(text_.begin() + at_, text_.begin() + end, inside_comment);
    } else {
      for (std::size_t i = number_; i <= last; ++i) hide_in(lines_[i], at_, end, lines_[number_].quotes);
    }
    comments_.emplace_back(at_, end);
    at_ = end;
    number_ = last;
    return true;
  }

  // A line that holds nothing else becomes blank, so that a comment's own lines part paragraphs like any;
  // what shares its line with text is filled, because trailing spaces would break the line.
  void hide_in(const Line& line, Offset begin, Offset end, Offset quotes) {
    Offset from = line.begin;
    for (Offset seen = 0; from < line.end;
         ++from) {  // the marks of the quote that the comment stands in stay
      if (text_[from] == '>' && seen < quotes) {
        ++seen;
      } else if (text_[from] != ' ' && text_[from] != '\t') {
        break;
      }
    }
    const Offset first = std::max(from, begin);
    const Offset stop = std::min(line.end, end);
    if (first >= stop) return;
    const bool alone = first == from && text_.find_first_not_of(" \t", stop) >= line.end;
    std::fill(text_.begin() + first, text_.begin() + stop, alone ? ' ' : inside_comment);
  }

  std::string& text_;
  const std::vector<Line>& lines_;
  std::size_t number_ = 0;
  Offset at_ = 0;
  std::size_t paragraph_end_ = 0;
  Comments comments_;
};

}  // namespace

Comments hide_comments(std::string& text, const std::vector<Line>& lines) {
  return text.find(marks) == std::string::npos ? Comments() : Hider(text, lines).run();
}

}  // namespace octavo::markdown
