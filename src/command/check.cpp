// octavo check: the walk of build, stopped once every link is resolved.
#include "command/pipeline.h"
#include "command/tasks.h"
#include "report/report.h"

namespace octavo::command {

Exit check(const Options& options, World& world) {
  diagnostics::Sink sink(diagnostics::Strictness::check);
  Progress progress(world, options.loudness);
  const auto& book = world.keep(resolved(options.path, world, sink, progress));
  progress.clear();
  const report::Report report(sink, folder_shown(book.settings.root, world));
  world.out << report::text(report, {.color = world.color_wanted && world.out_is_terminal});
  return verdict(report.findings, options.threshold);
}

}  // namespace octavo::command
