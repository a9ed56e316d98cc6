#include "command/pipeline.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/paths.h"
#include "command/dates.h"
#include "command/embedded_fonts.h"
#include "command/handout.h"
#include "command/own_fonts.h"
#include "command/prepared_pictures.h"
#include "command/printings.h"
#include "command/sheets.h"
#include "epub/epub.h"
#include "glyphs/glyphs.h"
#include "highlight/highlight.h"
#include "markdown/markdown.h"
#include "pages/pages.h"
#include "resolve/resolve.h"

namespace octavo::command {

Drafted drafted(const std::string& path, const World& world, diagnostics::Sink& sink, Progress& progress) {
  progress.step("reading notes");
  auto settings = config::load(world.files, path, sink);
  if (const auto moment = moment_of_epoch(world.source_date_epoch)) settings.metadata.modified = *moment;
  auto notes = vault::open(world.files, settings, sink);
  auto draft = markdown::read(notes, world.files, settings, sink);
  return {std::move(settings), std::move(notes), std::move(draft)};
}

Resolved resolved(const std::string& path, const World& world, diagnostics::Sink& sink, Progress& progress) {
  auto [settings, notes, draft] = drafted(path, world, sink, progress);
  progress.step("following links");
  auto book = resolve::resolve(std::move(draft), notes, world.files, settings, sink);
  return {std::move(settings), std::move(notes), std::move(book)};
}

std::string folder_shown(const std::string& root, const World& world) {
  if (!root.starts_with('/')) return base::normal(root);
  const auto here = world.files.real("."), there = world.files.real(root);
  if (!here || !there) return root;
  if (*there == *here) return "";
  return there->starts_with(*here + '/') ? there->substr(here->size() + 1) : root;
}

namespace {

// The author's own sheets come after octavo's and the fonts.
void add_fonts(epub::Looks& looks, const book::Book& book, const style::Cascade& print, glyphs::Fonts& fonts, diagnostics::Sink& sink) {
  std::string css;
  for (const auto& one : looks.sheets) css += one.css + "\n";
  EmbeddedFonts embedded = embedded_fonts(book, print, css, fonts);
  for (const std::string& refusal : embedded.refusals) sink.report(diagnostics::Rule::style_unknown, {}, refusal);
  looks.sheets.insert(looks.sheets.begin() + static_cast<std::ptrdiff_t>(looks.built_in++), {"fonts.css", std::move(embedded.css), ""});
  std::ranges::move(embedded.files, std::back_inserter(looks.files));
}

}  // namespace

std::vector<Output> books(Resolved resolved, const Options& options, World& world,
                          diagnostics::Sink& sink, Progress& progress) {
  const bool is_handout = !options.handouts.empty();
  resolved.book = resolve::with_whole_pictures(std::move(resolved.book), world.files, resolved.settings, sink);
  if (is_handout) resolved = handout(std::move(resolved), options.handouts, world, sink);
  else resolved.book = resolve::with_back_matter(std::move(resolved.book), resolved.notes, resolved.settings);
  auto& print = resolved.settings.print;
  if (options.paper) print.paper = *options.paper;
  print.has_crop_marks |= options.has_crop_marks;
  print.in_grey |= options.in_grey;
  const auto& settings = resolved.settings;
  const auto& book = world.keep(highlight::color(std::move(resolved.book)));
  const auto stem =
      base::join(options.folder.empty() ? base::join(settings.root, "out") : options.folder, settings.name);
  std::vector<Output> result;
  std::optional<book::Folios> folios;
  const bool has_pdf = options.outputs != Outputs::epub, has_epub = options.outputs != Outputs::pdf && !is_handout;
  std::optional<style::Cascade> sheet;
  if (has_pdf || settings.embeds_fonts) sheet = print_sheet(settings, world.files, sink);
  auto& fonts = world.keep(glyphs::Fonts());
  if (sheet) add_own_fonts(*sheet, settings, world.files, fonts, sink);
  const PreparedPictures files(world.files, book, settings.root, sink);
  if (has_pdf) {
    progress.step("laying out pages");
    glyphs::Hyphenation hyphenation;
    auto printed = pages::lay_out(book, *sheet, fonts, hyphenation, sink);
    progress.step("drawing the PDF");
    result = printings(std::move(printed.pages), stem, {settings, options, book, fonts, files}, sink);
    folios = std::move(printed.folios);
  }
  if (has_epub) {
    progress.step("packing the EPUB");
    auto looks = epub_looks(settings, world.files, sink);
    if (settings.embeds_fonts) add_fonts(looks, book, *sheet, fonts, sink);
    const auto publication = epub::files(book, folios ? &*folios : nullptr, looks, fonts, files, settings.root, sink);
    result.push_back({base::normal(stem + ".epub"), epub::packed(publication)});
  }
  return result;
}

}  // namespace octavo::command
