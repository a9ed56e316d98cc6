#include "command/command.h"

#include <algorithm>
#include <new>
#include <ostream>

#include "base/failure.h"
#include "command/options.h"
#include "command/tasks.h"

namespace octavo::command {

diagnostics::Severity failing(Threshold threshold) {
  using diagnostics::Severity;
  return threshold == Threshold::warning ? Severity::warning : Severity::error;
}

bool is_prevented(const std::vector<diagnostics::Diagnostic>& findings) {
  return std::ranges::any_of(findings, diagnostics::prevents_book, &diagnostics::Diagnostic::rule);
}

Exit verdict(const std::vector<diagnostics::Diagnostic>& findings, Threshold threshold) {
  const auto severity = failing(threshold);
  const bool fails = std::ranges::any_of(findings, [&](const auto& one) { return one.severity >= severity; });
  return fails ? Exit::findings : Exit::done;
}

namespace {

Exit perform(const Options& options, World& world) {
  switch (options.task) {
    case Task::build:
      return build(options, world);
    case Task::check:
      return check(options, world);
    case Task::fix:
      return fix(options, world);
    case Task::explain:
      return explain(options, world);
    case Task::why:
      return why(options, world);
  }
  return Exit::failure;
}

Exit done(const std::vector<std::string>& arguments, World& world) {
  const auto wanted = options(arguments);
  Exit exit = Exit::done;
  if (const auto* answer = std::get_if<Answer>(&wanted)) {
    (answer->exit == Exit::done ? world.out : world.error) << answer->text;
    exit = answer->exit;
  } else {
    const auto& task = std::get<Options>(wanted);
    exit = perform(task, world);
  }
  // A report that did not arrive must not pass for a clean one.
  if (!world.out.flush())
    throw base::Failure("cannot write to standard output; look whether its disk is full");
  return exit;
}

}  // namespace

Exit run(const std::vector<std::string>& arguments, World& world) {
  try {
    return done(arguments, world);
  } catch (const base::Failure& failure) {
    world.error << "octavo: " << failure.what() << std::endl;
  } catch (const std::bad_alloc&) {
    world.error << "octavo: the machine has too little memory for this book" << std::endl;
  } catch (const std::exception& mistake) {
    world.error << "octavo: a mistake in octavo itself, please report it: " << mistake.what() << std::endl;
  }
  return Exit::failure;
}

}  // namespace octavo::command
