#include "resolve/destination.h"

#include <algorithm>

#include "base/paths.h"
#include "base/unicode.h"

namespace octavo::resolve {

using book::ToName;
using vault::Candidate;
using vault::FileIndex;
using vault::NoteIndex;
using Kind = Destination::Kind;

namespace {

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

bool has_drive(std::string_view path) { return path.size() >= 2 && is_letter(path[0]) && path[1] == ':'; }

std::size_t scheme_length(std::string_view address) {
  if (address.empty() || !is_letter(address.front())) return 0;
  const std::size_t end = std::find_if_not(address.begin(), address.end(),
                                           [](char byte) {
                                             return is_letter(byte) || (byte >= '0' && byte <= '9') ||
                                                    byte == '+' || byte == '.' || byte == '-';
                                           }) -
                          address.begin();
  if (end < 2 || end >= address.size() || address[end] != ':') return 0;
  // "Alexa: a Life.md" is a name with a colon in it.
  const char next = end + 1 < address.size() ? address[end + 1] : ' ';
  return next == ' ' || next == '%' ? 0 : end;
}

}  // namespace

std::string bare_name(std::string_view name) {
  const std::string last = base::name_of(name);
  return config::is_note(last) ? base::stem_of(last) : last;
}

bool has_scheme(std::string_view address) { return scheme_length(address) > 0; }

bool leaves_folder(std::string_view path, std::string_view from) {
  if (path.starts_with('/') || path.starts_with('\\') || has_drive(path)) return true;
  std::string whole = base::join(base::folder_of(from), path);
  std::replace(whole.begin(), whole.end(), '\\', '/');
  const std::string reached = base::normal(whole);
  return reached == ".." || reached.starts_with("../");
}

Finder::Finder(const vault::Vault& notes) : notes_(notes) {
  for (std::size_t i = 0; i < notes.notes.size(); ++i) {
    by_path_.emplace(base::nfc(notes.notes[i].path), NoteIndex(i));
    by_file_.emplace(notes.notes[i].file, NoteIndex(i));
  }
}

NoteIndex Finder::note_of(base::FileId file) const {
  const auto found = by_file_.find(file);
  return found == by_file_.end() ? NoteIndex() : found->second;
}

std::vector<book::ChapterId> chapters_of_notes(const book::Book& book, const Finder& finder) {
  std::vector<book::ChapterId> chapters(finder.vault().notes.size());
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    if (const NoteIndex note = finder.note_of(book.chapters[i].file))
      chapters[note.index()] = book::ChapterId(i);
  }
  return chapters;
}

Destination Finder::find(const ToName& target, std::string_view from) const {
  if (target.note.empty())
    return {target.headings.empty() && target.block.empty() ? Kind::nothing : Kind::own_note, {}};
  const bool is_path = target.form == book::LinkForm::markdown;
  // "[[/x]]" is a path from the book's folder.
  const bool leaves = !(target.note.starts_with('/') && !is_path) && leaves_folder(target.note, from);
  if (is_path && leaves) return {Kind::outside_folder, {}};
  auto candidates = is_path ? candidates_at(target.note, from) : notes_.find(target.note, from);
  if (candidates.empty()) return {leaves ? Kind::outside_folder : Kind::nothing, {}};
  return {Kind::found, std::move(candidates)};
}

// A path is taken from the note's own folder; what is not there is looked for in the whole vault (W74).
std::vector<Candidate> Finder::candidates_at(const std::string& path, std::string_view from) const {
  const std::string reached = base::normal(base::join(base::folder_of(from), path));
  if (const auto note = by_path_.find(base::nfc(reached)); note != by_path_.end())
    return {Candidate{.note = note->second, .fit = vault::Fit::relative_path}};
  const auto file = std::lower_bound(notes_.files.begin(), notes_.files.end(), reached);
  if (file != notes_.files.end() && *file == reached)
    return {Candidate{.file = FileIndex(static_cast<std::size_t>(file - notes_.files.begin())),
                      .fit = vault::Fit::relative_path}};
  return notes_.find(path, from);
}

}  // namespace octavo::resolve
