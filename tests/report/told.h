#pragma once
// A report in which everything occurs, and what the formats must not break on.
#include <string>

#include "report/report.h"

namespace octavo::report {

struct Told {
  diagnostics::Sink sink{diagnostics::Strictness::check};

  Told() {
    using diagnostics::Rule;
    const auto other = sink.sources.add("people/Grün, C#: 100%.md", "x\n");
    const auto file = sink.sources.add("a.md", "# A\n\nüber [[Hannbal]] und\n[[weg\nvon]]\n");
    sink.report({Rule::link_missing_note,
                 {file, 11, 22},
                 "no note is called \"Hannbal\"",
                 "[[Hannibal]]",
                 {},
                 "Hannbal",
                 {{{file, 13, 20}, "Hannibal"}, {{other, 0, 1}, ""}}});
    sink.report(
        {Rule::embed_cycle, {file, 27, 37}, "it embeds itself", "", {"a.md embeds b.md", "50% :: c"}});
    sink.report(Rule::link_case, {other, 0, 1}, "\x1b[2J caf\xE9 {0} [x](y)\r\n\"<&>'");
    sink.report(Rule::file_unreadable, {}, "cannot read \"x\": permission denied");
    sink.sources.add("b.md", "");
  }
};

}  // namespace octavo::report
