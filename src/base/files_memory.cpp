#include <algorithm>

#include "base/failure.h"
#include "base/files.h"
#include "base/paths.h"

namespace octavo::base {

namespace {

// Everything below a folder begins with this.
std::string prefix_of(const std::string& folder) {
  return folder.empty() || folder.back() == '/' ? folder : folder + "/";
}

}  // namespace

FileKind Memory::kind(const std::string& path) const {
  const std::string wanted = normal(path);
  if (wanted.empty() || wanted == "/") return FileKind::folder;
  if (contents.contains(wanted)) return FileKind::file;
  const auto below = contents.lower_bound(prefix_of(wanted));
  return below != contents.end() && below->first.starts_with(prefix_of(wanted)) ? FileKind::folder
                                                                                : FileKind::missing;
}

std::string Memory::read(const std::string& path) const {
  was_read.push_back(path);
  const auto found = contents.find(normal(path));
  if (found != contents.end()) return found->second;
  const bool is_folder = kind(path) == FileKind::folder;
  throw Failure("cannot read \"" + path +
                "\": " + (is_folder ? "is a directory" : "no such file or directory"));
}

std::vector<Entry> Memory::list(const std::string& folder) const {
  if (const FileKind found = kind(folder); found != FileKind::folder) {
    throw Failure("cannot list \"" + folder +
                  "\": " + (found == FileKind::file ? "not a directory" : "no such file or directory"));
  }
  const std::string prefix = prefix_of(normal(folder));
  std::map<std::string, FileKind> entries;
  for (auto at = contents.lower_bound(prefix); at != contents.end() && at->first.starts_with(prefix); ++at) {
    const std::string rest = at->first.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    entries[rest.substr(0, slash)] = slash == std::string::npos ? FileKind::file : FileKind::folder;
  }
  std::vector<Entry> result;
  for (const auto& [name, entry_kind] : entries) result.push_back({name, entry_kind, false});
  return result;
}

std::optional<std::string> Memory::real(const std::string& path) const {
  if (kind(path) == FileKind::missing) return std::nullopt;
  return normal(path);
}

void Memory::write(const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    if (kind(file.path) == FileKind::folder) throw Failure("cannot write \"" + file.path + "\": is a directory");
    for (std::string folder = folder_of(normal(file.path)); !folder.empty() && folder != "/"; folder = folder_of(folder)) {
      if (kind(folder) == FileKind::file)
        throw Failure("cannot make the folder \"" + folder + "\": not a directory");
    }
  }
  for (const NewFile& file : files) contents[normal(file.path)] = file.bytes;
}

}  // namespace octavo::base
