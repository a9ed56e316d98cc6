// octavo check: the walk of build, stopped once every link is resolved.
#include "command/pipeline.h"
#include "command/reports.h"
#include "command/tasks.h"

namespace octavo::command {

Exit check(const Options& options, World& world) {
  diagnostics::Sink sink(diagnostics::Strictness::check);
  Progress progress(world, options.loudness);
  const auto& book = world.keep(resolved(options.path, world, sink, progress));
  progress.clear();
  report::Report report(sink, folder_shown(book.settings.root, world));
  tell(report, options, world);
  return verdict(report.findings, options.threshold);
}

}  // namespace octavo::command
