#include "resolve/missing_notes.h"

#include <algorithm>

#include "base/paths.h"
#include "base/unicode.h"
#include "resolve/media.h"
#include "resolve/note_choice.h"
#include "resolve/site.h"

namespace octavo::resolve {

using diagnostics::Rule;

namespace {

std::string with_dashes(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

}  // namespace

bool is_search(std::string_view written) { return written.starts_with("##") || written.starts_with("^^"); }

void MissingNotes::tell(const Asked& asked, Rule rule, std::string message, std::string suggestion) {
  sink_.report(
      {rule, asked.where, std::move(message), std::move(suggestion), {}, std::string(asked.written)});
}

std::vector<std::string> MissingNotes::near(const Asked& asked, const std::string& name) {
  if (names_file(name)) {
    if (!near_files_) near_files_.emplace(notes_.file_names());
    return near_files_->near(name);
  }
  if (!near_notes_) {
    std::vector<std::string> names = notes_.names();
    for (const book::Player& player : book_.players) names.push_back(book::plain_text(player.name));
    near_notes_.emplace(std::move(names));
  }
  auto near = near_notes_->near(name);
  // That a note could have meant itself is no help.
  std::erase_if(near, [&](const std::string& other) {
    const auto candidates = notes_.find(other, asked.from);
    return !candidates.empty() && candidates.front().note &&
           path_of(candidates.front(), notes_) == asked.from;
  });
  return near;
}

// "[[Text|Note]]", unless the name before the bar is a slip for that of another note.
bool MissingNotes::report_turned(const Asked& asked, const std::vector<std::string>& near) {
  if (asked.to.form != book::LinkForm::wikilink || !asked.to.has_alias) return false;
  const std::string shown = book::plain_text(asked.shown);
  const auto is_note = [&](const std::string& name) {
    const auto candidates = notes_.find(name, asked.from);
    return !candidates.empty() && candidates.front().note;
  };
  // The wikis of GitHub have a hyphen for each space of a name.
  const std::string name = is_note(shown) ? shown : with_dashes(shown);
  if (!is_note(name)) return false;
  if (std::ranges::any_of(near,
                          [&](const std::string& one) { return base::folded(one) != base::folded(name); }))
    return false;
  const std::string source(sink_.sources.text(asked.where));
  const auto bar = source.find('|');
  if (!source.starts_with("[[") || bar == source.npos) return false;
  if (source.find(asked.written) > bar) return false;  // the book has its names behind the bar
  const std::size_t escape = source[bar - 1] == '\\' ? 1 : 0;
  const std::string turned =
      "[[" + name + source.substr(bar - escape, 1 + escape) + source.substr(2, bar - escape - 2) + "]]";
  tell(asked, Rule::link_title_first,
       "no note is called " + quoted(asked.to.note) + ", but one is called " + quoted(name) +
           "; the name of the note stands before the bar, its text behind it",
       turned);
  return true;
}

void MissingNotes::report(const Asked& asked) {
  const bool is_path = asked.to.form == book::LinkForm::markdown;
  if (!is_path && is_search(asked.written))
    return tell(
        asked, Rule::link_search_form,
        quoted(asked.written) + " is a search of all notes and no link; name the note: [[Note#^block]]", "");
  const std::string& note = asked.to.note;
  if (const auto caret = note.find('^'); !is_path && caret != note.npos && caret > 0) {
    const std::string page = base::trimmed(note.substr(0, caret));
    if (const auto candidates = notes_.find(page, asked.from);
        !candidates.empty() && candidates.front().note) {
      const std::string meant = page + "#^" + note.substr(caret + 1);
      return tell(asked, Rule::link_missing_note,
                  "no note is called " + quoted(note) + "; did you mean the block " + quoted(meant) + "?",
                  rewritten(sink_, asked.where, note, meant));
    }
  }
  const bool is_web = is_path && is_page(note);
  const std::string name = is_web ? base::stem_of(note) : bare_name(note);
  const auto near_ones = near(asked, name);
  if (report_turned(asked, near_ones)) return;
  const std::string kind = names_file(name) ? "file" : "note";
  // A path needs more than a name to be right, so only wikilinks get a replacement.
  tell(asked, Rule::link_missing_note,
       (is_path ? "there is no " + kind + ' ' : "no " + kind + " is called ") + quoted(note) +
           (near_ones.empty() ? "; its text stays without a link" : did_you_mean(near_ones)),
       near_ones.empty() || is_path ? "" : rewritten(sink_, asked.where, name, near_ones.front()));
}

}  // namespace octavo::resolve
