// octavo build: both books are made wholly before either is written, so that an error leaves the old ones as
// they were.
#include <utility>

#include "command/pipeline.h"
#include "command/reports.h"
#include "command/tasks.h"

namespace octavo::command {
namespace {

std::string size_in_words(std::size_t bytes) {
  const bool is_small = bytes < 999'950;
  const std::size_t unit = is_small ? 1'000 : 1'000'000;
  const std::size_t tenths = (bytes * 10 + unit / 2) / unit;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + (is_small ? " kB" : " MB");
}

std::string line_about(const Output& output) {
  std::string line = output.path + "  " + size_in_words(output.bytes.size());
  if (output.pages > 0)
    line += ", " + std::to_string(output.pages) + (output.pages == 1 ? " page" : " pages");
  return line + "\n";
}

}  // namespace

Exit build(const Options& options, World& world) {
  diagnostics::Sink sink(diagnostics::Strictness::build);
  Progress progress(world, options.loudness);
  auto whole = resolved(options.path, world, sink, progress);
  std::vector<Output> outputs;
  const std::string folder = folder_shown(whole.settings.root, world);
  if (!sink.prevents_book()) outputs = books(std::move(whole), options, world, sink, progress);
  progress.clear();
  report::Report report(sink, folder);
  tell(report, options, world);
  if (is_prevented(report.findings)) {
    world.error << "octavo: no book was made; what an earlier run made is as it was\n";
    return Exit::findings;
  }
  std::vector<base::NewFile> files;
  for (const auto& output : outputs) files.push_back({output.path, output.bytes});
  world.files.write(files);
  if (options.loudness == Loudness::normal)
    for (const auto& output : outputs) remarks(options, world) << line_about(output);
  return verdict(report.findings, options.threshold);
}

}  // namespace octavo::command
