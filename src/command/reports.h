#pragma once
// How findings leave: in the format asked for, to a file or a stream, and as marks on GitHub's pages.
#include <cstddef>
#include <iosfwd>
#include <string>

#include "command/command.h"
#include "command/options.h"
#include "report/report.h"

namespace octavo::command {

// Takes out of the report what a baseline knows, or writes what is found now to the baseline first, so that nothing but what
// prevents the book is left. Then text goes to standard output where findings are what was asked for (check), else to standard
// error (build); another format goes to standard output in its place, or to the file. Throws Failure if a file cannot be read or
// written, or the baseline is none.
void tell(report::Report& report, const Options& options, World& world);

// "1 finding", "2 findings".
std::string counted(std::size_t count, const std::string& what);

// Where lines about the run itself go: not among what a machine reads.
std::ostream& remarks(const Options& options, World& world);

}  // namespace octavo::command
