#pragma once
// What a finding is known by from one run to the next.
#include <string>
#include <vector>

namespace octavo::diagnostics {

struct Diagnostic;
class Sources;

// One for each finding, 32 hexadecimal digits, no two alike. Made of the rule, the path of the file and the words the finding is
// about, not of where they stand: text added above changes none. Findings alike in all three are told apart by their order, so
// give them as Sink::sorted() does. What is about no words is known by its message.
std::vector<std::string> fingerprints(const std::vector<Diagnostic>& sorted, const Sources& sources);

}  // namespace octavo::diagnostics
