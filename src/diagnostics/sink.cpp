#include <algorithm>
#include <tuple>

#include "diagnostics/diagnostics.h"

namespace octavo::diagnostics {

void Sink::report(Rule rule, base::Span where, std::string message, std::string suggestion,
                  std::vector<std::string> related) {
  const RuleFacts& known = facts(rule);
  const bool raised = known.raised_by_check && strictness_ == Strictness::check;
  reported_.push_back({rule, raised ? Severity::error : known.severity, std::move(message), where,
                       std::move(suggestion), std::move(related)});
}

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
  std::vector<Diagnostic> result;
  result.reserve(static_cast<std::size_t>(repeats - order.begin()));
  for (auto one = order.begin(); one != repeats; ++one) result.push_back(**one);
  return result;
}

std::size_t Sink::count(Severity severity) const {
  const std::vector<Diagnostic> all = sorted();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const Diagnostic& one) { return one.severity == severity; }));
}

}  // namespace octavo::diagnostics
