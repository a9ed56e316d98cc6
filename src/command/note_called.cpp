#include "command/note_called.h"

#include <algorithm>
#include <vector>

#include "base/failure.h"
#include "base/paths.h"
#include "base/unicode.h"

namespace octavo::command {

vault::NoteIndex note_called(const std::string& from, const vault::Vault& notes, const World& world) {
  const auto at = [&](const std::string& path) {
    const auto found = std::ranges::find(notes.notes, base::nfc(base::normal(path)),
                                         [](const vault::Note& note) { return base::nfc(note.path); });
    return found == notes.notes.end() ? vault::NoteIndex() : vault::NoteIndex(found - notes.notes.begin());
  };
  const auto real = world.files.real(from), root = world.files.real(notes.root);
  if (real && root) {
    const std::string inside = root->ends_with('/') ? *root : *root + '/';
    if (real->starts_with(inside)) {
      if (const auto note = at(real->substr(inside.size()))) return note;
    }
  }
  if (const auto note = at(from)) return note;
  std::vector<std::string> paths;
  vault::NoteIndex only;
  for (const vault::Candidate& one : notes.find(from, "")) {
    if (!one.note) continue;
    if (paths.empty()) only = one.note;
    paths.push_back(notes.notes[one.note.index()].path);
  }
  if (paths.size() == 1) return only;
  std::string told;
  auto near = paths.empty() ? base::nearest(from, notes.names()) : paths;
  if (near.size() > 5) near.resize(5);
  for (std::size_t i = 0; i < near.size(); ++i)
    told += (i == 0 ? "\"" : i + 1 == near.size() ? " or \"" : ", \"") + near[i] + '"';
  if (!paths.empty())
    throw base::Failure(std::to_string(paths.size()) + " notes are called \"" + from +
                        "\"; say which by its path: " + told);
  throw base::Failure("this book has no note \"" + from + '"' +
                      (told.empty() ? "; write its path" : "; did you mean " + told + "?"));
}

}  // namespace octavo::command
