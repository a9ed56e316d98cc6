#pragma once
// What the author says about the rules: how severe each is, and what is exempt.
#include <bitset>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "diagnostics/rules.h"

namespace octavo::diagnostics {

using RuleSet = std::bitset<static_cast<std::size_t>(Rule::count)>;

inline bool has(const RuleSet& rules, Rule rule) { return rules[static_cast<std::size_t>(rule)]; }
// "link/case" names one rule, "link/*" those of a group, "*" all. None if there is no such rule.
RuleSet rules_named(std::string_view name);
// What to say where it names none: `octavo knows no rule "link/cas"; did you mean "link/case"?`, and the name meant or "".
struct NoSuchRule {
  std::string message, nearest;
};
NoSuchRule no_such_rule(std::string_view name);

// Findings that are not told. Globs of base/glob.h; an empty list exempts whatever the others allow.
struct Exemption {
  RuleSet rules;
  std::vector<std::string> files;    // paths from the book's folder; a folder stands for all that is in it
  std::vector<std::string> targets;  // what links, embeds, includes and pictures name, as written
};

struct RuleSettings {
  std::map<Rule, std::optional<Severity>> severities;  // nothing: off
  std::vector<Exemption> exemptions;
};

// In place, by a comment in a note.
struct Silence {
  RuleSet rules;
  base::Span where;
};

}  // namespace octavo::diagnostics
