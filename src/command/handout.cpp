#include "command/handout.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/paths.h"
#include "command/note_called.h"
#include "resolve/resolve.h"

namespace octavo::command {
namespace {

config::Settings settings_of_handout(config::Settings settings, const book::Book& handout) {
  settings.theme = config::Theme::handout;
  settings.print.paper = settings.handout_paper.value_or(base::paper_at_home(settings.metadata.language));
  settings.name = (handout.chapters.size() == 1 ? base::stem_of(handout.chapters.front().path) : settings.name) + "-handout";
  return settings;
}

// What is wrong in notes of which nothing is shown is no matter of the handout.
void forget_others(const book::Book& handout, diagnostics::Sink& sink) {
  std::set<base::FileId> shown;
  for (const book::Chapter& chapter : handout.chapters) {
    shown.insert(chapter.file);
    book::each_block(chapter, [&](const book::Block& block) {
      shown.insert(block.where.file);
      return true;
    });
  }
  sink.forget_if([&](const diagnostics::Diagnostic& one) {
    return one.where.file && !shown.contains(one.where.file) && config::is_note(sink.sources.of(one.where.file).path);
  });
}

}  // namespace

Resolved handout(Resolved whole, const std::vector<std::string>& names, const World& world, diagnostics::Sink& sink) {
  std::vector<vault::NoteIndex> chosen;
  for (const std::string& name : names) chosen.push_back(note_called(name, whole.notes, world));
  book::Book book = resolve::handout(std::move(whole.book), chosen, whole.notes, whole.settings);
  forget_others(book, sink);
  config::Settings settings = settings_of_handout(std::move(whole.settings), book);
  return {std::move(settings), std::move(whole.notes), std::move(book)};
}

}  // namespace octavo::command
