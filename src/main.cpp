// Everything octavo takes from outside is gathered here, once.
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "command/command.h"

int main(int count, char** arguments) {
  const auto variable = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value ? value : "";
  };
  // A limit on file sizes is a failure to write like any other: a message and the right exit code, not a death by signal.
  std::signal(SIGXFSZ, SIG_IGN);
  octavo::base::Disk disk;
  octavo::command::World world{disk, std::cout, std::cerr};
  world.error_is_terminal = isatty(STDERR_FILENO) == 1;
  world.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  world.color_wanted = variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  world.is_github = variable("GITHUB_ACTIONS") == "true";
  world.source_date_epoch = variable("SOURCE_DATE_EPOCH");
  const auto exit = octavo::command::run({arguments + 1, arguments + count}, world);
  std::cout.flush();
  std::cerr.flush();
  std::_Exit(static_cast<int>(exit));  // the system takes all memory back at once
}
