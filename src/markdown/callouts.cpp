#include "markdown/callouts.h"

#include <algorithm>

#include "base/unicode.h"

namespace octavo::markdown {

std::optional<CalloutHead> callout_head(std::string_view content) {
  if (!content.starts_with("[!")) return std::nullopt;
  const auto line_end = std::min(content.find('\n'), content.size());
  const auto close = content.find(']');
  if (close == std::string_view::npos || close > line_end) return std::nullopt;
  const auto name = content.substr(2, close - 2);
  CalloutHead head;
  head.kind = base::folded(name.substr(0, name.find('|')));  // what follows a bar is for themes
  if (head.kind.empty() || head.kind.find('[') != std::string::npos) return std::nullopt;
  auto at = close + 1;
  if (at < line_end && (content[at] == '+' || content[at] == '-')) {
    head.fold = content[at] == '+' ? book::Fold::open : book::Fold::closed;
    ++at;
  }
  if (at < line_end && content[at] != ' ' && content[at] != '\t' && content[at] != '\r') return std::nullopt;
  head.title = std::min(content.find_first_not_of(" \t\r", at), line_end);
  head.title_end = line_end;
  while (head.title_end > head.title &&
         std::string_view(" \t\r").find(content[head.title_end - 1]) != std::string_view::npos) {
    --head.title_end;
  }
  head.body = std::min(line_end + 1, content.size());
  return head;
}

std::string callout_title(std::string_view kind) {
  std::string title(kind);
  std::replace(title.begin(), title.end(), '-', ' ');
  if (title.front() >= 'a' && title.front() <= 'z')
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

}  // namespace octavo::markdown
