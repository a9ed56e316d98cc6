#include "config/config.h"

#include "base/digest.h"
#include "base/failure.h"
#include "base/paths.h"
#include "config/book_toml.h"
#include "config/forms.h"
#include "config/obsidian.h"
#include "config/summary.h"

namespace octavo::config {

namespace {

using base::FileKind;

// Of "." and "books/.." only the disk knows the name.
std::string folder_name(const base::Files& files, const std::string& folder) {
  auto name = base::name_of(folder);
  if (name.empty() || name == "." || name == "..") name = base::name_of(files.real(folder).value_or(""));
  name = plain(name);
  return name.empty() ? "book" : name;
}

void read_file(const std::string& path, Settings& settings) {
  if (!is_note(path)) {
    throw base::Failure(
        '"' + path + "\" is not Markdown; give a file that ends with .md or .markdown, or a folder of them");
  }
  const auto folder = base::folder_of(path);
  settings.root = folder.empty() ? std::string(".") : folder;
  settings.only_file = base::name_of(path);
  settings.name = plain(base::stem_of(path));
}

void read_folder(const base::Files& files, const std::string& path, Settings& settings,
                 diagnostics::Sink& sink) {
  settings.root = path;
  while (settings.root.size() > 1 && settings.root.ends_with('/')) settings.root.pop_back();
  settings.name = folder_name(files, settings.root);
  read_obsidian(files, settings, sink);
  const bool has_toml = is_setting(files, settings.root, "book.toml", sink);
  if (has_toml) read_book_toml(files, settings, sink);
  const auto has_summary = [&](const std::string& folder) {
    return is_setting(files, settings.root, base::join(folder, "SUMMARY.md"), sink);
  };
  // mdBook's own default.
  if (has_toml && settings.source.empty() && !has_summary("") && has_summary("src")) settings.source = "src";
  if (!settings.chapters && has_summary(settings.source)) read_summary(files, settings, sink);
}

// The same for the same title and authors, so that a reading system knows the next edition for the same book.
std::string identifier(const Settings& settings) {
  std::string described = settings.title_given ? settings.metadata.title : settings.name;
  for (const auto& contributor : settings.metadata.contributors) {
    if (contributor.role == "aut") described += '\n' + contributor.name;
  }
  return base::uuid_urn(described);
}

}  // namespace

Settings load(const base::Files& files, const std::string& path, diagnostics::Sink& sink) {
  Settings settings;
  switch (files.kind(path)) {
    case FileKind::missing:
      throw base::Failure("there is no file or folder \"" + path + '"');
    case FileKind::other:
      throw base::Failure('"' + path + "\" is neither a file nor a folder");
    case FileKind::file:
      read_file(path, settings);
      break;
    case FileKind::folder:
      read_folder(files, path, settings, sink);
      break;
  }
  auto& book = settings.metadata;
  settings.title_given = !book.title.empty();
  if (book.identifier.empty()) book.identifier = identifier(settings);
  book.modified = first_moment(book.date.empty() ? "1980" : book.date);
  return settings;
}

}  // namespace octavo::config
