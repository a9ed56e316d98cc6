// Each stage of a run on its own, on a generated book. The argument is the scale.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>

#include "base/files.h"
#include "config/config.h"
#include "epub/epub.h"
#include "generated.h"
#include "highlight/highlight.h"
#include "markdown/markdown.h"
#include "pages/pages.h"
#include "pdf/pdf.h"
#include "resolve/resolve.h"
#include "vault/vault.h"

namespace octavo {
namespace {

std::string style_sheet(const std::string& name) {
  std::ifstream file(OCTAVO_SOURCE "/styles/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A generated book, as far on its way as a stage asks for.
struct Stage {
  explicit Stage(std::size_t scale) {
    for (const auto& [path, text] : bench::notes(scale)) files.contents["book/" + path] = text;
    settings = config::load(files, "book", sink);
  }
  vault::Vault open() { return vault::open(files, settings, sink); }
  book::Book read(const vault::Vault& notes) { return markdown::read(notes, files, settings, sink); }
  book::Book resolved() {
    const vault::Vault notes = open();
    return highlight::color(
        resolve::with_back_matter(resolve::resolve(read(notes), notes, files, settings, sink), notes, settings));
  }
  style::Cascade sheet() {
    style::Cascade cascade;
    cascade.choose("book", "print");
    cascade.add(style_sheet("print.css"), {}, sink);
    return cascade;
  }

  base::Memory files;
  diagnostics::Sink sink;
  config::Settings settings;
};

// The diagnostics of one run are not those of the next.
template <class Function>
void run(benchmark::State& state, Function function) {
  for (auto _ : state) benchmark::DoNotOptimize(function());
  state.SetComplexityN(state.range(0));
}

void open_vault(benchmark::State& state) {
  run(state, [&] { return Stage(static_cast<std::size_t>(state.range(0))).open().notes.size(); });
}
void read_markdown(benchmark::State& state) {
  Stage stage(static_cast<std::size_t>(state.range(0)));
  const auto notes = stage.open();
  run(state, [&] { return stage.read(notes).chapters.size(); });
}
void resolve_links(benchmark::State& state) {
  Stage stage(static_cast<std::size_t>(state.range(0)));
  const auto notes = stage.open();
  const auto draft = stage.read(notes);
  run(state, [&] { return resolve::resolve(draft, notes, stage.files, stage.settings, stage.sink).chapters.size(); });
}
void color_code(benchmark::State& state) {
  Stage stage(static_cast<std::size_t>(state.range(0)));
  const auto book = stage.resolved();
  run(state, [&] { return highlight::color(book).chapters.size(); });
}
void lay_out_pages(benchmark::State& state) {
  Stage stage(static_cast<std::size_t>(state.range(0)));
  const auto book = stage.resolved();
  const auto sheet = stage.sheet();
  run(state, [&] {
    glyphs::Fonts fonts;
    glyphs::Hyphenation hyphenation;
    return pages::lay_out(book, sheet, fonts, hyphenation, stage.sink).pages.pages.size();
  });
}
void write_pdf(benchmark::State& state) {
  Stage stage(static_cast<std::size_t>(state.range(0)));
  const auto book = stage.resolved();
  const auto sheet = stage.sheet();
  glyphs::Fonts fonts;
  glyphs::Hyphenation hyphenation;
  const auto printed = pages::lay_out(book, sheet, fonts, hyphenation, stage.sink);
  run(state, [&] { return pdf::write(printed.pages, sheets::single(printed.pages), book.metadata, fonts, stage.files, "book", {}, stage.sink).size(); });
}
std::vector<epub::NamedFile> epub_files(Stage& stage, const book::Book& book) {
  const epub::Looks looks{.sheets = {{"style.css", style_sheet("epub.css"), ""}}, .files = {}};
  glyphs::Fonts fonts;
  return epub::files(book, nullptr, looks, fonts, stage.files, "book", stage.sink);
}
void write_epub(benchmark::State& state) {
  Stage stage(static_cast<std::size_t>(state.range(0)));
  const auto book = stage.resolved();
  run(state, [&] { return epub_files(stage, book).size(); });
}
void pack_epub(benchmark::State& state) {
  Stage stage(static_cast<std::size_t>(state.range(0)));
  const auto files = epub_files(stage, stage.resolved());
  run(state, [&] { return epub::packed(files).size(); });
}

BENCHMARK(open_vault)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK(read_markdown)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK(resolve_links)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK(color_code)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK(lay_out_pages)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK(write_pdf)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK(write_epub)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK(pack_epub)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace octavo

BENCHMARK_MAIN();
