#pragma once
// What is wrong, where, and what to do about it. Rooms report into a Sink; `report` turns what it holds into text.
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "diagnostics/rules.h"

namespace octavo::diagnostics {

// The texts the spans point into. Add a file once, before anything is reported in it.
class Sources {
 public:
  struct Source {
    std::string path;  // as the user would name it, relative to the book's folder
    std::string text;
    std::vector<std::uint32_t> line_starts;  // byte offsets; filled by add()
    // How many code points begin before each whole multiple of 1,024 bytes, so that a column is found in constant time
    // however long the line is; filled by add().
    std::vector<std::uint32_t> code_points_before;
  };
  // 1-based line; 1-based column in code points, as editors count: a byte order mark is none.
  struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
  };

  base::FileId add(std::string path, std::string text);
  const Source& of(base::FileId file) const;
  Position position(base::FileId file, std::uint32_t offset) const;
  std::string_view line(base::FileId file, std::size_t number) const;  // without its end
  std::size_t size() const { return sources_.size(); }

 private:
  std::deque<Source> sources_;  // texts never move: string_views into them stay good
};

struct Diagnostic {
  Rule rule;
  Severity severity = Severity::warning;
  std::string message;      // lower case, no full stop: the situation, then what to do
  base::Span where;         // may have no file; then the message names what it is about
  std::string suggestion;   // what to write instead, "" if octavo cannot know
  std::vector<std::string> related;  // further lines, such as the chain of an embed cycle
};

// Which severities a run uses.
enum class Strictness { build, check };

class Sink {
 public:
  explicit Sink(Strictness strictness = Strictness::build) : strictness_(strictness) {}

  Sources sources;

  // Severity comes from the registry and the strictness.
  void report(Rule rule, base::Span where, std::string message, std::string suggestion = "",
              std::vector<std::string> related = {});
  // What was reported, by file, place and rule: the same whatever the order of the work was. Exact repeats are dropped.
  std::vector<Diagnostic> sorted() const;
  std::size_t count(Severity severity) const;  // of what sorted() returns
  bool empty() const { return reported_.empty(); }

 private:
  Strictness strictness_;
  std::vector<Diagnostic> reported_;
};

}  // namespace octavo::diagnostics
