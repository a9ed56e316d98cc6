// octavo check --explain RULE: what the registry knows.
#include <ostream>

#include "command/tasks.h"

namespace octavo::command {

using diagnostics::Rule;
using diagnostics::RuleFacts;

namespace {

constexpr std::size_t measure = 80;  // columns

std::string severity_in_words(const RuleFacts& rule) {
  std::string text(word(rule.severity));
  if (rule.raised_by_check) text += " in build, error in check";
  if (prevents_book(rule.rule)) text += "; no book is made";
  return text;
}

// The explanation in lines of the measure.
std::string wrapped(std::string_view text) {
  std::string result, line;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (!line.empty() && line.size() + 1 + end > measure) {
      result += line + '\n';
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result + line + '\n';
}

void list_all(std::ostream& out) {
  std::size_t widest = 0;
  for (int i = 0; i < static_cast<int>(Rule::count); ++i)
    widest = std::max(widest, diagnostics::facts(static_cast<Rule>(i)).id.size());
  for (int i = 0; i < static_cast<int>(Rule::count); ++i) {
    const RuleFacts& rule = diagnostics::facts(static_cast<Rule>(i));
    out << rule.id << std::string(widest + 2 - rule.id.size(), ' ') << rule.title << '\n';
  }
}

}  // namespace

Exit explain(const Options& options, World& world) {
  if (options.rule == "all") {
    list_all(world.out);
    return Exit::done;
  }
  const auto rule = diagnostics::rule_of(options.rule);
  if (!rule) {
    world.error << "octavo: " << diagnostics::no_such_rule(options.rule).message << '\n';
    return Exit::failure;
  }
  const RuleFacts& known = diagnostics::facts(*rule);
  world.out << known.id << ": " << known.title << "\nseverity: " << severity_in_words(known) << "\n\n"
            << wrapped(known.explanation) << "\nIn book.toml:  [rules]  \"" << known.id
            << (prevents_book(*rule) ? "\" is always \"error\"\n" : "\" = \"off\", \"note\", \"warning\" or \"error\"\n");
  if (!prevents_book(*rule))
    world.out << "In a note:     <!-- octavo: ignore " << known.id << " -->  above the lines it is about, or at a line's end\n";
  return Exit::done;
}

}  // namespace octavo::command
