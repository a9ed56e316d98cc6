#include "command/named_file.h"

#include "base/paths.h"
#include "base/unicode.h"
#include "epub/epub.h"

namespace octavo::command {

std::optional<std::string> file_named(std::string_view address, const std::string& sheet, const config::Settings& settings,
                                      const base::Files& files) {
  if (epub::is_on_the_net(address) || address.starts_with('/')) return std::nullopt;
  const std::string written = base::percent_decoded(address.substr(0, address.find_first_of("?#")));
  const std::string path = base::normal(base::join(base::folder_of(sheet), written));
  const bool is_there = files.kind(base::join(settings.root, path)) == base::FileKind::file;
  return is_there && config::stays_inside(files, settings.root, path) ? std::optional(path) : std::nullopt;
}

std::string not_found(std::string_view address) {
  const std::string quoted = "\"" + std::string(address) + "\"";
  if (epub::is_on_the_net(address)) return "a book fetches nothing: " + quoted + " was left out; save the file beside the style sheet";
  return quoted + " is no file of the book\u2019s folder, so it was left out";
}

bool is_written_out(std::string_view address) { return base::folded(address.substr(0, 5)) == "data:"; }

}  // namespace octavo::command
