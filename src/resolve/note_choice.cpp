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

void report_ambiguous(const std::vector<Candidate>& candidates, const Wording& wording,
                      const vault::Vault& notes, diagnostics::Sink& sink) {
  const bool has_folders = wording.name.find('/') != wording.name.npos;
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
  sink.report({Rule::link_ambiguous, wording.where,
              std::to_string(count) + " notes are called " + quoted(wording.name) + "; " + quoted(taken) +
                  " is taken, write its path to be sure",
              rewritten(sink, wording.where, wording.name, taken.substr(0, taken.rfind('.'))),
              std::move(others), wording.target});
}

}  // namespace

std::string written(const book::ToName& target) {
  std::string text = target.note;
  for (const std::string& heading : target.headings) text += '#' + heading;
  return target.block.empty() ? text : text + "#^" + target.block;
}

const std::string& path_of(const Candidate& candidate, const vault::Vault& notes) {
  return candidate.note ? notes.notes[candidate.note.index()].path : notes.files[candidate.file.index()];
}

std::string rewritten(const diagnostics::Sink& sink, base::Span where, std::string_view old_text,
                      std::string_view new_text) {
  if (!where.file) return {};
  const std::string& text = sink.sources.of(where.file).text;
  if (where.begin > where.end || where.end > text.size()) return {};
  std::string source = text.substr(where.begin, where.end - where.begin);
  const std::size_t at = source.find(old_text);
  if (at == source.npos) return {};
  return source.replace(at, old_text.size(), new_text);
}

std::string respelled(const diagnostics::Sink& sink, base::Span where, std::string_view old_text,
                      std::string_view new_text) {
  const std::string source = rewritten(sink, where, "", "");
  std::string result = rewritten(sink, where, old_text, new_text);
  if (source.size() < 4 || !source.starts_with("[[")) return result;
  const std::string inside = base::trimmed(source.substr(2, source.size() - 4));
  if (inside == old_text || inside == '#' + std::string(old_text)) result.insert(result.size() - 2, '|' + std::string(old_text));
  return result;
}

Candidate chosen(const std::vector<Candidate>& candidates, const Wording& wording, const vault::Vault& notes,
                 diagnostics::Sink& sink) {
  const Candidate winner = candidates.front();
  // The path of a Markdown link to a note beside it is no name that anything else could have.
  if (wording.form == book::LinkForm::wikilink || candidates.size() > 1)
    report_ambiguous(candidates, wording, notes, sink);
  if (winner.fit != Fit::alias && winner.exact_case) return winner;
  const std::string real_name = bare_name(path_of(winner, notes));
  const std::string written_name = bare_name(wording.name);
  if (winner.fit == Fit::alias) {
    sink.report({Rule::link_alias_target, wording.where,
                quoted(wording.name) + " is only an alias of " + quoted(real_name) +
                    ", which Obsidian does not follow; name the note and put the alias behind a bar",
                respelled(sink, wording.where, wording.name, real_name), {}, wording.target});
  } else if (!winner.exact_case && written_name == real_name) {
    sink.report({Rule::link_case, wording.where,
                quoted(wording.name) + " differs from " + quoted(path_of(winner, notes)) +
                    " in the capital letters of a folder; write it alike", "", {}, wording.target});
  } else if (!winner.exact_case) {
    sink.report({Rule::link_case, wording.where,
        quoted(written_name) + " differs from " + quoted(real_name) + " in capital letters; write it alike",
        respelled(sink, wording.where, written_name, real_name), {}, wording.target});
  }
  return winner;
}

}  // namespace octavo::resolve
