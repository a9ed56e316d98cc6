#include <algorithm>
#include <tuple>
#include <utility>

#include "diagnostics/diagnostics.h"
#include "diagnostics/exempt.h"

namespace octavo::diagnostics {

void Sink::report(Diagnostic finding) { reported_.push_back(std::move(finding)); }

void Sink::report(Rule rule, base::Span where, std::string message, std::string suggestion,
                  std::vector<std::string> related) {
  report({rule, where, std::move(message), std::move(suggestion), std::move(related)});
}

void Sink::silence(const RuleSet& silenced, base::Span where) { silences_.push_back({silenced, where}); }

std::vector<Diagnostic> Sink::sorted() const {
  // By path and not by id: ids depend on the order in which files were added. No file comes first.
  const auto path = [&](const Diagnostic& one) -> std::string_view {
    return one.where.file ? std::string_view(sources.of(one.where.file).path) : std::string_view();
  };
  using Key = std::tuple<std::string_view, std::uint32_t, std::uint32_t, Rule, const std::string&,
                         const std::string&, const std::vector<std::string>&>;
  const auto key = [&](const Diagnostic& one) {
    return Key(path(one), one.where.begin, one.where.end, one.rule, one.message, one.suggestion, one.related);
  };
  std::vector<const Diagnostic*> order;
  order.reserve(reported_.size());
  for (const Diagnostic& one : reported_) order.push_back(&one);
  std::sort(order.begin(), order.end(), [&](auto* left, auto* right) { return key(*left) < key(*right); });
  const auto repeats = std::unique(order.begin(), order.end(),
                                   [&](auto* left, auto* right) { return key(*left) == key(*right); });
  const Exempt exempt(rules, silences_, sources);
  std::vector<Diagnostic> result;
  for (auto one = order.begin(); one != repeats; ++one) {
    const auto severity = severity_of((*one)->rule);
    if (!severity || exempt(**one)) continue;
    result.push_back(**one);
    result.back().severity = *severity;
  }
  return result;
}

bool Sink::prevents_book() const {
  return std::ranges::any_of(reported_, diagnostics::prevents_book, &Diagnostic::rule);
}

std::optional<Severity> Sink::severity_of(Rule rule) const {
  if (const auto chosen = rules.severities.find(rule); chosen != rules.severities.end()) return chosen->second;
  const RuleFacts& known = facts(rule);
  return known.raised_by_check && strictness_ == Strictness::check ? Severity::error : known.severity;
}

}  // namespace octavo::diagnostics
