#include "vault/parts.h"

#include <algorithm>

#include "base/paths.h"

namespace octavo::vault {

namespace {

// The deepest folder all the notes are in, with its slash; "" for the root.
std::string shared_folder(const std::vector<Note>& notes) {
  std::string shared = notes.front().path.substr(0, notes.front().path.rfind('/') + 1);
  for (const auto& note : notes) {
    const auto differs = std::ranges::mismatch(shared, note.path).in1 - shared.begin();
    if (static_cast<std::size_t>(differs) < shared.size())
      shared.resize(shared.substr(0, differs).rfind('/') + 1);
  }
  return shared;
}

}  // namespace

std::string part_title(const std::string& folder) {
  const auto digits = std::min(folder.find_first_not_of("0123456789"), folder.size());
  const auto mark = std::min(folder.find_first_not_of(' ', digits), folder.size());
  const auto title = folder.find_first_not_of(" -_.)", mark);
  const bool has_mark = mark < folder.size() && title != mark;
  const bool has_title = title != std::string::npos && !(folder[title] >= '0' && folder[title] <= '9');
  return digits > 0 && has_mark && has_title ? folder.substr(title) : folder;
}

std::vector<std::pair<std::string, std::size_t>> parts_of(const std::vector<Note>& notes) {
  std::vector<std::pair<std::string, std::size_t>> parts;
  if (notes.empty()) return parts;
  const auto start = shared_folder(notes).size();
  std::string last_folder;
  bool has_folders = false;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const auto slash = notes[i].path.find('/', start);
    auto folder = slash == std::string::npos ? "" : notes[i].path.substr(start, slash - start);
    if (i > 0 && folder == last_folder) continue;
    has_folders = has_folders || !folder.empty();
    parts.emplace_back(part_title(folder), i);
    last_folder = std::move(folder);
  }
  if (!has_folders) parts.clear();
  return parts;
}

}  // namespace octavo::vault
