#include "command/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace octavo::command {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Options taken(const std::vector<std::string>& arguments) {
  const auto result = options(arguments);
  const auto* taken = std::get_if<Options>(&result);
  EXPECT_TRUE(taken) << std::get<Answer>(result).text;
  return taken ? *taken : Options{};
}

Answer answered(const std::vector<std::string>& arguments) {
  const auto result = options(arguments);
  const auto* answer = std::get_if<Answer>(&result);
  EXPECT_TRUE(answer) << testing::PrintToString(arguments);
  return answer ? *answer : Answer{};
}

TEST(Options, BuildTakesTheFolderItIsInAndMakesBothBooks) {
  const auto build = taken({"build"});
  EXPECT_EQ(build.task, Task::build);
  EXPECT_EQ(build.path, ".");
  EXPECT_EQ(build.folder, "");
  EXPECT_EQ(build.outputs, Outputs::both);
  EXPECT_EQ(build.threshold, Threshold::error);
  EXPECT_EQ(build.loudness, Loudness::normal);
}

TEST(Options, AHandoutIsOfOneNoteOrMoreAndNoEBook) {
  EXPECT_THAT(taken({"build", "notes", "--handout", "Ada", "--handout", "b/c.md"}).handouts, testing::ElementsAre("Ada", "b/c.md"));
  const auto before_the_path = taken({"build", "--handout", "Ada", "--pdf-standard", "a-2u", "notes"});
  EXPECT_EQ(before_the_path.path, "notes");
  EXPECT_THAT(before_the_path.handouts, testing::ElementsAre("Ada"));
  EXPECT_THAT(answered({"build", "--handout", "Ada", "--epub"}).text, HasSubstr("--epub"));
}

TEST(Options, ThePaperIsANameOrASize) {
  EXPECT_EQ(taken({"build", "--paper", "6x9in"}).paper->size, (base::Size{432, 648}));
  EXPECT_FALSE(taken({"build"}).paper);
  EXPECT_EQ(answered({"build", "--paper", "lettre"}).text,
            "octavo: --paper takes a name, such as a5 or royal, or a size, such as 6x9in or 170x240mm, and not \"lettre\"; did you mean \"letter\"?\n");
}

TEST(Options, WhatIsPrintedBesidesIsOfThePdf) {
  const auto build = taken({"build", "--booklet", "--n-up", "4", "--page-proofs", "--proof", "--grey", "--crop-marks"});
  EXPECT_TRUE(build.booklet && build.page_proofs && build.contact_sheets && build.in_grey && build.has_crop_marks);
  EXPECT_EQ(build.side_by_side, 4);
  EXPECT_EQ(taken({"build"}).side_by_side, 0);
  EXPECT_THAT(answered({"build", "--n-up", "5"}).text, HasSubstr("--n-up takes 2, 4, 6, 8, 9 or 16, and not \"5\""));
  for (const char* option : {"--booklet", "--page-proofs", "--proof"}) EXPECT_THAT(answered({"build", "--epub", option}).text, HasSubstr("--epub makes none"));
  EXPECT_TRUE(taken({"build", "--pdf", "--booklet"}).booklet);
}

TEST(Options, EveryOptionIsHeard) {
  const auto build = taken({"build", "notes", "--epub", "-o", "books", "--strict", "--quiet"});
  EXPECT_EQ(build.path, "notes");
  EXPECT_EQ(build.folder, "books");
  EXPECT_EQ(build.outputs, Outputs::epub);
  EXPECT_EQ(build.threshold, Threshold::warning);
  EXPECT_EQ(build.loudness, Loudness::quiet);
  EXPECT_EQ(taken({"build", "--pdf", "notes"}).outputs, Outputs::pdf);
  EXPECT_EQ(taken({"build", "--pdf", "--epub"}).outputs, Outputs::both);
  EXPECT_EQ(taken({"build", "--output=b"}).folder, "b");
  const auto check = taken({"check", "a.md", "--strict"});
  EXPECT_EQ(check.task, Task::check);
  EXPECT_EQ(check.path, "a.md");
  EXPECT_EQ(check.threshold, Threshold::warning);
}

TEST(Options, TheStandardsOfThePdfAreChosen) {
  const auto standards = [](const char* names) { return taken({"build", "--pdf-standard", names}).standards; };
  EXPECT_TRUE(taken({"build"}).standards.is_accessible);
  EXPECT_EQ(taken({"build"}).standards.archive, pdf::Archive::a2a);
  EXPECT_TRUE(standards("ua-1").is_accessible);
  EXPECT_EQ(standards("ua-1").archive, pdf::Archive::none);
  EXPECT_FALSE(standards("a-2u").is_accessible);
  EXPECT_EQ(standards("ua-1,a-2u").archive, pdf::Archive::a2u);
  EXPECT_FALSE(standards("1.7").is_accessible);
  EXPECT_EQ(standards("1.7").archive, pdf::Archive::none);
  for (const char* names : {"a-1b", "a-2a,a-2u", "1.7,ua-1", ""})
    EXPECT_THAT(answered({"build", "--pdf-standard", names}).text, HasSubstr("--pdf-standard")) << names;
}

TEST(Options, AFolderMayBeCalledLikeACommandOrAnOption) {
  EXPECT_EQ(taken({"check", "build"}).path, "build");
  EXPECT_EQ(taken({"build", "--", "--epub"}).path, "--epub");
}

TEST(Options, WrongUsageIsSaidInOneLineThatHelps) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{}, "octavo: say what to do, \"build\" or \"check\"; see \"octavo --help\"\n"},
      {{"fold", "."}, "octavo: unknown command \"fold\"; see \"octavo --help\"\n"},
      {{"build", "-o"}, "octavo: \"--output\" needs a value after it\n"},
      {{"biuld"}, "octavo: unknown command \"biuld\"; did you mean \"octavo build\"?\n"},
      {{"build", "--frobnicate"}, "octavo: unknown option \"--frobnicate\"; see \"octavo build --help\"\n"},
      {{"build", "--stict"}, "octavo: unknown option \"--stict\"; did you mean \"--strict\"?\n"},
      {{"build", "--ouput=x"}, "octavo: unknown option \"--ouput=x\"; did you mean \"--output\"?\n"},
      {{"check", "--epub"}, "octavo: unknown option \"--epub\"; see \"octavo check --help\"\n"},
      {{"build", "a", "b"},
       "octavo: \"build\" takes one path, so \"b\" is one too many; see \"octavo build --help\"\n"},
      {{"check", "--output", "a.md"}, "octavo: \"a.md\" is a note by its name; findings are not written there\n"},
      {{"check", "--baseline", "a.md", "--update-baseline"},
       "octavo: \"a.md\" is a note by its name; findings are not written there\n"},
      {{"check", "--output", "x"}, "octavo: say with --format in which format \"x\" is to be\n"},
      {{"check", "--update-baseline"}, "octavo: --update-baseline needs --baseline FILE\n"},
      {{"check", "--dry-run"}, "octavo: --dry-run belongs to --fix\n"},
      {{"check", "--fix", "--dry-run", "--format", "json"},
       "octavo: --dry-run prints a difference and no findings, so --format, --output and --baseline have no place\n"},
      {{"--strict", "build"}, "octavo: write \"--strict\" after the command\n"},
  };
  for (const auto& [arguments, message] : cases) {
    const auto answer = answered(arguments);
    EXPECT_EQ(answer.exit, Exit::failure);
    EXPECT_EQ(answer.text, message);
  }
}

TEST(Options, HelpAndVersionAreAnswersNotFailures) {
  const auto help = answered({"--help"});
  EXPECT_EQ(help.exit, Exit::done);
  for (const auto* word : {"build", "check", "Examples:", "Exit codes:", "--version"})
    EXPECT_THAT(help.text, HasSubstr(word));
  const auto build = answered({"build", "--help"});
  EXPECT_EQ(build.exit, Exit::done);
  for (const auto* word : {"--epub", "--pdf", "--output", "--strict", "--quiet", "Examples:"})
    EXPECT_THAT(build.text, HasSubstr(word));
  const auto version = answered({"--version"});
  EXPECT_EQ(version.exit, Exit::done);
  EXPECT_THAT(version.text, StartsWith("octavo "));
}

}  // namespace
}  // namespace octavo::command
