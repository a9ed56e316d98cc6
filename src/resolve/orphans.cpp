// Notes that the author has most likely forgotten: no way leads to them.
#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "base/paths.h"
#include "base/unicode.h"
#include "resolve/destination.h"
#include "resolve/note_choice.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;
using vault::NoteIndex;

namespace {

// Notes about the folder and not of the book, by their names folded.
constexpr std::array<std::string_view, 12> about = {"authors", "changelog", "code_of_conduct", "contributing",
                                                    "copying", "history",   "index",           "licence",
                                                    "license", "readme",    "security",        "summary"};

bool is_of_the_book(const std::string& path) {
  const std::string name = base::folded(base::stem_of(path));
  if (std::ranges::find(about, name) != about.end() || name.starts_with("license-")) return false;
  for (std::string folder = base::folder_of(path); !folder.empty(); folder = base::folder_of(folder)) {
    if (base::folded(base::name_of(folder)).find("template") != std::string::npos) return false;
  }
  return true;
}

class Ways {
 public:
  Ways(const Vault& notes, const config::Settings& settings)
      : notes_(notes),
        finder_(notes, &settings),
        leads_here_(notes.notes.size()),
        leads_on_(notes.notes.size()) {}

  void follow(const Chapter& chapter) {
    const NoteIndex from = finder_.note_of(chapter.file);
    if (!from) return;
    const auto in_run = [&](const Inlines& run) {
      each_inline(run, [&](const Inline& one) {
        if (const auto* link = std::get_if<Link>(&one.value)) {
          if (const auto* name = std::get_if<ToName>(&link->target)) follow(*name, from);
        } else if (const auto* embed = std::get_if<InlineEmbed>(&one.value)) {
          follow(embed->target, from);
        }
        return true;
      });
    };
    in_run(chapter.title);
    each_block(chapter, [&](const Block& block) {
      if (const auto* embed = std::get_if<Embed>(&block.value)) follow(embed->target, from);
      each_run(block, in_run);
      return true;
    });
  }

  // What is included is read a second time, as a file.
  void follow_includes(const diagnostics::Sources& sources) {
    std::unordered_set<std::string_view> read;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const base::FileId file(i);
      if (!finder_.note_of(file)) read.insert(sources.of(file).path);
    }
    for (std::size_t i = 0; i < leads_here_.size(); ++i)
      leads_here_[i] = leads_here_[i] || read.contains(notes_.notes[i].path);
  }

  bool lead_to(std::size_t note) const { return leads_here_[note]; }
  bool lead_on_from(std::size_t note) const { return leads_on_[note]; }

 private:
  void follow(const ToName& target, NoteIndex from) {
    const Destination destination = finder_.find(target, notes_.notes[from.index()].path);
    if (destination.candidates.empty()) return;
    const NoteIndex to = destination.candidates.front().note;
    if (!to || to == from) return;
    leads_here_[to.index()] = true;
    leads_on_[from.index()] = true;
  }

  const Vault& notes_;
  Finder finder_;
  std::vector<bool> leads_here_, leads_on_;  // by note
};

}  // namespace

void report_orphans(const Book& draft, const Vault& notes, const config::Settings& settings, Sink& sink) {
  const bool is_chosen = settings.chapters.has_value();
  Ways ways(notes, settings);
  for (const Chapter& chapter : draft.chapters) ways.follow(chapter);
  ways.follow_includes(sink.sources);
  std::vector<const vault::Note*> orphans;
  for (std::size_t i = 0; i < notes.notes.size(); ++i) {
    const vault::Note& note = notes.notes[i];
    const bool is_reached = ways.lead_to(i) || (is_chosen ? note.is_chapter : ways.lead_on_from(i));
    const bool is_person = base::folded(note.front.type) == "person";
    if (!is_reached && !is_person && is_of_the_book(note.path)) orphans.push_back(&note);
  }
  // Where many notes hang together by nothing, or many are left out, nobody has forgotten them.
  if (orphans.size() * 4 > notes.notes.size()) return;
  for (const vault::Note* note : orphans) {
    sink.report(diagnostics::Rule::book_orphan_note, {note->file, 0, 0},
                is_chosen ? quoted(note->path) +
                                " is no chapter, and no chapter links to it; choose it as one, or link to it"
                          : "nothing links to " + quoted(note->path) +
                                ", and it links to no other note; link to it where it belongs");
  }
}

}  // namespace octavo::resolve
