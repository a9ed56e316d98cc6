// octavo check --fix: what can be mended without changing the book is mended, in all files or in none.
#include <ostream>

#include "base/failure.h"
#include "base/paths.h"
#include "command/baseline.h"
#include "command/difference.h"
#include "command/mending.h"
#include "command/pipeline.h"
#include "command/reports.h"
#include "command/tasks.h"

namespace octavo::command {
namespace {

// Where the difference can be applied: where octavo was called or, if that is not above the book, in the book's folder.
std::string patch_folder(const Mended& mended, const base::Files& files) {
  const std::string here = files.real(".").value_or(""), root = files.real(mended.before.root).value_or("");
  return base::climbs(base::relative(root, here)) ? root : here;
}

void show(const Mended& mended, const std::string& folder, World& world) {
  for (const auto& [path, file] : mended.files)
    world.out << difference(base::relative(path, folder), file.before, file.after);
}

void write(const Mended& mended, World& world) {
  std::vector<base::NewFile> files;
  for (const auto& [path, file] : mended.files) {
    if (world.files.read(path) != file.before)
      throw base::Failure('"' + path + "\" changed while octavo was mending it; nothing was written, begin again");
    files.push_back({path, file.after});
  }
  if (!files.empty()) world.files.write(files);
}

}  // namespace

Exit fix(const Options& options, World& world) {
  Progress progress(world, options.loudness);
  const Mended all = mended(options, world, progress);
  progress.clear();
  const bool is_shown = options.writing == Writing::difference;
  std::ostream& told = is_shown ? world.error : remarks(options, world);
  std::string where;
  // What is wrong with the baseline is said before anything is written.
  if (!options.baseline.empty()) {
    report::Report known(all.before.sink);
    leave_known_out(known, options.baseline, world.files);
  }
  if (is_shown) {
    const std::string folder = patch_folder(all, world.files);
    show(all, folder, world);
    if (folder != world.files.real(".")) where = "; apply the difference in \"" + folder + '"';
  } else {
    write(all, world);
  }
  if (options.loudness == Loudness::normal) {
    told << (is_shown ? "would mend " : "mended ") << counted(all.findings, "finding") << " in "
         << counted(all.files.size(), "file") << where << '\n';
    for (const std::string& finding : all.left_alone)
      told << finding << " (left alone: that the book stays as it is could not be proved)\n";
  }
  // With the difference on standard output there is no place for a report, and the verdict is that of the book as it is.
  if (is_shown) return verdict(all.before.findings, options.threshold);
  report::Report report(all.after.sink, folder_shown(all.after.root, world));
  tell(report, options, world);
  return verdict(report.findings, options.threshold);
}

}  // namespace octavo::command
