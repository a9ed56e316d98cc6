// octavo why LINK FROM: what a link means, and why. The link is read and followed as the book would.
#include <algorithm>
#include <optional>
#include <ostream>
#include <utility>

#include "base/failure.h"
#include "base/paths.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "command/note_called.h"
#include "command/pipeline.h"
#include "command/tasks.h"
#include "markdown/markdown.h"
#include "resolve/resolve.h"

namespace octavo::command {

namespace {

bool has_scheme(const std::string& address) {
  return address.starts_with("mailto:") || address.find("://") != std::string::npos;
}

// As it would stand in a note. A bare name is a wikilink's, a bare path that of a Markdown link.
std::string in_markdown(const std::string& link) {
  for (const char* sign : {"[", "!["}) {
    if (link.starts_with(sign)) return link;
  }
  const bool is_angled = link.starts_with('<') && link.ends_with('>');
  const std::string inside = is_angled ? link.substr(1, link.size() - 2) : link;
  if (has_scheme(inside)) return '<' + inside + '>';
  const std::string path = inside.substr(0, inside.find('#'));
  const std::string ending = base::extension_of(path);
  const bool is_path = is_angled || config::is_note(path) || ending == "html" || ending == "htm" ||
                       path.starts_with("/") || path.starts_with("./") || path.starts_with("../") ||
                       path.ends_with('/');
  return is_path ? "[link](<" + inside + ">)" : "[[" + inside + "]]";
}

// The first link, embed or picture of the text, as a block of its own.
std::optional<book::Block> asked(const std::string& text, const config::Settings& settings) {
  diagnostics::Sink sink;
  vault::Vault one_note;
  one_note.notes.push_back({.path = "link", .file = sink.sources.add("link", text)});
  base::Memory no_files;
  config::Settings as_plain;
  as_plain.hard_line_breaks = settings.hard_line_breaks;
  as_plain.wikilinks = settings.wikilinks;
  const book::Book book = markdown::read(one_note, no_files, as_plain, sink);
  std::optional<book::Block> found;
  book::each_block(book.chapters.front(), [&](const book::Block& block) {
    if (found) return false;
    if (holds_alternative<book::Embed>(block.value) || holds_alternative<book::Figure>(block.value))
      found = block;
    book::each_run(block, [&](const book::Inlines& run) {
      for (const book::Inline& one : run) {
        if (found) return;
        if (holds_alternative<book::Link>(one.value) || holds_alternative<book::Image>(one.value))
          found = book::Block{book::Paragraph{{one}}};
        if (const auto* embed = get_if<book::InlineEmbed>(&one.value))
          found = book::Block{book::Embed{embed->target, embed->as_written}};
      }
    });
    return !found;
  });
  return found;
}

void print(const resolve::Account& account, std::ostream& out) {
  for (const auto& step : account.steps) {
    out << step.said << '\n';
    std::size_t widest = 0;
    for (const auto& choice : step.choices)
      widest = std::max(widest, base::length_in_code_points(choice.what));
    for (const auto& choice : step.choices) {
      const std::size_t gap = std::min<std::size_t>(widest, 60) + 2;
      const std::size_t width = base::length_in_code_points(choice.what);
      out << "  " << choice.what << std::string(width < gap ? gap - width : 2, ' ') << choice.remark << '\n';
    }
  }
  out << account.end << '\n';
}

}  // namespace

Exit why(const Options& options, World& world) {
  diagnostics::Sink sink;
  Progress progress(world, options.loudness);
  Drafted drafted = command::drafted(options.path, world, sink, progress);
  const std::string written = in_markdown(base::trimmed(options.link));
  auto link = asked(written, drafted.settings);
  if (!link)
    throw base::Failure('"' + options.link +
                        "\" is no link; write it as it stands in the note: \"[[Name]]\" or \"path.md\"");
  const auto from = note_called(options.from, drafted.notes, world);
  progress.step("following the link");
  const auto account =
      resolve::account({std::move(*link), from, std::move(drafted.draft), std::move(sink.sources)},
                       drafted.notes, world.files, drafted.settings);
  progress.clear();
  world.out << written << " in " << drafted.notes.notes[from.index()].path << '\n';
  print(account, world.out);
  return account.leads ? Exit::done : Exit::findings;
}

}  // namespace octavo::command
