#pragma once
// Comments by which an author exempts a place from rules: <!-- octavo: ignore link/case, image/no-alt -->.
// Which comments are real ones the parser says; what they reach is found line by line in the file that they
// were written in.
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "diagnostics/diagnostics.h"

namespace octavo::markdown {

// Whether the comment, from "<!--" to "-->", speaks to octavo.
bool is_for_octavo(std::string_view comment);

// Of one book: a file that several notes include is looked at once.
class Exemptions {
 public:
  explicit Exemptions(diagnostics::Sink& sink) : sink_(sink) {}

  // A comment that is for octavo, and where it was written. What it names and octavo does not know is
  // reported.
  void add(std::string_view comment, base::Span where);
  // To the sink, once all notes are read.
  void apply();

 private:
  enum class Verb { ignore, file, start, end };
  struct Comment {
    base::Span where;
    Verb verb = Verb::ignore;
    diagnostics::RuleSet rules;
  };
  diagnostics::RuleSet rules_of(std::string_view names, base::Span where) const;
  void apply(const Comment* first, const Comment* end);  // all of one file

  diagnostics::Sink& sink_;
  std::vector<Comment> comments_;
};

}  // namespace octavo::markdown
