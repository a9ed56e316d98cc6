#pragma once
// Findings that are known: a file of fingerprints that keeps old findings from being told, so that only new ones fail.
#include <cstddef>
#include <string>

#include "base/files.h"
#include "report/report.h"

namespace octavo::command {

// What the file is to be for these findings: JSON, version 1, a list of fingerprints with the rule, the path in the book's folder
// and the message beside each for people, in the order of path and rule. What prevents the book is never in it.
std::string baseline_of(const report::Report& report);

// Takes out of the report what the file knows and counts it there. Gives how many findings of the file are no more. Throws
// Failure if there is no such file, or it is no baseline.
std::size_t leave_known_out(report::Report& report, const std::string& file, const base::Files& files);

}  // namespace octavo::command
