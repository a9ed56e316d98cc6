#include "command/handout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "base/failure.h"

namespace octavo::command {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Made {
  base::Memory files;
  std::ostringstream out, error;
  World world{files, out, error};
  diagnostics::Sink sink;

  Resolved handout(std::map<std::string, std::string> contents, const std::vector<std::string>& names) {
    files.contents = std::move(contents);
    Progress progress(world, Loudness::quiet);
    return command::handout(resolved("b", world, sink, progress), names, world, sink);
  }
  std::vector<std::string> findings() const {
    std::vector<std::string> ids;
    for (const auto& one : sink.sorted()) ids.emplace_back(diagnostics::facts(one.rule).id);
    return ids;
  }
};

const std::map<std::string, std::string> book = {
    {"b/book.toml", "name = \"engines\"\nunknown = 1\n"}, {"b/a.md", "# A\n\n[[Nobody]]\n"}, {"b/c/d.md", "# D\n\n![[a#Part]]\n"}};

TEST(Handout, IsCalledAfterItsNoteOrItsBook) {
  EXPECT_EQ(Made().handout(book, {"a"}).settings.name, "a-handout");
  EXPECT_EQ(Made().handout(book, {"a", "c/d.md"}).settings.name, "engines-handout");
}

TEST(Handout, TellsWhatIsWrongInItselfAndInTheSettings) {
  Made of_a, of_d;
  of_a.handout(book, {"a"});
  EXPECT_THAT(of_a.findings(), ElementsAre("link/missing-note", "config/unknown-key"));
  of_d.handout(book, {"d"});
  EXPECT_THAT(of_d.findings(), ElementsAre("config/unknown-key", "embed/missing"));
}

TEST(Handout, IsOnThePaperOfItsReaders) {
  const auto paper = [](const std::string& settings) {
    auto with = book;
    with["b/book.toml"] = settings;
    return Made().handout(with, {"a"}).settings.print.paper->name;
  };
  EXPECT_EQ(paper("paper = \"a5\"\n"), "a4");
  EXPECT_EQ(paper("language = \"en-US\"\n"), "letter");
  EXPECT_EQ(paper("language = \"en-GB\"\n"), "a4");
  EXPECT_EQ(paper("language = \"en-US\"\n[handout]\npaper = \"a5\"\n"), "a5");
}

TEST(Handout, OfANoteThatIsNotThereNamesTheNearest) {
  try {
    Made().handout({{"b/Ada Lovelace.md", "# x\n"}}, {"Ada Lovelase"});
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("did you mean \"Ada Lovelace"));
  }
}

}  // namespace
}  // namespace octavo::command
