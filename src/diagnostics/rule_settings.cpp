#include "diagnostics/rule_settings.h"

#include "base/unicode.h"

namespace octavo::diagnostics {

RuleSet rules_named(std::string_view name) {
  RuleSet rules;
  const bool is_group = name == "*" || name.ends_with("/*");
  const std::string_view beginning = name.substr(0, name.size() - (is_group ? 1 : 0));
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string_view id = facts(static_cast<Rule>(i)).id;
    rules[i] = is_group ? id.starts_with(beginning) : id == name;
  }
  return rules;
}

NoSuchRule no_such_rule(std::string_view name) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Rule::count); ++i)
    ids.emplace_back(facts(static_cast<Rule>(i)).id);
  const auto near = base::nearest(name, ids, 1);
  const std::string message = "octavo knows no rule \"" + std::string(name) + '"';
  if (near.empty()) return {message + "; \"octavo check --explain all\" lists them", ""};
  return {message + "; did you mean \"" + near.front() + "\"?", near.front()};
}

}  // namespace octavo::diagnostics
