#pragma once
// What is wrong, where, and what to do about it. Rooms report into a Sink; `report` turns what it holds into text.
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "diagnostics/fingerprint.h"
#include "diagnostics/rule_settings.h"
#include "diagnostics/rules.h"

namespace octavo::diagnostics {

// The texts the spans point into. Add a file once, before anything is reported in it.
class Sources {
 public:
  struct Source {
    std::string path;  // as the user would name it, relative to the book's folder
    std::string text;
    // Where each line begins, in bytes. This and the next are counted when first asked for.
    const std::vector<std::uint32_t>& line_starts() const;
    // How many code points begin before each whole multiple of 1,024 bytes, so that a column is found in constant time
    // however long the line is.
    const std::vector<std::uint32_t>& code_points_before() const;
    mutable std::vector<std::uint32_t> counted_lines = {}, counted_code_points = {};  // of those two
  };
  // 1-based line; 1-based column in code points, as editors count: a byte order mark is none.
  struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
  };

  base::FileId add(std::string path, std::string text);
  const Source& of(base::FileId file) const;
  std::string_view text(base::Span where) const;  // what of the stretch lies in its file; "" if it has none
  Position position(base::FileId file, std::uint32_t offset) const;
  std::string_view line(base::FileId file, std::size_t number) const;  // without its end
  std::size_t size() const { return sources_.size(); }

 private:
  std::deque<Source> sources_;  // texts never move: string_views into them stay good
};

// A change of a source: the bytes of `where` give way to `text`.
struct Edit {
  base::Span where;
  std::string text;
  friend auto operator<=>(const Edit&, const Edit&) = default;
};

struct Diagnostic {
  Rule rule;
  base::Span where;     // may have no file; then the message names what it is about
  std::string message;  // lower case, no full stop: the situation, then what to do
  std::string suggestion = {};            // what to write instead of all of `where`, "" if octavo cannot know
  std::vector<std::string> related = {};  // further lines, such as the chain of an embed cycle
  // What a link, an embed, an include or a picture names, as it is written: "Note#Heading". Exemptions go by it.
  std::string target = {};
  // Edits after which the book is the same and the finding is gone; all of them or none. In order, none overlapping.
  std::vector<Edit> fix = {};
  Severity severity = Severity::warning;  // set by the sink
};

// Which severities a run uses.
enum class Strictness { build, check };

class Sink {
 public:
  explicit Sink(Strictness strictness = Strictness::build) : strictness_(strictness) {}

  Sources sources;
  RuleSettings rules;  // may be set at any time: they are applied by sorted()

  void report(Diagnostic finding);
  void report(Rule rule, base::Span where, std::string message, std::string suggestion = "",
              std::vector<std::string> related = {});
  // What the author exempts in place: findings of these rules that begin in this stretch.
  void silence(const RuleSet& silenced, base::Span where);
  // Takes back what was reported so far and is no matter of what is made; nothing that prevents a book.
  template <class Function>
  void forget_if(const Function& is_no_matter) {
    std::erase_if(reported_, [&](const Diagnostic& one) { return !diagnostics::prevents_book(one.rule) && is_no_matter(one); });
  }
  // What was reported and is not exempt, by file, place and rule: the same whatever the order of the work was. Exact
  // repeats are dropped. Severities are the settings', else the registry's, raised by the strictness.
  std::vector<Diagnostic> sorted() const;
  bool empty() const { return reported_.empty(); }
  // Whether sorted() holds what prevents a book; it need not be made for that.
  bool prevents_book() const;

 private:
  std::optional<Severity> severity_of(Rule rule) const;  // nothing: off

  Strictness strictness_;
  std::vector<Diagnostic> reported_;
  std::vector<Silence> silences_;
};

}  // namespace octavo::diagnostics
