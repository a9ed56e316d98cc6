// Formats, files and the baseline, over the whole program.
#include "command/reports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/json.h"
#include "command/command.h"

namespace octavo::command {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

enum class Where { home, github };

struct Run {
  Exit exit = Exit::done;
  std::string out, error;
};

Run run(const std::vector<std::string>& arguments, base::Memory& files, Where where = Where::home) {
  std::ostringstream out, error;
  World world{files, out, error};
  world.is_github = where == Where::github;
  const auto exit = command::run(arguments, world);
  return {exit, out.str(), error.str()};
}

base::Memory disk(std::map<std::string, std::string> contents) {
  base::Memory result;
  result.contents = std::move(contents);
  return result;
}

// Two errors to check, one of them also a warning to build; [[un is a warning.
base::Memory faulty() {
  return disk({{"b/a.md", "# A\n\n[[Hannibal]] and [[Ada]]\n"}, {"b/c.md", "# C\n\n[[un\n"}});
}

std::string summary(const std::string& json, std::string_view key) {
  const base::Json read = base::read_json(json);
  return read.value ? read.value->at("summary")->at(key)->text : "no JSON: " + json;
}

TEST(Formats, GoToStandardOutputInThePlaceOfText) {
  auto files = faulty();
  for (const auto& [format, beginning] :
       std::vector<std::pair<std::string, std::string>>{{"json", "{\n  \"version\": 1,"},
                                                        {"sarif", "{\n  \"$schema\""},
                                                        {"github", "::error file=b/a.md,line=3"},
                                                        {"junit", "<?xml"}}) {
    const auto said = run({"check", "b", "--format", format}, files);
    EXPECT_EQ(said.exit, Exit::findings);
    EXPECT_THAT(said.out, StartsWith(beginning));
    EXPECT_THAT(said.out, Not(HasSubstr("2 errors, 1 warning\n")));
    EXPECT_THAT(said.error, IsEmpty());
  }
  EXPECT_EQ(files.contents.size(), 2u);
}

TEST(Formats, GoToAFileBesideTheText) {
  auto files = faulty();
  const auto said = run({"check", "b", "--output", "reports/b.sarif"}, files);
  EXPECT_EQ(said.exit, Exit::findings);
  EXPECT_THAT(said.out, HasSubstr("2 errors, 1 warning\n"));
  EXPECT_THAT(files.contents.at("reports/b.sarif"), HasSubstr("\"2.1.0\""));
  EXPECT_EQ(run({"check", "b", "--format", "text", "--output", "b.txt"}, files).exit, Exit::findings);
  EXPECT_THAT(files.contents.at("b.txt"), HasSubstr("2 errors, 1 warning\n"));
}

TEST(Formats, TheThresholdDecidesWhatIsAFailureInJunit) {
  auto files = faulty();
  EXPECT_THAT(run({"check", "b", "--format", "junit"}, files).out, HasSubstr("failures=\"1\""));
  EXPECT_THAT(run({"check", "b", "--format", "junit", "--strict"}, files).out, HasSubstr("failures=\"2\""));
}

TEST(Formats, OfBuildLeaveStandardOutputToTheFindings) {
  auto files = faulty();
  const auto said = run({"build", "b", "--epub", "--format", "json"}, files);
  EXPECT_EQ(said.exit, Exit::done);
  EXPECT_EQ(summary(said.out, "warnings"), "3");
  EXPECT_THAT(said.error, ContainsRegex("^b/out/b\\.epub  [0-9.]+ kB\n$"));
  EXPECT_TRUE(files.contents.contains("b/out/b.epub"));
}

TEST(Github, HearsOfFindingsByItself) {
  auto files = faulty();
  const auto checked = run({"check", "b"}, files, Where::github);
  EXPECT_THAT(checked.out,
              AllOf(StartsWith("::error file=b/a.md,line=3"), HasSubstr("2 errors, 1 warning\n")));
  EXPECT_THAT(checked.out, HasSubstr("\n::warning file=b/c.md,line=3"));
  const auto built = run({"build", "b", "--epub"}, files, Where::github);
  EXPECT_THAT(built.out, AllOf(StartsWith("::warning file=b/a.md,line=3"), HasSubstr("b/out/b.epub")));
  EXPECT_THAT(built.error, HasSubstr("3 warnings\n"));
  EXPECT_THAT(run({"check", "b", "--output", "b.json"}, files, Where::github).out, StartsWith("::error"));
}

TEST(Github, HearsOfThemOnceAndNotAmongWhatAMachineReads) {
  auto files = faulty();
  const auto said = run({"check", "b", "--format", "github"}, files, Where::github);
  EXPECT_EQ(said.out, run({"check", "b", "--format", "github"}, files).out);
  EXPECT_THAT(run({"check", "b", "--format", "json"}, files, Where::github).out, Not(HasSubstr("::error")));
}

TEST(Github, TakesNoCommandFromABook) {
  for (const std::string text : {"##[stop-commands]x [[Ada]]\n", "[[Ada\x1b]] ##[add-mask]e\n"}) {
    auto files = disk({{"a.md", text}});
    const std::string out = run({"check", "."}, files, Where::github).out;
    EXPECT_THAT(out, StartsWith("::error"));
    EXPECT_THAT(out, ContainsRegex("\n::stop-commands::[0-9a-f]+\na.md:1:"));
    EXPECT_THAT(out, ContainsRegex("1 error\n::[0-9a-f]+::\n$"));
    EXPECT_THAT(run({"check", "."}, files).out, Not(HasSubstr("stop-commands::")));
  }
  auto files = disk({{"::error::x.md", "[[Ada]]\n"}});
  EXPECT_THAT(run({"check", "."}, files, Where::github).out,
              ContainsRegex("\n::stop-commands::[0-9a-f]+\n::error::x.md:1:"));
  auto harmless = disk({{"a.md", "std::list [[Ada::B]]\n"}});
  EXPECT_THAT(run({"check", "."}, harmless, Where::github).out, Not(HasSubstr("stop-commands")));
}

TEST(Baseline, KeepsKnownFindingsFromBeingTold) {
  auto files = faulty();
  const auto written = run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files);
  EXPECT_EQ(written.exit, Exit::done);
  EXPECT_EQ(written.out, "3 findings are known from now on (known.json)\n");
  const auto checked = run({"check", "b", "--strict", "--baseline", "known.json"}, files);
  EXPECT_EQ(checked.exit, Exit::done);
  EXPECT_EQ(checked.out, "3 known findings are not shown (known.json)\n");
  EXPECT_EQ(run({"check", "b", "--baseline", "known.json", "--quiet"}, files).out, "");
}

TEST(Baseline, LetsNewFindingsThroughWhereverTheOldOnesMoved) {
  auto files = faulty();
  run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files);
  files.contents["b/a.md"] = "# A\n\nNew: [[Grace]]\n\n[[Hannibal]] and [[Ada]] and [[Ada]]\n";
  const auto checked = run({"check", "b", "--baseline", "known.json"}, files);
  EXPECT_EQ(checked.exit, Exit::findings);
  EXPECT_THAT(checked.out,
              AllOf(HasSubstr("b/a.md:3:6:"), HasSubstr("b/a.md:5:30:"), Not(HasSubstr("Hannibal\""))));
  EXPECT_THAT(checked.out, HasSubstr("\n2 errors\n3 known findings are not shown (known.json)\n"));
}

TEST(Baseline, SaysWhatIsGone) {
  auto files = faulty();
  run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files);
  files.contents["b/a.md"] = "# A\n\n[[Ada]]\n";
  EXPECT_EQ(
      run({"check", "b", "--baseline", "known.json"}, files).out,
      "2 known findings are not shown (known.json)\n"
      "1 known finding is gone; run \"octavo check\" with --update-baseline to take it out of known.json\n");
  run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files);
  EXPECT_EQ(run({"check", "b", "--baseline", "known.json"}, files).out,
            "2 known findings are not shown (known.json)\n");
}

TEST(Baseline, IsLeftOutOfEveryFormat) {
  auto files = faulty();
  run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files);
  const auto json = run({"check", "b", "--baseline", "known.json", "--format", "json"}, files);
  EXPECT_EQ(summary(json.out, "known"), "3");
  EXPECT_EQ(summary(json.out, "errors"), "0");
  EXPECT_EQ(json.error, "3 known findings are not shown (known.json)\n");
  EXPECT_THAT(run({"check", "b", "--baseline", "known.json", "--format", "sarif"}, files).out,
              HasSubstr("\"results\": []"));
  EXPECT_THAT(run({"check", "b", "--baseline", "known.json", "--format", "junit"}, files).out,
              HasSubstr("failures=\"0\""));
  EXPECT_EQ(run({"check", "b", "--baseline", "known.json", "--format", "github"}, files).out, "");
}

TEST(Baseline, IsAFileForPeopleThatDoesNotDependOnPlaces) {
  auto files = faulty();
  run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files);
  const std::string before = files.contents.at("known.json");
  EXPECT_THAT(
      before,
      StartsWith("{\n  \"version\": 1,\n  \"known\": [\n    {\n      \"rule\": \"link/missing-note\",\n      "
                 "\"path\": \"a.md\",\n      \"message\": \"no note is called "));
  files.contents["b/a.md"] = "# A\n\nAbove.\n\n[[Hannibal]] and\n[[Ada]]\n";
  run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files);
  EXPECT_EQ(files.contents.at("known.json"), before);
}

TEST(Baseline, ThatIsMissingOrBrokenIsAFailureThatHelps) {
  auto files = faulty();
  for (const auto& [text, words] : std::vector<std::pair<std::string, std::string>>{
           {"{", "broken JSON at byte 1"},
           {"[]", "is no baseline"},
           {"{\"version\": 1}", "is no baseline"},
           {"{\"version\": 2, \"known\": []}", "version 2"},
           {"{\"version\": 1, \"known\": [{}]}", "entry without a fingerprint"},
           {"{\"version\": 1, \"known\": [7]}", "entry without a fingerprint"}}) {
    files.contents["known.json"] = text;
    const auto said = run({"check", "b", "--baseline", "known.json"}, files);
    EXPECT_EQ(said.exit, Exit::failure) << text;
    EXPECT_THAT(said.error, AllOf(StartsWith("octavo: \"known.json\" "), HasSubstr(words),
                                  HasSubstr("--update-baseline")))
        << text;
  }
  const auto missing = run({"check", "b", "--baseline", "none.json"}, files);
  EXPECT_EQ(missing.exit, Exit::failure);
  EXPECT_EQ(missing.error, "octavo: \"none.json\" is not there; make it with --update-baseline\n");
  EXPECT_EQ(run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files).exit, Exit::done)
      << "mended";
}

TEST(Baseline, NeverHoldsWhatPreventsTheBook) {
  auto files = faulty();
  run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files);
  const std::string before = files.contents.at("known.json");
  files.contents["b/book.toml"] = "title = [\n";
  const auto said = run({"check", "b", "--baseline", "known.json", "--update-baseline"}, files);
  EXPECT_EQ(said.exit, Exit::findings);
  EXPECT_THAT(said.out, AllOf(HasSubstr("config/invalid"), HasSubstr("\"known.json\" is as it was")));
  EXPECT_EQ(files.contents.at("known.json"), before);
  EXPECT_THAT(run({"check", "b", "--baseline", "known.json"}, files).out, HasSubstr("config/invalid"));
}

}  // namespace
}  // namespace octavo::command
