#include "resolve/note_choice.h"

#include <algorithm>

#include "base/paths.h"
#include "base/unicode.h"

namespace octavo::resolve {

using diagnostics::Rule;
using vault::Candidate;
using vault::Fit;

namespace {

// Whether nothing but the order of paths decides between the two. A path that is spelled out (W54, W56) names
// one note.
bool fits_as_well(const Candidate& winner, const Candidate& other, bool has_folders) {
  if (static_cast<bool>(winner.note) != static_cast<bool>(other.note)) return false;
  if (winner.exact_case != other.exact_case) return false;
  if ((winner.fit == Fit::alias) != (other.fit == Fit::alias)) return false;
  return !has_folders || (winner.fit == other.fit && winner.fit == Fit::path_suffix);
}

void report_ambiguous(const std::vector<Candidate>& candidates, const Wording& link,
                      const vault::Vault& notes, diagnostics::Sink& sink) {
  if (candidates.size() == 1) return;
  const bool has_folders = link.to.note.find('/') != link.to.note.npos;
  constexpr std::size_t most_named = 5;
  std::vector<std::string> others;
  std::size_t count = 0;
  for (const Candidate& other : candidates) {
    if (!fits_as_well(candidates.front(), other, has_folders)) continue;
    if (count++ > 0 && others.size() < most_named)
      others.push_back("it could also be " + quoted(path_of(other, notes)));
  }
  if (count < 2) return;
  const std::string& taken = path_of(candidates.front(), notes);
  const std::string name = name_leading_to(candidates.front(), link.from, notes);
  sink.report({Rule::link_ambiguous, link.where,
              std::to_string(count) + " notes are called " + quoted(link.to.note) + "; " + quoted(taken) +
                  " is taken, write its path to be sure",
              name.empty() || link.to.form == book::LinkForm::markdown ? "" : rewritten(sink, link.where, link.to.note, name),
              std::move(others), std::string(link.target)});
}

}  // namespace

std::string name_leading_to(const Candidate& winner, std::string_view from, const vault::Vault& notes) {
  const std::string path = base::relative(path_of(winner, notes), notes.source);
  for (const std::string& name : {bare_name(path), path.substr(0, path.rfind('.'))}) {
    if (name.find_first_of("#|^[]\\%") != name.npos || name != base::trimmed(name)) continue;
    const auto candidates = notes.find(name, from);
    if (candidates.empty() || candidates.front().note != winner.note || !candidates.front().exact_case) continue;
    const bool is_doubtful = std::any_of(candidates.begin() + 1, candidates.end(), [&](const Candidate& other) {
      return fits_as_well(candidates.front(), other, name.find('/') != name.npos);
    });
    if (!is_doubtful) return name;
  }
  return {};
}

std::string written(const book::ToName& target) {
  std::string text = target.note;
  for (const std::string& heading : target.headings) text += '#' + heading;
  return target.block.empty() ? text : text + "#^" + target.block;
}

const std::string& path_of(const Candidate& candidate, const vault::Vault& notes) {
  return candidate.note ? notes.notes[candidate.note.index()].path : notes.files[candidate.file.index()];
}

std::string rewritten(const diagnostics::Sink& sink, base::Span where, std::string_view old_text,
                      std::string_view new_text, Part part) {
  std::string source(sink.sources.text(where));
  // A Markdown link begins with its text.
  const std::size_t address = source.starts_with("[[") || source.starts_with("![[") ? 0 : source.rfind("](");
  const std::size_t begin = part == Part::note ? address : source.find('#', address == source.npos ? 0 : address);
  const std::size_t at = source.find(old_text, begin == source.npos ? 0 : begin);
  if (at == source.npos || old_text.empty()) return {};
  return source.replace(at, old_text.size(), new_text);
}

void report_spelling(diagnostics::Sink& sink, const Wording& link, Rule rule, std::string message, Spelling spelling,
                     std::string_view old_text, std::string_view new_text) {
  if (!spelling) spelling.whole = rewritten(sink, link.where, old_text, new_text);
  sink.report({rule, link.where, std::move(message), std::move(spelling.whole), {}, std::string(link.target), std::move(spelling.edits)});
}

Candidate chosen(const std::vector<Candidate>& candidates, const Wording& link, const vault::Vault& notes,
                 diagnostics::Sink& sink) {
  const Candidate winner = candidates.front();
  // The path of a Markdown link to a note beside it is no name that anything else could have.
  if (link.to.form == book::LinkForm::wikilink || candidates.size() > 1)
    report_ambiguous(candidates, link, notes, sink);
  if (winner.fit != Fit::alias && winner.exact_case) return winner;
  const std::string& path = path_of(winner, notes);
  const std::string real_name = bare_name(path);
  const std::string written_name = bare_name(link.to.note);
  if (winner.fit == Fit::alias) {
    const std::string name = name_leading_to(winner, link.from, notes);
    report_spelling(sink, link, Rule::link_alias_target,
                    quoted(link.to.note) + " is only an alias of " + quoted(real_name) +
                        ", which Obsidian does not follow; name the note and put the alias behind a bar",
                    name.empty() || link.to.form == book::LinkForm::markdown
                        ? Spelling()
                        : renamed(sink.sources, link, Part::note, name),
                    name.empty() ? "" : link.to.note, name);
  } else if (!winner.exact_case) {
    const bool is_folder = written_name == real_name;
    report_spelling(sink, link, Rule::link_case,
                    is_folder ? quoted(link.to.note) + " differs from " + quoted(path) +
                                    " in the capital letters of a folder; write it alike"
                              : quoted(written_name) + " differs from " + quoted(real_name) +
                                    " in capital letters; write it alike",
                    recased_note(sink.sources, link, path), is_folder ? "" : written_name, real_name);
  }
  return winner;
}

}  // namespace octavo::resolve
