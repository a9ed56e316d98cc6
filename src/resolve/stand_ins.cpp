#include "resolve/stand_ins.h"

#include <algorithm>
#include <utility>

#include "base/paths.h"
#include "base/unicode.h"
#include "resolve/note_choice.h"

namespace octavo::resolve {

using diagnostics::Rule;
using vault::NoteIndex;

namespace {

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

void StandIns::learn() {
  if (std::exchange(is_learned_, true)) return;
  // An index goes before a README in the same folder.
  std::vector<std::pair<std::string, NoteIndex>> indices, readmes;  // by folded folder
  for (std::size_t i = 0; i < notes_.notes.size(); ++i) {
    const std::string stem = base::folded(base::stem_of(notes_.notes[i].path));
    if (stem != "index" && stem != "readme") continue;
    const std::string folder = base::folded(base::folder_of(base::relative(notes_.notes[i].path, notes_.source)));
    if (!folder.empty()) (stem == "index" ? indices : readmes).emplace_back(folder, NoteIndex(i));
  }
  for (auto* pages : {&indices, &readmes})
    for (auto& [folder, note] : *pages) folders_[std::string(last_part(folder))].emplace_back(folder, note);
  for (auto& [name, folders] : folders_)
    std::ranges::stable_sort(folders, {}, [](const auto& one) { return one.first.size(); });

  for (const auto* chapters : {&book_.chapters, &book_.shelf}) {
    for (const book::Chapter& chapter : *chapters) {
      const NoteIndex note = notes_.note_of(chapter.file);
      // A title that nobody wrote is the file's name.
      if (!note || chapter.title_where.begin == chapter.title_where.end) continue;
      const auto at = static_cast<std::uint32_t>(titled_.size());
      const std::string title = book::plain_text(chapter.title);
      titled_.push_back({base::nfc(title), base::folded(title), note});
      by_title_.add(titled_.back().folded, at);
      by_slug_.add(base::slug(title), at);
    }
  }
  by_title_.finish();
  by_slug_.finish();
}

NoteIndex StandIns::front_page(std::string_view name) const {
  const std::string wanted =
      base::folded(base::normal(name.substr(std::min(name.find_first_not_of('/'), name.size()))));
  const auto found = folders_.find(std::string(last_part(wanted)));
  if (found == folders_.end()) return {};
  for (const auto& [folder, note] : found->second) {
    if (folder == wanted || folder.ends_with('/' + wanted)) return note;
  }
  return {};
}

NoteIndex StandIns::titled(std::string_view name) const {
  // One alone is meant.
  std::vector<const Titled*> fitting;
  const std::string folded = base::folded(name);
  for (const auto at : by_title_.find(folded))
    if (titled_[at].folded == folded) fitting.push_back(&titled_[at]);
  if (fitting.empty()) {
    for (const auto at : by_slug_.find(name))
      if (fitting.size() < 2 && base::slug(titled_[at].title) == name) fitting.push_back(&titled_[at]);
  } else if (fitting.size() > 1) {
    const auto is_exact = [title = base::nfc(name)](const Titled* one) { return one->title == title; };
    if (std::ranges::count_if(fitting, is_exact) == 1) return (*std::ranges::find_if(fitting, is_exact))->note;
  }
  return fitting.size() == 1 ? fitting.front()->note : NoteIndex();
}

std::optional<StandIn> StandIns::find(const book::ToName& target, std::string_view from) {
  if (target.note.empty()) return {};
  learn();
  const bool is_path = target.form == book::LinkForm::markdown;
  if (is_path) {
    const std::string here = base::normal(base::join(base::folder_of(base::relative(from, notes_.source)), target.note));
    if (const NoteIndex note = front_page(here)) return StandIn{StandIn::Kind::folder, note};
  }
  if (const NoteIndex note = front_page(target.note)) return StandIn{StandIn::Kind::folder, note};
  // The path of a Markdown link is no title.
  if (is_path) return {};
  if (const NoteIndex note = titled(target.note)) return StandIn{StandIn::Kind::title, note};
  return {};
}

void report_stand_in(const StandIn& found, const Wording& link, const vault::Vault& notes, diagnostics::Sink& sink) {
  const bool is_folder = found.kind == StandIn::Kind::folder;
  const std::string path = base::relative(notes.notes[found.note.index()].path, notes.source);
  // "index" alone would say little.
  const std::string name =
      is_folder ? path.substr(0, path.rfind('.')) : name_leading_to({.note = found.note}, link.from, notes);
  const bool has_name = link.to.form == book::LinkForm::wikilink && !name.empty();
  report_spelling(sink, link, is_folder ? Rule::link_folder_target : Rule::link_title_target,
                  is_folder ? quoted(link.to.note) + " is a folder, and the link leads to " + quoted(path) +
                                  " in it; name that to be sure"
                            : quoted(link.to.note) + " is only the title of " + quoted(path) +
                                  ", which Obsidian does not follow; name the file and put the title behind a bar",
                  has_name ? renamed(sink.sources, link, Part::note, name) : Spelling(), has_name ? link.to.note : "", name);
}

}  // namespace octavo::resolve
