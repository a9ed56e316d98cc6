#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/report.h"
#include "told.h"

namespace octavo::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(JunitReport, IsATestAFile) {
  const Told told;
  const std::string expected = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="octavo" package="octavo" id="0" hostname="localhost" timestamp="1970-01-01T00:00:00" time="0" tests="4" failures="2" errors="0">
<properties></properties>
<testcase name="the book as a whole" classname="octavo" time="0"><failure type="file/unreadable" message="cannot read &quot;x&quot;: permission denied">error: cannot read "x": permission denied [file/unreadable]
</failure></testcase>
<testcase name="docs/a.md" classname="octavo" time="0"><failure type="link/missing-note" message="no note is called &quot;Hannbal&quot; (and 1 more)">docs/a.md:3:6: error: no note is called "Hannbal" [link/missing-note]
      help: [[Hannibal]]
docs/a.md:4:1: error: it embeds itself [embed/cycle]
      a.md embeds b.md
      50% :: c
</failure></testcase>
<testcase name="docs/b.md" classname="octavo" time="0"/>
<testcase name="docs/people/Grün, C#: 100%.md" classname="octavo" time="0"/>
<system-out>docs/people/Grün, C#: 100%.md:1:1: note: )xml" "\uFFFD[2J caf\uFFFD {0} [x](y)\uFFFD\uFFFD" R"xml("&lt;&amp;&gt;' [link/case]
</system-out>
<system-err></system-err>
</testsuite>
</testsuites>
)xml";
  EXPECT_EQ(junit(Report(told.sink, "docs")), expected);
}

TEST(JunitReport, OfNothingIsATestThatPassed) {
  const std::string report = junit(Report(diagnostics::Sink()));
  EXPECT_THAT(report, HasSubstr("tests=\"1\" failures=\"0\""));
  EXPECT_THAT(report, Not(HasSubstr("<failure")));
}

TEST(JunitReport, FailsByTheThreshold) {
  diagnostics::Sink sink;
  const auto file = sink.sources.add("a.md", "text");
  sink.report(diagnostics::Rule::link_unclosed, {file, 0, 1}, "a warning");
  Report report(sink);
  EXPECT_THAT(junit(report), HasSubstr("<system-out>a.md:1:1: warning: a warning [link/unclosed]"));
  EXPECT_THAT(junit(report), HasSubstr("failures=\"0\""));
  report.failing = diagnostics::Severity::warning;
  EXPECT_THAT(junit(report), HasSubstr("<system-out></system-out>"));
  EXPECT_THAT(junit(report), HasSubstr("failures=\"1\""));
}

TEST(JunitReport, DoesNotDependOnTheOrderOfTheFiles) {
  diagnostics::Sink one, other;
  for (const std::string path : {"a.md", "b.md", "c.md"}) one.sources.add(path, "");
  for (const std::string path : {"c.md", "a.md", "b.md"}) other.sources.add(path, "");
  EXPECT_EQ(junit(Report(one)), junit(Report(other)));
}

}  // namespace
}  // namespace octavo::report
