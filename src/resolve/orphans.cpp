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
#include "resolve/stand_ins.h"

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

// Calls `on_target(const ToName&)` for all that the chapter links to and embeds, until it answers false.
template <class Function>
void each_target(const Chapter& chapter, const Function& on_target) {
  bool goes_on = true;
  const auto in_run = [&](const Inlines& run) {
    each_inline(run, [&](const Inline& one) {
      if (!goes_on) return false;
      if (const auto* link = get_if<Link>(&one.value)) {
        if (const auto* name = std::get_if<ToName>(&link->target)) goes_on = on_target(*name);
      } else if (const auto* embed = get_if<InlineEmbed>(&one.value)) {
        goes_on = on_target(embed->target);
      }
      return goes_on;
    });
  };
  in_run(chapter.title);
  each_block(chapter, [&](const Block& block) {
    if (!goes_on) return false;
    if (const auto* embed = get_if<Embed>(&block.value)) goes_on = on_target(embed->target);
    each_run(block, in_run);
    return goes_on;
  });
}

class Orphans {
 public:
  Orphans(const Book& draft, const Vault& notes, const config::Settings& settings)
      : draft_(draft), notes_(notes), finder_(notes, &settings), stand_ins_(draft, notes), is_orphan_(notes.notes.size()) {
    for (std::size_t i = 0; i < is_orphan_.size(); ++i) {
      const vault::Note& note = notes.notes[i];
      const bool is_left_out = settings.chapters ? !note.is_chapter : true;
      is_orphan_[i] = is_left_out && base::folded(note.front.type) != "person" && is_of_the_book(note.path);
    }
  }

  // A note that links to another is none.
  void leave_out_those_that_lead_on() {
    for (const Chapter& chapter : draft_.chapters) {
      const NoteIndex from = notes_.note_of(chapter.file);
      if (!from) continue;
      each_target(chapter, [&](const ToName& target) {
        if (note_meant(target, from)) is_orphan_[from.index()] = false;
        return is_orphan_[from.index()];
      });
    }
  }

  void leave_out_those_that_are_reached() {
    std::unordered_set<std::string> names;  // of those that are left: other links need not be followed
    for (std::size_t i = 0; i < is_orphan_.size(); ++i) {
      if (!is_orphan_[i]) continue;
      names.insert(base::folded(base::stem_of(notes_.notes[i].path)));
      for (const std::string& alias : notes_.notes[i].front.aliases) names.insert(base::folded(alias));
    }
    // A note may also be meant by its title.
    for (const auto* chapters : {&draft_.chapters, &draft_.shelf}) {
      for (const Chapter& chapter : *chapters) {
        const NoteIndex note = notes_.note_of(chapter.file);
        if (!note || !is_orphan_[note.index()]) continue;
        names.insert(base::folded(plain_text(chapter.title)));
        names.insert(base::slug(plain_text(chapter.title)));
      }
    }
    if (names.empty()) return;
    for (const Chapter& chapter : draft_.chapters) {
      const NoteIndex from = notes_.note_of(chapter.file);
      each_target(chapter, [&](const ToName& target) {
        const bool may_lead = target.form == LinkForm::markdown || names.contains(base::folded(bare_name(target.note))) ||
                              names.contains(base::folded(target.note));
        if (!from || !may_lead) return true;
        if (const NoteIndex to = note_meant(target, from)) is_orphan_[to.index()] = false;
        return true;
      });
    }
  }

  // What is included is read a second time, as a file.
  void leave_out_those_that_are_included(const diagnostics::Sources& sources) {
    std::unordered_set<std::string_view> read;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const base::FileId file(i);
      if (!notes_.note_of(file)) read.insert(sources.of(file).path);
    }
    for (std::size_t i = 0; i < is_orphan_.size(); ++i)
      is_orphan_[i] = is_orphan_[i] && !read.contains(notes_.notes[i].path);
  }

  std::vector<const vault::Note*> all() const {
    std::vector<const vault::Note*> result;
    for (std::size_t i = 0; i < is_orphan_.size(); ++i)
      if (is_orphan_[i]) result.push_back(&notes_.notes[i]);
    return result;
  }

 private:
  // None if it is the note itself.
  NoteIndex note_meant(const ToName& target, NoteIndex from) {
    const Destination destination = finder_.find(target, notes_.notes[from.index()].path);
    NoteIndex to;
    if (!destination.candidates.empty()) {
      to = destination.candidates.front().note;
    } else if (const auto stand_in = stand_ins_.find(target, notes_.notes[from.index()].path)) {
      to = stand_in->note;
    }
    return to == from ? NoteIndex() : to;
  }

  const Book& draft_;
  const Vault& notes_;
  Finder finder_;
  StandIns stand_ins_;
  std::vector<bool> is_orphan_;  // by note
};

}  // namespace

void report_orphans(const Book& draft, const Vault& notes, const config::Settings& settings, Sink& sink) {
  const bool is_chosen = settings.chapters.has_value();
  Orphans left(draft, notes, settings);
  if (!is_chosen) left.leave_out_those_that_lead_on();
  left.leave_out_those_that_are_included(sink.sources);
  left.leave_out_those_that_are_reached();
  const auto orphans = left.all();
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
