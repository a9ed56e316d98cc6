#include "resolve/pieces.h"

#include <algorithm>

#include "resolve/heading_choice.h"
#include "resolve/media.h"
#include "resolve/near_names.h"
#include "resolve/note_choice.h"

namespace octavo::resolve {

using namespace book;
using diagnostics::Rule;

namespace {

// With its sub-sections (W42). A heading inside a quote or list stands for itself.
Piece section(const Chapter& note, const Block* heading) {
  const Block* end = note.blocks.data() + note.blocks.size();
  if (std::less<>()(heading, note.blocks.data()) || !std::less<>()(heading, end))
    return {&note, heading, heading + 1};
  const int level = get<Heading>(heading->value).level;
  const Block* last = std::find_if(heading + 1, end, [&](const Block& block) {
    const auto* next = get_if<Heading>(&block.value);
    return next && next->level <= level;
  });
  return {&note, heading, last};
}

}  // namespace

Pieces::Pieces(const Book& draft, const vault::Vault& notes, const config::Settings& settings, diagnostics::Sink& sink)
    : notes_(notes), finder_(notes, &settings), sink_(sink), stand_ins_(draft, notes) {
  for (const auto* list : {&draft.chapters, &draft.shelf}) {
    for (const Chapter& chapter : *list) by_file_.emplace(chapter.file, &chapter);
  }
}

void Pieces::report(const Asked& asked, Rule rule, std::string message) {
  sink_.report({rule, asked.where, std::move(message), "", {}, written(asked.target)});
}

void Pieces::report_missing(const Asked& asked, const Missing& missing) {
  const auto& near = missing.near;
  sink_.report({Rule::embed_missing, asked.where,
                missing.situation + (near.empty() ? "; its name stays as text" : did_you_mean(near)),
                near.empty() ? "" : rewritten(sink_, asked.where, missing.name, near.front(), missing.part), {}, written(asked.target)});
}

// Null if the target names no note of the book or the shelf.
const Chapter* Pieces::note_of(const Asked& asked, const Chapter& source) {
  const ToName& target = asked.target;
  const Destination found_at = finder_.find(target, source.path);
  if (found_at.kind == Destination::Kind::own_note) return &source;
  if (found_at.kind == Destination::Kind::outside_folder) {
    report(asked, Rule::link_outside_folder,
                 quoted(target.note) +
                     " leads out of the book's folder, where octavo reads nothing; copy it into the folder");
    return nullptr;
  }
  if (found_at.kind == Destination::Kind::found) {
    const std::string asked_for = written(target);
    const Wording link{asked.where, target, asked_for, source.path};
    const auto winner = chosen(found_at.candidates, link, notes_, sink_);
    if (!winner.note) {
      const std::string& path = path_of(winner, notes_);
      const std::string why = why_unsupported(path);
      report(asked, Rule::content_unsupported,
                   why.empty() ? quoted(path) + " is a file that a book cannot hold; its name stays as text"
                               : why);
      return nullptr;
    }
    const auto found = by_file_.find(notes_.notes[winner.note.index()].file);
    if (found != by_file_.end()) return found->second;
  }
  if (found_at.kind == Destination::Kind::nothing) {
    if (const auto stand_in = stand_ins_.find(target, source.path)) {
      report_stand_in(*stand_in, {asked.where, target, written(target), source.path}, notes_, sink_);
      const auto found = by_file_.find(notes_.notes[stand_in->note.index()].file);
      if (found != by_file_.end()) return found->second;
    }
  }
  const bool is_file = names_file(target.note);
  auto& near = is_file ? near_files_ : near_notes_;
  if (!near) near.emplace(is_file ? notes_.file_names() : notes_.names());
  const std::string name = bare_name(target.note);
  report_missing(asked, {(is_file ? "no file is called " : "no note is called ") + quoted(target.note), name, near->near(name)});
  return nullptr;
}

std::optional<Piece> Pieces::find(const ToName& target, base::Span where, const Chapter& source) {
  const Asked asked{target, where};
  const std::string asked_for = written(target);
  const Wording link{where, target, asked_for, source.path};
  const Chapter* note = note_of(asked, source);
  if (!note) return {};
  Outline& outline = outlines_.try_emplace(note, *note).first->second;
  if (!target.block.empty()) {
    if (const Block* block = outline.block(target.block, note->file)) {
      report_block(link, *block, sink_);
      return Piece{note, block, block + 1};
    }
    report_missing(asked, {"no block of " + quoted(note->path) + " has the id " + quoted('^' + target.block), target.block,
                           outline.near_blocks(target.block), Part::block});
    return {};
  }
  const Block* begin = note->blocks.data();
  const Piece whole{note, begin, begin + note->blocks.size(), true};
  if (target.headings.empty()) return whole;
  const Outline::Match match = outline.heading(target.headings, target.form, note->file);
  if (match && !match.place) report_heading(link, match, *note, sink_);
  if (match.whole_note) return whole;
  if (match.place) return Piece{note, match.place.block, match.place.block + 1};
  if (match) return section(*note, match.heading);
  report_missing(asked, {"no heading of " + quoted(note->path) + " reads " + quoted(target.headings.back()),
                         target.headings.back(), outline.near_headings(target.headings.back()), Part::heading});
  return {};
}

}  // namespace octavo::resolve
