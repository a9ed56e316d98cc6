#include "markdown/code_spans.h"

#include <algorithm>

namespace octavo::markdown {

namespace {

constexpr Offset longest_run = 80;  // the parser's own limit

Offset run_end(std::string_view content, std::size_t at) {
  return static_cast<Offset>(std::min(content.find_first_not_of('`', at), content.size()));
}

}  // namespace

CodeSpans::CodeSpans(std::string_view content) : content_(content) {
  for (auto at = content.find('`'); at != std::string_view::npos; at = content.find('`', at)) {
    const Offset end = run_end(content, at);
    const Offset length = end - static_cast<Offset>(at);
    if (length <= longest_run) runs_[length].push_back(static_cast<Offset>(at));
    at = end;
  }
}

Offset CodeSpans::end_of(Offset at) const {
  const Offset end = run_end(content_, at);
  const auto runs = runs_.find(end - at);
  if (runs == runs_.end()) return end;
  const auto close = std::lower_bound(runs->second.begin(), runs->second.end(), end);
  return close == runs->second.end() ? end : *close + (end - at);
}

}  // namespace octavo::markdown
