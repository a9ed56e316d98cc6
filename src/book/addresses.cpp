#include "base/unicode.h"
#include "book/text.h"

namespace octavo::book {

bool is_web_address(std::string_view url) {
  constexpr std::string_view hosted[] = {"http://", "https://", "ftp://"};
  constexpr std::string_view plain[] = {"mailto:", "tel:", "sms:", "geo:", "urn:", "doi:"};
  constexpr std::size_t longest_scheme = 8;
  const std::string head = base::folded(url.substr(0, longest_scheme));
  for (const std::string_view scheme : hosted) {
    if (!head.starts_with(scheme)) continue;
    const std::string_view host = url.substr(scheme.size(), url.find_first_of("/?#", scheme.size()) - scheme.size());
    return !host.empty() && host.find_first_of(" \"<>[]\\^`{|}%") == std::string_view::npos;
  }
  for (const std::string_view scheme : plain)
    if (head.starts_with(scheme) && url.size() > scheme.size()) return true;
  return false;
}

}  // namespace octavo::book
