// octavo check: the walk of build, stopped once every link is resolved.
#include "command/pipeline.h"
#include "command/tasks.h"
#include "report/report.h"

namespace octavo::command {

Exit check(const Options& options, World& world) {
  diagnostics::Sink sink(diagnostics::Strictness::check);
  Progress progress(world, options.loudness);
  resolved(options.path, world, sink, progress);
  progress.clear();
  world.out << report::text(sink, {.color = world.color_wanted && world.out_is_terminal});
  return verdict(sink, options.threshold);
}

}  // namespace octavo::command
