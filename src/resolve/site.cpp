#include "resolve/site.h"

#include <algorithm>

#include "base/paths.h"

namespace octavo::resolve {

namespace {

std::string_view without_query(std::string_view address) { return address.substr(0, address.find('?')); }

bool is_html(std::string_view path) {
  const std::string extension = base::extension_of(path);
  return extension == "html" || extension == "htm";
}

}  // namespace

bool is_page(std::string_view address) {
  const auto path = without_query(address);
  return path.ends_with('/') || is_html(path);
}

bool may_be_page(std::string_view address) {
  const auto path = without_query(address);
  const bool is_foreign = path.find('\\') != path.npos || (path.size() > 1 && path[1] == ':');
  return is_page(path) || (!is_foreign && base::name_of(path).find_first_not_of('.') == std::string::npos) ||
         (!is_foreign && base::extension_of(path).empty());
}

std::string page_address(std::string_view address, std::string_view from, std::string_view source) {
  const auto path = without_query(address);
  const bool from_top = path.starts_with('/');
  const std::string folder = from_top ? "" : base::folder_of(base::relative(from, source));
  std::string page =
      base::normal(base::join(folder, path.substr(std::min(path.find_first_not_of('/'), path.size()))));
  if (path.ends_with('/') && !page.empty()) page += '/';
  return page;
}

std::vector<std::string> notes_of_page(std::string_view address) {
  std::string stem(address);
  bool is_index = stem.empty() || stem.ends_with('/');
  if (is_index) {
    stem += "index";
  } else if (is_html(stem)) {
    stem.resize(stem.rfind('.'));
    is_index = base::name_of(stem) == "index";
  } else {
    return {};
  }
  const std::string folder = stem.substr(0, stem.rfind('/') + 1);
  std::vector<std::string> notes;
  if (is_index) notes = {folder + "README.md", folder + "readme.md"};
  for (const char* ending : {".md", ".markdown"}) notes.push_back(stem + ending);
  return notes;
}

std::optional<Moved> moved(const config::Settings* settings, const std::string& address,
                           const std::string& fragment) {
  if (!settings) return {};
  const std::string page = base::normal(address);
  auto found = settings->redirects.end();
  if (!fragment.empty()) found = settings->redirects.find(page + '#' + fragment);
  if (found == settings->redirects.end()) found = settings->redirects.find(page);
  if (found == settings->redirects.end()) return {};
  const std::string& to = found->second;
  const auto mark = to.find('#');
  if (mark == to.npos) return Moved{to, {}};
  return Moved{to.substr(0, mark), to.substr(mark + 1)};
}

std::optional<std::string> mapped(const config::Settings* settings, std::string_view address) {
  if (!settings) return {};
  for (const auto& [prefix, url] : settings->links) {
    if (address.starts_with(prefix)) return base::ascii_uri(url + std::string(address.substr(prefix.size())));
  }
  return {};
}

std::string beginning_of(std::string_view address) {
  std::size_t at = 0;
  while (address.substr(at).starts_with("../")) at += 3;
  if (address.substr(at).starts_with('/')) ++at;
  const auto end = address.find('/', at);
  return std::string(address.substr(0, end == address.npos ? end : end + 1));
}

}  // namespace octavo::resolve
