#include "command/named_file.h"

#include "base/paths.h"
#include "base/unicode.h"
#include "epub/epub.h"

namespace octavo::command {

std::optional<std::string> file_named(std::string_view address, const std::string& sheet, const config::Settings& settings, const base::Files& files) {
  if (epub::is_on_the_net(address) || address.starts_with('/')) return std::nullopt;
  const std::string written = base::percent_decoded(address.substr(0, address.find_first_of("?#")));
  const std::string path = base::normal(base::join(base::folder_of(sheet), written));
  const bool is_there = files.kind(base::join(settings.root, path)) == base::FileKind::file;
  return is_there && config::stays_inside(files, settings.root, path) ? std::optional(path) : std::nullopt;
}

}  // namespace octavo::command
