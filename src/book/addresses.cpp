#include "base/unicode.h"
#include "book/text.h"

namespace octavo::book {

namespace {

// "example.org:8080": labels with something in them, a port that there can be. RFC 3986, 3.2; of numbers in brackets no reader is sure.
bool is_host(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  if (colon != host.npos && host.find('@', colon) == host.npos) {
    const std::string_view port = host.substr(colon + 1);
    if (port.size() > 5 || port.find_first_not_of("0123456789") != port.npos || (port.size() == 5 && port > "65535")) return false;
    host = host.substr(0, colon);
  }
  const std::string_view name = host.substr(host.find('@') == host.npos ? 0 : host.find('@') + 1);
  return !name.empty() && name.front() != '.' && name.find("..") == name.npos && host.find_first_of(" \"<>[]\\^`{|}%") == host.npos;
}

}  // namespace

bool is_web_address(std::string_view url) {
  constexpr std::string_view hosted[] = {"http://", "https://", "ftp://"};
  constexpr std::string_view plain[] = {"mailto:", "tel:", "sms:", "geo:", "urn:", "doi:"};
  constexpr std::size_t longest_scheme = 8;
  const std::string head = base::folded(url.substr(0, longest_scheme));
  for (const std::string_view scheme : hosted) {
    if (!head.starts_with(scheme)) continue;
    const std::string_view host = url.substr(scheme.size(), url.find_first_of("/?#", scheme.size()) - scheme.size());
    return is_host(host);
  }
  for (const std::string_view scheme : plain)
    if (head.starts_with(scheme) && url.size() > scheme.size()) return true;
  return false;
}

}  // namespace octavo::book
