#include <gtest/gtest.h>

#include "report/report.h"
#include "told.h"

namespace octavo::report {
namespace {

TEST(GithubReport, SaysNothingOfNothing) { EXPECT_EQ(github(Report(diagnostics::Sink())), ""); }

TEST(GithubReport, IsACommandALine) {
  const Told told;
  EXPECT_EQ(
      github(Report(told.sink, "docs")),
      "::error title=a file or folder that cannot be read [file/unreadable]::cannot read \"x\": permission "
      "denied\n"
      "::error file=docs/a.md,line=3,col=6,endLine=3,endColumn=17,title=a link to a note that does not exist "
      "[link/missing-note]::no note is called \"Hannbal\"%0Ahelp: [[Hannibal]]\n"
      "::error file=docs/a.md,line=4,endLine=5,title=notes that embed each other [embed/cycle]"
      "::it embeds itself%0Aa.md embeds b.md%0A50%25 :: c\n"
      "::notice file=docs/people/Grün%2C C#%3A 100%25.md,line=1,col=1,endLine=1,endColumn=2,"
      "title=a name written in another case [link/case]"
      "::\uFFFD[2J caf\uFFFD {0} [x](y)\uFFFD\uFFFD\"<&>'\n");
}

}  // namespace
}  // namespace octavo::report
