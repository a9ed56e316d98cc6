#include "command/reports.h"

#include <algorithm>
#include <ostream>

#include "base/digest.h"
#include "command/baseline.h"
#include "command/tasks.h"

namespace octavo::command {

namespace {

using report::Format;

bool out_is_for_machines(const Options& options) {
  return options.format != Format::text && options.report.empty();
}

// What is left to say of the baseline once the findings are told.
std::string compare_with_baseline(report::Report& report, const Options& options, base::Files& files) {
  const std::string& file = options.baseline;
  if (options.baseline_use == Baseline::written) {
    if (is_prevented(report.findings))
      return "\"" + file + "\" is as it was: it is written when there is a book to take the findings from\n";
    files.write(file, baseline_of(report));
    leave_known_out(report, file, files);
    return counted(report.known, "finding") + (report.known == 1 ? " is" : " are") + " known from now on (" + file +
           ")\n";
  }
  const std::size_t gone = leave_known_out(report, file, files);
  std::string text;
  if (report.known > 0)
    text += counted(report.known, "known finding") + (report.known == 1 ? " is" : " are") + " not shown (" + file +
            ")\n";
  if (gone > 0)
    text += counted(gone, "known finding") + (gone == 1 ? " is" : " are") +
            " gone; run \"octavo check\" with --update-baseline to take " + (gone == 1 ? "it" : "them") +
            " out of " + file + "\n";
  return text;
}

// GitHub's runner takes commands from a log: lines that begin with "::", and "##[" anywhere. The names and
// lines of a book must not be any, so it is told to hear none until a word comes that the text cannot hold.
std::string as_log(const std::string& text) {
  bool may_command = text.find("##[") != std::string::npos;
  for (std::size_t at = 0; at < text.size() && !may_command;) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t", at), text.size());
    may_command = text.compare(begin, 2, "::") == 0;
    at = std::min(text.find('\n', begin), text.size() - 1) + 1;
  }
  if (!may_command) return text;
  const std::string word = base::sha256_hex(text);
  return "::stop-commands::" + word + "\n" + text + "::" + word + "::\n";
}

}  // namespace

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

std::ostream& remarks(const Options& options, World& world) {
  return out_is_for_machines(options) ? world.error : world.out;
}

void tell(report::Report& report, const Options& options, World& world) {
  report.failing = failing(options.threshold);
  const std::string remark =
      options.baseline.empty() ? "" : compare_with_baseline(report, options, world.files);
  if (out_is_for_machines(options)) {
    world.out << report::written(report, options.format) << std::flush;
  } else {
    if (!options.report.empty()) world.files.write(options.report, report::written(report, options.format));
    if (world.is_github) world.out << report::github(report) << std::flush;
    const bool is_to_error = options.task == Task::build;
    const bool is_terminal = is_to_error ? world.error_is_terminal : world.out_is_terminal;
    const std::string text = report::text(report, {.color = world.color_wanted && is_terminal});
    (is_to_error ? world.error : world.out) << (world.is_github ? as_log(text) : text) << std::flush;
  }
  if (options.loudness == Loudness::normal) remarks(options, world) << remark;
}

}  // namespace octavo::command
